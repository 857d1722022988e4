import fc from 'fast-check'
import { expect, test } from 'vitest'
import { differenceOf } from '@/db/stores/item-log'
import type { StoredItem } from '@/db/stores/items'
import { combined } from '@/server/domain/history/undo.rules'
import { itemBefore } from '@/server/domain/history/version.rules'

const instant = new Date('2026-03-01T10:00:00Z')
const keys = fc.subarray(['a', 'b', 'c'])
/** A field without a value is not stored. */
const filled = fc.oneof(fc.string({ minLength: 1 }), fc.boolean(), fc.array(fc.string(), { minLength: 1 }))
const state = fc.record({
  title: fc.string({ minLength: 1, maxLength: 5 }),
  purpose: fc.option(fc.constantFrom('inform', 'thank')),
  note: fc.string({ maxLength: 3 }),
  dueOn: fc.option(fc.constantFrom('2026-01-01', '2026-02-02')),
  publishedAt: fc.option(fc.date({ min: new Date(0), max: instant, noInvalidDate: true })),
  fields: fc.dictionary(fc.constantFrom('subject', 'sendsThanks', 'hashtags'), filled),
  tags: fc.record({ phase: keys, channel: keys, persona: keys, topic: keys, question: keys, campaign: keys }),
  body: fc.string({ maxLength: 10 }),
})
type State = typeof state extends fc.Arbitrary<infer S> ? S : never

function stored({ body: _body, ...columns }: State): StoredItem {
  const empty = { url: null, urlKey: null, locale: null, ownerId: null, plannedFor: null, publishAt: null, unpublishAt: null }
  const times = {
    statusSince: instant,
    createdAt: instant,
    updatedAt: instant,
    createdBy: null,
    deletedAt: null,
    reviewBy: null,
    rank: null,
  }
  const names = { workspaceId: 'w', id: 'i', groupId: 'i', type: 'page', step: 'idea', vague: [], revision: 1 }
  return { ...empty, ...times, ...names, ...columns }
}

/** The log of a life, oldest first: one entry per change that changed something. */
function logOf(states: readonly State[]) {
  return states.slice(1).flatMap((next, n) => {
    const last = states[n]
    if (!last) return []
    const { body, tags, ...columns } = next
    const log = differenceOf(stored(last), { columns, tags, body }, last.body, 'edit')?.log
    // As it comes back from the database.
    return log ? [{ ...(JSON.parse(JSON.stringify(log)) as typeof log), seq: n + 1, from: n }] : []
  })
}

const sets = (item: Pick<StoredItem, 'tags'>) =>
  Object.values(item.tags).map((list) => [...new Set(list)].sort((a, b) => (a < b ? -1 : 1)))

const expectSame = (rolled: { item: StoredItem; body: string }, was: State) => {
  const { tags: _tags, ...item } = rolled.item
  const { tags: _also, ...then } = stored(was)
  expect(item).toEqual(then)
  expect(sets(rolled.item)).toEqual(sets(stored(was)))
  expect(rolled.body).toBe(was.body)
}

test('every version of an item can be had back from its log', () => {
  fc.assert(
    fc.property(fc.array(state, { minLength: 2, maxLength: 6 }), (states) => {
      const log = logOf(states)
      const newest = states.at(-1)
      if (!newest) return
      states.forEach((was, n) => {
        const later = log.filter(({ from }) => from >= n).reverse()
        expectSame(itemBefore(stored(newest), newest.body, later), was)
      })
    }),
  )
})

test('several changes of one item in a change set are taken back as one', () => {
  fc.assert(
    fc.property(fc.array(state, { minLength: 2, maxLength: 5 }), (states) => {
      const [oldest, newest] = [states[0], states.at(-1)]
      const rows = logOf(states).reverse()
      const [whole] = combined(rows)
      if (!oldest || !newest || !whole) return
      const entry = { subjectId: whole.id, seq: 1, before: whole.before, after: whole.after }
      expectSame(itemBefore(stored(newest), newest.body, [entry]), oldest)
    }),
  )
})

test('a change that changes nothing leaves no trace, whatever the order of tags', () => {
  fc.assert(
    fc.property(state, (was) => {
      const { body, tags, ...columns } = was
      const turned = Object.fromEntries(Object.entries(tags).map(([name, list]) => [name, [...list].reverse()]))
      expect(differenceOf(stored(was), { columns, tags: turned, body }, body, 'edit')).toBeUndefined()
    }),
  )
})
