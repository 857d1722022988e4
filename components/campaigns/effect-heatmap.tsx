'use client'

import { EffectCell } from '@/components/campaigns/effect-cell'
import { type EffectSide, effectTable } from '@/components/campaigns/effect-rules'
import { useText } from '@/components/i18n/use-text'
import { useWorkspace } from '@/components/shell/workspace'
import { ScrollRegion } from '@/components/ui/scroll-region'
import { PhaseLetter } from '@/components/ui/tag'
import type { ChangedCell } from '@/server/domain/campaigns/campaign.schema'
import { untagged } from '@/server/domain/coverage/coverage.schema'

/** In rem: of the phases, and of a column. */
const widths = { narrow: { head: 10, least: 4.75, most: 5 }, wide: { head: 10, least: 5.5, most: 7 } }

/** What it takes to show one side whole, with its padding; two stand beside each other only where both have as much. */
export function leastWidth(cells: readonly ChangedCell[]): string {
  const { head, least } = widths.narrow
  return `${head + new Set(cells.map(({ column }) => column)).size * least + 0.5}rem`
}

/** The rows and columns that the campaign touches, on one side or as what lies between. */
export function EffectHeatmap({ cells, side }: { cells: readonly ChangedCell[]; side: EffectSide }) {
  const text = useText('campaigns.effect')
  const { vocabulary, nameOf, term } = useWorkspace()
  const { rows, columns, cellAt } = effectTable(
    cells,
    vocabulary.phase.map(({ key }) => key),
    vocabulary.channel.map(({ key }) => key),
  )
  const rowName = (key: string) => (key === untagged ? text('noPhase') : nameOf('phase', key))
  const columnName = (key: string) => (key === untagged ? text('noChannel') : nameOf('channel', key))
  const { head, least, most } = side === 'difference' ? widths.wide : widths.narrow
  const label = text('label', { side: text(`side_${side}`) })
  return (
    <ScrollRegion label={label} className="-mx-1 px-1 py-1">
      <table
        aria-label={label}
        style={{ width: `min(100%, ${head + columns.length * most}rem)`, minWidth: `${head + columns.length * least}rem` }}
        className="table-fixed border-separate border-spacing-0.75 tabular-nums"
      >
        <thead>
          <tr>
            <th scope="col" style={{ width: `${head}rem` }} className="sticky start-0 z-2 bg-paper">
              <span className="sr-only">{text('phase')}</span>
            </th>
            {columns.map((column) => (
              <th
                key={column}
                scope="col"
                className="px-0.5 pt-1 pb-1.5 text-center align-bottom text-xs leading-tight font-medium hyphens-auto text-ink-2 wrap-anywhere"
              >
                {columnName(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row}>
              <th
                scope="row"
                className="sticky start-0 z-2 bg-paper pe-2 text-start font-medium [box-shadow:-4px_0_var(--paper)]"
              >
                <span className="flex items-center gap-2.25">
                  {row === untagged ? null : <PhaseLetter letter={term('phase', row)?.details.letter ?? ''} />}
                  <span className="min-w-0 leading-tight hyphens-auto wrap-anywhere">{rowName(row)}</span>
                </span>
              </th>
              {columns.map((column) => (
                <EffectCell key={column} cell={cellAt(row, column)} side={side} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  )
}
