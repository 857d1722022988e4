import { describe, expect, test } from 'vitest'
import { cellFilter, gridFilter, isPartOfAll, narrowingOf, type Shown } from '@/server/domain/coverage/drill-down.rules'
import { formatFilter, parseFilter } from '@/server/domain/filter/filter-text.rules'

const shown = (more: Partial<Shown> = {}, filter = ''): Shown => ({
  by: 'channel',
  mode: 'published',
  asOf: null,
  lens: null,
  filter: parseFilter(filter).filter,
  ...more,
})
const cell = (asked: Shown, row: string | null, column: string | null) => formatFilter(cellFilter(asked, row, column))

test('every filter looks at a part, but for the forecast without some campaigns and what the heatmap says itself', () => {
  const isPart = (text: string) => isPartOfAll(parseFilter(text).filter)
  expect(['campaign=spring', 'locale=de', 'campaignsOff=spring&type=page'].map(isPart)).toEqual([true, true, true])
  expect(['', 'campaignsOff=spring', 'counts=planned&lens=aida'].map(isPart)).toEqual([false, false, false])
})

describe('the list behind a number', () => {
  test('of a cell, a row, a column and the whole', () => {
    expect(cell(shown(), 'retention', 'email')).toBe('counts=published&phase=retention&channel=email')
    expect(cell(shown({ by: 'owner', mode: 'planned' }), 'retention', null)).toBe('counts=planned&phase=retention')
    expect(cell(shown({ by: 'owner' }), null, 'anna')).toBe('counts=published&owner=anna')
    expect(formatFilter(gridFilter(shown({ asOf: '2026-12-31' })))).toBe('counts=published&asOf=2026-12-31')
  })

  test('of untagged items', () => {
    expect(cell(shown(), 'untagged', 'untagged')).toBe('counts=published&phase=-&channel=-')
  })

  test('in a lens', () => {
    expect(cell(shown({ lens: 'aida' }), 'not_covered', 'email')).toBe(
      'counts=published&lens=aida&lensPhase=not_covered&channel=email',
    )
    expect(cell(shown({ lens: 'aida' }), 'untagged', null)).toBe('counts=published&lens=aida&lensPhase=-')
  })

  test('keeps what narrows the heatmap, in which mode, day and lens are its own', () => {
    const asked = shown({}, 'type=page&counts=planned&asOf=2020-01-01&lens=aida&lensPhase=desire&phase=retention')
    expect(formatFilter(narrowingOf(asked.filter))).toBe('type=page&phase=retention')
    expect(cell(asked, 'advocacy', null)).toBe('type=page&phase=retention&counts=published&phase=advocacy')
  })
})
