import { describe, expect, test } from 'vitest'
import {
  factsByCampaign,
  planLines,
  progressOf,
  proposedHealth,
  servesOnlyBefore,
  spanOf,
} from '@/server/domain/campaigns/campaign.rules'
import type { Fact } from '@/server/domain/facts/fact.schema'
import { liveFact, makeFact, now, zone } from '@/tests/unit/facts/make-fact'

const days = { state: 'active', startsOn: '2026-03-01', endsOn: '2026-03-20' } as const
const healthOf = (facts: readonly Fact[], details: Partial<Parameters<typeof proposedHealth>[0]> = {}) =>
  proposedHealth({ ...days, ...details }, progressOf(facts, { plan: [] }, now), now.today)

test('items of the trash and archived ones belong to no campaign; an item may belong to several', () => {
  const both = makeFact({ id: 'a', campaign: ['x', 'y'] })
  const found = factsByCampaign([
    both,
    makeFact({ id: 'b', campaign: ['x'], deletedAt: now.nowMs }),
    makeFact({ id: 'c', campaign: ['x'], step: 'archived' }),
    makeFact({ id: 'd' }),
  ])
  expect(found).toEqual(
    new Map([
      ['x', [both]],
      ['y', [both]],
    ]),
  )
})

test('progress tells what is live, set and overdue, and takes the plan for what is wanted', () => {
  const facts = [
    liveFact({ id: 'a' }),
    makeFact({ id: 'b', publishAt: '2026-03-10T08:00:00Z', step: 'in_review' }),
    makeFact({ id: 'c', dueOn: '2026-03-08' }),
    makeFact({ id: 'd', plannedFor: '2026-03-09', step: 'planned' }),
    makeFact({ id: 'e', publishAt: '2026-03-09T10:00:00Z' }),
  ]
  expect(progressOf(facts, { plan: [] }, now)).toMatchObject({ items: 5, published: 1, scheduled: 1, overdue: 2, wanted: 5 })
  const plan = [
    { phase: 'retention', channel: null, count: 4 },
    { phase: 'advocacy', channel: 'email', count: 3 },
  ]
  expect(progressOf(facts, { plan }, now).wanted).toBe(7)
})

describe('the proposed health', () => {
  const open = (id: string, made = {}) => makeFact({ id, step: 'in_progress', ...made })

  test('is complete when all that is wanted is live, or somebody ended it', () => {
    expect(healthOf([liveFact({ id: 'a' }), liveFact({ id: 'b' })])).toBe('complete')
    expect(healthOf([open('a')], { state: 'done' })).toBe('complete')
  })

  test('is off track after its end, and a quarter behind the calendar', () => {
    expect(healthOf([open('a')], { endsOn: '2026-03-08' })).toBe('off_track')
    // Eight of twenty days are over and nothing is live.
    expect(healthOf([open('a'), open('b')])).toBe('off_track')
  })

  test('is at risk a tenth behind, or when something is overdue', () => {
    const four = [liveFact({ id: 'a' }), open('b'), open('c'), open('d')]
    expect(healthOf(four)).toBe('at_risk')
    expect(healthOf([liveFact({ id: 'a' }), open('b', { dueOn: '2026-03-01' })], { startsOn: null })).toBe('at_risk')
  })

  test('is on track when somebody works on it in time, and not started before', () => {
    expect(healthOf([liveFact({ id: 'a' }), open('b')])).toBe('on_track')
    expect(healthOf([makeFact({ id: 'a' })], { startsOn: '2026-03-12' })).toBe('not_started')
    expect(healthOf([], { startsOn: null, endsOn: null })).toBe('not_started')
  })
})

test('a planned phase and channel counts what fits it', () => {
  const facts = [liveFact({ id: 'a', phase: ['retention'], channel: ['email'] }), makeFact({ id: 'b', phase: ['retention'] })]
  const plan = [
    { phase: 'retention', channel: null, count: 3 },
    { phase: 'retention', channel: 'email', count: 1 },
  ]
  expect(planLines(plan, facts, now)).toEqual([
    { phase: 'retention', channel: null, wanted: 3, made: 2, published: 1 },
    { phase: 'retention', channel: 'email', wanted: 1, made: 1, published: 1 },
  ])
})

test('a campaign that ends with the purchase is told apart', () => {
  expect(servesOnlyBefore([{ stages: ['awareness'] }, { stages: ['consideration', 'preference'] }])).toBe(true)
  expect(servesOnlyBefore([{ stages: ['awareness'] }, { stages: ['retention'] }])).toBe(false)
  expect(servesOnlyBefore([{ stages: ['preference', 'purchase'] }])).toBe(false)
  expect(servesOnlyBefore([])).toBe(false)
})

test('the span reaches from the first to the last day of its items', () => {
  const facts = [makeFact({ id: 'a', dueOn: '2026-04-02' }), makeFact({ id: 'b', publishAt: '2026-03-31T22:30:00Z' })]
  expect(spanOf(facts, zone)).toEqual({ from: '2026-04-01', until: '2026-04-02' })
  expect(spanOf([], zone)).toEqual({ from: null, until: null })
})
