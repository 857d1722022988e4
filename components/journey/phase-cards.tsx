'use client'

import { useText } from '@/components/i18n/use-text'
import { ChannelList } from '@/components/journey/channel-list'
import { GapSummary } from '@/components/journey/gap-summary'
import { PhaseGoal } from '@/components/journey/phase-goal'
import { PhaseHead } from '@/components/journey/phase-head'
import { PhaseStanding } from '@/components/journey/phase-standing'
import { QuestionList } from '@/components/journey/question-list'
import type { JourneyMap } from '@/server/domain/journeys/journey-map.schema'

/** The same for a narrow screen: one phase after the other. */
export function PhaseCards({ map, className }: { map: JourneyMap; className?: string }) {
  const text = useText('journey')
  return (
    <div className={className}>
      {map.phases.map((phase) => (
        <section key={phase.key} className="border-t pt-4 pb-8">
          <h2 className="mb-3 font-sans text-base font-normal tracking-normal">
            <PhaseHead phase={phase.key} isWeakest={map.weakest === phase.key} />
          </h2>
          <PhaseGoal phase={phase.key} />
          <div className="mt-3">
            <PhaseStanding phase={phase} />
          </div>
          <h3 className="mt-4 mb-1.5">{text('lane.gaps')}</h3>
          <GapSummary phase={phase} />
          <h3 className="mt-4 mb-1.5">{text('lane.questions')}</h3>
          <QuestionList questions={phase.questions} phase={phase.key} />
          <h3 className="mt-4 mb-1.5">{text('lane.content')}</h3>
          <ChannelList phase={phase} />
        </section>
      ))}
    </div>
  )
}
