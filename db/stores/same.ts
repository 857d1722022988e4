/**
 * Whether two values are the same as the database keeps them: instants by their moment, records whatever the order of their
 * keys (PostgreSQL keeps its own), and what is missing like what is empty.
 */
export const sameValue = (a: unknown, b: unknown): boolean => a === b || canonical(a) === canonical(b)

/** A text that is equal for the same values; also names groups of equal ones. */
export function canonical(value: unknown): string {
  return JSON.stringify(value ?? null, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([x], [y]) => (x < y ? -1 : 1)))
      : part,
  )
}
