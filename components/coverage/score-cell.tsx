'use client'

import { fixedEnd } from '@/components/coverage/fixed-columns'
import type { GridSpotProps } from '@/components/coverage/grid-keys'
import type { CoverageWords } from '@/components/coverage/use-coverage-words'
import { useText } from '@/components/i18n/use-text'
import { cn } from '@/components/ui/class-names'
import { ScoreBar } from '@/components/ui/progress'
import { Tooltip } from '@/components/ui/tooltip'
import type { CoverageRow } from '@/server/domain/coverage/coverage.schema'

interface Props {
  row: CoverageRow
  words: CoverageWords
  /** Room for the number only. */
  isNarrow: boolean
  onOpen: () => void
  spot: GridSpotProps
}

/** How much of what a phase wants is there; its sum shows when pointed at or focused, and is always said. */
export function ScoreCell({ row, words, isNarrow, onOpen, spot }: Props) {
  const text = useText('coverage')
  const { score } = row
  if (!score)
    return (
      <td className={cn(fixedEnd, 'p-0')}>
        <button type="button" {...spot} onClick={onOpen} className={scoreStyle}>
          <span className="sr-only">{text('score.none', { phase: words.rowName(row.key) })}</span>
        </button>
      </td>
    )
  const { reached, wanted } = score
  const percent = words.percent(score.percent)
  const sum = text('score.sum', { phase: words.rowName(row.key), reached, wanted, percent })
  return (
    <td className={cn(fixedEnd, 'p-0')}>
      <Tooltip text={sum} side="left">
        <button type="button" {...spot} aria-label={sum} data-score={row.key} onClick={onOpen} className={scoreStyle}>
          {isNarrow ? null : <ScoreBar value={reached / wanted} />}
          <span className="min-w-9 tabular-nums">{percent}</span>
        </button>
      </Tooltip>
    </td>
  )
}

const scoreStyle =
  'flex h-8 w-full items-center gap-2 rounded ps-2.5 text-start text-sm font-medium whitespace-nowrap hover:outline-1 hover:outline-ink-3 focus-visible:outline-2 focus-visible:outline-focus'
