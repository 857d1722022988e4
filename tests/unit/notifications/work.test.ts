import { describe, expect, test } from 'vitest'
import type { Fact } from '@/server/domain/facts/fact.schema'
import { inSections, type OtherWork, sectionOf, workOf } from '@/server/domain/my-work/work.rules'
import { type Made, makeFact } from '@/tests/unit/facts/make-fact'

const zone = 'Europe/Berlin'
/** A Wednesday. */
const today = '2026-03-04'
const nothing: OtherWork = { tasks: [], approvals: [], gaps: [], comments: [], nameOf: () => 'Returns' }

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

test('what waits for a yes counts for today, or for the day it was due', () => {
  const approvals = [fact('late', { ownerId: 'ben', dueOn: '2026-03-01' }), fact('soon', { ownerId: 'ben', dueOn: '2026-03-20' })]
  expect(kinds([], { ...nothing, approvals })).toEqual([
    ['late', 'approval', '2026-03-01', null],
    ['soon', 'approval', today, null],
  ])
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
