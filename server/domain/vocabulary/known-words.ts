import type { Model } from '@/server/domain/coverage/coverage.schema'
import type { KnownWords } from '@/server/domain/vocabulary/synonyms.rules'
import { channelPresets } from '@/server/presets/channels'
import { modelPresets } from '@/server/presets/models'
import { b2bPersonas } from '@/server/presets/profiles'
import { purposePresets } from '@/server/presets/purposes'
import { questionPresets } from '@/server/presets/questions'
import { stepPresets } from '@/server/presets/steps'
import { typePresets } from '@/server/presets/types'

/** The words of the presets, for a workspace whose journey was copied from this model. */
export function knownWords(model: Model | null): KnownWords {
  return {
    model,
    models: modelPresets,
    terms: {
      channel: channelPresets,
      persona: b2bPersonas,
      question: questionPresets,
      purpose: purposePresets,
      type: typePresets,
      step: stepPresets,
    },
  }
}
