import { describe, expect, test } from 'vitest'
import { findGaps } from '@/server/domain/gaps/gaps.rules'
import { modelPreset } from '@/server/presets/models'
import { target } from '@/tests/unit/coverage/ask'
import { liveFact, makeFact, now } from '@/tests/unit/facts/make-fact'
import { fires, found, home, live, shipped } from '@/tests/unit/gaps/ask-gaps'

const phaseKeys = home.phases.map(({ key }) => key)
const one = (phase: string) => live({ phase: [phase] })
const times = (n: number, made: Parameters<typeof live>[0]) => live(...Array.from({ length: n }, () => made ?? {}))

describe('phase_empty', () => {
  test('names each phase without a live item', () => {
    expect(found('phase_empty', one('awareness')).map(({ phase }) => phase)).toEqual(phaseKeys.slice(1))
  })

  test.each([
    ['planned', makeFact({ step: 'planned', phase: ['advocacy'] })],
    ['stale', liveFact({ phase: ['advocacy'], reviewBy: '2026-03-08' })],
    ['in another language', liveFact({ phase: ['advocacy'], locale: 'en' })],
    ['published in the future', liveFact({ phase: ['advocacy'], publishedAt: '2026-04-01T00:00:00Z' })],
    ['in the trash', liveFact({ phase: ['advocacy'], deletedAt: 1 })],
    ['archived', makeFact({ step: 'archived', phase: ['advocacy'] })],
  ])('an item that is %s does not fill it', (_, fact) => {
    expect(found('phase_empty', [fact]).map(({ phase }) => phase)).toContain('advocacy')
  })

  test.each(['de', 'de-AT', null])('an item of locale %s does', (locale) => {
    expect(found('phase_empty', [liveFact({ phase: ['advocacy'], locale })]).map(({ phase }) => phase)).not.toContain('advocacy')
  })

  test('a phase that is not applicable is left alone, one with a single such cell is not', () => {
    const targets = [target('advocacy', '', 'no customers yet'), target('retention', 'email', 'no')]
    expect(found('phase_empty', [], { targets }).map(({ phase }) => phase)).toEqual(phaseKeys.slice(0, 4))
  })

  test('brings what is on its way as proof', () => {
    const facts = [
      makeFact({ id: 'plan', step: 'planned', phase: ['advocacy'] }),
      liveFact({ id: 'old', phase: ['advocacy'], reviewBy: '2026-03-08' }),
    ]
    expect(found('phase_empty', facts).find(({ phase }) => phase === 'advocacy')?.evidence).toMatchObject({
      items: ['old', 'plan'],
      counts: { items: 2, live: 0, planned: 1, stale: 1 },
    })
  })
})

describe('phase_thin', () => {
  test.each([
    [0, false],
    [1, true],
    [2, true],
    [3, false],
  ])('with %i live items: %s', (n, expected) => {
    expect(fires('phase_thin', times(n, { phase: ['retention'] }))).toBe(expected)
  })

  test('the minimum can be changed', () => {
    expect(fires('phase_thin', times(3, { phase: ['retention'] }), {}, { min: 4 })).toBe(true)
    expect(fires('phase_thin', times(1, { phase: ['retention'] }), {}, { min: 1 })).toBe(false)
  })

  test('a phase that is not applicable needs no minimum', () => {
    expect(fires('phase_thin', one('advocacy'), { targets: [target('advocacy', '', 'why')] })).toBe(false)
  })
})

describe('single_channel', () => {
  const on = (...lists: string[][]) => live(...lists.map((channel) => ({ phase: ['retention'], channel })))
  test('fires when three items share their only channel', () => {
    expect(found('single_channel', on(['email'], ['email'], ['email']))[0]?.evidence.texts).toEqual({ channels: ['email'] })
  })

  test.each([
    ['two items', [['email'], ['email']]],
    ['a second channel', [['email'], ['email'], ['social']]],
    ['one item on two channels', [['email'], ['email'], ['email', 'social']]],
    ['one item on none', [['email'], ['email'], []]],
    ['none at all', [[], [], []]],
  ])('not with %s', (_, lists) => {
    expect(fires('single_channel', on(...lists))).toBe(false)
  })
})

