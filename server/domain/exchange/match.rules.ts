import { normaliseAddress } from '@/server/domain/exchange/address.rules'
import type { ExistingKey, ImportRow, MatchedBy, Reason } from '@/server/domain/exchange/exchange.schema'
import { foldTitle } from '@/server/domain/exchange/fold.rules'

export type Match =
  | { readonly kind: 'existing'; readonly id: string; readonly by: MatchedBy }
  /** `identity` is the same for rows that would make the same new item. */
  | { readonly kind: 'new'; readonly identity: string | null }
  | { readonly kind: 'refused'; readonly outcome: 'skipped' | 'failed'; readonly reason: Omit<Reason, 'row'> }

const STEP = 1_000
const ROWS_A_STEP = 100
/** How many of several candidates a reason names. */
const NAMED = 5

/**
 * Finds for every row the item it speaks of: by id, else by normalised address, else by title with type. Only what the rows
 * ask for is kept of the items, so the cost of 100,000 items is one look at each. Yields now and then.
 */
export function* matchRows(
  rows: readonly ImportRow[],
  existing: Iterable<ExistingKey>,
  isOwn: boolean,
): Generator<number, Match[]> {
  const wanted = {
    ids: new Map<string, ExistingKey[]>(),
    addresses: new Map<string, ExistingKey[]>(),
    titles: new Map<string, ExistingKey[]>(),
  }
  const keys: { id: string | null; address: string | null; titled: string | null }[] = []
  for (const [i, row] of rows.entries()) {
    if (i % ROWS_A_STEP === 0) yield i
    const address = row.edit.url ? normaliseAddress(row.edit.url) : null
    const title = row.edit.title ?? (address === null ? row.defaults.title : undefined)
    const type = row.edit.type ?? row.defaults.type
    const titled = title && type ? titleKey(title, type) : null
    if (row.id !== null) wanted.ids.set(row.id, [])
    if (address !== null) wanted.addresses.set(address, [])
    if (titled !== null) wanted.titles.set(titled, [])
    keys.push({ id: row.id, address, titled })
  }
  const hasRowsWithoutAddress = keys.some(({ address }) => address === null)
  let seen = 0
  for (const item of existing) {
    if (++seen % STEP === 0) yield seen
    wanted.ids.get(item.id)?.push(item)
    if (item.isDeleted) continue
    if (item.url !== null && wanted.addresses.size > 0) wanted.addresses.get(normaliseAddress(item.url) ?? '')?.push(item)
    // An item with an address is found by its title only where a row has none.
    if (wanted.titles.size > 0 && (item.url === null || hasRowsWithoutAddress))
      wanted.titles.get(titleKey(item.title, item.type))?.push(item)
  }
  const matches: Match[] = []
  for (const [i, { id, address, titled }] of keys.entries()) {
    if (i % STEP === 0) yield seen
    const byId = id === null ? undefined : wanted.ids.get(id)?.[0]
    if (byId?.isDeleted) {
      matches.push({
        kind: 'refused',
        outcome: 'skipped',
        reason: { messageKey: 'exchange.skipped.inTrash', details: { title: byId.title } },
      })
      continue
    }
    if (byId) {
      matches.push({ kind: 'existing', id: byId.id, by: 'id' })
      continue
    }
    const byAddress = address === null ? [] : (wanted.addresses.get(address) ?? [])
    // Two addresses are two items, whatever their titles; only where one side has none does the title decide.
    const byTitle = titled === null ? [] : (wanted.titles.get(titled) ?? []).filter(({ url }) => address === null || url === null)
    const [candidates, by] = byAddress.length > 0 ? ([byAddress, 'address'] as const) : ([byTitle, 'title'] as const)
    if (candidates.length > 1) matches.push(ambiguous(candidates, by))
    else if (candidates[0]) matches.push({ kind: 'existing', id: candidates[0].id, by })
    // Ids in our own file tell items apart that share address or title; ids of other systems only name their records.
    else
      matches.push({
        kind: 'new',
        identity: isOwn && id !== null ? `id ${id}` : address !== null ? `address ${address}` : titled && `title ${titled}`,
      })
  }
  return matches
}

function ambiguous(candidates: readonly ExistingKey[], by: 'address' | 'title'): Match {
  const names = candidates
    .slice(0, NAMED)
    .map(({ title, id }) => `${title} (${id})`)
    .join(', ')
  return {
    kind: 'refused',
    outcome: 'failed',
    reason: { messageKey: `exchange.failed.ambiguous.${by}`, details: { count: candidates.length, candidates: names } },
  }
}

/** Items of one type whose titles differ only in case and blanks. */
export const titleKey = (title: string, type: string) => `${type} ${foldTitle(title)}`
