import { useMemo, useState } from 'react'
import { creatable, groupOptions, inOrderOfMatch, matchesQuery, type Option } from '@/components/ui/option'

/** What both comboboxes take. */
export interface ComboboxItems<V extends string> {
  items: readonly Option<V>[]
  /** Options that are chosen but not among `items`, when those come from a search. */
  knownItems?: readonly Option<V>[]
  /** Hears what is typed. With `filter={false}` the caller answers with new `items`. */
  onQueryChange?: (query: string) => void
  filter?: boolean
  loading?: boolean
  /** Offers to create what is typed when no option has that name. */
  onCreate?: (name: string) => void
}

const createValue = '\u0000create'
export const isCreateOption = (option: Option) => option.value === createValue

/** The query and the options to show for it. */
export function useComboboxOptions<V extends string>(source: ComboboxItems<V>) {
  const { items, knownItems, onQueryChange, onCreate, filter = true } = source
  const [query, setQuery] = useState('')
  const byValue = useMemo(
    () => new Map<string, Option<V>>([...(knownItems ?? []), ...items].map((option) => [option.value, option])),
    [items, knownItems],
  )
  const newName = onCreate ? creatable([...byValue.values()], query) : null
  const groups = useMemo(() => {
    const found = groupOptions(filter ? inOrderOfMatch(items, query) : items)
    if (newName === null) return found
    return [...found, { value: '', items: [{ value: createValue as V, label: newName }] }]
  }, [items, newName, filter, query])
  return {
    query,
    groups,
    changeQuery(next: string) {
      setQuery(next)
      onQueryChange?.(next)
    },
    /** Keeps a value visible whose option is not known (yet). */
    optionOf: (value: V): Option<V> => byValue.get(value) ?? { value, label: value },
    matches: filter ? (option: Option<V>, typed: string) => isCreateOption(option) || matchesQuery(option, typed) : null,
  }
}

/**
 * Base UI empties a closed combobox on Escape; here Escape only ever closes something, so a second press must not
 * cost the tags. Returns whether the change was such a one.
 */
export function refuseEscape(details: { reason: string; cancel: () => void; allowPropagation: () => void }): boolean {
  if (details.reason !== 'escape-key') return false
  details.cancel()
  details.allowPropagation()
  return true
}
