'use client'

import { useText } from '@/components/i18n/use-text'
import { useWorkspace } from '@/components/shell/workspace'
import type { JourneyMap } from '@/server/domain/journeys/journey-map.schema'

/** What matters, in a sentence: how many questions wait for an answer, and where most of them stand. */
export function JourneyLead({ map }: { map: JourneyMap }) {
  const text = useText('journey')
  const { nameOf } = useWorkspace()
  const open = map.phases.map(({ key, questions }) => ({ key, count: questions.filter(({ answers }) => answers === 0).length }))
  const asked = map.phases.reduce((sum, { questions }) => sum + questions.length, 0)
  const unanswered = open.reduce((sum, { count }) => sum + count, 0)
  const most = open.toSorted((a, b) => b.count - a.count)[0]
  if (asked === 0) return text('lead.noQuestions')
  if (unanswered === 0 || !most) return text('lead.allAnswered', { asked })
  return text.rich('lead.open', {
    asked,
    unanswered,
    phase: nameOf('phase', most.key),
    count: most.count,
    b: (chunks) => <b className="font-semibold">{chunks}</b>,
  })
}
