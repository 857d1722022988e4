import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { models, modes, purchaseGroups } from '@/server/domain/coverage/coverage.schema'
import { projectJourney } from '@/server/domain/coverage/lens.rules'
import { compileFilter, type FilterWorld } from '@/server/domain/filter/filter.rules'
import {
  type Clause,
  type Filter,
  type FilterField,
  filter,
  filterFields,
  type Operator,
  type SortField,
  sortFields,
} from '@/server/domain/filter/filter.schema'
import { formatFilter, operatorsOf, parseFilter } from '@/server/domain/filter/filter-text.rules'
import { comparator, rankInOrder, sortFacts } from '@/server/domain/filter/sort.rules'
import { stages, statuses } from '@/server/domain/vocabulary/vocabulary.schema'
import { modelPreset } from '@/server/presets/models'
import { day, facts } from '@/tests/property/coverage-facts'
import { journey } from '@/tests/unit/coverage/ask'
import { now } from '@/tests/unit/facts/make-fact'

const closed: Partial<Record<FilterField, readonly string[]>> = {
  status: statuses,
  stage: stages,
  group: purchaseGroups,
  counts: modes,
  lens: models,
}

/** Awkward values on purpose: everything the language uses as a sign. */
const word = fc.oneof(
  fc.string({
    minLength: 1,
    maxLength: 12,
    unit: fc.constantFrom(
      'a',
      'ß',
      ',',
      '\\',
      '!',
      '*',
      '~',
      '-',
      '+',
      '.',
      ' ',
      '&',
      '=',
      '%',
      '#',
      '?',
      'ü',
      '\u{1F600}',
      '\n',
    ),
  }),
  fc.constantFrom('yes', 'no', 'today', 'before', 'last7d', '2026-01-01', '..', '1..2', 'me', 'awareness'),
)

function valuesFor(field: string, op: Operator): fc.Arbitrary<string[]> {
  const known = closed[field as FilterField]
  switch (op) {
    case 'empty':
    case 'filled':
    case 'past':
    case 'today':
      return fc.constant([])
    case 'contains':
    case 'lacks':
      return word.filter((text) => field !== 'q' || text.trim() !== '').map((text) => [text])
    case 'between':
      return fc.oneof(fc.tuple(day, day), fc.tuple(fc.constant(''), day), fc.tuple(day, fc.constant('')))
    case 'last':
    case 'next':
      return fc.nat(9999).map((days) => [String(days)])
    case 'is':
      if (field === 'asOf') return day.map((picked) => [picked])
      return fc.constantFrom(...(known ?? ['yes', 'no'])).map((value) => [value])
    default:
      return fc.array(known ? fc.constantFrom(...known) : word, { minLength: 1, maxLength: 4 })
  }
}

const operators: readonly Operator[] = [
  'anyOf',
  'noneOf',
  'allOf',
  'empty',
  'filled',
  'contains',
  'lacks',
  'between',
  'last',
  'next',
  'past',
  'today',
  'is',
]
const builtIn = fc
  .constantFrom(...(Object.keys(filterFields) as FilterField[]))
  .chain((field) =>
    fc
      .constantFrom(...operatorsOf(filterFields[field]))
      .chain((op) => valuesFor(field, op).map((values): Clause => ({ field, op, values }))),
  )
const ofType = fc
  .constantFrom(...operators)
  .chain((op) => valuesFor('field.x', op).map((values): Clause => ({ field: 'field.promiseKind', op, values })))
const clauses = fc.array(fc.oneof(builtIn, ofType), { maxLength: 6 }).map((list) => {
  const isLensed = list.some(({ field }) => field === 'lens')
  return list.filter(({ field }) => isLensed || field !== 'lensPhase')
})

describe('the text of a filter', () => {
  test('gives the same filter back', () => {
    fc.assert(
      fc.property(clauses, (made) => {
        expect(parseFilter(formatFilter(made))).toEqual({ filter: made, ignored: [] })
        expect(filter.parse(made)).toEqual(made)
      }),
      { numRuns: 1500 },
    )
  })

  test('any text is read without an error, and what was read is stable', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.webQueryParameters()), (text) => {
        const read = parseFilter(text).filter
        expect(parseFilter(formatFilter(read))).toEqual({ filter: read, ignored: [] })
      }),
      { numRuns: 500 },
    )
  })
})

const world: FilterWorld = {
  moment: now,
  viewerId: 'anna',
  phases: journey,
  lens: (model) => projectJourney(journey, model, modelPreset(model).phases),
  familyOf: (campaign) => [campaign],
  longFields: new Set(),
  searchHits: new Set(),
  importHits: new Map(),
}

describe('what a filter leaves', () => {
  test('any filter can be asked of any item', () => {
    fc.assert(
      fc.property(clauses, facts, (made, all) => {
        expect(() => all.filter(compileFilter(made, world))).not.toThrow()
      }),
      { numRuns: 300 },
    )
  })

  test('one more clause never leaves more, and the order of clauses does not matter', () => {
    const lasting = clauses.map((list) => list.filter(({ field }) => !['trash', 'asOf', 'lens', 'lensPhase'].includes(field)))
    fc.assert(
      fc.property(lasting, facts, (made, all) => {
        const left = all.filter(compileFilter(made, world))
        expect(all.filter(compileFilter(made.toReversed(), world))).toEqual(left)
        const fewer = new Set(all.filter(compileFilter(made.slice(1), world)))
        for (const fact of left) expect(fewer.has(fact)).toBe(true)
      }),
      { numRuns: 200 },
    )
  })

  test('an operator and its opposite part the items in two', () => {
    const opposites: readonly [Operator, Operator][] = [
      ['anyOf', 'noneOf'],
      ['empty', 'filled'],
      ['contains', 'lacks'],
    ]
    const pair = fc
      .constantFrom('type', 'purpose', 'locale', 'owner', 'phase', 'topic', 'stage', 'title', 'note', 'field.promiseKind')
      .chain((field) =>
        fc
          .constantFrom(...opposites.filter(([op]) => operatorsOf(filterFields[field as FilterField] ?? 'choice').includes(op)))
          .chain(([op, opposite]) =>
            valuesFor(field, op).map((values): [Filter, Filter] => [[{ field, op, values }], [{ field, op: opposite, values }]]),
          ),
      )
    fc.assert(
      fc.property(pair, facts, ([these, others], all) => {
        const kept = all.filter(({ deletedAt }) => deletedAt === null)
        const both = [...all.filter(compileFilter(these, world)), ...all.filter(compileFilter(others, world))]
        expect(new Set(both)).toEqual(new Set(kept))
        expect(both).toHaveLength(kept.length)
      }),
      { numRuns: 200 },
    )
  })
})

describe('sorting', () => {
  const ranks = {
    phase: rankInOrder(['awareness', 'consideration', 'conversion', 'retention', 'advocacy']),
    type: rankInOrder(['page', 'faq']),
    owner: rankInOrder(['ben', 'anna']),
  }
  const sort = fc.array(fc.record({ field: fc.constantFrom<SortField[]>(...sortFields), descending: fc.boolean() }), {
    maxLength: 3,
  })
  test('the fast way and the plain way give the same order, from whatever order before', () => {
    fc.assert(
      fc.property(facts, sort, (all, sort) => {
        const world = { ranks, relevance: new Map(all.map(({ id }, n) => [id, (n % 5) / 4])) }
        const sorted = sortFacts(all, sort, world)
        expect(sorted).toEqual([...all].sort(comparator(sort, world)))
        expect(sortFacts(all.toReversed(), sort, world)).toEqual(sorted)
      }),
      { numRuns: 300 },
    )
  })
})
