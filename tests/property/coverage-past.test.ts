import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type FactSource, factOf } from '@/server/domain/facts/fact.rules'
import type { Fact } from '@/server/domain/facts/fact.schema'
import { type ItemChangeEntry, rollBack } from '@/server/domain/facts/rollback.rules'
import { tagDimensions } from '@/server/domain/vocabulary/vocabulary.schema'
import { row } from '@/tests/property/coverage-facts'
import { factWorld, makeRow } from '@/tests/unit/facts/make-fact'

type Stored = Map<string, FactSource>
type Step = { readonly at: number; readonly items: Stored }

const start = Date.parse('2026-01-01T00:00:00Z')
const editable = [
  'title',
  'purpose',
  'step',
  'locale',
  'ownerId',
  'plannedFor',
  'dueOn',
  'reviewBy',
  'publishAt',
  'publishedAt',
  'unpublishAt',
  'fields',
] as const

const action = fc.record({
  kind: fc.constantFrom('create', 'edit', 'edit', 'edit', 'trash', 'restore', 'purge', 'undo purge'),
  which: fc.nat(3),
  to: row,
  parts: fc.subarray([...editable, 'tags'] as const, { minLength: 1 }),
})

const isoInstants = new Set(['publishAt', 'publishedAt', 'unpublishAt', 'deletedAt', 'createdAt', 'updatedAt'])
/** As the stores write it into the log. */
function plain(record: Partial<FactSource>): Record<string, unknown> {
  const entries = Object.entries(record).filter(([name]) => !['id', 'vague', 'statusSince', 'updatedAt'].includes(name))
  return Object.fromEntries(
    entries.map(([name, value]) => [
      name,
      isoInstants.has(name) && typeof value === 'number' ? new Date(value).toISOString() : value,
    ]),
  )
}

/** Plays the actions like the program does: the items after each of them, and the log. */
function play(actions: readonly { kind: string; which: number; to: Parameters<typeof makeRow>[0]; parts: readonly string[] }[]) {
  let items: Stored = new Map()
  const purged = new Map<string, FactSource>()
  const log: ItemChangeEntry[] = []
  const steps: Step[] = [{ at: start, items }]
  for (const [n, { kind, which, to, parts }] of actions.entries()) {
    const at = start + (n + 1) * 60_000
    const id = `item ${which}`
    const current = items.get(id)
    const next = new Map(items)
    const write = (before: Partial<FactSource> | null, after: Partial<FactSource> | null) =>
      log.push({ subjectId: id, operation: kind, before: before && plain(before), after: after && plain(after), at, seq: n + 1 })
    if (kind === 'create' && !current && !purged.has(id)) {
      const made = makeRow({ ...to, id, deletedAt: null, createdAt: at })
      next.set(id, made)
      write(null, made)
    } else if (kind === 'undo purge' && purged.has(id) && !current) {
      const made = purged.get(id) as FactSource
      purged.delete(id)
      next.set(id, made)
      write(null, made)
    } else if (current && kind === 'purge') {
      next.delete(id)
      purged.set(id, current)
      write(current, null)
    } else if (current && (kind === 'trash' || kind === 'restore')) {
      const deletedAt = kind === 'trash' ? at : null
      next.set(id, { ...current, deletedAt })
      write({ deletedAt: current.deletedAt }, { deletedAt })
    } else if (current && kind === 'edit') {
      const wanted = makeRow({ ...to, id })
      const change = Object.fromEntries(parts.map((part) => [part, wanted[part as keyof FactSource]])) as Partial<FactSource>
      const before = Object.fromEntries(parts.map((part) => [part, current[part as keyof FactSource]])) as Partial<FactSource>
      next.set(id, { ...current, ...change })
      write(before, change)
    }
    items = next
    steps.push({ at, items })
  }
  return { items, log, steps }
}

const factsOf = (items: Stored) => [...items.values()].map((item) => factOf(item, factWorld))
/** What the past is read for; when a status began and which phrases were vague is not taken back. */
const seen = (facts: readonly Fact[]) =>
  facts.map(({ statusSince: _since, vague: _vague, updatedAt: _updated, ...fact }) => fact).sort((a, b) => (a.id < b.id ? -1 : 1))

test('rolling back to a moment gives what replaying the log up to it gives', () => {
  fc.assert(
    fc.property(fc.array(action, { maxLength: 25 }), (actions) => {
      const { items, log, steps } = play(actions)
      const today = factsOf(items)
      for (const step of steps) {
        const past = rollBack(today, log, step.at, factWorld)
        const known = new Set(step.items.keys())
        expect(seen(past.filter(({ id }) => known.has(id)))).toEqual(seen(factsOf(step.items)))
        // What was entered later counts with its first state, if it is still there.
        for (const fact of past.filter(({ id }) => !known.has(id))) {
          const first = steps.find(({ at, items: then }) => at > step.at && then.has(fact.id))?.items.get(fact.id) as FactSource
          expect(items.has(fact.id)).toBe(true)
          const trashed = items.get(fact.id)?.deletedAt ?? null
          expect(seen([fact])).toEqual(seen([factOf({ ...first, deletedAt: trashed }, factWorld)]))
        }
      }
    }),
    { numRuns: 200 },
  )
})

test('the order in which the entries are given does not matter, and lists stay shared', () => {
  fc.assert(
    fc.property(fc.array(action, { maxLength: 15 }), fc.nat(15), (actions, n) => {
      const { items, log } = play(actions)
      const at = start + n * 60_000
      const past = rollBack(factsOf(items), log, at, factWorld)
      expect(rollBack(factsOf(items), log.toReversed(), at, factWorld)).toEqual(past)
      for (const fact of past)
        for (const dimension of tagDimensions) expect(fact[dimension]).toBe(factWorld.intern.list(fact[dimension]))
    }),
    { numRuns: 50 },
  )
})
