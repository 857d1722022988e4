'use client'

import { useFormatter, useText } from '@/components/i18n/use-text'
import { cn } from '@/components/ui/class-names'
import { StateMark, stateStyle } from '@/components/ui/state-mark'
import { type CellState, cellStates } from '@/server/domain/coverage/coverage.schema'
import type { HeatmapView } from '@/server/domain/coverage/heatmap-view.rules'

const order: readonly CellState[] = ['gap', 'thin', 'covered', 'surplus', 'open', 'not_applicable']

/** What the colours and signs mean, and how many cells have each. */
export function HeatmapLegend({ view, className }: { view: HeatmapView; className?: string }) {
  const text = useText('coverage')
  const format = useFormatter()
  const explanation = text(`legend.${view.legend}${view.hasStale ? 'Stale' : ''}`)
  if (!view.hasTargets) return <p className={cn('text-sm text-ink-2', className)}>{explanation}</p>
  const counts = new Map<CellState, number>(cellStates.map((state) => [state, 0]))
  for (const { rows } of view.groups)
    for (const { cells } of rows) for (const { state } of cells) counts.set(state, (counts.get(state) ?? 0) + 1)
  return (
    <div className={cn('flex flex-wrap items-center gap-x-4 gap-y-1.5 text-xs text-ink-2', className)}>
      {order
        .filter((state) => state === 'gap' || (counts.get(state) ?? 0) > 0)
        .map((state) => (
          <span key={state} className="inline-flex items-center gap-1.5">
            <span aria-hidden data-swatch className={cn('grid size-4 place-items-center rounded-sm', stateStyle[state])}>
              <StateMark state={state} className="size-2.5" />
            </span>
            {text(`state.${state}`)}
            <span className="text-ink-3 tabular-nums">{format.number(counts.get(state) ?? 0)}</span>
          </span>
        ))}
      <span>{explanation}</span>
    </div>
  )
}
