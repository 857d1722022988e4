import type { Term } from '@/server/domain/vocabulary/vocabulary.schema'

type Member = Pick<Term<'campaign'>, 'key' | 'details'>

/**
 * A campaign and everything under it, itself first. What stands above is told by `details.parent`; a circle of parents, which
 * two people can make at once, is walked once.
 */
export function familyOf(key: string, campaigns: readonly Member[]): string[] {
  const found = [key]
  for (const one of found)
    for (const { key: child, details } of campaigns) if (details.parent === one && !found.includes(child)) found.push(child)
  return found
}

/** Each with those it stands under; what names a campaign that is gone stands under nothing there. */
export function withThoseAbove(keys: readonly string[], campaigns: ReadonlyMap<string, Member>): readonly string[] {
  const found = [...keys]
  for (const one of found) {
    const parent = campaigns.get(one)?.details.parent ?? null
    if (parent !== null && campaigns.has(parent) && !found.includes(parent)) found.push(parent)
  }
  return found.length === keys.length ? keys : found
}

/** Each campaign behind the one it stands under, as far as that is shown too; otherwise the order stays. A circle begins with its first. */
export function inFamilies<T extends Member>(rows: readonly T[]): { row: T; depth: number }[] {
  const shown = new Set(rows.map(({ key }) => key))
  const placed = new Set<string>()
  const found: { row: T; depth: number }[] = []
  const place = (row: T, depth: number) => {
    if (placed.has(row.key)) return
    placed.add(row.key)
    found.push({ row, depth })
    for (const child of rows) if (child.details.parent === row.key) place(child, depth + 1)
  }
  for (const row of rows) if (row.details.parent === null || !shown.has(row.details.parent)) place(row, 0)
  for (const row of rows) place(row, 0)
  return found
}
