import { type Placed, placeKey, ranksBetween } from '@/server/domain/filter/rank.rules'

export interface Spot {
  readonly at: 'top' | 'bottom' | 'before' | 'behind'
  /** The item beside which; when it is gone, `before` is the top and `behind` the bottom. */
  readonly anchor: Placed | undefined
}

/** A column as it will be: who stands where, and between which keys those that move come to stand. */
interface Order {
  readonly ids: readonly string[]
  readonly moving: readonly Placed[]
  readonly before: string | null
  readonly behind: string | null
}

const byPlace = (a: Placed, b: Placed): number => {
  const [x, y] = [placeKey(a), placeKey(b)]
  return x < y ? -1 : x > y ? 1 : a.id < b.id ? -1 : a.id > b.id ? 1 : 0
}

/** Those that move keep their order among themselves. Between two that share a key is no room: then beside both. */
export function orderAfter(cell: readonly Placed[], moving: readonly Placed[], { at, anchor }: Spot): Order {
  const gone = new Set(moving.map(({ id }) => id))
  const rest = cell.filter(({ id }) => !gone.has(id))
  const sorted = [...moving].sort(byPlace)
  const cut = cutOf(rest, at, anchor)
  const [left, right] = [rest[cut - 1], rest[cut]]
  return {
    ids: [...rest.slice(0, cut), ...sorted, ...rest.slice(cut)].map(({ id }) => id),
    moving: sorted,
    before: left ? placeKey(left) : null,
    behind: right ? placeKey(right) : null,
  }
}

function cutOf(rest: readonly Placed[], at: Spot['at'], anchor: Placed | undefined): number {
  if (at === 'top' || (at === 'before' && !anchor)) return 0
  if (at === 'bottom' || !anchor) return rest.length
  const key = placeKey(anchor)
  const end = rest.findIndex((one) => (at === 'before' ? placeKey(one) >= key : placeKey(one) > key))
  return end < 0 ? rest.length : end
}

export function ranksFor({ moving, before, behind }: Order): { id: string; before: string | null; after: string }[] {
  const ranks = ranksBetween(before, behind, moving.length)
  return moving.map(({ id, rank }, n) => ({ id, before: rank, after: ranks[n] ?? '' }))
}
