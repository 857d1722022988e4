import { expect, test } from 'vitest'
import { isContested, isNews } from '@/components/campaigns/campaign-change'
import { effectTable } from '@/components/campaigns/effect-rules'
import { inFamilies } from '@/server/domain/campaigns/family.rules'
import { newDetails } from '@/server/domain/vocabulary/term.rules'
import type { Term, TermDetails } from '@/server/domain/vocabulary/vocabulary.schema'

const campaign = (details: Partial<TermDetails<'campaign'>>): Term<'campaign'> => ({
  dimension: 'campaign',
  key: 'spring',
  name: { en: 'Spring', de: 'Frühling' },
  position: 0,
  synonyms: [],
  details: newDetails('campaign', details, { phase: [], campaign: [] }),
  origin: 'own',
  source: null,
  archivedAt: null,
  revision: 1,
})

test('only who changes the same field to something else is asked', () => {
  const seen = campaign({ goal: 'More orders' })
  const mine = { details: { goal: 'Fewer returns' } }
  expect(isContested(seen, campaign({ goal: 'More orders', budget: 'None' }), mine)).toBe(false)
  expect(isContested(seen, campaign({ goal: 'Fewer complaints' }), mine)).toBe(true)
  expect(isContested(seen, campaign({ goal: 'Fewer returns' }), mine)).toBe(false)
})

test('what is as it was is no change', () => {
  const seen = campaign({ goal: 'More orders' })
  expect(isNews(seen, { details: { goal: 'More orders' } })).toBe(false)
  expect(isNews(seen, { details: { goal: 'More orders', budget: 'None' } })).toBe(true)
  expect(isNews(seen, { name: { en: 'Spring', de: 'Frühjahr' } })).toBe(true)
})

test('the effect has the rows and columns that are touched, in the order of the vocabulary', () => {
  const side = { fresh: 1, stale: 0, state: 'open' } as const
  const cell = (row: string, column: string) => ({ row, column, ideal: null, without: side, with: { ...side, fresh: 2 } })
  const { rows, columns, cellAt } = effectTable(
    [cell('untagged', 'email'), cell('retention', 'website'), cell('awareness', 'email')],
    ['awareness', 'consideration', 'retention'],
    ['website', 'email', 'blog'],
  )
  expect(rows).toEqual(['awareness', 'retention', 'untagged'])
  expect(columns).toEqual(['website', 'email'])
  expect(cellAt('retention', 'website')?.with.fresh).toBe(2)
  expect(cellAt('retention', 'email')).toBeUndefined()
})

test('campaigns of a list stand behind the one they are part of, as far as that is there, and a circle loses none', () => {
  const row = (key: string, parent: string | null) => ({ ...campaign({ parent }), key })
  const told = (rows: ReturnType<typeof row>[]) => inFamilies(rows).map(({ row: { key }, depth }) => `${key} ${depth}`)
  expect(told([row('may', 'spring'), row('year', null), row('spring', 'year'), row('april', 'spring')])).toEqual([
    'year 0',
    'spring 1',
    'may 2',
    'april 2',
  ])
  expect(told([row('may', 'spring'), row('year', null)])).toEqual(['may 0', 'year 0'])
  expect(told([row('a', 'b'), row('b', 'a'), row('c', null)])).toEqual(['c 0', 'a 0', 'b 1'])
})
