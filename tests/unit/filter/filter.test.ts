import { describe, expect, test } from 'vitest'
import { projectJourney } from '@/server/domain/coverage/lens.rules'
import type { Fact } from '@/server/domain/facts/fact.schema'
import {
  asOfDay,
  compileFilter,
  type FilterWorld,
  languageOf,
  searchTexts,
  textQuestions,
} from '@/server/domain/filter/filter.rules'
import { parseFilter } from '@/server/domain/filter/filter-text.rules'
import { modelPreset } from '@/server/presets/models'
import { liveFact, type Made, makeFact, now } from '@/tests/unit/facts/make-fact'

const { phases } = modelPreset('mckinsey5')
const world: FilterWorld = {
  moment: now,
  viewerId: 'anna',
  phases,
  lens: (model) => projectJourney(phases, model, modelPreset(model).phases),
  familyOf: (campaign) => [campaign],
  longFields: new Set(['answer']),
}

/** Which of the facts the filter leaves. */
function left(text: string, facts: Record<string, Made>, more: Partial<FilterWorld> = {}): string[] {
  const { filter, ignored } = parseFilter(text)
  expect(ignored).toEqual([])
  const matches = compileFilter(filter, { ...world, ...more })
  return Object.entries(facts).flatMap(([id, made]) => (matches(makeFact({ ...made, id })) ? [id] : []))
}

describe('clauses', () => {
  const facts = {
    a: { phase: ['awareness'], channel: ['email', 'social'], type: 'page', title: 'Über uns' },
    b: { phase: ['awareness', 'retention'], channel: ['email'], type: 'email', purpose: 'thank' },
    c: { type: 'faq', purpose: 'answer', ownerId: 'anna', locale: 'de-AT' },
    d: { phase: ['advocacy'], locale: 'de', ownerId: 'ben' },
  }
  test.each([
    ['', ['a', 'b', 'c', 'd']],
    ['phase=awareness', ['a', 'b']],
    ['phase=retention,advocacy', ['b', 'd']],
    ['phase=awareness&phase=retention', ['b']],
    ['phase=!awareness', ['c', 'd']],
    ['phase=*awareness,retention', ['b']],
    ['phase=-', ['c']],
    ['phase=%2B', ['a', 'b', 'd']],
    ['phase=-,advocacy', ['c', 'd']],
    ['phase=!-,advocacy', ['a', 'b']],
    ['channel=email&type=page', ['a']],
    ['purpose=-', ['a', 'd']],
    ['purpose=!thank', ['a', 'c', 'd']],
    ['purpose=-,thank', ['a', 'b', 'd']],
    ['owner=me', ['c']],
    ['owner=!me', ['a', 'b', 'd']],
    ['owner=me,ben', ['c', 'd']],
    ['locale=de', ['d']],
    ['locale=de*', ['c', 'd']],
    ['locale=-,de*', ['a', 'b', 'c', 'd']],
    ['locale=!de*', ['a', 'b']],
    ['title=~uber', ['a']],
    ['title=!~uber', ['b', 'c', 'd']],
    ['untagged=yes', ['c', 'd']],
    ['untagged=no', ['a', 'b']],
    ['id=a,d', ['a', 'd']],
    ['id=', []],
    ['stage=pre_awareness', ['a', 'b']],
    ['stage=loyalty', ['b']],
    ['stage=!retention,advocacy', ['a', 'c']],
    ['stage=-', ['c']],
    ['group=after', ['b', 'd']],
    ['group=before', ['a', 'b']],
    ['group=!during', ['a', 'b', 'c', 'd']],
    ['stage=awareness&group=after', ['b']],
  ])('%s', (text, expected) => {
    expect(left(text, facts)).toEqual(expected)
  })

  test('nobody looks: "me" is nobody', () => {
    expect(left('owner=me', facts, { viewerId: null })).toEqual([])
  })
})

describe('the trash', () => {
  const facts = { here: {}, gone: { deletedAt: 1 } }
  test('is left out unless asked for', () => {
    expect(left('', facts)).toEqual(['here'])
    expect(left('trash=no', facts)).toEqual(['here'])
    expect(left('trash=yes', facts)).toEqual(['gone'])
    expect(left('trash=yes&counts=planned', facts)).toEqual([])
  })
})

