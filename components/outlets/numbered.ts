/** Each with its number as a key: for lists that are drawn once and may hold the same twice. */
export const numbered = <T>(list: readonly T[]): { readonly value: T; readonly id: string }[] =>
  list.map((value, n) => ({ value, id: String(n) }))
