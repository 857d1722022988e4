import { describe, expect, test } from 'vitest'
import { modes } from '@/server/domain/coverage/coverage.schema'
import { countsAs, isStale } from '@/server/domain/facts/counting.rules'
import { endOfDay, type Moment } from '@/server/domain/facts/moment.rules'
import { liveFact, type Made, makeFact, now, zone } from '@/tests/unit/facts/make-fact'

/** In how many of the three modes it counts: each includes the one before. */
function reach(made: Made, moment: Moment = now, picked = false) {
  const fact = makeFact(made)
  const counted = modes.map((mode) => countsAs(fact, mode, moment, picked) !== false)
  expect(counted).toEqual([...counted].sort())
  return { published: counted[0], scheduled: counted[1], planned: counted[2] }
}

const nowhere = { published: false, scheduled: false, planned: false }
const everywhere = { published: true, scheduled: true, planned: true }
const whenScheduled = { published: false, scheduled: true, planned: true }
const whenPlanned = { published: false, scheduled: false, planned: true }
const publishedAt = '2026-01-15T09:00:00Z'

describe('published', () => {
  test('counts from its publication on', () => {
    expect(reach({ step: 'published', publishedAt })).toEqual(everywhere)
    expect(reach({ step: 'published', publishedAt }, endOfDay('2026-01-14', zone), true)).toEqual(nowhere)
    expect(reach({ step: 'published', publishedAt }, endOfDay('2026-01-15', zone), true)).toEqual(everywhere)
  })

  test('a publication at the very moment counts', () => {
    expect(reach({ step: 'published', publishedAt: now.nowMs })).toEqual(everywhere)
    expect(reach({ step: 'published', publishedAt: now.nowMs + 1 })).toEqual(nowhere)
  })

  test('ends when it is taken off, archived or put back to work', () => {
    expect(reach({ step: 'published', publishedAt, unpublishAt: now.nowMs })).toEqual(nowhere)
    expect(reach({ step: 'published', publishedAt, unpublishAt: now.nowMs + 1 })).toEqual(everywhere)
    expect(reach({ step: 'archived', publishedAt })).toEqual(nowhere)
    expect(reach({ step: 'in_review', publishedAt })).toEqual(nowhere)
  })

  test('is gone at a later picked day when it is to be taken off before', () => {
    const made = { step: 'published', publishedAt, unpublishAt: '2026-04-01T10:00:00Z' }
    expect(reach(made, endOfDay('2026-03-31', zone), true)).toEqual(everywhere)
    expect(reach(made, endOfDay('2026-04-01', zone), true)).toEqual(nowhere)
  })
})

describe('scheduled', () => {
  test('without a picked day counts however far ahead it lies', () => {
    expect(reach({ step: 'in_review', publishAt: '2029-01-01T00:00:00Z' })).toEqual(whenScheduled)
  })

  test('at a picked day counts when it is out by then', () => {
    const made = { step: 'in_review', publishAt: '2026-05-01T21:00:00Z' }
    expect(reach(made, endOfDay('2026-04-30', zone), true)).toEqual(nowhere)
    expect(reach(made, endOfDay('2026-05-01', zone), true)).toEqual(whenScheduled)
  })

  test('ends with the day it is to be taken off', () => {
    const made = { step: 'in_review', publishAt: '2026-05-01T21:00:00Z', unpublishAt: '2026-06-01T00:00:00Z' }
    expect(reach(made, endOfDay('2026-07-01', zone), true)).toEqual(nowhere)
  })

  test('an idea with a date of publication is scheduled, an archived one is not', () => {
    expect(reach({ step: 'idea', publishAt: '2026-05-01T21:00:00Z' })).toEqual(whenScheduled)
    expect(reach({ step: 'archived', publishAt: '2026-05-01T21:00:00Z' })).toEqual(nowhere)
  })
})

describe('planned', () => {
  test('without a picked day counts however far ahead it lies', () => {
    expect(reach({ step: 'planned', plannedFor: '2029-01-01' })).toEqual(whenPlanned)
  })

  test('at a picked day counts when it is planned for then or before, whatever the hour', () => {
    expect(reach({ step: 'planned', plannedFor: '2026-05-02' }, endOfDay('2026-05-01', zone), true)).toEqual(nowhere)
    expect(reach({ step: 'planned', plannedFor: '2026-05-01' }, endOfDay('2026-05-01', zone), true)).toEqual(whenPlanned)
    expect(reach({ step: 'planned', plannedFor: '2026-05-01T23:59' }, endOfDay('2026-05-01', zone), true)).toEqual(whenPlanned)
    expect(reach({ step: 'planned', plannedFor: '2026-05-02T00:00' }, endOfDay('2026-05-01', zone), true)).toEqual(nowhere)
  })

  test('ideas and archived items are no plan', () => {
    expect(reach({ step: 'idea', plannedFor: '2026-05-01' })).toEqual(nowhere)
    expect(reach({ step: 'archived', plannedFor: '2026-05-01' })).toEqual(nowhere)
    expect(reach({ step: 'in_progress', plannedFor: '2026-05-01' })).toEqual(whenPlanned)
  })

  test('a day for the work is no plan to publish', () => {
    expect(reach({ step: 'planned', dueOn: '2026-01-01' })).toEqual(nowhere)
  })
})

test('the trash never counts', () => {
  const made = { publishedAt, publishAt: '2026-05-01T21:00:00Z', plannedFor: '2026-01-01', deletedAt: now.nowMs }
  expect(reach({ step: 'published', ...made })).toEqual(nowhere)
})

describe('stale', () => {
  test('from the day after the review day', () => {
    expect(isStale(makeFact({ reviewBy: '2026-03-09' }), now)).toBe(false)
    expect(isStale(makeFact({ reviewBy: '2026-03-08' }), now)).toBe(true)
    expect(isStale(makeFact(), now)).toBe(false)
  })

  test('is told beside the count, and seen from the picked day', () => {
    const fact = liveFact({ reviewBy: '2026-03-20' })
    expect(countsAs(fact, 'published', now, false)).toBe('fresh')
    expect(countsAs(fact, 'published', endOfDay('2026-03-20', zone), true)).toBe('fresh')
    expect(countsAs(fact, 'published', endOfDay('2026-03-21', zone), true)).toBe('stale')
  })
})