describe('days', () => {
  const facts = {
    old: { dueOn: '2026-03-01' },
    today: { dueOn: '2026-03-09' },
    soon: { dueOn: '2026-03-16' },
    later: { dueOn: '2026-04-30' },
    none: {},
  }
  test.each([
    ['dueOn=before', ['old']],
    ['dueOn=today', ['today']],
    ['dueOn=next7d', ['today', 'soon']],
    ['dueOn=last8d', ['old', 'today']],
    ['dueOn=last7d', ['today']],
    ['dueOn=2026-03-09..2026-03-16', ['today', 'soon']],
    ['dueOn=..2026-03-09', ['old', 'today']],
    ['dueOn=2026-03-16..', ['soon', 'later']],
    ['dueOn=-', ['none']],
    ['dueOn=%2B', ['old', 'today', 'soon', 'later']],
  ])('%s', (text, expected) => {
    expect(left(text, facts)).toEqual(expected)
  })

  test('a day with a time of day belongs to its day', () => {
    const planned = {
      early: { plannedFor: '2026-03-09T00:00' },
      late: { plannedFor: '2026-03-09T23:59' },
      next: { plannedFor: '2026-03-10' },
    }
    expect(left('plannedFor=today', planned)).toEqual(['early', 'late'])
    expect(left('plannedFor=2026-03-10..', planned)).toEqual(['next'])
  })

  test('an instant belongs to the day of the workspace', () => {
    const facts = {
      before: { updatedAt: '2026-03-08T22:59:59Z' },
      first: { updatedAt: '2026-03-08T23:00:00Z' },
      last: { updatedAt: '2026-03-09T22:59:59Z' },
    }
    expect(left('updatedAt=today', facts)).toEqual(['first', 'last'])
    expect(left('updatedAt=before', facts)).toEqual(['before'])
    expect(left('updatedAt=2026-03-08', facts)).toEqual(['before'])
  })
})

describe('what counts', () => {
  const facts = {
    live: { step: 'published', publishedAt: '2026-01-01T00:00:00Z', reviewBy: '2026-03-20' },
    old: { step: 'published', publishedAt: '2026-01-01T00:00:00Z', reviewBy: '2026-03-01' },
    soon: { step: 'in_review', publishAt: '2026-05-01T00:00:00Z' },
    plan: { step: 'planned', plannedFor: '2026-06-01' },
    idea: { step: 'idea', plannedFor: '2026-06-01' },
  }
  test.each([
    ['counts=published', ['live', 'old']],
    ['counts=scheduled', ['live', 'old', 'soon']],
    ['counts=planned', ['live', 'old', 'soon', 'plan']],
    ['counts=planned&asOf=2026-05-15', ['live', 'old', 'soon']],
    ['counts=published&asOf=2025-12-31', []],
    ['counts=published&stale=no', ['live']],
    ['counts=published&stale=no&asOf=2026-03-21', []],
    ['stale=yes&asOf=2026-03-21', ['live', 'old']],
    ['status=planned,idea', ['plan', 'idea']],
  ])('%s', (text, expected) => {
    expect(left(text, facts)).toEqual(expected)
  })

  test('relative days stay relative to today when another day is picked', () => {
    expect(left('plannedFor=next90d&asOf=2027-01-01', facts)).toEqual(['plan', 'idea'])
  })
})

describe('a lens', () => {
  const facts = {
    a: { phase: ['awareness'] },
    b: { phase: ['consideration'] },
    c: { phase: ['retention'] },
    both: { phase: ['conversion', 'retention'] },
    none: {},
  }
  test.each([
    ['lens=aida&lensPhase=attention', ['a']],
    ['lens=aida&lensPhase=interest', ['b']],
    ['lens=aida&lensPhase=desire', ['b']],
    ['lens=aida&lensPhase=action', ['both']],
    ['lens=aida&lensPhase=not_covered', ['c']],
    ['lens=aida&lensPhase=not_refined', ['b']],
    ['lens=aida&lensPhase=-', ['none']],
    ['lens=ihk7&lensPhase=*retention,not_refined', ['c', 'both']],
    ['lens=aida', ['a', 'b', 'c', 'both', 'none']],
  ])('%s', (text, expected) => {
    expect(left(text, facts)).toEqual(expected)
  })
})

