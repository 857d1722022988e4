import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { familyOf, withThoseAbove } from '@/server/domain/campaigns/family.rules'
import { type CoverageDimension, coverageDimensions, models, modes } from '@/server/domain/coverage/coverage.schema'
import { cellFilter, gridFilter, narrowingOf } from '@/server/domain/coverage/drill-down.rules'
import { projectJourney } from '@/server/domain/coverage/lens.rules'
import { countsAs } from '@/server/domain/facts/counting.rules'
import { packFacts } from '@/server/domain/facts/fact.rules'
import type { Fact } from '@/server/domain/facts/fact.schema'
import { addDays, endOfDay, momentOf } from '@/server/domain/facts/moment.rules'
import { compileFilter, type FilterWorld } from '@/server/domain/filter/filter.rules'
import type { Filter } from '@/server/domain/filter/filter.schema'
import { formatFilter, parseFilter } from '@/server/domain/filter/filter-text.rules'
import { modelPreset } from '@/server/presets/models'
import { campaigns, facts, narrowing, row } from '@/tests/property/coverage-facts'
import { ask, journey, target } from '@/tests/unit/coverage/ask'
import { liveFact, now, zone } from '@/tests/unit/facts/make-fact'

const world: FilterWorld = {
  moment: now,
  viewerId: 'anna',
  phases: journey,
  lens: (model) => projectJourney(journey, model, modelPreset(model).phases),
  familyOf: (campaign) => familyOf(campaign, campaigns),
  longFields: new Set(),
}
const mode = fc.constantFrom(...modes)
const by = fc.constantFrom(...coverageDimensions)
const lens = fc.option(fc.constantFrom(...models), { nil: null })
const asOf = fc.option(fc.constantFrom('2025-07-01', '2026-03-09', '2026-12-24'), { nil: null })
const targets = ['awareness', 'retention', 'advocacy'].flatMap((phase) => [
  target(phase, 'email', [1, 3, 5]),
  target(phase, '', [1, 2]),
])

/** What the content list would show: through the text, as in an address. */
function listed(all: readonly Fact[], filter: Filter): Fact[] {
  const { filter: read, ignored } = parseFilter(formatFilter(filter))
  expect(ignored).toEqual([])
  return all.filter(compileFilter(read, world))
}

const campaignByKey = new Map(campaigns.map((campaign) => [campaign.key, campaign]))
const columnsBy = (by: CoverageDimension) =>
  by === 'campaign' ? { columnsOf: (keys: readonly string[]) => withThoseAbove(keys, campaignByKey) } : {}

describe('every number of the heatmap is the number of the content list', () => {
  test('cells, rows, columns and the grand total, in every dimension, mode, day, lens and filter', () => {
    fc.assert(
      fc.property(facts, by, mode, asOf, lens, narrowing, (all, by, mode, asOf, lens, text) => {
        const shown = { by, mode, asOf, lens, filter: parseFilter(text).filter }
        const narrowed: Filter = [
          ...narrowingOf(shown.filter),
          ...(asOf === null ? [] : [{ field: 'asOf', op: 'is' as const, values: [asOf] }]),
        ]
        const grid = ask(all, { by, mode, asOf, lens, matches: compileFilter(narrowed, world), ...columnsBy(by) })
        expect(listed(all, gridFilter(shown))).toHaveLength(grid.total)
        expect(listed(all, [...gridFilter(shown), { field: 'stale', op: 'is', values: ['no'] }])).toHaveLength(grid.fresh)
        for (const row of grid.rows) expect(listed(all, cellFilter(shown, row.key, null))).toHaveLength(row.distinct)
        for (const column of grid.columns) expect(listed(all, cellFilter(shown, null, column.key))).toHaveLength(column.distinct)
        for (const cell of grid.cells) {
          const items = listed(all, cellFilter(shown, cell.row, cell.column))
          expect(items).toHaveLength(cell.fresh + cell.stale)
        }
        if (lens !== null) {
          const unrefined: Filter = [
            ...gridFilter(shown),
            { field: 'lens', op: 'is', values: [lens] },
            { field: 'lensPhase', op: 'anyOf', values: ['not_refined'] },
          ]
          expect(listed(all, unrefined)).toHaveLength(grid.notRefined)
        }
      }),
      { numRuns: 150 },
    )
  })

  test('nothing falls out: every item that counts is in the total once and in at least one row and column', () => {
    fc.assert(
      fc.property(facts, by, mode, lens, (all, by, mode, lens) => {
        const grid = ask(all, { by, mode, lens })
        const counting = all.filter((fact) => countsAs(fact, mode, now, false) !== false)
        expect(grid.total).toBe(counting.length)
        for (const fact of counting) {
          const own = ask([fact], { by, mode, lens })
          expect(own.total).toBe(1)
          expect(own.rows.some(({ distinct }) => distinct === 1)).toBe(true)
          expect(own.columns.some(({ distinct }) => distinct === 1)).toBe(true)
          expect([...own.rows, ...own.columns].every(({ distinct }) => distinct <= 1)).toBe(true)
        }
      }),
      { numRuns: 60 },
    )
  })
})

