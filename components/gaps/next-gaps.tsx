'use client'

import { useQuery } from '@tanstack/react-query'
import { useId } from 'react'
import { GapPhases } from '@/components/gaps/gap-phases'
import { GapSeverity } from '@/components/gaps/gap-severity'
import { PlanButton } from '@/components/gaps/plan-button'
import { useGapActions } from '@/components/gaps/use-gap-actions'
import { useGapWords } from '@/components/gaps/use-gap-words'
import { useText } from '@/components/i18n/use-text'
import { useWorkspace } from '@/components/shell/workspace'
import { useTRPC } from '@/components/trpc/client'
import { TextLink } from '@/components/ui/link-button'
import { SkeletonRows } from '@/components/ui/skeleton'
import { gapFilter } from '@/server/domain/gaps/gap-list.schema'

/** The question behind it, for pages that prefetch. */
export const nextGapsQuestion = (limit: number) => ({ ...gapFilter.parse({}), limit, offset: 0 })

/** The heaviest open gaps and the way to close them, for the foot of the coverage page. */
export function NextGaps({ limit = 5 }: { limit?: number }) {
  const text = useText('gaps')
  const trpc = useTRPC()
  const { slug, base, can } = useWorkspace()
  const words = useGapWords()
  const actions = useGapActions()
  const id = useId()
  const { data } = useQuery(trpc.gaps.list.queryOptions({ workspace: slug, ...nextGapsQuestion(limit) }))
  return (
    <section aria-labelledby={id} className="@container">
      <h2 id={id} className="border-b border-line-2 pb-1.5 text-lg">
        {text('next.title')}
      </h2>
      {data ? null : <SkeletonRows rows={limit} label={text('next.title')} />}
      {data?.total === 0 ? <p className="py-3 text-ink-2">{text('next.none')}</p> : null}
      <ul>
        {data?.rows.map((gap) => (
          <li
            key={gap.id}
            className="grid grid-cols-[minmax(0,1fr)_auto] items-start gap-x-4 gap-y-1 border-b py-3 @xl:grid-cols-[4rem_minmax(0,1fr)_10rem_auto]"
          >
            <span className="hidden pt-0.5 @xl:block">
              <GapSeverity severity={gap.severity} />
            </span>
            <div className="col-start-1 row-start-1 min-w-0 @xl:col-start-auto @xl:row-start-auto">
              <span className="me-2 @xl:hidden">
                <GapSeverity severity={gap.severity} />
              </span>
              <TextLink
                href={`${base}/gaps?gap=${encodeURIComponent(gap.id)}`}
                className="font-[550] text-ink no-underline hover:text-accent"
              >
                {words.titleOf(gap)}
              </TextLink>
              <p className="text-sm text-ink-2 text-pretty">{words.findingOf(gap)}</p>
            </div>
            <div className="col-span-2 row-start-2 @xl:col-span-1 @xl:row-start-auto @xl:pt-0.5">
              <GapPhases phases={gap.phases} />
            </div>
            <div className="col-start-2 row-start-1 flex justify-end @xl:col-start-auto @xl:row-start-auto @xl:min-w-24">
              {can('gap.plan') ? <PlanButton gap={gap} title={words.titleOf(gap)} onPlan={() => actions.plan([gap])} /> : null}
            </div>
          </li>
        ))}
      </ul>
      {data && data.total > data.rows.length ? (
        <p className="mt-3">
          <TextLink href={`${base}/gaps`}>{text('next.all', { count: data.total })}</TextLink>
        </p>
      ) : null}
    </section>
  )
}