describe('fields of types', () => {
  const facts = {
    a: {
      fields: {
        promiseKind: 'date',
        sendsThanks: true,
        pages: 12,
        contactVerifiedOn: '2026-03-01',
        neverWhile: ['complaint_open'],
      },
    },
    b: {
      fields: { promiseKind: 'none', sendsThanks: false, pages: 40, claims: [{ topic: 'x', kind: 'price', value: '249 €' }] },
    },
    c: {},
  }
  test.each([
    ['field.promiseKind=none', ['b']],
    ['field.promiseKind=!none', ['a', 'c']],
    ['field.promiseKind=-', ['c']],
    ['field.promiseKind=~DAT', ['a']],
    ['field.sendsThanks=yes', ['a']],
    ['field.sendsThanks=no', ['b', 'c']],
    ['field.pages=10..20', ['a']],
    ['field.pages=13..', ['b']],
    ['field.contactVerifiedOn=before', ['a']],
    ['field.contactVerifiedOn=-', ['b', 'c']],
    ['field.neverWhile=complaint_open', ['a']],
    ['field.neverWhile=-', ['b', 'c']],
    ['field.claims=~249', ['b']],
    ['field.unheardOf=~x', []],
  ])('%s', (text, expected) => {
    expect(left(text, facts)).toEqual(expected)
  })
})

describe('what only the database knows', () => {
  const facts = { a: {}, b: {} }
  test('full text needs its hits', () => {
    expect(searchTexts(parseFilter('q=battery&phase=a').filter)).toEqual(['battery'])
    expect(left('q=battery', facts, { searchHits: new Set(['b']) })).toEqual(['b'])
    expect(() => left('q=battery', facts)).toThrow('without its hits')
  })

  test('long texts are asked for beforehand', () => {
    const filter = parseFilter('field.answer=~Küche&field.network=~x').filter
    const [question, ...rest] = textQuestions(filter, world.longFields)
    expect(rest).toEqual([])
    expect(question).toEqual({ key: 'answer~kuche', field: 'answer', text: 'kuche' })
    const textHits = new Map([
      ['answer~kuche', new Set(['a'])],
      ['answer+', new Set(['b'])],
    ])
    expect(left('field.answer=~Küche', facts, { textHits })).toEqual(['a'])
    expect(left('field.answer=!~Küche', facts, { textHits })).toEqual(['b'])
    expect(left('field.answer=%2B', facts, { textHits })).toEqual(['b'])
    expect(left('field.answer=-', facts, { textHits })).toEqual(['a'])
    expect(() => left('field.answer=~other', facts, { textHits })).toThrow('without its hits')
  })

  test('what an import touched', () => {
    const importHits = new Map([['one', new Set(['a'])]])
    expect(left('import=one', facts, { importHits })).toEqual(['a'])
    expect(left('import=!one', facts, { importHits })).toEqual(['b'])
    expect(left('import=two', facts, { importHits })).toEqual([])
  })
})

test('the picked day of a filter', () => {
  expect(asOfDay(parseFilter('asOf=2026-01-01&phase=a').filter)).toBe('2026-01-01')
  expect(asOfDay(parseFilter('phase=a').filter)).toBeNull()
})

test('the language of a locale', () => {
  expect(['de', 'de-AT', 'EN-us'].map(languageOf)).toEqual(['de', 'de', 'en'])
})

test('a clause without values narrows to nothing, never to everything', () => {
  const facts: Fact[] = [liveFact({ phase: ['a'] })]
  for (const field of ['phase', 'type', 'owner', 'locale', 'id', 'import'])
    expect(facts.filter(compileFilter([{ field, op: 'anyOf', values: [] }], world))).toEqual([])
})

test('a campaign stands for everything under it, whoever asks for it, and for what is not in it', () => {
  const facts = {
    year: { campaign: ['year'] },
    spring: { campaign: ['spring', 'brand'] },
    other: { campaign: ['brand'] },
    none: {},
  }
  const familyOf = (key: string) => (key === 'year' ? ['year', 'spring'] : [key])
  const found = (text: string) => left(text, facts, { familyOf })
  expect(found('campaign=year')).toEqual(['year', 'spring'])
  expect(found('campaign=spring')).toEqual(['spring'])
  expect(found('campaign=!year')).toEqual(['other', 'none'])
  expect(found('campaign=-,year')).toEqual(['year', 'spring', 'none'])
  expect(found('campaign=*year,brand')).toEqual(['spring'])
})

test('a campaign that is switched off takes along what is not live yet and belongs to no other', () => {
  const facts = {
    alone: { campaign: ['spring'], step: 'planned' },
    both: { campaign: ['spring', 'summer'], step: 'planned' },
    live: { campaign: ['spring'], step: 'published', publishedAt: '2025-06-01T08:00:00Z' },
    none: { step: 'planned' },
  }
  expect(left('campaignsOff=spring', facts)).toEqual(['both', 'live', 'none'])
  expect(left('campaignsOff=spring,summer', facts)).toEqual(['live', 'none'])
})
