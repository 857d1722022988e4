import { describe, expect, test } from 'vitest'
import { factOf, longFieldsOf, packFacts } from '@/server/domain/facts/fact.rules'
import { foldSpelledOut, foldText } from '@/server/domain/facts/fold.rules'
import { createInterner } from '@/server/domain/facts/intern.rules'
import { factWorld, makeFact, makeRow } from '@/tests/unit/facts/make-fact'

describe('a fact', () => {
  test('reads instants in whatever form they are stored', () => {
    const ms = Date.parse('2026-01-02T03:04:05Z')
    for (const publishedAt of [ms, new Date(ms), '2026-01-02T03:04:05Z']) expect(makeFact({ publishedAt }).publishedAt).toBe(ms)
    expect(makeFact({ publishedAt: null }).publishedAt).toBeNull()
  })

  test('takes its status from the kind of its step', () => {
    const world = { ...factWorld, stepKinds: new Map([['legal', 'in_review' as const]]) }
    expect(factOf(makeRow({ step: 'legal' }), world).status).toBe('in_review')
    expect(factOf(makeRow({ step: 'forgotten' }), world).status).toBe('idea')
  })

  test('leaves long and empty fields in the database', () => {
    const fields = { answer: 'A long text', promiseKind: 'none', sendsThanks: false, contactPhone: '', policy: null }
    expect(makeFact({ fields }).fields).toEqual({ promiseKind: 'none', sendsThanks: false })
  })

  test('reads an empty locale as none', () => {
    expect(makeFact({ locale: '' }).locale).toBeNull()
  })

  test('shares equal tag lists, whatever their order', () => {
    const a = makeFact({ phase: ['x', 'y'] })
    const b = makeFact({ phase: ['y', 'x', 'y'] })
    expect(a.phase).toBe(b.phase)
    expect(a.phase).toEqual(['x', 'y'])
    expect(Object.isFrozen(a.phase)).toBe(true)
    expect(a.channel).toBe(b.topic)
  })

  test('is the same after packing', () => {
    const facts = [makeFact({ id: 'a', phase: ['x'] }), makeFact({ id: 'b' })]
    expect(packFacts(facts)).toEqual(facts)
    expect(packFacts(facts)[0]?.phase).toBe(facts[0]?.phase)
  })
})

test('two interners know nothing of each other', () => {
  expect(createInterner().list(['a'])).not.toBe(createInterner().list(['a']))
})

test('the long fields are those that any type calls long', () => {
  const name = { en: 'A', de: 'A' }
  const types = [
    {
      details: {
        fields: [
          { key: 'answer', name, kind: 'longText' as const },
          { key: 'network', name, kind: 'choice' as const },
        ],
      },
    },
    { details: { fields: [{ key: 'excerpt', name, kind: 'longText' as const }] } },
  ]
  expect(longFieldsOf(types)).toEqual(new Set(['answer', 'excerpt']))
})

describe('folding', () => {
  test.each([
    ['Küche', 'kuche'],
    ['GROẞ und groß', 'gross und gross'],
    ['Crème brûlée', 'creme brulee'],
    ['Cafe\u0301', 'cafe'],
    ['Œuvre', 'oeuvre'],
    ['plain', 'plain'],
  ])('%s becomes %s', (text, folded) => {
    expect(foldText(text)).toBe(folded)
  })

  test('the other spelling of umlauts', () => {
    expect(foldSpelledOut('Küchengröße')).toBe('kuechengroesse')
    expect(foldSpelledOut('Ku\u0308che')).toBe('kueche')
  })
})
