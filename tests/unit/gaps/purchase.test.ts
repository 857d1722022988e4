import { describe, expect, test } from 'vitest'
import { makeFact } from '@/tests/unit/facts/make-fact'
import { fires, found, live, withChannel } from '@/tests/unit/gaps/ask-gaps'

const buying = (made: object = {}) => ({ phase: ['conversion'], ...made })
const using = (made: object = {}) => ({ phase: ['retention'], ...made })

describe.each([
  ['variants_unexplained', 'variant_guide'],
  ['payment_info_missing', 'payment_delivery_info'],
] as const)('%s', (rule, purpose) => {
  test('fires when the purchase has content but not this', () => {
    expect(found(rule, live(buying()))).toMatchObject([
      { id: `${rule}:phase=conversion`, phase: 'conversion', evidence: { counts: { items: 0, stage: 1 } } },
    ])
  })

  test('not with it, nor in an empty phase', () => {
    expect(fires(rule, live(buying({ purpose })))).toBe(false)
    expect(fires(rule, [])).toBe(false)
  })

  test('a stale one does not do', () => {
    const facts = live(buying(), buying({ purpose, reviewBy: '2026-03-01' }))
    expect(found(rule, facts)[0]?.evidence.counts).toMatchObject({ items: 1, stale: 1, live: 0 })
  })
})

describe('error_texts_unreviewed', () => {
  test('fires when the checkout is in use without reviewed texts', () => {
    expect(fires('error_texts_unreviewed', live(buying({ channel: ['checkout'] })))).toBe(true)
    expect(
      fires('error_texts_unreviewed', live({ channel: ['checkout'] }, { purpose: 'checkout_copy', reviewBy: '2026-03-01' })),
    ).toBe(true)
  })

  test('not with fresh texts, nor without a checkout', () => {
    expect(fires('error_texts_unreviewed', live({ channel: ['checkout'] }, { purpose: 'checkout_copy' }))).toBe(false)
    expect(fires('error_texts_unreviewed', live(buying()))).toBe(false)
    expect(fires('error_texts_unreviewed', live({ channel: ['checkout'] }), withChannel('checkout', { inUse: 'no' }))).toBe(false)
  })
})

describe('order_confirmation_missing', () => {
  const confirmation = (fields: Record<string, unknown>) => live(buying(), { purpose: 'order_confirmation', fields })
  test.each([
    ['thanks and details', { sendsThanks: true, listsOrderDetails: true }, false],
    ['thanks only', { sendsThanks: true }, true],
    ['details only', { listsOrderDetails: true, sendsThanks: false }, true],
    ['neither', {}, true],
  ])('%s', (_, fields, expected) => {
    expect(fires('order_confirmation_missing', confirmation(fields))).toBe(expected)
  })

  test('thanks in one and details in another do not add up', () => {
    const facts = live(
      buying(),
      { purpose: 'order_confirmation', fields: { sendsThanks: true } },
      { purpose: 'order_confirmation', fields: { listsOrderDetails: true } },
    )
    expect(fires('order_confirmation_missing', facts)).toBe(true)
  })

  test('not while nothing is live at the purchase', () => {
    expect(fires('order_confirmation_missing', live(using()))).toBe(false)
  })
})

describe('shipping_status_missing', () => {
  test('fires for content at or after the purchase without a status by email', () => {
    expect(found('shipping_status_missing', live(using()))).toMatchObject([{ phase: 'conversion' }])
    expect(fires('shipping_status_missing', live(buying({ purpose: 'shipping_status', channel: ['order_page'] })))).toBe(true)
    expect(
      fires('shipping_status_missing', live(buying(), { phase: ['awareness'], purpose: 'shipping_status', channel: ['email'] })),
    ).toBe(true)
  })

  test.each([buying, using])('not with one', (where) => {
    expect(fires('shipping_status_missing', live(where({ purpose: 'shipping_status', channel: ['email', 'app'] })))).toBe(false)
  })

  test('not while nothing is live there', () => {
    expect(fires('shipping_status_missing', live({ phase: ['awareness'] }))).toBe(false)
  })
})

describe('delivery_date_vague', () => {
  test.each(['shipping_status', 'appointment_notice', 'delay_notice', 'auto_reply'])('%s has to promise something', (purpose) => {
    for (const fields of [{}, { promiseKind: 'none' }, { promiseKind: '' }])
      expect(fires('delivery_date_vague', live(using({ purpose, fields })))).toBe(true)
    for (const promiseKind of ['date', 'duration'])
      expect(fires('delivery_date_vague', live(using({ purpose, fields: { promiseKind } })))).toBe(false)
  })

  test('other service messages need no promise, but no vague words either', () => {
    expect(fires('delivery_date_vague', live(using({ purpose: 'thank' })))).toBe(false)
    expect(found('delivery_date_vague', live(using({ purpose: 'thank', vague: ['umgehend'] })))).toMatchObject([
      { phase: 'retention', scope: { item: 'item-000' }, evidence: { texts: { phrases: ['umgehend'] } } },
    ])
  })

  test('vague words elsewhere are nobody’s promise', () => {
    expect(fires('delivery_date_vague', live(using({ purpose: 'inform', vague: ['umgehend'] })))).toBe(false)
    expect(fires('delivery_date_vague', [makeFact(using({ purpose: 'delay_notice' }))])).toBe(false)
  })

  test('stands where the item stands, else on the phase of the purchase', () => {
    const phases = found(
      'delivery_date_vague',
      live(using({ purpose: 'delay_notice' }), buying({ purpose: 'delay_notice' }), { purpose: 'delay_notice' }),
    ).map(({ phase, scope }) => [scope.item, phase])
    expect(new Map(phases as [string, string][])).toEqual(
      new Map([
        ['item-000', 'retention'],
        ['item-001', 'conversion'],
        ['item-002', 'conversion'],
      ]),
    )
  })
})
