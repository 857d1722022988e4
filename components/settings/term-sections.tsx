'use client'

import { useText } from '@/components/i18n/use-text'
import type { TermAction } from '@/components/settings/term-menu'
import { VocabularySection } from '@/components/settings/vocabulary-section'
import { useWorkspace } from '@/components/shell/workspace'
import { PhaseLetter } from '@/components/ui/tag'
import type { TermUse } from '@/server/domain/vocabulary/term.schema'
import type { Term } from '@/server/domain/vocabulary/vocabulary.schema'

/** What nothing carries can go; the rest is merged or put in the archive. */
const usual = (_term: Term, use: TermUse | undefined): readonly TermAction[] =>
  use ? ['merge', 'archive'] : ['merge', 'archive', 'delete']

export function ChannelsSection() {
  const text = useText('settings.channel')
  return (
    <VocabularySection
      dimension="channel"
      actionsOf={usual}
      summary={({ details }) =>
        [
          text(details.medium),
          text(details.ownership),
          ...(details.inUse === 'automatic' ? [] : [text(`use.${details.inUse}`)]),
          ...(details.isContact
            ? [details.responsible ? text('answeredBy', { name: details.responsible }) : text('nobodyAnswers')]
            : []),
        ].join(' · ')
      }
    />
  )
}

export function PersonasSection() {
  return <VocabularySection dimension="persona" actionsOf={usual} summary={({ details }) => details.note} />
}

export function TopicsSection() {
  const text = useText('settings.topic')
  return <VocabularySection dimension="topic" actionsOf={usual} summary={({ details }) => text(details.kind)} />
}

export function QuestionsSection() {
  const text = useText('settings.question')
  const { term, nameOf } = useWorkspace()
  return (
    <VocabularySection
      dimension="question"
      actionsOf={usual}
      groupOf={({ details }) => {
        const phase = details.phase === null ? undefined : term('phase', details.phase)
        if (!phase) return { key: '', heading: text('noPhase') }
        return {
          key: phase.key,
          heading: (
            <>
              <PhaseLetter letter={phase.details.letter} />
              {nameOf('phase', phase.key)}
            </>
          ),
        }
      }}
      summary={({ details }) => (details.topic === null ? undefined : nameOf('topic', details.topic))}
    />
  )
}

export function PurposesSection() {
  const text = useText('settings.purpose')
  return (
    <VocabularySection
      dimension="purpose"
      actionsOf={() => ['archive']}
      summary={({ details }) => {
        const review = details.reviewAfterDays === null ? text('never') : text('after', { days: details.reviewAfterDays })
        return details.isService ? text('serviceAnd', { review }) : review
      }}
    />
  )
}
