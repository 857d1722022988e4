import { describe, expect, test } from 'vitest'
import { type ItemChangeEntry, rollBack } from '@/server/domain/facts/rollback.rules'
import { factWorld, liveFact, makeFact, makeRow } from '@/tests/unit/facts/make-fact'

const at = (day: string) => Date.parse(`${day}T12:00:00Z`)
const day = (text: string) => Date.parse(`${text}T23:59:59Z`)

let seq = 0
function entry(
  on: string,
  before: ItemChangeEntry['before'],
  after: ItemChangeEntry['after'],
  subjectId = 'item',
): ItemChangeEntry {
  seq += 1
  return { subjectId, operation: before === null ? 'create' : after === null ? 'purge' : 'edit', before, after, at: at(on), seq }
}

/** A record as the log holds it. */
function record(made: Parameters<typeof makeRow>[0]) {
  const { id: _, vague: _vague, statusSince: _since, ...row } = makeRow(made)
  return { ...row, createdAt: '2025-01-01T00:00:00.000Z' }
}

describe('the past', () => {
  test('is today when nothing came later', () => {
    const facts = [makeFact()]
    expect(rollBack(facts, [entry('2026-01-01', { title: 'Old' }, { title: 'New' })], day('2026-02-01'), factWorld)).toBe(facts)
  })

  test('takes back titles, dates, tags and steps', () => {
    const fact = liveFact({ title: 'New', phase: ['retention'], channel: ['email'], url: 'https://example.com/new' })
    const later = entry(
      '2026-02-01',
      { title: 'Älter', step: 'planned', publishedAt: null, plannedFor: '2026-02-03', url: null, tags: { phase: ['awareness'] } },
      {
        title: 'New',
        step: 'published',
        publishedAt: '2025-06-01T08:00:00.000Z',
        plannedFor: null,
        url: 'https://example.com/new',
        tags: { phase: ['retention'] },
      },
    )
    const [past] = rollBack([fact], [later], day('2026-01-31'), factWorld)
    expect(past).toMatchObject({
      title: 'Älter',
      titleFold: 'alter',
      status: 'planned',
      publishedAt: null,
      plannedFor: '2026-02-03',
      url: null,
      phase: ['awareness'],
      channel: ['email'],
    })
    expect(past?.phase).toBe(makeFact({ phase: ['awareness'] }).phase)
  })

  test('takes entries back one after the other, newest first', () => {
    const entries = [
      entry('2026-01-10', { title: 'One' }, { title: 'Two' }),
      entry('2026-01-20', { title: 'Two' }, { title: 'Three' }),
      entry('2026-01-30', { title: 'Three' }, { title: 'Four' }),
    ]
    const on = (then: string) => rollBack([makeFact({ title: 'Four' })], entries.toReversed(), day(then), factWorld)[0]?.title
    expect([on('2026-01-05'), on('2026-01-15'), on('2026-01-25'), on('2026-02-05')]).toEqual(['One', 'Two', 'Three', 'Four'])
  })

  test('an instant written as milliseconds or as text is the same', () => {
    const ms = Date.parse('2025-05-05T05:05:05Z')
    for (const publishAt of [ms, '2025-05-05T05:05:05.000Z']) {
      const [past] = rollBack(
        [makeFact()],
        [entry('2026-02-01', { publishAt }, { publishAt: null })],
        day('2026-01-01'),
        factWorld,
      )
      expect(past?.publishAt).toBe(ms)
    }
  })

  test('takes fields back, those that were empty before too', () => {
    const fact = makeFact({ fields: { promiseKind: 'date', policy: 'answer', network: 'a' } })
    const whole = entry(
      '2026-02-01',
      { fields: { promiseKind: 'none', network: 'a' } },
      { fields: { promiseKind: 'date', policy: 'answer', network: 'a' } },
    )
    expect(rollBack([fact], [whole], day('2026-01-01'), factWorld)[0]?.fields).toEqual({ promiseKind: 'none', network: 'a' })
  })

  test('leaves untouched items as they are, by identity', () => {
    const [a, b] = [makeFact({ id: 'a' }), makeFact({ id: 'b' })]
    const past = rollBack([a, b], [entry('2026-02-01', { note: 'x' }, { note: '' }, 'b')], day('2026-01-01'), factWorld)
    expect(past[0]).toBe(a)
    expect(past[1]).toEqual({ ...b, note: 'x' })
  })
})

describe('an item that was entered later', () => {
  test('has its first state', () => {
    const fact = liveFact({ phase: ['advocacy'] })
    const entries = [
      entry('2026-02-01', null, record({ step: 'published', phase: ['awareness'] })),
      entry('2026-02-02', { tags: { phase: ['awareness'] } }, { tags: { phase: ['advocacy'] } }),
    ]
    expect(rollBack([fact], entries, day('2026-01-01'), factWorld)).toEqual([liveFact({ phase: ['awareness'] })])
  })

  test('and deleted again was never there', () => {
    const gone = [entry('2026-02-01', null, record({})), entry('2026-02-03', record({}), null)]
    expect(rollBack([], gone, day('2026-01-01'), factWorld)).toEqual([])
  })

  test('and trashed again stays in the trash', () => {
    const trashed = liveFact({ deletedAt: at('2026-02-03') })
    const entries = [
      entry('2026-02-01', null, record({})),
      entry('2026-02-03', { deletedAt: null }, { deletedAt: '2026-02-03T12:00:00.000Z' }),
    ]
    expect(rollBack([trashed], entries, day('2026-01-01'), factWorld)[0]?.deletedAt).toBe(at('2026-02-03'))
  })
})

describe('the trash', () => {
  test('an item trashed since was not in it then', () => {
    const entries = [entry('2026-02-03', { deletedAt: null }, { deletedAt: '2026-02-03T12:00:00.000Z' })]
    expect(rollBack([liveFact({ deletedAt: at('2026-02-03') })], entries, day('2026-02-02'), factWorld)[0]?.deletedAt).toBeNull()
  })

  test('an item restored since was in it then', () => {
    const entries = [entry('2026-02-03', { deletedAt: '2026-01-01T12:00:00.000Z' }, { deletedAt: null })]
    expect(rollBack([liveFact()], entries, day('2026-02-02'), factWorld)[0]?.deletedAt).toBe(at('2026-01-01'))
  })

  test('an item deleted for good since is there again, with its tags', () => {
    const before = record({ step: 'published', publishedAt: '2025-06-01T08:00:00.000Z', phase: ['retention'], title: 'Gone' })
    const past = rollBack([], [entry('2026-02-03', before, null)], day('2026-02-02'), factWorld)
    expect(past).toHaveLength(1)
    expect(past[0]).toMatchObject({
      id: 'item',
      title: 'Gone',
      status: 'published',
      phase: ['retention'],
      publishedAt: at('2025-06-01') - 4 * 3_600_000,
    })
  })

  test('a deletion for good that was undone changes nothing', () => {
    const fact = liveFact({ phase: ['retention'] })
    const full = record({ step: 'published', publishedAt: '2025-06-01T08:00:00.000Z', phase: ['retention'] })
    const entries = [entry('2026-02-03', full, null), entry('2026-02-04', null, full)]
    expect(rollBack([fact], entries, day('2026-02-02'), factWorld)[0]).toMatchObject({
      status: 'published',
      phase: ['retention'],
      publishedAt: fact.publishedAt,
    })
  })

  test('a log that holds too little of a deleted item is passed over', () => {
    expect(rollBack([], [entry('2026-02-03', { title: 'Half' }, null)], day('2026-02-02'), factWorld)).toEqual([])
  })
})