describe('top_heavy', () => {
  const made = (before: number, after: number, during = 0) =>
    live(
      ...times(before, { phase: ['awareness'] }).map(() => ({ phase: ['awareness'] })),
      ...Array.from({ length: after }, () => ({ phase: ['retention'] })),
      ...Array.from({ length: during }, () => ({ phase: ['conversion'] })),
    )
  test.each([
    ['20 before', 20, 0, 0, true],
    ['19 items are too few', 19, 0, 0, false],
    ['a quarter after the purchase', 15, 5, 0, false],
    ['just below a quarter', 16, 4, 0, true],
    ['half before', 10, 0, 10, false],
    ['just over half before', 11, 0, 9, true],
  ])('%s', (_, before, after, during, expected) => {
    expect(fires('top_heavy', made(before, after, during))).toBe(expected)
  })

  test('stands on the journey as a whole, with its shares', () => {
    expect(found('top_heavy', made(16, 4))[0]).toMatchObject({
      id: 'top_heavy',
      phase: null,
      scope: {},
      evidence: { counts: { items: 20, before: 80, after: 20 } },
    })
  })

  test('a journey that ends at the purchase cannot be balanced', () => {
    const phases = modelPreset('aida').phases
    expect(fires('top_heavy', live(...Array.from({ length: 30 }, () => ({ phase: ['interest'] }))), { phases })).toBe(false)
  })
})

describe('promise_mismatch', () => {
  const claim = (value: string, kind: 'price' | 'model' = 'price', topic = 'camera') => ({
    phase: ['awareness'],
    fields: { claims: [{ topic, kind, value }] },
  })
  test('fires for two live items that say different things', () => {
    expect(found('promise_mismatch', live(claim('249 €'), claim('199 €')))).toMatchObject([
      {
        id: 'promise_mismatch:topic=camera',
        scope: { topic: 'camera' },
        phase: 'awareness',
        evidence: { counts: { items: 2 }, texts: { price: ['249 €', '199 €'] } },
      },
    ])
  })

  test.each([
    ['the same value', [claim('249 €'), claim('249 €')]],
    ['the same value, spelled with other spaces and case', [claim('Modell X'), claim(' modell  x ')]],
    ['another kind', [claim('249 €'), claim('Uhu 2', 'model')]],
    ['another topic', [claim('249 €'), claim('199 €', 'price', 'alarm')]],
    ['one item alone', [{ fields: { claims: [...claim('249 €').fields.claims, ...claim('199 €').fields.claims] } }]],
  ])('not with %s', (_, made) => {
    expect(fires('promise_mismatch', live(...made))).toBe(false)
  })

  test('an item that is not live contradicts nobody', () => {
    expect(fires('promise_mismatch', [...live(claim('249 €')), makeFact(claim('199 €'))])).toBe(false)
  })
})

describe('stale', () => {
  test('counts overdue items by phase, in whatever language', () => {
    const facts = live(
      { phase: ['retention', 'advocacy'], reviewBy: '2026-03-08' },
      { phase: ['retention'], reviewBy: '2026-03-01', locale: 'en' },
      { reviewBy: '2026-03-01' },
      { phase: ['retention'], reviewBy: '2026-03-09' },
    )
    expect(found('stale', facts).map(({ phase, evidence }) => [phase, evidence.counts.items])).toEqual([
      ['retention', 2],
      ['advocacy', 1],
      [null, 1],
    ])
  })

  test('what is not published cannot be overdue', () => {
    expect(
      fires('stale', [
        makeFact({ step: 'planned', phase: ['retention'], reviewBy: '2026-03-01' }),
        liveFact({ deletedAt: 1, reviewBy: '2026-03-01' }),
      ]),
    ).toBe(false)
  })

  test('items of a phase that is gone are not forgotten', () => {
    expect(found('stale', live({ phase: ['gone'], reviewBy: '2026-03-01' }))[0]).toMatchObject({
      phase: null,
      evidence: { items: ['item-000'] },
    })
  })
})

