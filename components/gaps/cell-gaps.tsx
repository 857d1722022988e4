'use client'

import { useQuery } from '@tanstack/react-query'
import { GapSeverity } from '@/components/gaps/gap-severity'
import { gapsOfCell } from '@/components/gaps/gaps-of-cell'
import { PlanButton } from '@/components/gaps/plan-button'
import { useGapActions } from '@/components/gaps/use-gap-actions'
import { useGapWords } from '@/components/gaps/use-gap-words'
import { useText } from '@/components/i18n/use-text'
import { useWorkspace } from '@/components/shell/workspace'
import { useTRPC } from '@/components/trpc/client'
import { TextLink } from '@/components/ui/link-button'
import { gapListInput } from '@/server/domain/gaps/gap-list.schema'

const shown = 3

/** What the rules find missing where a cell of the heatmap stands, and the way to close it. */
export function CellGaps({ phase, channel }: { phase: string; channel: string | null }) {
  const text = useText('gaps')
  const trpc = useTRPC()
  const { slug, base, can, nameOf } = useWorkspace()
  const words = useGapWords()
  const actions = useGapActions()
  const { data } = useQuery(
    trpc.gaps.list.queryOptions({ workspace: slug, ...gapListInput.parse({ phase: [phase], limit: 100 }) }),
  )
  const gaps = gapsOfCell(data?.rows ?? [], channel)
  if (!data || gaps.length === 0) return null
  return (
    <section>
      <h3 className="mb-1">{text('cell.title')}</h3>
      <ul className="border-t">
        {gaps.slice(0, shown).map((gap) => (
          <li key={gap.id} className="grid grid-cols-[minmax(0,1fr)_auto] items-start gap-x-3 border-b py-2">
            <div className="min-w-0">
              <TextLink
                href={`${base}/gaps?gap=${encodeURIComponent(gap.id)}`}
                className="inline-block min-h-6 font-[550] text-ink no-underline hover:text-accent"
              >
                {words.titleOf(gap)}
              </TextLink>
              <p className="text-sm text-ink-2 text-pretty">
                <GapSeverity severity={gap.severity} /> {words.findingOf(gap)}
              </p>
            </div>
            {can('gap.plan') ? (
              <PlanButton
                gap={gap}
                title={words.titleOf(gap)}
                onPlan={(panel) => {
                  actions.plan([gap], channel)
                  panel?.querySelector<HTMLElement>('h2')?.focus()
                }}
              />
            ) : null}
          </li>
        ))}
      </ul>
      {data.total > 1 ? (
        <p className="mt-2 text-sm">
          <TextLink href={`${base}/gaps?phase=${encodeURIComponent(phase)}`} className="inline-block min-h-6">
            {text('cell.all', { count: data.total, phase: nameOf('phase', phase) })}
          </TextLink>
        </p>
      ) : null}
    </section>
  )
}