describe('coverage', () => {
  test('publishing one more item never lowers it', () => {
    fc.assert(
      fc.property(facts, row, (all, made) => {
        const before = ask(all, { targets })
        const after = ask(
          [
            ...all,
            liveFact({
              ...made,
              id: 'one more',
              step: 'published',
              publishedAt: now.nowMs - 1,
              unpublishAt: null,
              deletedAt: null,
              reviewBy: null,
            }),
          ],
          { targets },
        )
        for (const score of before.rows) {
          const later = after.rows.find(({ key }) => key === score.key)
          expect(later?.score?.percent ?? 0).toBeGreaterThanOrEqual(score.score?.percent ?? 0)
          expect(later?.fresh).toBeGreaterThanOrEqual(score.fresh)
        }
        expect(after.readiness?.percent).toBeGreaterThanOrEqual(before.readiness?.percent ?? 0)
        expect(after.total).toBe(before.total + 1)
      }),
    )
  })

  test('the order of the items does not matter, nor where they lie in memory', () => {
    fc.assert(
      fc.property(facts, by, mode, (all, by, mode) => {
        const sorted = (grid: ReturnType<typeof ask>) => ({
          ...grid,
          rows: null,
          columns: null,
          cells: [...grid.cells].sort((a, b) => (a.row + a.column < b.row + b.column ? -1 : 1)),
        })
        const grid = sorted(ask(all, { by, mode, targets }))
        expect(sorted(ask(all.toReversed(), { by, mode, targets }))).toEqual(grid)
        expect(sorted(ask(packFacts(all), { by, mode, targets }))).toEqual(grid)
      }),
    )
  })

  test('time alone only makes fresh fewer, once nothing is published any more', () => {
    fc.assert(
      fc.property(facts, fc.nat(300), (all, days) => {
        const out = all.filter(({ publishedAt }) => publishedAt === null || publishedAt <= now.nowMs)
        const later = addDays(now.today, days)
        const [first, second] = [ask(out, { asOf: now.today }), ask(out, { asOf: later })]
        for (const [n, row] of first.rows.entries()) expect(second.rows[n]?.fresh ?? 0).toBeLessThanOrEqual(row.fresh)
        expect(second.fresh).toBeLessThanOrEqual(first.fresh)
        expect(second.total).toBeLessThanOrEqual(first.total)
      }),
    )
  })

  test('each mode includes the one before', () => {
    fc.assert(
      fc.property(facts, asOf, (all, asOf) => {
        const totals = modes.map((mode) => ask(all, { mode, asOf }).total)
        expect(totals).toEqual([...totals].sort((a, b) => a - b))
      }),
    )
  })

  test('a day picked is never more than the whole pipeline', () => {
    fc.assert(
      fc.property(facts, mode, fc.nat(500), (all, mode, days) => {
        const open = all.filter(({ publishedAt }) => publishedAt === null || publishedAt <= now.nowMs)
        expect(ask(open, { mode, asOf: addDays(now.today, days) }).total).toBeLessThanOrEqual(ask(open, { mode }).total)
      }),
    )
  })
})

test('a moment at the end of a day still is that day, in every zone and on every day of four years', () => {
  const zones = [
    zone,
    'America/New_York',
    'America/Sao_Paulo',
    'Asia/Kolkata',
    'Pacific/Kiritimati',
    'Pacific/Chatham',
    'Africa/Cairo',
    'America/Havana',
    'UTC',
  ]
  fc.assert(
    fc.property(fc.constantFrom(...zones), fc.integer({ min: 0, max: 1461 }), (zone, days) => {
      const day = addDays('2023-01-01', days)
      const { nowMs } = endOfDay(day, zone)
      expect(momentOf(nowMs, zone).today).toBe(day)
      expect(momentOf(nowMs + 1, zone).today).toBe(addDays(day, 1))
    }),
    { numRuns: 400, examples: [['America/Havana', 1400]] },
  )
})
