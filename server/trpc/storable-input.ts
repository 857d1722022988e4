/**
 * Input without what PostgreSQL cannot keep as text: the NUL character and halves of surrogate pairs. Nobody types them; they come
 * from damaged copies, and SQLite would keep them, so both databases get the same. What holds none is handed back as it is.
 */
export function storable(value: unknown): unknown {
  if (typeof value === 'string') return cleaned(value)
  if (Array.isArray(value)) {
    const list = value.map(storable)
    return list.some((entry, at) => entry !== value[at]) ? list : value
  }
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype) return value
  const pairs = Object.entries(value)
  const kept = pairs.map(([name, entry]): [string, unknown] => [cleaned(name), storable(entry)])
  return kept.some(([name, entry], at) => name !== pairs[at]?.[0] || entry !== pairs[at]?.[1]) ? Object.fromEntries(kept) : value
}

function cleaned(text: string): string {
  const whole = text.isWellFormed() ? text : text.toWellFormed()
  return whole.includes('\0') ? whole.replaceAll('\0', '') : whole
}
