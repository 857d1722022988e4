import { describe, expect, test } from 'vitest'
import type { Fact } from '@/server/domain/facts/fact.schema'
import { inSections, type OtherWork, sectionOf, workOf } from '@/server/domain/my-work/work.rules'
import { digestOf, isEmpty, placeOfWork } from '@/server/domain/notifications/digest.rules'
import { keptChoices } from '@/server/domain/notifications/notification.schema'
import { type Made, makeFact } from '@/tests/unit/facts/make-fact'

const zone = 'Europe/Berlin'
/** A Wednesday. */
const today = '2026-03-04'
const nothing: OtherWork = { tasks: [], approvals: [], gaps: [], comments: [], campaigns: [], nameOf: () => 'Returns' }

const plain = {
  ownerId: 'ada',
  step: 'in_progress',
  campaign: [],
  dueOn: null,
  plannedFor: null,
  publishAt: null,
  reviewBy: null,
}
const fact = (id: string, more: Made): Fact => makeFact({ ...plain, id, title: id, ...more })
const kinds = (facts: readonly Fact[], other = nothing) =>
  workOf(facts, 'ada', other, { today, zone }).map(({ id, kind, day, time }) => [id, kind, day, time])

describe('an item is on its owner’s list', () => {
  test('once, for the nearest of its dates, with the hour where one was said', () => {
    const publishAt = Date.parse('2026-03-29T06:30:00Z')
    expect(
      kinds([
        fact('a', { dueOn: '2026-03-05', plannedFor: '2026-03-09T10:00' }),
        fact('b', { dueOn: '2026-03-12', plannedFor: '2026-03-09T10:00' }),
        // The clocks were turned that night.
        fact('c', { publishAt }),
        fact('d', {}),
        fact('e', { step: 'idea' }),
      ]),
    ).toEqual([
      ['a', 'due', '2026-03-05', null],
      ['b', 'planned', '2026-03-09', '10:00'],
      ['c', 'publish', '2026-03-29', '08:30'],
      ['d', 'open', null, null],
    ])
  })

  test('when it is live, from 30 days before its day of review; not in the trash, not archived, not somebody else’s', () => {
    const live = (id: string, reviewBy: string | null, more: Made = {}) => fact(id, { step: 'published', reviewBy, ...more })
    expect(
      kinds([
        live('near', '2026-04-03'),
        live('far', '2026-04-04'),
        live('never', null),
        live('trash', today, { deletedAt: 1 }),
        live('other', today, { ownerId: 'ben' }),
        fact('archived', { step: 'archived', dueOn: today }),
      ]),
    ).toEqual([['near', 'review', '2026-04-03', null]])
  })
})

describe('what waits for a yes', () => {
  const waiting = (id: string, more: Made, since = '2026-03-02') =>
    fact(id, { ownerId: 'ben', step: 'in_review', statusSince: Date.parse(`${since}T09:00:00Z`), ...more })

  test('stands at the nearest of its dates, else without one, and says since when', () => {
    const approvals = [
      waiting('late', { dueOn: '2026-03-01', plannedFor: '2026-03-20' }),
      waiting('soon', { dueOn: '2026-03-27', plannedFor: '2026-03-20T10:00' }),
      waiting('goes out', { publishAt: Date.parse('2026-03-29T06:30:00Z') }),
      waiting('some day', {}),
    ]
    expect(kinds([], { ...nothing, approvals })).toEqual([
      ['late', 'approval', '2026-03-01', null],
      ['soon', 'approval', '2026-03-20', null],
      ['goes out', 'approval', '2026-03-29', null],
      ['some day', 'approval', null, null],
    ])
    const days = workOf([], 'ada', { ...nothing, approvals }, { today, zone }).map(({ dayIs }) => dayIs)
    expect(days).toEqual(['due', 'planned', 'publish', null])
    expect(workOf([], 'ada', { ...nothing, approvals }, { today, zone }).map(({ since }) => since)).toEqual(
      Array.from(approvals, () => '2026-03-02'),
    )
  })

  test('stands once where the person owns it too', () => {
    const mine = waiting('mine', { ownerId: 'ada', dueOn: today })
    expect(kinds([mine], { ...nothing, approvals: [mine] })).toEqual([['mine', 'approval', today, null]])
  })

  const choices = keptChoices.parse({})
  const mail = (more: Made, lastDay: string | null, facts: readonly Fact[] = []) => {
    const entries = workOf(facts, 'ada', { ...nothing, approvals: [waiting('a', more)] }, { today, zone })
    const digest = digestOf(entries, [], choices, today)
    return { digest, isSent: !isEmpty(digest, lastDay) }
  }

  test('is a reason for a digest when it is new and on its day, else it comes with what else there is', () => {
    expect(mail({}, null).isSent).toBe(true)
    expect(mail({}, '2026-03-02').isSent).toBe(true)
    expect(mail({}, '2026-03-03').isSent).toBe(false)
    expect(mail({ dueOn: today }, '2026-03-03').isSent).toBe(true)
    expect(mail({ dueOn: '2026-03-01' }, '2026-03-03').isSent).toBe(false)
    expect(mail({ dueOn: '2026-03-06' }, '2026-03-03').isSent).toBe(false)
    const { isSent, digest } = mail({}, '2026-03-03', [fact('mine', { dueOn: today })])
    expect(isSent).toBe(true)
    expect(digest.waiting.map(({ id }) => id)).toEqual(['a'])
    expect(mail({ dueOn: '2026-03-01' }, '2026-03-03').digest.overdue.map(({ id }) => id)).toEqual(['a'])
  })
})

