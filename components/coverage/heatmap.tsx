'use client'

import { type Place, placeText } from '@/components/coverage/coverage-address'
import { fadingEnd, fixedEnd, fixedStart } from '@/components/coverage/fixed-columns'
import { type GridSpotProps, useGridKeys } from '@/components/coverage/grid-keys'
import { HeatmapCell } from '@/components/coverage/heatmap-cell'
import { ColumnHeads, GroupHead, RowHead } from '@/components/coverage/heatmap-heads'
import { ScoreCell } from '@/components/coverage/score-cell'
import { TotalCell } from '@/components/coverage/total-cell'
import type { CoverageWords } from '@/components/coverage/use-coverage-words'
import { useText } from '@/components/i18n/use-text'
import { cn } from '@/components/ui/class-names'
import { ScrollRegion } from '@/components/ui/scroll-region'
import type { CoveragePicture } from '@/server/domain/coverage/coverage-picture.schema'
import type { HeatmapView } from '@/server/domain/coverage/heatmap-view.rules'

interface Props {
  picture: CoveragePicture
  view: HeatmapView
  words: CoverageWords
  open: Place | null
  onOpen: (place: Place) => void
  className?: string
}

/** Names stand upright while all columns fit this many pixels without breaking a word; else they are turned. */
const uprightSpace = 780
const turnedColumn = 32
/** Beside an open panel there is less room, and more of the picture counts than comfort. */
const narrowColumn = 28
const spacing = 3

function columnWidth(columns: HeatmapView['columns'], words: CoverageWords): number {
  const longest = Math.max(0, ...columns.flatMap(({ key }) => words.columnName(key).split(/[\s-]/)).map(({ length }) => length))
  return Math.max(56, Math.round(longest * 6.6) + 8)
}

/** Phases against one other dimension, as a real table: arrows move, Enter opens what is behind a number. */
export function Heatmap({ picture, view, words, open, onOpen, className }: Props) {
  const text = useText('coverage')
  const { columns, groups } = view
  const hasScores = picture.lens === null && picture.rows.some(({ score }) => score !== null)
  const rows = groups.flatMap((group) => group.rows)
  const width = columns.length + (hasScores ? 2 : 1)
  const spotProps = useGridKeys({ rows: rows.length + 1, columns: width })
  const isOpen = (place: Place) => open !== null && placeText(open) === placeText(place)
  const upright = columnWidth(columns, words)
  const isTurned = columns.length * upright > uprightSpace
  const isNarrow = isTurned && open !== null
  const minimum =
    152 +
    (isTurned ? 48 : 80) +
    (hasScores ? (isNarrow ? 64 : 108) : 0) +
    columns.length * (isNarrow ? narrowColumn : isTurned ? turnedColumn : upright) +
    (columns.length + 4) * spacing
  const label = text('gridLabel', { by: picture.by })
  let spot = -1

  return (
    <ScrollRegion label={label} className={cn('-mx-1 overflow-y-hidden px-1 py-1', hasScores ? null : fadingEnd, className)}>
      <table
        aria-label={label}
        style={{ minWidth: `${minimum / 16}rem` }}
        className="w-full table-fixed border-separate border-spacing-0.75 tabular-nums"
      >
        <ColumnHeads columns={columns} words={words} {...{ isTurned, isNarrow, hasScores }} />
        {groups.map(({ group, rows: ofGroup }) => (
          <tbody key={group ?? 'beside'}>
            <GroupHead group={group} span={width + 1} isOnly={groups.length === 1} />
            {ofGroup.map(({ row, cells }) => {
              spot += 1
              const at = spot
              return (
                <tr key={row.key}>
                  <RowHead row={row} words={words} />
                  {cells.map((cell, column) => {
                    const place = { row: cell.row, column: cell.column }
                    return (
                      <HeatmapCell
                        key={cell.column}
                        cell={cell}
                        words={words.cellText(cell.row, cell.column, cell, cell.delta)}
                        isTinted={!view.hasTargets}
                        isDense={isTurned}
                        isOpen={isOpen(place)}
                        place={placeText(place)}
                        onOpen={() => onOpen(place)}
                        spot={spotProps(at, column)}
                      />
                    )
                  })}
                  <TotalCell
                    place={{ row: row.key, column: null }}
                    count={row.distinct}
                    {...{ words, open, onOpen }}
                    spot={spotProps(at, columns.length)}
                  />
                  {hasScores ? (
                    <ScoreCell
                      row={row}
                      words={words}
                      isNarrow={isNarrow}
                      onOpen={() => onOpen({ row: row.key, column: null })}
                      spot={spotProps(at, columns.length + 1)}
                    />
                  ) : null}
                </tr>
              )
            })}
          </tbody>
        ))}
        <tfoot>
          <tr>
            <th scope="row" className={cn(fixedStart, 'pe-2 text-start text-sm font-normal text-ink-2')}>
              {text('distinct')}
            </th>
            {columns.map((column, at) => (
              <TotalCell
                key={column.key}
                place={{ row: null, column: column.key }}
                count={column.distinct}
                {...{ words, open, onOpen }}
                spot={spotProps(rows.length, at)}
              />
            ))}
            <TotalCell
              place={{ row: null, column: null }}
              count={picture.total}
              isWhole
              {...{ words, open, onOpen }}
              spot={spotProps(rows.length, columns.length)}
            />
            {hasScores ? (
              <ReadinessCell
                picture={picture}
                words={words}
                isNarrow={isNarrow}
                onOpen={() => onOpen({ row: null, column: null })}
                spot={spotProps(rows.length, columns.length + 1)}
              />
            ) : null}
          </tr>
        </tfoot>
      </table>
    </ScrollRegion>
  )
}

interface ReadinessProps extends Pick<Props, 'picture' | 'words'> {
  isNarrow: boolean
  onOpen: () => void
  spot: GridSpotProps
}

function ReadinessCell({ picture: { readiness }, words, isNarrow, spot, onOpen }: ReadinessProps) {
  const text = useText('coverage')
  if (!readiness) return <td />
  const percent = words.percent(readiness.percent)
  return (
    <td className={cn(fixedEnd, 'p-0')}>
      <button
        type="button"
        {...spot}
        aria-label={text('readiness.cell', { percent })}
        onClick={onOpen}
        className={cn(
          'h-7 w-full rounded text-start text-sm font-semibold whitespace-nowrap hover:outline-1 hover:outline-ink-3 focus-visible:outline-2 focus-visible:outline-focus',
          isNarrow ? 'ps-2.5' : 'ps-15.5',
        )}
      >
        {percent}
      </button>
    </td>
  )
}
