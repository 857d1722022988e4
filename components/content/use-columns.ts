'use client'

import { useMemo } from 'react'
import { builtInColumns, type Column, fieldColumn, usualColumns } from '@/components/content/columns'
import { useLocalized, useText } from '@/components/i18n/use-text'
import { usePreference } from '@/components/shell/use-preference'
import { useWorkspace } from '@/components/shell/workspace'

/** What a person made of the table, remembered with the account. */
interface Layout {
  readonly shown: readonly string[]
  readonly widths: Readonly<Record<string, number>>
}

export interface ColumnLayout {
  /** Every column there is. */
  readonly all: readonly Column[]
  /** The chosen ones in their order, with their widths; the title is always first. */
  readonly shown: readonly Column[]
  toggle(id: string): void
  move(id: string, by: -1 | 1): void
  resize(id: string, width: number): void
  reset(): void
}

export const narrowest = 72
export const broadest = 800

/** The columns of the table as this person arranged them. */
export function useColumns(): ColumnLayout {
  const text = useText('table.column')
  const localized = useLocalized()
  const { vocabulary } = useWorkspace()
  const [stored, store] = usePreference('content.columns', JSON.stringify({ shown: usualColumns, widths: {} }))

  const all = useMemo<readonly Column[]>(() => {
    const fields = new Map<string, Column>()
    for (const type of vocabulary.type)
      for (const field of type.details.fields)
        if (!fields.has(field.key)) fields.set(field.key, fieldColumn(field, localized(field.name)))
    return [...builtInColumns.map((column) => ({ ...column, label: text(column.id) })), ...fields.values()]
  }, [vocabulary, text, localized])

  const layout = useMemo(() => layoutOf(stored), [stored])
  const shown = useMemo(() => {
    const known = new Map(all.map((column) => [column.id, column]))
    return ['title', ...layout.shown.filter((id) => id !== 'title')].flatMap((id) => {
      const column = known.get(id)
      return column ? [{ ...column, width: layout.widths[id] ?? column.width }] : []
    })
  }, [all, layout])

  const save = (next: Layout) => store(JSON.stringify(next))
  return {
    all,
    shown,
    toggle(id) {
      const isShown = layout.shown.includes(id)
      save({ ...layout, shown: isShown ? layout.shown.filter((other) => other !== id) : [...layout.shown, id] })
    },
    move(id, by) {
      const order = shown.map((column) => column.id)
      const at = order.indexOf(id)
      const to = at + by
      if (at < 1 || to < 1 || to >= order.length) return
      save({ ...layout, shown: order.toSpliced(at, 1).toSpliced(to, 0, id) })
    },
    resize(id, width) {
      save({ ...layout, widths: { ...layout.widths, [id]: Math.round(Math.min(broadest, Math.max(narrowest, width))) } })
    },
    reset: () => save({ shown: usualColumns, widths: {} }),
  }
}

/** On a phone one column is all there is room for: the title, with what matters most below it. */
export const asCards = (layout: ColumnLayout): ColumnLayout => ({
  ...layout,
  shown: layout.shown.slice(0, 1).map((column) => ({ ...column, isCard: true })),
})

/** What was stored, or the usual layout where it cannot be read. */
function layoutOf(stored: string): Layout {
  try {
    const { shown, widths } = JSON.parse(stored) as Partial<Layout>
    if (Array.isArray(shown) && widths && typeof widths === 'object') return { shown, widths }
  } catch {
    // Stored by another version: the usual layout counts.
  }
  return { shown: usualColumns, widths: {} }
}