test('a campaign stands in its owner’s work at its end, until it is over', () => {
  const campaign = (
    key: string,
    more: Partial<OtherWork['campaigns'][number]['details']> = {},
    archivedAt: Date | null = null,
  ) => ({
    key,
    archivedAt,
    details: { state: 'active' as const, ownerId: 'ada', endsOn: today, ...more },
  })
  const campaigns = [
    campaign('running'),
    campaign('draft', { state: 'draft', endsOn: '2026-03-01' }),
    campaign('open', { endsOn: null }),
    campaign('done', { state: 'done' }),
    campaign('cancelled', { state: 'cancelled' }),
    campaign('other', { ownerId: 'ben' }),
    campaign('archived', {}, new Date(0)),
  ]
  expect(kinds([], { ...nothing, campaigns })).toEqual([
    ['running', 'campaign', today, null],
    ['draft', 'campaign', '2026-03-01', null],
  ])
  const [entry] = workOf([], 'ada', { ...nothing, campaigns }, { today, zone })
  expect(entry && placeOfWork(entry)).toBe('/campaigns/running')
})

test('what is to be looked at again is news of its day, and stands in a digest once', () => {
  const choices = keptChoices.parse({})
  const live = fact('live', { step: 'published', reviewBy: '2026-03-01' })
  const entries = workOf([live], 'ada', nothing, { today, zone })
  expect(entries.map(({ kind }) => kind)).toEqual(['review'])
  expect(isEmpty(digestOf(entries, [], choices, today), null)).toBe(true)
})

test.each([
  [null, 'none'],
  ['2026-03-03', 'overdue'],
  ['2026-03-04', 'today'],
  ['2026-03-05', 'tomorrow'],
  ['2026-03-06', 'week'],
  ['2026-03-08', 'week'],
  ['2026-03-09', 'later'],
] as const)('%s stands under %s', (day, section) => {
  expect(sectionOf({ day }, today)).toBe(section)
})

test('on a Sunday the week is over, and the next day is tomorrow', () => {
  expect(sectionOf({ day: '2026-03-09' }, '2026-03-08')).toBe('tomorrow')
  expect(sectionOf({ day: '2026-03-10' }, '2026-03-08')).toBe('later')
})

test('a section is in order of day and hour, then of what others wait for', () => {
  const tasks = [{ id: 't', title: 'Call', day: '2026-03-01', revision: 1, subject: 'item', subjectId: 'x', waitsFor: null }]
  const facts = [fact('b', { dueOn: '2026-03-01' }), fact('a', { dueOn: '2026-02-01' })]
  const entries = workOf(facts, 'ada', { ...nothing, tasks }, { today, zone })
  expect(inSections(entries, today)[0]).toMatchObject({
    section: 'overdue',
    entries: [{ id: 'a' }, { id: 't', about: { title: 'Returns' } }, { id: 'b' }],
  })
})
