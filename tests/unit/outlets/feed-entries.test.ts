import { describe, expect, test } from 'vitest'
import type { Fact } from '@/server/domain/facts/fact.schema'
import { momentOf } from '@/server/domain/facts/moment.rules'
import { campaignEntries, feedEntries, mostEntries } from '@/server/domain/feeds/feed.rules'
import { type TermRow, vocabularyOf } from '@/server/domain/vocabulary/vocabulary.rules'
import { presetVocabulary } from '@/server/presets/vocabulary'

const terms = Object.values(presetVocabulary({ model: 'mckinsey5', segment: 'b2c', sellsGoods: true, locale: 'en' }))
  .flat()
  .map(({ name, ...term }): TermRow => ({ ...term, nameEn: name.en, nameDe: name.de, archivedAt: null, revision: 1 }))
const moment = momentOf(Date.parse('2026-03-20T12:00:00Z'), 'Europe/Berlin')
const world = { moment, vocabulary: vocabularyOf(terms), locale: 'en' as const }

let count = 0
function fact(given: Partial<Fact>): Fact {
  count += 1
  const none = { url: null, purpose: null, locale: null, ownerId: null, createdBy: null, note: '', groupId: '', fields: {} }
  const tags = { phase: [], channel: [], persona: [], topic: [], question: [], campaign: [], vague: [] }
  const dates = { plannedFor: null, dueOn: null, publishAt: null, publishedAt: null, unpublishAt: null, reviewBy: null }
  const times = { createdAt: 0, updatedAt: Date.parse('2026-03-01T00:00:00Z'), deletedAt: null, statusSince: 0 }
  const rest = { id: `i${count}`, title: `T${count}`, titleFold: '', type: 'page', step: 'planned', status: 'planned' as const }
  return { ...none, ...tags, ...dates, ...times, ...rest, rank: null, ...given } as Fact
}
const told = (...facts: Fact[]) => feedEntries(facts, world).entries.map(({ kind, start }) => [kind, start])
const instant = (text: string) => Date.parse(text)

describe('an item stands in the calendar', () => {
  test('on the days that still say something about it', () => {
    const days = { plannedFor: '2026-04-01', dueOn: '2026-03-30' }
    expect(told(fact(days))).toEqual([
      ['planned', '2026-04-01'],
      ['due', '2026-03-30'],
    ])
    const set = instant('2026-04-02T07:00:00Z')
    expect(told(fact({ ...days, publishAt: set }))).toEqual([
      ['scheduled', set],
      ['due', '2026-03-30'],
    ])
    const live = instant('2026-03-02T07:00:00Z')
    expect(told(fact({ ...days, status: 'published', publishedAt: live }))).toEqual([['published', live]])
    expect(told(fact({ ...days, status: 'archived' }), fact({}))).toEqual([])
  })

  test('under one name whether it is planned, scheduled or live, so that it moves and is not doubled', () => {
    const id = 'same'
    const facts = [
      fact({ id, plannedFor: '2026-04-01' }),
      fact({ id, publishAt: instant('2026-04-02T07:00:00Z') }),
      fact({ id, status: 'published', publishedAt: instant('2026-03-02T07:00:00Z') }),
    ]
    expect(new Set(feedEntries(facts, world).entries.map(({ uid }) => uid)).size).toBe(1)
  })

  test('at the time of its zone on both sides of a clock change, and on the whole day where no time is known', () => {
    const at = (plannedFor: string) => told(fact({ plannedFor }))[0]?.[1]
    expect([at('2026-03-28T09:00'), at('2026-03-29T09:00')]).toEqual([
      instant('2026-03-28T08:00:00Z'),
      instant('2026-03-29T07:00:00Z'),
    ])
    expect([at('2026-10-24T09:00'), at('2026-10-25T09:00')]).toEqual([
      instant('2026-10-24T07:00:00Z'),
      instant('2026-10-25T08:00:00Z'),
    ])
    // In the hour that is skipped: the hour after.
    expect(at('2026-03-29T02:30')).toBe(instant('2026-03-29T01:30:00Z'))
    expect(told(fact({ status: 'published', publishedAt: instant('2026-03-01T23:00:00Z') }))).toEqual([
      ['published', '2026-03-02'],
    ])
  })

  test('from three months ago to a year and a half ahead', () => {
    const days = ['2025-12-17', '2025-12-18', '2027-09-19', '2027-09-20', '9999-12-31', '0001-01-01']
    expect(told(...days.map((plannedFor) => fact({ plannedFor }))).map(([, day]) => day)).toEqual(['2025-12-18', '2027-09-19'])
  })

  test('unless there are too many: then those nearest to today are told', () => {
    const far = Array.from({ length: mostEntries }, () => fact({ plannedFor: '2027-01-01' }))
    const { entries, leftOut } = feedEntries([...far, fact({ id: 'near', plannedFor: '2026-03-21' })], world)
    expect(entries.length).toBe(mostEntries)
    expect(entries[0]?.uid).toBe('near.live')
    expect(leftOut).toBe(1)
  })
})

test('a campaign is a span of days, with one end only a single day, and no entry without any', () => {
  const details = { goal: '', state: 'active', ownerId: null, plan: [], personas: [], channels: [], figure: '', figureTarget: '' }
  const campaign = (key: string, days: { startsOn: string | null; endsOn: string | null }, more = {}): TermRow => ({
    ...{ dimension: 'campaign', key, nameEn: key, nameDe: key, position: 0, synonyms: [], origin: 'own', source: null },
    ...{
      archivedAt: null,
      revision: 2,
      details: { ...details, budget: '', health: null, parent: null, hue: 1, ...days, ...more },
    },
  })
  const vocabulary = vocabularyOf([
    campaign('both', { startsOn: '2026-04-01', endsOn: '2026-04-30' }),
    campaign('end', { startsOn: null, endsOn: '2026-05-01' }),
    campaign('none', { startsOn: null, endsOn: null }),
    campaign('over', { startsOn: '2024-04-01', endsOn: '2024-04-30' }),
    campaign('cancelled', { startsOn: '2026-04-01', endsOn: null }, { state: 'cancelled' }),
  ])
  const spans = (of: readonly Fact[] | null) =>
    campaignEntries(of, { ...world, vocabulary }).map(({ title, start, lastDay }) => [title, start, lastDay])
  expect(spans(null)).toEqual([
    ['both', '2026-04-01', '2026-04-30'],
    ['end', '2026-05-01', null],
  ])
  expect(spans([fact({ campaign: ['end'] })])).toEqual([['end', '2026-05-01', null]])
})
