import { type Sort, type SortField, sortFields } from '@/server/domain/filter/filter.schema'

/** What stands in the address of the content screen besides the filter. */
export const contentNames: readonly string[] = ['sort', 'view', 'peek']

export const pageSize = 100

/** What the table shows when the address names no order: the newest first, which no edit changes. */
export const usualSort: Sort = [{ field: 'createdAt', descending: true }]

const isSortField = (name: string): name is SortField => sortFields.some((known) => known === name)

/** `sort=-publishedAt,title`: newest first, equal ones by title. Names nobody knows are passed over. */
export function sortOfText(text: string | null | undefined): Sort {
  const read = (text ?? '').split(',').flatMap((part) => {
    const name = part.replace(/^-/, '')
    return isSortField(name) ? [{ field: name, descending: part.startsWith('-') }] : []
  })
  return read.slice(0, 5)
}

export const sortText = (sort: Sort): string => sort.map(({ field, descending }) => `${descending ? '-' : ''}${field}`).join(',')

/** A full-text query without an order of its own comes best match first. */
export function effectiveSort(sort: Sort, isSearching: boolean): Sort {
  if (sort.length > 0) return sort
  return isSearching ? [{ field: 'relevance', descending: true }] : usualSort
}

/** Pressing a heading: ascending, descending, off. With Shift the column joins the order instead of replacing it. */
export function nextSort(sort: Sort, field: SortField, joins: boolean): Sort {
  const current = sort.find((entry) => entry.field === field)
  const others = joins ? sort.filter((entry) => entry.field !== field) : []
  if (!current) return [...others, { field, descending: false }].slice(0, 5)
  return current.descending
    ? others
    : joins
      ? sort.map((entry) => (entry.field === field ? { field, descending: true } : entry))
      : [{ field, descending: true }]
}
