'use client'

import { ChevronRight } from 'lucide-react'
import { type Place, placeText } from '@/components/coverage/coverage-address'
import type { CoverageWords } from '@/components/coverage/use-coverage-words'
import { useFormatter, useText } from '@/components/i18n/use-text'
import { cn } from '@/components/ui/class-names'
import { ScoreBar } from '@/components/ui/progress'
import { StateMark, stateStyle } from '@/components/ui/state-mark'
import { PhaseLetter } from '@/components/ui/tag'
import type { HeatCell, HeatmapView, HeatRow } from '@/server/domain/coverage/heatmap-view.rules'

interface Props {
  view: HeatmapView
  words: CoverageWords
  open: Place | null
  onOpen: (place: Place) => void
  className?: string
}

/** The same picture for a narrow screen: a list per phase, without the cells that hold and want nothing. */
export function PhaseList({ view, words, open, onOpen, className }: Props) {
  const rows = view.groups.flatMap((group) => group.rows)
  return (
    <div className={cn('flex flex-col gap-6', className)}>
      {rows.map((row) => (
        <PhaseCells key={row.row.key} {...{ words, open, onOpen }} row={row} isTinted={!view.hasTargets} />
      ))}
    </div>
  )
}

function PhaseCells({
  row: { row, cells },
  words,
  open,
  onOpen,
  isTinted,
}: Omit<Props, 'view' | 'className'> & { row: HeatRow; isTinted: boolean }) {
  const text = useText('coverage')
  const shown = cells.filter(({ fresh, stale, target }) => fresh + stale > 0 || target !== null)
  return (
    <section>
      <h2 className="flex items-center gap-2 font-sans text-base font-[550] tracking-normal">
        {row.letter === null ? null : <PhaseLetter letter={row.letter} />}
        <span className="min-w-0 flex-1 truncate">{words.rowName(row.key)}</span>
        {row.score ? (
          <span className="flex shrink-0 items-center gap-2 font-medium tabular-nums">
            <ScoreBar value={row.score.reached / row.score.wanted} />
            {words.percent(row.score.percent)}
          </span>
        ) : null}
      </h2>
      <ul className="mt-2 border-t">
        {shown.map((cell) => (
          <li key={cell.column} className="border-b">
            <CellRow cell={cell} {...{ words, open, onOpen, isTinted }} />
          </li>
        ))}
        <li className="border-b">
          <button
            type="button"
            data-cell={placeText({ row: row.key, column: null })}
            onClick={() => onOpen({ row: row.key, column: null })}
            className="flex min-h-11 w-full items-center gap-2 text-start text-sm text-ink-2"
          >
            <span className="flex-1">{text('inAll', { distinct: row.distinct })}</span>
            <ChevronRight aria-hidden className="size-4 text-ink-3" />
          </button>
        </li>
      </ul>
    </section>
  )
}

function CellRow({
  cell,
  words,
  open,
  onOpen,
  isTinted,
}: Omit<Props, 'view' | 'className'> & { cell: HeatCell; isTinted: boolean }) {
  const text = useText('coverage')
  const format = useFormatter()
  const place = { row: cell.row, column: cell.column }
  return (
    <button
      type="button"
      data-cell={placeText(place)}
      aria-current={open !== null && placeText(open) === placeText(place) ? 'true' : undefined}
      onClick={() => onOpen(place)}
      className="flex min-h-11 w-full items-center gap-3 py-1.5 text-start"
    >
      <span className="sr-only">{words.cellText(cell.row, cell.column, cell, cell.delta)}</span>
      <span
        aria-hidden
        data-swatch
        className={cn(
          'grid h-6 w-16 shrink-0 grid-cols-[1rem_1fr] items-center rounded px-1.5 text-sm font-medium',
          stateStyle[cell.state],
        )}
      >
        <StateMark state={cell.state} className="size-2.5" />
        <span className="col-start-2 text-end tabular-nums">
          {format.number(cell.fresh)}
          {cell.target ? <span className="text-2xs font-normal">/{format.number(cell.target.ideal)}</span> : null}
        </span>
      </span>
      <span aria-hidden className="min-w-0 flex-1 truncate">
        {words.columnName(cell.column)}
      </span>
      <span aria-hidden className="shrink-0 text-xs text-ink-2">
        {[isTinted ? '' : words.stateName(cell.state), cell.stale > 0 ? text('plusStale', { stale: cell.stale }) : '']
          .filter(Boolean)
          .join(' · ')}
      </span>
    </button>
  )
}
