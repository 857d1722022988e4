import { describe, expect, test } from 'vitest'
import type { Model } from '@/server/domain/coverage/coverage.schema'
import { knownWords } from '@/server/domain/vocabulary/known-words'
import { findTerm } from '@/server/domain/vocabulary/synonyms.rules'
import { type Dimension, type Stage, stages, type Term, type Vocabulary } from '@/server/domain/vocabulary/vocabulary.schema'
import { presetVocabulary } from '@/server/presets/vocabulary'

function vocabulary(model: Model): Vocabulary {
  const preset = presetVocabulary({ model, segment: 'b2b', sellsGoods: true, locale: 'en' })
  const stored = <D extends Dimension>(dimension: D): Term<D>[] =>
    preset[dimension].map((term) => ({ ...term, archivedAt: null, revision: 1 }))
  return {
    phase: stored('phase'),
    channel: stored('channel'),
    persona: stored('persona'),
    topic: stored('topic'),
    question: stored('question'),
    campaign: stored('campaign'),
    purpose: stored('purpose'),
    type: stored('type'),
    step: stored('step'),
  }
}

const phase = (key: string, name: string, of: readonly Stage[]): Term<'phase'> => ({
  dimension: 'phase',
  key,
  name: { en: name, de: name },
  position: 0,
  synonyms: [],
  details: { letter: key.slice(0, 1).toUpperCase(), hue: 0, stages: [...of], goal: { en: '', de: '' }, weight: 1 },
  origin: 'own',
  source: null,
  archivedAt: null,
  revision: 1,
})

/** A journey of one phase per stage whose names say nothing. */
const ownJourney: Vocabulary = {
  ...vocabulary('mckinsey5'),
  phase: stages.map((stage, n) => phase(`step-${stage.replaceAll('_', '-')}`, `Schritt ${n + 1}`, [stage])),
}

const inModel = (model: Model, word: string, dimension: Dimension = 'phase') =>
  findTerm(word, dimension, vocabulary(model), knownWords(model))
const one = (key: string) => ({ kind: 'one', key })

describe('a word finds the phase it means', () => {
  test.each([
    ['mckinsey5', 'Nachkauf', 'retention'],
    ['mckinsey5', 'Bindung', 'retention'],
    ['mckinsey5', 'After-Sale', 'retention'],
    ['mckinsey5', 'aftersale', 'retention'],
    ['mckinsey5', 'Kundenbindung', 'retention'],
    ['mckinsey5', 'Entscheidung', 'conversion'],
    ['mckinsey5', 'UEBERLEGUNG', 'consideration'],
    ['mckinsey5', 'Loyality', 'retention'],
    ['mckinsey5', 'd', 'retention'],
    ['mckinsey5', 'Phase 2: Überlegung', 'consideration'],
    ['mckinsey5', 'Kaufphase', 'conversion'],
    ['ihk7', 'Nachkauf', 'retention'],
    ['ihk7', 'Kundenbindung', 'loyalty'],
    ['ihk7', 'Entscheidungsphase', 'purchase'],
    ['kotler5a', 'Nachkauf', 'act'],
    ['simple3', 'Präferenz', 'before'],
    ['mot4', 'Fürsprache', 'tmot'],
  ] as const)('%s: %s is %s', (model, word, key) => {
    expect(inModel(model, word)).toEqual(one(key))
  })

  test('where a model uses a word twice, a person is asked', () => {
    expect(inModel('ihk7', 'Entscheidung')).toEqual({ kind: 'ambiguous', keys: ['preference', 'purchase'] })
    expect(inModel('ihk7', 'Bindung')).toEqual({ kind: 'ambiguous', keys: ['retention', 'loyalty'] })
    expect(inModel('kotler5a', 'Kundenbindung')).toEqual({ kind: 'ambiguous', keys: ['act', 'advocate'] })
  })

  test('a model without phases after the purchase does not know what comes after it', () => {
    expect(inModel('aida', 'Nachkauf')).toEqual({ kind: 'none' })
    expect(inModel('aida', 'After-Sale')).toEqual({ kind: 'none' })
  })

  test('words of all models reach a journey of own names by way of the stages', () => {
    const find = (word: string) => findTerm(word, 'phase', ownJourney, knownWords(null))
    expect(find('Nachkauf')).toEqual(one('step-retention'))
    expect(find('After-Sale')).toEqual(one('step-retention'))
    expect(find('Loyalty')).toEqual(one('step-loyalty'))
    expect(find('Überlegung')).toEqual(one('step-consideration'))
    expect(find('Kundenbindung')).toEqual({ kind: 'ambiguous', keys: ['step-retention', 'step-loyalty', 'step-advocacy'] })
    expect(find('Entscheidung')).toEqual({ kind: 'ambiguous', keys: ['step-preference', 'step-purchase'] })
    expect(find('Gartenarbeit')).toEqual({ kind: 'none' })
  })

  test('a renamed phase is still found by the words of the model it came from', () => {
    const before = vocabulary('mckinsey5')
    const renamed: Vocabulary = {
      ...before,
      phase: before.phase.map((term) =>
        term.key === 'retention' ? { ...term, name: { en: 'Care', de: 'Betreuung' }, synonyms: [] } : term,
      ),
    }
    expect(findTerm('Betreuung', 'phase', renamed, knownWords('mckinsey5'))).toEqual(one('retention'))
    expect(findTerm('Kundenbindung', 'phase', renamed, knownWords('mckinsey5'))).toEqual(one('retention'))
  })

  test('a name counts before a synonym', () => {
    const own: Vocabulary = {
      ...ownJourney,
      phase: [phase('a', 'Service', ['retention']), { ...phase('b', 'Hilfe', ['loyalty']), synonyms: ['Service'] }],
    }
    expect(findTerm('service', 'phase', own, knownWords(null))).toEqual(one('a'))
  })

  test('an archived phase is found only when no other has the word', () => {
    const gone = { ...phase('old', 'Service', ['retention']), archivedAt: new Date(0) }
    expect(findTerm('Service', 'phase', { ...ownJourney, phase: [gone] }, knownWords(null))).toEqual(one('old'))
    expect(
      findTerm('Service', 'phase', { ...ownJourney, phase: [gone, phase('new', 'Service', ['retention'])] }, knownWords(null)),
    ).toEqual(one('new'))
  })
})

describe('other words', () => {
  test.each([
    ['E-Mail', 'channel', 'email'],
    ['Mails', 'channel', 'email'],
    ['Warenkorb', 'channel', 'checkout'],
    ['review platforms', 'channel', 'review_platforms'],
    ['Live', 'step', 'published'],
    ['In Bearbeitung', 'step', 'in_progress'],
    ['FAQs', 'type', 'faq'],
  ] as const)('%s is the %s %s', (word, dimension, key) => {
    expect(inModel('mckinsey5', word, dimension)).toEqual(one(key))
  })

  test('a preset word does not bring back a term that the workspace threw away', () => {
    const before = vocabulary('mckinsey5')
    const without = { ...before, channel: before.channel.filter((term) => term.key !== 'checkout') }
    expect(findTerm('Warenkorb', 'channel', without, knownWords('mckinsey5'))).toEqual({ kind: 'none' })
  })
})
