import { describe, expect, test } from 'vitest'
import {
  factsByCampaign,
  outsideDaysOf,
  outsideOf,
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
  proposedHealth({ ...days, ...details }, progressOf(facts, { plan: [], endsOn: days.endsOn }, now), now.today)

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
  expect(progressOf(facts, { plan: [], endsOn: days.endsOn }, now)).toMatchObject({
    items: 5,
    published: 1,
    scheduled: 1,
    overdue: 2,
    wanted: 5,
  })
  const plan = [
    { phase: 'retention', channel: null, count: 4 },
    { phase: 'advocacy', channel: 'email', count: 3 },
  ]
  expect(progressOf(facts, { plan, endsOn: null }, now).wanted).toBe(7)
})

test('what is live outside the plan is no progress, and no place fills up another', () => {
  const plan = [
    { phase: 'retention', channel: 'email', count: 3 },
    { phase: 'advocacy', channel: null, count: 1 },
  ]
  const live = (id: string, phase: string, channel: string) => liveFact({ id, phase: [phase], channel: [channel] })
  const beside = ['a', 'b', 'c'].map((id) => live(id, 'awareness', 'blog'))
  expect(progressOf(beside, { plan, endsOn: null }, now)).toMatchObject({ published: 3, reached: 0, wanted: 4 })
  expect(proposedHealth({ ...days, startsOn: null }, progressOf(beside, { plan, endsOn: null }, now), now.today)).toBe('on_track')
  expect(outsideOf(plan, beside, now)).toEqual({ made: 3, published: 3 })
  const some = [live('d', 'retention', 'email'), live('e', 'advocacy', 'email'), live('f', 'advocacy', 'social')]
  expect(progressOf([...beside, ...some], { plan, endsOn: null }, now)).toMatchObject({ reached: 2, wanted: 4 })
  expect(outsideOf(plan, some, now)).toEqual({ made: 0, published: 0 })
  // Whoever could take either place leaves the one that only the other fits, live ones first.
  const either = live('i', 'retention', 'email')
  const loose = [
    { phase: 'retention', channel: null, count: 1 },
    { phase: 'retention', channel: 'email', count: 1 },
  ]
  expect(progressOf([either], { plan: loose, endsOn: null }, now)).toMatchObject({ reached: 1, wanted: 2 })
  expect(progressOf([either, live('j', 'retention', 'phone')], { plan: loose, endsOn: null }, now)).toMatchObject({ reached: 2 })
  const twoPhases = liveFact({ id: 'k', phase: ['retention', 'advocacy'], channel: ['email'] })
  const narrow = [
    { phase: 'retention', channel: 'email', count: 1 },
    { phase: 'advocacy', channel: 'email', count: 1 },
  ]
  expect(progressOf([twoPhases, either], { plan: narrow, endsOn: null }, now)).toMatchObject({ reached: 2 })
  // The campaign above and the one below it want the same place: two there are two of five, not four.
  const both = [...plan.slice(0, 1), { phase: 'retention', channel: 'email', count: 2 }]
  const two = [live('g', 'retention', 'email'), live('h', 'retention', 'email')]
  expect(progressOf(two, { plan: both, endsOn: null }, now)).toMatchObject({ reached: 2, wanted: 5 })
})

test('items planned for days outside those of the campaign are told, before and after', () => {
  const facts = [
    makeFact({ id: 'a', plannedFor: '2026-02-28T09:00' }),
    makeFact({ id: 'b', plannedFor: '2026-03-01' }),
    makeFact({ id: 'c', plannedFor: '2026-03-20T18:00' }),
    makeFact({ id: 'd', plannedFor: '2026-03-21' }),
    makeFact({ id: 'e' }),
    liveFact({ id: 'f', plannedFor: '2026-01-01' }),
  ]
  expect(outsideDaysOf(facts, days)).toEqual({ before: 1, after: 1 })
  expect(outsideDaysOf(facts, { startsOn: null, endsOn: null })).toEqual({ before: 0, after: 0 })
})

describe('the proposed health', () => {
  const open = (id: string, made = {}) => makeFact({ id, step: 'in_progress', ...made })

  test('is complete when all that is wanted is live, or somebody ended it', () => {
    expect(healthOf([liveFact({ id: 'a' }), liveFact({ id: 'b' })])).toBe('complete')
    expect(healthOf([open('a')], { state: 'done' })).toBe('complete')
    expect(healthOf([open('a')], { state: 'cancelled' })).toBe(null)
  })

  test('is off track after its end, and a quarter behind the calendar', () => {
    expect(healthOf([open('a')], { endsOn: '2026-03-08' })).toBe('off_track')
    // Eight of twenty days are over and nothing is live.
    expect(healthOf([open('a'), open('b')])).toBe('off_track')
  })

  test('waits for what is planned for a day to come, as long as that is before the end', () => {
    const planned = (id: string, plannedFor: string) => makeFact({ id, step: 'planned', plannedFor })
    expect(healthOf([planned('a', '2026-03-12'), planned('b', '2026-03-20')])).toBe('not_started')
    expect(healthOf([planned('a', '2026-03-12'), open('b', { publishAt: '2026-03-15T08:00:00Z' })])).toBe('on_track')
    expect(healthOf([planned('a', '2026-03-21'), planned('b', '2026-03-21')])).toBe('off_track')
    expect(healthOf([planned('a', '2026-03-08'), planned('b', '2026-03-12')])).toBe('at_risk')
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

test('an item stands in one line of the plan, so that lines add up', () => {
  const facts = [liveFact({ id: 'a', phase: ['retention'], channel: ['email'] }), makeFact({ id: 'b', phase: ['retention'] })]
  const plan = [
    { phase: 'retention', channel: null, count: 3 },
    { phase: 'retention', channel: 'email', count: 1 },
  ]
  expect(planLines(plan, facts, now)).toEqual([
    { phase: 'retention', channel: null, wanted: 3, made: 1, published: 0 },
    { phase: 'retention', channel: 'email', wanted: 1, made: 1, published: 1 },
  ])
})

test('a campaign that ends with the purchase is told apart', () => {
  const before = [{ stages: ['awareness'] }, { stages: ['consideration', 'preference'] }] as const
  const after = [{ stages: ['awareness'] }, { stages: ['retention'] }] as const
  expect(servesOnlyBefore(before, before)).toBe('yes')
  expect(servesOnlyBefore(before, [])).toBe('yes')
  expect(servesOnlyBefore([], before)).toBe('yes')
  expect(servesOnlyBefore(after, before)).toBe('no')
  expect(servesOnlyBefore([], after)).toBe('no')
  expect(servesOnlyBefore([], [])).toBe('no')
  expect(servesOnlyBefore([{ stages: ['preference', 'purchase'] }], [])).toBe('no')
})

test('a plan that goes beyond the purchase does not hide that nothing there does yet', () => {
  expect(servesOnlyBefore([{ stages: ['awareness'] }], [{ stages: ['retention'] }])).toBe('so_far')
})

test('the span reaches from the first to the last day of its items', () => {
  const facts = [makeFact({ id: 'a', dueOn: '2026-04-02' }), makeFact({ id: 'b', publishAt: '2026-03-31T22:30:00Z' })]
  expect(spanOf(facts, zone)).toEqual({ from: '2026-04-01', until: '2026-04-02' })
  expect(spanOf([], zone)).toEqual({ from: null, until: null })
})
