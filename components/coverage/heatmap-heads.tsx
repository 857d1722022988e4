'use client'

import { fixedEnd, fixedStart } from '@/components/coverage/fixed-columns'
import type { CoverageWords } from '@/components/coverage/use-coverage-words'
import { useText } from '@/components/i18n/use-text'
import { cn } from '@/components/ui/class-names'
import { PhaseLetter } from '@/components/ui/tag'
import type { CoverageColumn, CoverageRow, PurchaseGroup } from '@/server/domain/coverage/coverage.schema'

interface ColumnHeadsProps {
  columns: readonly CoverageColumn[]
  words: CoverageWords
  isTurned: boolean
  isNarrow: boolean
  hasScores: boolean
}

export function ColumnHeads({ columns, words, isTurned, isNarrow, hasScores }: ColumnHeadsProps) {
  const text = useText('coverage')
  return (
    <thead>
      <tr>
        <th scope="col" className={cn(fixedStart, 'w-38')}>
          <span className="sr-only">{text('phase')}</span>
        </th>
        {columns.map(({ key }) => (
          <th key={key} scope="col" className={headStyle}>
            <ColumnName name={words.columnName(key)} isTurned={isTurned} />
          </th>
        ))}
        <th scope="col" className={cn(headStyle, isTurned ? 'w-12' : 'w-20')}>
          <ColumnName name={text('distinct')} isTurned={isTurned} />
        </th>
        {hasScores ? (
          <th scope="col" className={cn(headStyle, fixedEnd, 'ps-2.5 text-start text-sm text-ink', isNarrow ? 'w-16' : 'w-26')}>
            {text('phaseScore')}
          </th>
        ) : null}
      </tr>
    </thead>
  )
}

function ColumnName({ name, isTurned }: { name: string; isTurned: boolean }) {
  if (!isTurned) return <span className="hyphens-auto wrap-anywhere">{name}</span>
  return <span className="inline-block max-h-36 rotate-180 text-start leading-[1.15] [writing-mode:vertical-rl]">{name}</span>
}

const headStyle = 'px-0.5 pt-1 pb-1.5 text-center align-bottom text-xs leading-tight font-medium text-ink-2'

/** Before, during or after the purchase. */
export function GroupHead({ group, span, isOnly }: { group: PurchaseGroup | null; span: number; isOnly: boolean }) {
  const text = useText('coverage')
  if (group === null && isOnly) return null
  return (
    <tr>
      <th scope="rowgroup" colSpan={span} className="pt-3 pb-0.5 text-start text-xs leading-none font-medium text-ink-3">
        <span className="sticky start-0">{text(`group.${group ?? 'beside'}`)}</span>
      </th>
    </tr>
  )
}

export function RowHead({ row, words }: { row: CoverageRow; words: CoverageWords }) {
  return (
    <th scope="row" className={cn(fixedStart, 'pe-2 text-start font-medium')}>
      <span className="flex items-center gap-2.25">
        {row.letter === null ? null : <PhaseLetter letter={row.letter} />}
        <span className={cn('min-w-0 leading-tight hyphens-auto wrap-anywhere', row.letter === null && 'font-normal text-ink-2')}>
          {words.rowName(row.key)}
        </span>
      </span>
    </th>
  )
}
