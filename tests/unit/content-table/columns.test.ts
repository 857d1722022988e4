import { describe, expect, test } from 'vitest'
import { builtInColumns, type Column, cellValue, editOf, fieldColumn, patched } from '@/components/content/columns'
import { item } from '@/tests/fixtures/exchange/world'

const zone = 'Europe/Berlin'
const column = (id: string): Column => {
  const found = builtInColumns.find((known) => known.id === id)
  if (!found) throw new Error(`no column ${id}`)
  return { ...found, label: id }
}

describe('a cell', () => {
  test('shows instants as the clock of the workspace shows them, and gives the same instant back', () => {
    const row = item({ id: 'i1', publishedAt: new Date('2026-07-01T10:30:00Z') })
    const value = cellValue(row, column('publishedAt'), zone)
    expect(value).toBe('2026-07-01T12:30')
    expect(editOf(column('publishedAt'), value, zone)).toEqual({ publishedAt: row.publishedAt })
  })

  test('a day without a time begins at midnight of the workspace', () => {
    expect(editOf(column('publishAt'), '2026-01-02', zone)).toEqual({ publishAt: new Date('2026-01-01T23:00:00Z') })
  })

  test('an emptied cell is saved as empty: no text, no tags, no date', () => {
    expect(editOf(column('url'), '', zone)).toEqual({ url: null })
    expect(editOf(column('phase'), [], zone)).toEqual({ tags: { phase: [] } })
    expect(editOf(column('dueOn'), null, zone)).toEqual({ dueOn: null })
    expect(editOf(column('note'), null, zone)).toEqual({ note: '' })
  })

  test('a field of a type is saved under its key, lists entry by entry', () => {
    const list = fieldColumn({ key: 'steps', kind: 'list', name: { en: 'Steps', de: 'Schritte' } }, 'Steps')
    expect(editOf(list, ['one', 'two'], zone)).toEqual({ fields: { steps: ['one', 'two'] } })
    expect(editOf(list, 'one\ntwo\n', zone)).toEqual({ fields: { steps: ['one', 'two'] } })
  })
})

test('the row shown at once has the new status kind, tags and fields, and keeps the rest', () => {
  const row = item({
    id: 'i1',
    tags: { phase: ['a'], channel: ['web'], persona: [], topic: [], question: [], campaign: [] },
    fields: { slug: 'x' },
  })
  const shown = patched(row, { step: 'live', tags: { phase: ['b'] }, fields: { length: 3 } }, () => 'published')
  expect(shown.status).toBe('published')
  expect(shown.tags).toMatchObject({ phase: ['b'], channel: ['web'] })
  expect(shown.fields).toEqual({ slug: 'x', length: 3 })
})
