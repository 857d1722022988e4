'use client'

import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { BulkBar } from '@/components/content/bulk-bar'
import type { RowSelection } from '@/components/content/use-row-selection'
import type { PanelSelection } from '@/components/coverage/cell-panel'
import { Coverage } from '@/components/coverage/coverage'
import { CellGaps } from '@/components/gaps/cell-gaps'
import { NextGaps, nextGapsQuestion } from '@/components/gaps/next-gaps'
import { useLocalized, useText } from '@/components/i18n/use-text'
import { useWorkspace } from '@/components/shell/workspace'
import { useTRPC } from '@/components/trpc/client'
import { parseFilter } from '@/server/domain/filter/filter-text.rules'
import { ruleDefinition } from '@/server/presets/rules'

/** Features do not know each other; here they meet: the heatmap, the gaps under it, the bulk bar in its panel. */
export function CoverageScreen() {
  return (
    <Coverage
      gapCounts={<GapCounts />}
      topGap={(phase) => <TopGap phase={phase} />}
      nextGaps={<NextGaps limit={4} />}
      cellGaps={(phase, channel) => <CellGaps phase={phase} channel={channel} />}
      bulkBar={(selection) => <PanelBulkBar selection={selection} />}
    />
  )
}

function GapCounts() {
  const text = useText('coverage.sentence')
  const trpc = useTRPC()
  const { slug } = useWorkspace()
  const { data } = useQuery(trpc.gaps.counts.queryOptions({ workspace: slug }))
  return data ? text('gaps', { open: data.state.open, must: data.open.must }) : null
}

/** The heaviest gap of a phase, by the name of its rule. */
function TopGap({ phase }: { phase: string }) {
  const text = useText('coverage.sentence')
  const trpc = useTRPC()
  const localized = useLocalized()
  const { slug } = useWorkspace()
  const { data } = useQuery(trpc.gaps.list.queryOptions({ workspace: slug, ...nextGapsQuestion(1), phase: [phase] }))
  const [gap] = data?.rows ?? []
  return gap ? text('topGap', { name: localized(ruleDefinition(gap.rule).name) }) : null
}

function PanelBulkBar({ selection: { ids, filter, count, clear } }: { selection: PanelSelection }) {
  const selection = useMemo<RowSelection>(
    () => ({
      selection: ids === null ? { kind: 'filter', count } : { kind: 'ids', ids: new Set(ids) },
      count,
      has: (id) => ids === null || ids.includes(id),
      // The panel ticks and unticks its rows itself.
      toggle: () => undefined,
      add: () => undefined,
      selectFilter: () => undefined,
      clear,
    }),
    [ids, count, clear],
  )
  return (
    <div className="sticky bottom-0 z-2">
      <BulkBar selection={selection} filter={parseFilter(filter).filter} filterText={filter} total={count} />
    </div>
  )
}
