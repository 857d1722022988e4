import { describe, expect, test } from 'vitest'
import {
  changeTerm,
  countChanges,
  draftedTerms,
  emptyDraft,
  moveTo,
  orderOf,
  type TermDraft,
} from '@/components/settings/term-draft'
import type { Term } from '@/server/domain/vocabulary/vocabulary.schema'

const topic = (key: string, revision = 1): Term<'topic'> => ({
  dimension: 'topic',
  key,
  name: { en: key, de: key },
  position: 0,
  synonyms: [],
  details: { kind: 'theme' },
  origin: 'own',
  source: null,
  archivedAt: null,
  revision,
})
const terms = ['a', 'b', 'c'].map((key) => topic(key))
const start: TermDraft<'topic'> = emptyDraft
const renamed = (draft: TermDraft<'topic'>, term: Term<'topic'>, en: string) =>
  changeTerm(draft, term, { name: { en, de: term.name.de } })

describe('edits that wait for saving', () => {
  test('are shown, counted, and gone when typed back', () => {
    const draft = renamed(start, topic('a'), 'Alarm')
    expect(draftedTerms(terms, draft)[0]?.name.en).toBe('Alarm')
    expect(countChanges(terms, draft)).toBe(1)
    expect(countChanges(terms, renamed(draft, topic('a'), 'a'))).toBe(0)
  })

  test('keep the revision that the person saw first', () => {
    const draft = renamed(start, topic('a', 3), 'Alarm')
    expect(renamed(draft, topic('a', 7), 'Alarms').changes.a?.revision).toBe(3)
  })

  test('of name and details stand together', () => {
    const draft = changeTerm(renamed(start, topic('a'), 'Alarm'), topic('a'), { details: { kind: 'product' } })
    expect(draft.changes.a).toEqual({ revision: 1, name: { en: 'Alarm', de: 'a' }, details: { kind: 'product' } })
    expect(countChanges(terms, draft)).toBe(1)
  })

  test('of a term that is gone are forgotten', () => {
    expect(countChanges(terms.slice(1), renamed(start, topic('a'), 'Alarm'))).toBe(0)
  })
})

describe('the order', () => {
  test('is one change, and none when put back', () => {
    expect(countChanges(terms, { ...start, order: ['b', 'a', 'c'] })).toBe(1)
    expect(countChanges(terms, { ...start, order: ['a', 'b', 'c'] })).toBe(0)
  })

  test('takes in terms that came meanwhile behind their neighbour, and lets go of those that went', () => {
    const now = ['a', 'x', 'b', 'c'].map((key) => ({ key }))
    expect(orderOf(now, { order: ['c', 'b', 'a', 'gone'] })).toEqual(['c', 'b', 'a', 'x'])
  })

  test('moves one to a place', () => {
    expect(moveTo(['a', 'b', 'c'], 'a', 2)).toEqual(['b', 'c', 'a'])
    expect(moveTo(['a', 'b', 'c'], 'c', 0)).toEqual(['c', 'a', 'b'])
  })
})
