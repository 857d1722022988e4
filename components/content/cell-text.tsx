'use client'

import { type ReactNode, useMemo } from 'react'
import type { CellValue, Column } from '@/components/content/columns'
import type { FieldView } from '@/components/filter/use-filter-fields'
import { useLanguage, useText } from '@/components/i18n/use-text'
import { useWorkspace, type WorkspaceView } from '@/components/shell/workspace'
import { formatDay } from '@/components/ui/day-text'
import { StatusDot } from '@/components/ui/status-dot'
import { flatTagStyle } from '@/components/ui/tag'
import type { ItemRow } from '@/server/domain/content/item.schema'
import type { Locale } from '@/server/domain/wire.schema'

/** What cells need beside their item: worked out once for the table, as rows come and go by the hundred. */
export interface CellWords {
  readonly text: ReturnType<typeof useText<'table'>>
  readonly language: Locale
  readonly nameOf: WorkspaceView['nameOf']
  readonly term: WorkspaceView['term']
  readonly zone: string
  readonly base: string
  /** The workspace's day: reviews that are overdue are told apart. */
  readonly today: string
  wordOf(column: Column, key: string): string
}

export function useCellWords(fields: ReadonlyMap<string, FieldView>, today: string): CellWords {
  const text = useText('table')
  const language = useLanguage()
  const { nameOf, term, timeZone: zone, base } = useWorkspace()
  return useMemo(() => {
    const labels = new Map<string, ReadonlyMap<string, string>>()
    const labelsOf = (choices: string) => {
      const known = labels.get(choices)
      if (known) return known
      const made = new Map(fields.get(choices)?.options?.map(({ value, label }) => [value, label]))
      labels.set(choices, made)
      return made
    }
    const wordOf = ({ choices }: Column, key: string) => (choices === null ? undefined : labelsOf(choices).get(key)) ?? key
    return { text, language, nameOf, term, zone, base, today, wordOf }
  }, [fields, text, language, nameOf, term, zone, base, today])
}

/** One line of words and nothing beside them: the cell itself cuts it off. */
export const isOneLine = ({ id, kind }: Column): boolean => kind !== 'title' && kind !== 'tags' && id !== 'status'

/** What stands in a cell while nobody edits it. Plain markup without a component of its own: there are nine or more in every row. */
export function cellText(item: ItemRow, column: Column, value: CellValue, words: CellWords): ReactNode {
  const { text, language, nameOf, term, today } = words
  const wordOf = (key: string) => words.wordOf(column, key)

  if (value === null || value === '' || (Array.isArray(value) && value.length === 0)) return <span className="text-ink-3">–</span>
  if (column.id === 'title')
    return (
      <>
        <span className="truncate leading-tight font-semibold text-ink">{String(value)}</span>
        {column.isCard ? (
          <span className="flex min-w-0 items-center gap-2 text-xs leading-5 text-ink-2">
            <StatusDot progress={item.status} label={nameOf('step', item.step)} className="shrink-0" />
            <span className="truncate">
              {[
                ...item.tags.phase.map((key) => nameOf('phase', key)),
                ...item.tags.channel.map((key) => nameOf('channel', key)),
              ].join(' · ')}
            </span>
          </span>
        ) : item.url ? (
          <span className="truncate text-xs leading-tight text-ink-3 in-data-[density=compact]:hidden">
            {item.url.replace(/^https?:\/\/(www\.)?/, '')}
          </span>
        ) : null}
      </>
    )
  if (column.id === 'status') return <StatusDot progress={item.status} label={nameOf('step', item.step)} />
  if (column.kind === 'tags' && Array.isArray(value)) {
    // As many as can be read; names cut to a letter or two tell nothing.
    const places = Math.max(1, Math.floor((column.width - 20) / 80))
    const [readable, hidden] = value.length <= places ? [value, []] : [value.slice(0, places), value.slice(places)]
    return (
      <>
        {readable.map((key) => {
          const letter = column.id === 'phase' ? term('phase', key)?.details.letter : undefined
          return (
            <span key={key} className={flatTagStyle}>
              {letter === undefined ? null : (
                <span aria-hidden className="me-1 text-2xs font-semibold text-ink-3">
                  {letter}
                </span>
              )}
              {wordOf(key)}
            </span>
          )
        })}
        {hidden.length > 0 ? (
          <span className="shrink-0 text-xs text-ink-2" title={hidden.map(wordOf).join(', ')}>
            <span aria-hidden>+{hidden.length}</span>
            <span className="sr-only">{hidden.map(wordOf).join(', ')}</span>
          </span>
        ) : null}
      </>
    )
  }
  if (column.kind === 'choice') return wordOf(String(value))
  if (column.kind === 'yesNo') return value === true ? text('yes') : text('no')
  if (
    column.kind === 'day' ||
    column.kind === 'dayTime' ||
    column.kind === 'instant' ||
    (column.kind === 'readOnly' && column.field === undefined)
  ) {
    const [day = '', time] = String(value).split('T')
    const isStale = column.id === 'reviewBy' && day < today
    return (
      <>
        {isStale ? <span className="text-warning">{formatDay(day, language)}</span> : formatDay(day, language)}
        {time && time !== '00:00' && column.kind !== 'readOnly' ? <span className="text-ink-3"> {time}</span> : null}
        {isStale ? <span className="sr-only"> {text('stale')}</span> : null}
      </>
    )
  }
  if (column.kind === 'readOnly') return text('entries', { count: Number(value) })
  return Array.isArray(value) ? value.join(', ') : String(value)
}
