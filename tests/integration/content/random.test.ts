import fc from 'fast-check'
import { expect, test } from 'vitest'
import { connect } from '@/db/connect'
import { findBodies, listItemsAfter } from '@/db/stores/items'
import { freezeSelection, moveToTrash, purgeItems, runBulk } from '@/server/domain/content/bulk.commands'
import { createItem, saveItem } from '@/server/domain/content/item.commands'
import type { ItemEdit } from '@/server/domain/content/item.schema'
import type { Context } from '@/server/domain/context'
import { loadFacts } from '@/server/domain/facts/facts.queries'
import { factsAt } from '@/server/domain/facts/past.queries'
import { undoChangeSet } from '@/server/domain/history/undo.commands'
import { copyOfTemplate, testDatabase } from '@/tests/support/database'
import { emptyWorkspace, memberOf } from './world'

const db = testDatabase()

const phases = fc.subarray(['awareness', 'consideration', 'conversion', 'retention', 'advocacy'])
const channels = fc.subarray(['email', 'blog', 'phone', 'website'])
const edit: fc.Arbitrary<ItemEdit> = fc.record(
  {
    title: fc.constantFrom('Eins', 'Zwei', 'Drei zeitnah'),
    type: fc.constantFrom('email', 'page'),
    purpose: fc.constantFrom(null, 'thank', 'inform'),
    step: fc.constantFrom('idea', 'planned', 'in_review', 'published', 'archived'),
    url: fc.constantFrom(null, 'https://example.com/a', 'https://example.com/b'),
    note: fc.constantFrom('', 'note'),
    body: fc.constantFrom('', 'Text', 'Wir antworten umgehend'),
    fields: fc.constantFrom({}, { claims: null }, { claims: [] }),
    tags: fc.record({ phase: phases, channel: channels }, { requiredKeys: [] }),
    dueOn: fc.constantFrom(null, '2026-04-01'),
    plannedFor: fc.constantFrom(null, '2026-04-01T09:00'),
    reviewBy: fc.constantFrom(null, '2026-12-31'),
  },
  { requiredKeys: [] },
)
const step = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('create' as const), edit }) },
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('save' as const), at: fc.nat(), edit }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('bulk' as const),
      phase: phases,
      action: fc.constantFrom('add', 'remove', 'replace'),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('trash' as const), at: fc.nat() }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('restore' as const), at: fc.nat() }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('purge' as const), at: fc.nat() }) },
)
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never

/** Does one step; what cannot be done (nothing there yet, in the trash) does nothing. Returns the change set. */
async function take(context: Context, todo: Step): Promise<string | null> {
  const { facts } = await loadFacts(context, context.actor.workspaceId)
  if (todo.kind === 'create') return (await createItem(context, { title: 'Neu', type: 'page', ...todo.edit })).changeSet
  if (facts.length === 0) return null
  if (todo.kind === 'bulk') {
    const ids = facts.filter(({ deletedAt }) => deletedAt === null).map(({ id }) => id)
    if (ids.length === 0) return null
    const { selectionId, count } = await freezeSelection(context, { ids })
    const tags = [{ dimension: 'phase' as const, action: todo.action, keys: todo.phase }]
    return (await runBulk(context, { selectionId, expectedCount: count, edit: { tags } })).result.changeSet
  }
  const fact = facts[todo.at % facts.length]
  if (!fact) return null
  if (todo.kind === 'save') {
    if (fact.deletedAt !== null) return null
    const [row] = await listItemsAfter(context.db.read, context.actor.workspaceId, before(fact.id), 1)
    return (await saveItem(context, { id: fact.id, revision: row?.revision ?? 0, edit: todo.edit })).changeSet
  }
  if (todo.kind === 'purge') return (await purgeItems(context, [fact.id])).changeSet
  return (await moveToTrash(context, [fact.id], todo.kind)).changeSet
}

/** An id that sorts just before this one. */
const before = (id: string): string => id.slice(0, -1)

/** Everything stored, without what every write counts up. */
async function stateOf(context: Context) {
  const items = await listItemsAfter(context.db.read, context.actor.workspaceId, '', 1000)
  const bodies = await findBodies(
    context.db.read,
    context.actor.workspaceId,
    items.map(({ id }) => id),
  )
  const sets = (tags: Record<string, string[]>) =>
    Object.fromEntries(Object.entries(tags).map(([dimension, keys]) => [dimension, new Set(keys)]))
  return items
    .map(({ revision: _revision, updatedAt: _updatedAt, tags, ...item }) => ({
      ...item,
      tags: sets(tags),
      body: bodies.get(item.id) || '',
    }))
    .sort((a, b) => (a.id < b.id ? -1 : 1))
}

/** A person whose clock moves on a minute with every look. */
async function worker(): Promise<Context> {
  let minute = 0
  const admin = await memberOf(await emptyWorkspace(db()), 'admin')
  const now = () => {
    minute += 1
    return new Date(Date.UTC(2026, 2, 1, 10, minute))
  }
  return { ...admin, now }
}

const runs = { numRuns: 12, interruptAfterTimeLimit: 15_000 }

test('facts after any work are those read anew by another process', async () => {
  const copy = await copyOfTemplate()
  const [mine, theirs] = [connect({ url: copy.url, dataDir: '.' }), connect({ url: copy.url, dataDir: '.' })]
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 10 }), async (steps) => {
      const admin = await memberOf(await emptyWorkspace(mine), 'admin')
      for (const todo of steps) await take(admin, todo)
      const kept = await loadFacts(admin, admin.actor.workspaceId)
      const anew = await loadFacts({ db: theirs }, admin.actor.workspaceId)
      expect(kept.facts).toEqual(anew.facts)
      expect(kept.seq).toBe(anew.seq)
    }),
    runs,
  )
  await mine.close()
  await theirs.close()
  await copy.drop()
}, 60_000)

test('undoing everything, last first, gives back every earlier state', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), async (steps) => {
      const admin = await worker()
      const done: { changeSet: string; state: unknown }[] = []
      for (const todo of steps) {
        const state = await stateOf(admin)
        const changeSet = await take(admin, todo)
        if (changeSet !== null) done.push({ changeSet, state })
      }
      for (const { changeSet, state } of done.reverse()) {
        const { refused } = await undoChangeSet(admin, changeSet)
        expect(refused).toEqual([])
        expect(await stateOf(admin)).toEqual(state)
      }
    }),
    runs,
  )
}, 60_000)

test('the past as rolled back is the past as it was', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 8 }), async (steps) => {
      const admin = await worker()
      const seen: { atMs: number; facts: readonly { id: string }[] }[] = []
      for (const todo of steps) {
        await take(admin, todo)
        const { facts } = await loadFacts(admin, admin.actor.workspaceId)
        seen.push({ atMs: admin.now().getTime(), facts })
      }
      const held = await loadFacts(admin, admin.actor.workspaceId)
      const alive = new Set(held.facts.map(({ id }) => id))
      for (const { atMs, facts } of seen) {
        // What was entered later stands in the past with its first state, and what an entry of the log does not hold is not compared.
        const known = new Set(facts.map(({ id }) => id))
        const past = (await factsAt(admin, held, atMs)).filter(({ id }) => known.has(id) && alive.has(id))
        const told = ({ statusSince: _s, updatedAt: _u, vague: _v, revision: _r, ...fact }: Record<string, unknown>) => fact
        const then = facts.filter(({ id }) => alive.has(id))
        expect(past.map((fact) => told({ ...fact }))).toEqual(then.map((fact) => told({ ...fact })))
      }
    }),
    runs,
  )
}, 60_000)
