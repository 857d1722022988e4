import { describe, expect, test } from 'vitest'
import { modelPreset } from '@/server/presets/models'
import { makeFact } from '@/tests/unit/facts/make-fact'
import { fires, found, home, live, withChannel } from '@/tests/unit/gaps/ask-gaps'

const inPhase = (phase: string, made: object = {}) => ({ phase: [phase], ...made })

describe('offline_forgotten', () => {
  test('fires when an offline channel is in use but not up to the purchase', () => {
    const facts = live(inPhase('awareness', { channel: ['social'] }), inPhase('retention', { channel: ['branch'] }))
    expect(found('offline_forgotten', facts)).toMatchObject([
      { phase: 'awareness', evidence: { counts: { items: 1 }, texts: { channels: ['branch'] } } },
    ])
  })

  test('a channel that is said to be in use is so without any item', () => {
    expect(fires('offline_forgotten', live(inPhase('awareness')), withChannel('trade_fair', { inUse: 'yes' }))).toBe(true)
  })

  test('not when no offline channel is in use', () => {
    expect(fires('offline_forgotten', live(inPhase('awareness', { channel: ['social'] })))).toBe(false)
    expect(
      fires('offline_forgotten', live(inPhase('retention', { channel: ['branch'] })), withChannel('branch', { inUse: 'no' })),
    ).toBe(false)
  })

  test.each(['awareness', 'consideration', 'conversion'])('not with a live item in %s', (phase) => {
    expect(
      fires('offline_forgotten', live(inPhase(phase, { channel: ['outdoor'] }), inPhase('retention', { channel: ['branch'] }))),
    ).toBe(false)
  })

  test('a planned item is not there yet', () => {
    expect(
      fires('offline_forgotten', [
        ...live(inPhase('retention', { channel: ['branch'] })),
        makeFact(inPhase('awareness', { id: 'p', step: 'planned', channel: ['branch'] })),
      ]),
    ).toBe(true)
  })
})

describe('need_mismatch', () => {
  const questions = [{ key: 'why', phase: 'awareness', topic: null }]
  test('names each item that answers nothing', () => {
    const facts = live(inPhase('awareness'), inPhase('awareness', { question: ['why'] }), inPhase('retention'))
    expect(found('need_mismatch', facts, { questions })).toMatchObject([
      { id: 'need_mismatch:item=item-000', phase: 'awareness', scope: { item: 'item-000' }, evidence: { questions: ['why'] } },
    ])
  })

  test('not while there are no questions of the beginning', () => {
    expect(fires('need_mismatch', live(inPhase('awareness')))).toBe(false)
    expect(
      fires('need_mismatch', live(inPhase('awareness')), { questions: [{ key: 'how', phase: 'retention', topic: null }] }),
    ).toBe(false)
  })

  test('questions of pre-awareness count too', () => {
    const phases = modelPreset('ihk7').phases
    const early = [{ key: 'why', phase: 'pre_awareness', topic: null }]
    expect(fires('need_mismatch', live(inPhase('awareness')), { phases, questions: early })).toBe(true)
    expect(fires('need_mismatch', live(inPhase('pre_awareness')), { phases, questions: early })).toBe(false)
  })
})

describe('own_howto_missing', () => {
  const topics = [
    { key: 'camera', kind: 'product' as const },
    { key: 'alarm', kind: 'product' as const },
    { key: 'safety', kind: 'theme' as const },
  ]
  test('names each product that is explained but not shown', () => {
    const facts = live(
      inPhase('consideration', { topic: ['camera', 'safety'] }),
      inPhase('consideration', { topic: ['alarm'], purpose: 'how_to' }),
    )
    expect(found('own_howto_missing', facts, { topics })).toMatchObject([
      { scope: { topic: 'camera' }, phase: 'consideration', evidence: { topics: ['camera'], counts: { items: 1 } } },
    ])
  })

  test('a how-to after the purchase does not help those who still choose', () => {
    expect(
      fires(
        'own_howto_missing',
        live(inPhase('consideration', { topic: ['camera'] }), inPhase('retention', { topic: ['camera'], purpose: 'how_to' })),
        { topics },
      ),
    ).toBe(true)
  })

  test('a product nobody explains yet is no case', () => {
    expect(fires('own_howto_missing', live(inPhase('retention', { topic: ['camera'] })), { topics })).toBe(false)
  })
})

