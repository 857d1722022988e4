import { type Filter, filterFields } from '@/server/domain/filter/filter.schema'
import { formatFilter, formatValue, isFilterField, parseFilter } from '@/server/domain/filter/filter-text.rules'

/** A filter in one form, however its clauses were put together: page and component then ask the same question. */
export function filterText(filter: Filter): string {
  const named = filter.map((clause) => ({ clause, name: `${clause.field}=${formatValue(clause)}` }))
  return formatFilter(named.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0)).map(({ clause }) => clause))
}

/** The filter of an address. `others` are names that belong to the screen; what nobody knows is in `ignored`. */
export function filterOfAddress(parameters: URLSearchParams, others: readonly string[]) {
  return parseFilter(parameters, new Set(others))
}

/** The names under which a filter may stand in an address besides those of the screen. */
export function filterNames(present: Iterable<string>, others: readonly string[]): string[] {
  const names = new Set<string>(Object.keys(filterFields))
  for (const name of present) if (isFilterField(name)) names.add(name)
  for (const name of others) names.delete(name)
  return [...names]
}

/** Values by name, as they are to stand in the address; a name may come more than once. */
export function addressOfFilter(filter: Filter, names: readonly string[]): Record<string, string[] | null> {
  const values: Record<string, string[] | null> = Object.fromEntries(names.map((name) => [name, null]))
  for (const clause of filter) values[clause.field] = [...(values[clause.field] ?? []), formatValue(clause)]
  return values
}

/** A page's search parameters as Next gives them. */
export function parametersOf(search: Record<string, string | string[] | undefined>): URLSearchParams {
  const pairs = Object.entries(search).flatMap(([name, value]) =>
    (Array.isArray(value) ? value : value === undefined ? [] : [value]).map((one): [string, string] => [name, one]),
  )
  return new URLSearchParams(pairs)
}
