'use client'

import { useState } from 'react'
import { useFormatter, useLocalized, useText } from '@/components/i18n/use-text'
import { phaseColour } from '@/components/settings/phase-fields'
import { RemovePhaseDialog } from '@/components/settings/remove-phase-dialog'
import { SplitDialog } from '@/components/settings/split-dialog'
import { VocabularySection } from '@/components/settings/vocabulary-section'
import { useWorkspace } from '@/components/shell/workspace'
import { PhaseLetter } from '@/components/ui/tag'
import type { Term } from '@/server/domain/vocabulary/vocabulary.schema'
import { stagePresets } from '@/server/presets/stages'

/** The workspace's own journey. */
export function PhasesSection() {
  const text = useText('settings.phase')
  const localized = useLocalized()
  const format = useFormatter()
  const { choices } = useWorkspace()
  const [asked, setAsked] = useState<{ action: 'split' | 'remove'; phase: Term<'phase'> } | null>(null)
  const questions = choices('question')
  const stageNames = (phase: Term<'phase'>) =>
    stagePresets.filter(({ key }) => phase.details.stages.includes(key)).map(({ name }) => localized(name))
  return (
    <>
      <VocabularySection
        dimension="phase"
        mark={({ details }) => (
          <span className="relative">
            <PhaseLetter letter={details.letter} />
            <span
              aria-hidden
              data-swatch
              className="absolute -end-0.5 -bottom-0.5 size-2 rounded-full ring-2 ring-paper"
              style={{ background: phaseColour(details.hue) }}
            />
          </span>
        )}
        summary={(phase) =>
          text('summary', {
            stages: phase.details.stages.length > 0 ? format.list(stageNames(phase)) : text('noStage'),
            weight: phase.details.weight,
            questions: questions.filter(({ details }) => details.phase === phase.key).length,
          })
        }
        actionsOf={() => ['split', 'merge', 'remove']}
        onAction={(action, phase) => {
          if (action === 'split' || action === 'remove') setAsked({ action, phase })
        }}
      />
      {asked?.action === 'split' ? <SplitDialog phase={asked.phase} onClose={() => setAsked(null)} /> : null}
      {asked?.action === 'remove' ? <RemovePhaseDialog phase={asked.phase} onClose={() => setAsked(null)} /> : null}
    </>
  )
}