describe('comparison_missing', () => {
  test('fires when nothing live compares', () => {
    const facts = [
      ...live(inPhase('consideration', { purpose: 'testify' })),
      makeFact({ id: 'plan', step: 'planned', purpose: 'compare' }),
    ]
    expect(found('comparison_missing', facts)).toMatchObject([
      { phase: 'consideration', evidence: { items: ['plan'], counts: { stage: 1, planned: 1 } } },
    ])
  })

  test.each(['compare', 'inform', 'use_case'])('%s will do', (purpose) => {
    expect(fires('comparison_missing', live(inPhase('consideration', { purpose })))).toBe(false)
  })

  test('an empty phase is another rule’s case, a comparison elsewhere does not help', () => {
    expect(fires('comparison_missing', [])).toBe(false)
    expect(fires('comparison_missing', live(inPhase('consideration'), inPhase('retention', { purpose: 'compare' })))).toBe(true)
  })
})

describe('reviews_only', () => {
  test('fires when all there is are testimonials', () => {
    expect(fires('reviews_only', live(inPhase('consideration', { purpose: 'testify' })))).toBe(true)
    expect(fires('reviews_only', live(inPhase('consideration', { purpose: 'testify' }), inPhase('consideration')))).toBe(false)
    expect(fires('reviews_only', [])).toBe(false)
  })
})

describe('discount_only', () => {
  const discount = inPhase('consideration', { purpose: 'discount' })
  test('fires when vouchers have to convince alone', () => {
    expect(found('discount_only', live(discount, inPhase('consideration', { purpose: 'inform' })))).toMatchObject([
      { phase: 'consideration', evidence: { counts: { items: 1, stage: 2 } } },
    ])
  })

  test.each(['differentiate', 'testify', 'company_info'])('not beside %s', (purpose) => {
    expect(fires('discount_only', live(discount, inPhase('consideration', { purpose })))).toBe(false)
  })

  test('not without a discount', () => {
    expect(fires('discount_only', live(inPhase('consideration', { purpose: 'inform' })))).toBe(false)
  })
})

describe('supplier_info_missing', () => {
  const info = (fields: object) => live(inPhase('retention', { purpose: 'company_info', fields }))
  test('fires without a page that says how to reach the supplier', () => {
    expect(fires('supplier_info_missing', [])).toBe(true)
    expect(fires('supplier_info_missing', info({ contactAddress: 'Hauptstraße 1' }))).toBe(true)
    expect(fires('supplier_info_missing', info({ contactPhone: '' }))).toBe(true)
  })

  test('a phone number or an email address will do, wherever it stands', () => {
    expect(fires('supplier_info_missing', info({ contactPhone: '+49 30 1' }))).toBe(false)
    expect(fires('supplier_info_missing', info({ contactEmail: 'a@b.example' }))).toBe(false)
  })

  test('none in a journey without preference', () => {
    expect(fires('supplier_info_missing', [], { phases: home.phases.filter(({ key }) => key !== 'consideration') })).toBe(false)
  })
})

describe('consultation_lost', () => {
  const used = withChannel('phone', { inUse: 'yes' })
  test('fires when people are advised and get nothing to take along', () => {
    expect(found('consultation_lost', [], used)[0]?.evidence.texts).toEqual({ channels: ['phone'] })
    expect(fires('consultation_lost', live({ channel: ['branch'] }))).toBe(true)
  })

  test.each(['phone', 'branch', 'trade_fair', 'email'])('an offer on %s will do', (on) => {
    expect(fires('consultation_lost', live({ purpose: 'offer', channel: [on] }), used)).toBe(false)
  })

  test('an offer on the website will not, and without advice nothing is lost', () => {
    expect(fires('consultation_lost', live({ purpose: 'offer', channel: ['website'] }), used)).toBe(true)
    expect(fires('consultation_lost', live({ channel: ['website'] }))).toBe(false)
  })
})
