import { describe, expect, test } from 'vitest'
import { type Clause, filterFields } from '@/server/domain/filter/filter.schema'
import { filterKindOf, formatFilter, isFilterField, operatorsOf, parseFilter } from '@/server/domain/filter/filter-text.rules'

const clause = (field: string, op: Clause['op'], ...values: string[]): Clause => ({ field, op, values })
const read = (text: string) => parseFilter(text).filter
const ignored = (text: string) => parseFilter(text).ignored

describe('reading a filter', () => {
  test('every form of the language', () => {
    expect(read('phase=retention,advocacy&status=!archived&dueOn=next14d&owner=me&title=~camera&purpose=-&q=battery')).toEqual([
      clause('phase', 'anyOf', 'retention', 'advocacy'),
      clause('status', 'noneOf', 'archived'),
      clause('dueOn', 'next', '14'),
      clause('owner', 'anyOf', 'me'),
      clause('title', 'contains', 'camera'),
      clause('purpose', 'empty'),
      clause('q', 'contains', 'battery'),
    ])
  })

  test.each([
    ['channel=*email,social', clause('channel', 'allOf', 'email', 'social')],
    ['title=!~camera', clause('title', 'lacks', 'camera')],
    ['title=camera', clause('title', 'contains', 'camera')],
    ['url=%2B', clause('url', 'filled')],
    ['url=+', clause('url', 'filled')],
    ['publishedAt=2026-01-01..2026-02-01', clause('publishedAt', 'between', '2026-01-01', '2026-02-01')],
    ['publishedAt=..2026-02-01', clause('publishedAt', 'between', '', '2026-02-01')],
    ['publishedAt=2026-01-01..', clause('publishedAt', 'between', '2026-01-01', '')],
    ['dueOn=2026-01-01', clause('dueOn', 'between', '2026-01-01', '2026-01-01')],
    ['dueOn=before', clause('dueOn', 'past')],
    ['dueOn=today', clause('dueOn', 'today')],
    ['updatedAt=last7d', clause('updatedAt', 'last', '7')],
    ['stale=yes', clause('stale', 'is', 'yes')],
    ['counts=scheduled', clause('counts', 'is', 'scheduled')],
    ['asOf=2026-12-31', clause('asOf', 'is', '2026-12-31')],
    ['locale=-,de*', clause('locale', 'anyOf', '-', 'de*')],
    ['owner=a\\,b,c', clause('owner', 'anyOf', 'a,b', 'c')],
    ['owner=\\!a', clause('owner', 'anyOf', '!a')],
    ['id=', clause('id', 'anyOf')],
    ['field.promiseKind=none', clause('field.promiseKind', 'anyOf', 'none')],
    ['field.answer=~battery', clause('field.answer', 'contains', 'battery')],
    ['field.sendsThanks=yes', clause('field.sendsThanks', 'is', 'yes')],
    ['field.pages=10..20', clause('field.pages', 'between', '10', '20')],
    ['field.contactVerifiedOn=before', clause('field.contactVerifiedOn', 'past')],
  ])('%s', (text, expected) => {
    expect(parseFilter(text)).toEqual({ filter: [expected], ignored: [] })
    expect(read(`?${text}`)).toEqual([expected])
    expect(read(formatFilter([expected]))).toEqual([expected])
  })

  test('an address is read as it is', () => {
    expect(parseFilter(new URLSearchParams({ title: '~a&b=c' })).filter).toEqual([clause('title', 'contains', 'a&b=c')])
  })

  test('the same name twice are two clauses', () => {
    expect(read('phase=a&phase=b')).toEqual([clause('phase', 'anyOf', 'a'), clause('phase', 'anyOf', 'b')])
  })

  test('a lens comes with its rows, rows without a lens narrow nothing', () => {
    expect(ignored('lens=aida&lensPhase=desire')).toEqual([])
    expect(parseFilter('lensPhase=desire')).toEqual({ filter: [], ignored: ['lensPhase=desire'] })
  })
})

describe('what cannot be read is named, never thrown', () => {
  test.each([
    'colour=red',
    'phase=',
    'phase=a,,b',
    'status=done',
    'stage=nirvana',
    'counts=everything',
    'lens=freud',
    'asOf=tomorrow',
    'dueOn=soon',
    'dueOn=2026-02-30',
    'dueOn=..',
    'stale=maybe',
    'type=~page',
    'q=',
    'field.=x',
    'field.Bad-Key=x',
    '__proto__=x',
    'constructor=x',
  ])('%s', (text) => {
    expect(parseFilter(text)).toEqual({ filter: [], ignored: [text] })
  })

  test('the rest still holds', () => {
    expect(parseFilter('colour=red&phase=a')).toEqual({ filter: [clause('phase', 'anyOf', 'a')], ignored: ['colour=red'] })
  })

  test('names of others are passed over in silence', () => {
    expect(parseFilter('sort=title&phase=a&x=1', new Set(['sort']))).toEqual({
      filter: [clause('phase', 'anyOf', 'a')],
      ignored: ['x=1'],
    })
  })

  test('too many clauses, values or letters', () => {
    expect(ignored(Array.from({ length: 61 }, () => 'phase=a').join('&'))).toHaveLength(1)
    expect(ignored(`title=~${'x'.repeat(2001)}`)).toHaveLength(1)
    expect(ignored(`id=${Array.from({ length: 5001 }, (_, n) => n).join(',')}`)).toHaveLength(1)
  })
})

describe('writing a filter', () => {
  test('stays readable in an address', () => {
    const text = formatFilter([
      clause('phase', 'anyOf', 'retention', 'advocacy'),
      clause('plannedFor', 'between', '2026-01-01', ''),
      clause('title', 'contains', 'Küche & Bad'),
    ])
    expect(text).toBe('phase=retention,advocacy&plannedFor=2026-01-01..&title=~K%C3%BCche%20%26%20Bad')
  })

  test('values that look like something else are told apart', () => {
    for (const value of ['-', '+', 'yes', 'today', 'last7d', '~x', '!x', '*x', '1..2', '2026-01-01', 'a,b', '\\', ' ', '\\-']) {
      for (const op of ['anyOf', 'noneOf', 'allOf'] as const) {
        for (const field of op === 'allOf' ? ['phase', 'field.network'] : ['phase', 'owner', 'field.network']) {
          const made = clause(field, op, value)
          expect(read(formatFilter([made]))).toEqual([made])
        }
      }
    }
  })
})

test('every kind of field offers operators, and every field has a kind', () => {
  for (const kind of Object.values(filterFields)) expect(operatorsOf(kind).length).toBeGreaterThan(0)
  expect(operatorsOf('tags')).toContain('allOf')
  expect(operatorsOf('choice')).not.toContain('allOf')
  expect(filterKindOf('longText')).toBe('text')
  expect(filterKindOf('choices')).toBe('tags')
  expect(isFilterField('field.promiseKind')).toBe(true)
  expect(isFilterField('toString')).toBe(false)
})
