'use client'

import { useSearchParams } from 'next/navigation'
import { parseAsNativeArrayOf, parseAsString, useQueryStates } from 'nuqs'
import { useCallback, useMemo } from 'react'
import { addressOfFilter, filterNames, filterOfAddress, filterText } from '@/components/filter/filter-address'
import { deliberate, typing } from '@/components/shell/url-state'
import type { Filter } from '@/server/domain/filter/filter.schema'

export interface AddressFilter {
  readonly filter: Filter
  /** The same as text, for asking the server; equal filters have equal texts. */
  readonly text: string
  /** Parts of the address that nobody could read, as `name=value`. */
  readonly ignored: readonly string[]
  /** `typing` changes the entry of the history it is in; a deliberate step can be gone back from. */
  setFilter(next: Filter, how?: 'deliberate' | 'typing'): void
}

/** The filter that stands in the address. `others` are the names there that belong to the screen; give a constant. */
export function useFilter(others: readonly string[]): AddressFilter {
  const search = useSearchParams()
  const present = [...new Set(search.keys())].join('\n')
  const names = useMemo(() => filterNames(present.split('\n'), others), [present, others])
  const parsers = useMemo(() => Object.fromEntries(names.map((name) => [name, parseAsNativeArrayOf(parseAsString)])), [names])
  const [values, setValues] = useQueryStates(parsers)

  const read = useMemo(() => {
    const order = present.split('\n')
    const place = (name: string) => (order.includes(name) ? order.indexOf(name) : order.length)
    const pairs = Object.entries(values)
      .flatMap(([name, texts]) => texts.map((text): [string, string] => [name, text]))
      .sort(([a], [b]) => place(a) - place(b))
    const { filter, ignored } = filterOfAddress(new URLSearchParams(pairs), others)
    return { filter, ignored, text: filterText(filter) }
  }, [values, present, others])

  const unknown = useMemo(
    () => [...search].flatMap(([name, value]) => (names.includes(name) || others.includes(name) ? [] : [`${name}=${value}`])),
    [search, names, others],
  )
  const setFilter = useCallback(
    (next: Filter, how: 'deliberate' | 'typing' = 'deliberate') => {
      const wanted = filterNames([...names, ...next.map(({ field }) => field)], others)
      void setValues(addressOfFilter(next, wanted), how === 'typing' ? typing : deliberate)
    },
    [setValues, names, others],
  )
  return { filter: read.filter, text: read.text, ignored: [...read.ignored, ...unknown], setFilter }
}
