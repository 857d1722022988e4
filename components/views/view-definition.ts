/** What of an address is no part of a view: which one it is, what is open beside it, and the days that are looked at just now. */
const passing = ['view', 'peek', 'cell', 'at']

/** The search part of an address as a view keeps it: equal addresses give equal text. */
export function definitionOf(search: URLSearchParams): string {
  const kept = [...search].filter(([name]) => !passing.includes(name))
  kept.sort(([a, x], [b, y]) => (a === b ? (x < y ? -1 : 1) : a < b ? -1 : 1))
  return new URLSearchParams(kept).toString()
}
