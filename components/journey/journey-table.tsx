'use client'

import type { KeyboardEvent } from 'react'
import { useText } from '@/components/i18n/use-text'
import { ChannelList } from '@/components/journey/channel-list'
import { GapSummary } from '@/components/journey/gap-summary'
import { PhaseGoal } from '@/components/journey/phase-goal'
import { PhaseHead } from '@/components/journey/phase-head'
import { PhaseStanding } from '@/components/journey/phase-standing'
import { QuestionList } from '@/components/journey/question-list'
import { cn } from '@/components/ui/class-names'
import { ScrollRegion } from '@/components/ui/scroll-region'
import type { JourneyMap } from '@/server/domain/journeys/journey-map.schema'

type Phase = JourneyMap['phases'][number]

const lanes = {
  goal: (phase: Phase) => <PhaseGoal phase={phase.key} />,
  standing: (phase: Phase) => <PhaseStanding phase={phase} />,
  gaps: (phase: Phase) => <GapSummary phase={phase} />,
  questions: (phase: Phase) => <QuestionList questions={phase.questions} phase={phase.key} />,
  content: (phase: Phase) => <ChannelList phase={phase} />,
} as const
const laneKeys = Object.keys(lanes) as (keyof typeof lanes)[]

/** Arrow left and right go from phase to phase along the head. */
function walk(event: KeyboardEvent<HTMLElement>) {
  const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
  if (step === 0) return
  const heads = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-phase-head]')]
  const next = heads[heads.indexOf(document.activeElement as HTMLElement) + step]
  if (!next) return
  event.preventDefault()
  next.focus()
  next.scrollIntoView({ block: 'nearest', inline: 'nearest' })
}

/** Phases as columns, what there is to say about each as rows. */
export function JourneyTable({ map, className }: { map: JourneyMap; className?: string }) {
  const text = useText('journey')
  const groups = map.phases.map(({ group }) => group)
  return (
    <div className={className}>
      <ScrollRegion label={text('title')}>
        <table
          aria-label={text('title')}
          style={{ minWidth: `${7 + map.phases.length * 10}rem` }}
          className="w-full table-fixed border-collapse text-start text-sm"
        >
          <thead>
            <tr onKeyDown={walk}>
              <td className="w-28" />
              {map.phases.map(({ key, group }, at) => (
                <th
                  key={key}
                  scope="col"
                  className={cn('px-3 pb-3 text-start align-bottom font-normal', at > 0 && 'border-s border-s-transparent')}
                >
                  <span className="mb-2 block h-5 text-xs text-ink-3">
                    {group !== null && groups[at - 1] !== group ? text(`group.${group}`) : null}
                  </span>
                  <PhaseHead phase={key} isWeakest={map.weakest === key} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {laneKeys.map((lane) => (
              <tr key={lane} className="border-t">
                <th
                  scope="row"
                  className="sticky start-0 bg-paper py-3 pe-3 text-start align-top text-xs font-normal text-ink-3 hyphens-auto"
                >
                  {text(`lane.${lane}`)}
                </th>
                {map.phases.map((phase) => (
                  <td key={phase.key} className="border-s px-3 py-3 align-top">
                    {lanes[lane](phase)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </div>
  )
}