describe('surplus', () => {
  const targets = [target('retention', 'email', [1, 2, 3])]
  const made = { phase: ['retention'], channel: ['email'] }
  test('fires beyond the maximum, counting what the heatmap counts', () => {
    expect(fires('surplus', times(3, made), { targets })).toBe(false)
    expect(found('surplus', live(made, made, made, { ...made, locale: 'en' }), { targets })).toMatchObject([
      { phase: 'retention', scope: { phase: 'retention', channel: 'email' }, evidence: { counts: { items: 4, max: 3 } } },
    ])
  })

  test('stale items are no surplus, and nothing is without a maximum', () => {
    expect(fires('surplus', live(made, made, made, { ...made, reviewBy: '2026-03-01' }), { targets })).toBe(false)
    expect(fires('surplus', times(9, made), { presetTarget: () => ({ min: 1, ideal: 3, max: null }) })).toBe(false)
  })
})

describe('locale_missing', () => {
  test('fires for what is live in another language only', () => {
    expect(found('locale_missing', live({ phase: ['retention'], locale: 'en' }))).toMatchObject([
      { phase: 'retention', evidence: { counts: { items: 1 } } },
    ])
  })

  test.each([
    [
      'a live sibling in the main language',
      [
        { id: 'a', groupId: 'g', locale: 'en' },
        { id: 'b', groupId: 'g', locale: 'de-AT' },
      ],
    ],
    [
      'a live sibling without a locale',
      [
        { id: 'a', groupId: 'g', locale: 'en' },
        { id: 'b', groupId: 'g' },
      ],
    ],
    ['items in the main language', [{ locale: 'de' }]],
    ['items without a locale', [{}]],
  ])('not with %s', (_, made) => {
    expect(fires('locale_missing', live(...made))).toBe(false)
  })

  test('a sibling that is only planned does not do', () => {
    expect(
      fires('locale_missing', [
        liveFact({ id: 'a', groupId: 'g', locale: 'en' }),
        makeFact({ id: 'b', groupId: 'g', locale: 'de' }),
      ]),
    ).toBe(true)
  })
})

describe('question_unanswered', () => {
  const questions = [
    { key: 'how', phase: 'consideration', topic: null },
    { key: 'loud', phase: 'consideration', topic: 'camera' },
    { key: 'nowhere', phase: null, topic: null },
  ]

  test('is one finding for each question that nothing live answers', () => {
    const facts = [...live({ phase: ['consideration'], question: ['how'] }), makeFact({ id: 'plan', question: ['loud'] })]
    expect(found('question_unanswered', facts, { questions })).toMatchObject([
      {
        id: 'question_unanswered:phase=consideration:question=loud',
        phase: 'consideration',
        evidence: { questions: ['loud'], topics: ['camera'], items: ['plan'] },
      },
    ])
  })

  test('waits for the first content of a phase', () => {
    expect(fires('question_unanswered', live({ phase: ['awareness'] }), { questions })).toBe(false)
  })

  test('leaves a question to the gap that asks for the content which answers it', () => {
    const asked = [{ key: 'how_to_pay', phase: 'conversion', topic: null }]
    const facts = live({ phase: ['conversion'] })
    const rules = (wanted: readonly string[]) => shipped.filter(({ key }) => wanted.includes(key))
    const both = ['question_unanswered', 'payment_info_missing']
    const foundBy = (keys: readonly string[]) =>
      findGaps(facts, { ...home, questions: asked }, rules(keys), now).map(({ rule, evidence }) => [rule, evidence.questions])
    expect(foundBy(both)).toEqual([['payment_info_missing', ['how_to_pay']]])
    expect(foundBy(['question_unanswered'])).toEqual([['question_unanswered', ['how_to_pay']]])
  })
})
