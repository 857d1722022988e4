import type { Stage } from '@/server/domain/vocabulary/vocabulary.schema'
import type { Localized } from '@/server/domain/wire.schema'
import type { CheckKey } from '@/server/presets/briefs/checks'
import { both, derived, type Provenance } from '@/server/presets/preset'
import type { TypeKey } from '@/server/presets/types'

/** What a brief begins with. */
export interface BriefBeginning {
  readonly aim: Localized
  readonly reader: Localized
  readonly callToAction: Localized
  readonly nextStep: Localized
  /** Where the next step leads; null: it stays where it is. */
  readonly nextStage: Stage | null
  readonly tone: Localized
  readonly length: Localized
  readonly checks: readonly CheckKey[]
}

export interface BriefTemplate extends BriefBeginning, Provenance {
  readonly key: string
  readonly name: Localized
  readonly type: TypeKey
  /** Null: it is taken only where somebody chooses it. */
  readonly purpose: string | null
}

interface Usual {
  readonly aim: Localized
  readonly reader: Localized
  readonly action?: Localized
  readonly next: Localized
  readonly to: Stage | null
  readonly tone: Localized
  readonly length: Localized
  readonly checks: readonly CheckKey[]
}

export function template(key: string, type: TypeKey, purpose: string | null, name: Localized, usual: Usual): BriefTemplate {
  const { aim, reader, action = nothing, next, to, tone, length, checks } = usual
  const beginning = { aim, reader, callToAction: action, nextStep: next, nextStage: to, tone, length, checks }
  return { key, name, type, purpose, ...beginning, ...derived() }
}

export const nothing = both('', '')
export const plain = both('Plain and friendly, short sentences', 'Klar und freundlich, kurze Sätze')
export const matterOfFact = both('Matter-of-fact, no superlatives', 'Sachlich, ohne Superlative')
export const reliable = both('Calm and reliable, one thought a sentence', 'Ruhig und verlässlich, ein Gedanke je Satz')
export const warm = both('Warm and personal, without flattery', 'Herzlich und persönlich, ohne zu schmeicheln')
export const inSteps = both('Numbered steps, one action each', 'Nummerierte Schritte, je eine Handlung')
