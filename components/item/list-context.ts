import { type Sort, sort as sortSchema } from '@/server/domain/filter/filter.schema'

/** The list somebody came from: what was filtered, in which order. */
export interface ListContext {
  readonly filter: string
  readonly sort: Sort
}

const storeKey = (slug: string) => `etappe-list-${slug}`

/** Kept with the tab, so that two tabs with different lists walk their own. */
export function rememberList(slug: string, list: ListContext): void {
  try {
    sessionStorage.setItem(storeKey(slug), JSON.stringify(list))
  } catch {
    // A browser that keeps nothing walks the whole content instead.
  }
}

export function rememberedList(slug: string): ListContext | null {
  try {
    const stored: unknown = JSON.parse(sessionStorage.getItem(storeKey(slug)) ?? 'null')
    if (typeof stored !== 'object' || stored === null || !('filter' in stored) || !('sort' in stored)) return null
    const sort = sortSchema.safeParse(stored.sort)
    return typeof stored.filter === 'string' && sort.success ? { filter: stored.filter, sort: sort.data } : null
  } catch {
    return null
  }
}
