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
