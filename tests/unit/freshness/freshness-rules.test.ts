import { describe, expect, test } from 'vitest'
import { addDays } from '@/server/domain/facts/moment.rules'
import { freshnessNews } from '@/server/domain/freshness/freshness.rules'
import { makeFact } from '@/tests/unit/facts/make-fact'

const due = '2026-06-01'
const live = makeFact({ id: 'guide', step: 'published', ownerId: 'ada', reviewBy: due })
const kindOn = (today: string) => freshnessNews([live], today)[0]?.kind

describe('the owner of an item that is to be looked at again', () => {
  test('hears of it 30 days before, on the day, and 14 days after', () => {
    expect(kindOn('2026-05-01')).toBeUndefined()
    expect(kindOn('2026-05-02')).toBe('soon')
    expect(kindOn(due)).toBe('today')
    expect(kindOn('2026-06-15')).toBe('overdue')
  })

  test('hears each once: what was missed for two weeks is made up for, under the same key', () => {
    const heard = new Map<string, string>()
    for (let n = -60; n < 60; n++) {
      for (const { dedupeKey, kind } of freshnessNews([live], addDays(due, n))) {
        if (!heard.has(dedupeKey)) heard.set(dedupeKey, `${kind} ${n}`)
      }
    }
    expect([...heard.values()]).toEqual(['soon -30', 'today 0', 'overdue 14'])
    expect(kindOn(addDays(due, -17))).toBe('soon')
    expect(kindOn(addDays(due, 13))).toBe('today')
    expect(kindOn(addDays(due, 27))).toBe('overdue')
    expect(kindOn(addDays(due, 28))).toBeUndefined()
  })

  test('hears anew when the item was looked at and is due again', () => {
    const again = { ...live, reviewBy: '2026-12-01' }
    expect(freshnessNews([again], '2026-12-01')[0]?.dedupeKey).not.toBe(freshnessNews([live], due)[0]?.dedupeKey)
  })

  test('hears nothing of what is not live, in the trash, or never to be looked at', () => {
    const quiet = [
      { ...live, status: 'in_progress' as const },
      { ...live, deletedAt: 1 },
      { ...live, reviewBy: null },
    ]
    expect(freshnessNews(quiet, due)).toEqual([])
  })
})
