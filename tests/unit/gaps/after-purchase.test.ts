import { describe, expect, test } from 'vitest'
import { modelPreset } from '@/server/presets/models'
import { makeFact, now } from '@/tests/unit/facts/make-fact'
import { channel, fires, found, live, withChannel } from '@/tests/unit/gaps/ask-gaps'

const using = (made: object = {}) => ({ phase: ['retention'], ...made })
const daysAgo = (days: number) => now.nowMs - days * 86_400_000
const products = {
  topics: [
    { key: 'camera', kind: 'product' as const },
    { key: 'alarm', kind: 'product' as const },
    { key: 'safety', kind: 'theme' as const },
  ],
}

describe('delay_notice_parity', () => {
  const notice = (...on: string[]) => ({ purpose: 'delay_notice', channel: on })
  test('fires when only social media hear of a delay', () => {
    expect(found('delay_notice_parity', live(notice('social')))).toMatchObject([
      { phase: 'retention', evidence: { counts: { items: 1 } } },
    ])
  })

  test.each(['email', 'order_page'])('not with one on %s', (on) => {
    expect(fires('delay_notice_parity', live(notice('social'), notice(on)))).toBe(false)
    expect(fires('delay_notice_parity', live(notice('social', on)))).toBe(false)
  })

  test('not without a notice on social media', () => {
    expect(fires('delay_notice_parity', live(notice('website')))).toBe(false)
  })

  test('a planned email is no email', () => {
    expect(
      fires('delay_notice_parity', [...live(notice('social')), makeFact({ id: 'p', step: 'planned', ...notice('email') })]),
    ).toBe(true)
  })
})

describe('part_delivery_missing', () => {
  test.each(['delay_notice', 'shipping_status'])('fires beside a %s', (purpose) => {
    expect(fires('part_delivery_missing', live({ purpose }))).toBe(true)
    expect(fires('part_delivery_missing', live({ purpose }), { sellsGoods: false })).toBe(false)
    expect(fires('part_delivery_missing', live({ purpose }, { purpose: 'part_delivery_notice' }))).toBe(false)
  })

  test('not where nothing is shipped', () => {
    expect(fires('part_delivery_missing', live({ purpose: 'thank' }))).toBe(false)
  })
})

describe('faq_too_general', () => {
  const faq = (made: object = {}) => using({ type: 'faq', ...made })
  const questions = [
    { key: 'where', phase: 'retention', topic: null },
    { key: 'why', phase: 'awareness', topic: null },
  ]
  test('fires when a product has no questions of its own', () => {
    expect(found('faq_too_general', live(faq({ topic: ['camera'] })), products)).toMatchObject([
      { phase: 'retention', evidence: { topics: ['alarm'], questions: [], counts: { items: 1 } } },
    ])
  })

  test('fires when a question of customers is answered nowhere', () => {
    expect(found('faq_too_general', live(faq()), { questions })[0]?.evidence.questions).toEqual(['where'])
  })

  test('an answer may stand anywhere, as long as it is live', () => {
    expect(fires('faq_too_general', live(faq(), { question: ['where'] }), { questions })).toBe(false)
    expect(fires('faq_too_general', [...live(faq()), makeFact({ id: 'p', question: ['where'] })], { questions })).toBe(true)
  })

  test('not when every product has one, themes aside', () => {
    expect(fires('faq_too_general', live(faq({ topic: ['camera', 'alarm'] })), products)).toBe(false)
  })

  test('not without any such questions at all, or with those of another phase', () => {
    expect(fires('faq_too_general', live(using()), { ...products, questions })).toBe(false)
    expect(fires('faq_too_general', live({ phase: ['awareness'], type: 'faq' }), { ...products, questions })).toBe(false)
  })
})

describe('support_depth_missing', () => {
  test.each(['manual', 'how_to'])('fires for a product with a %s and no support', (purpose) => {
    expect(found('support_depth_missing', live(using({ purpose, topic: ['camera'] })), products)).toMatchObject([
      { scope: { topic: 'camera' }, phase: 'retention' },
    ])
    expect(
      fires(
        'support_depth_missing',
        live(using({ purpose, topic: ['camera'] }), { purpose: 'support', topic: ['camera'] }),
        products,
      ),
    ).toBe(false)
    expect(
      fires(
        'support_depth_missing',
        live(using({ purpose, topic: ['camera'] }), { purpose: 'support', topic: ['alarm'] }),
        products,
      ),
    ).toBe(true)
  })

  test('not for themes or products without instructions', () => {
    expect(
      fires(
        'support_depth_missing',
        live(using({ purpose: 'manual', topic: ['safety'] }), using({ topic: ['camera'] })),
        products,
      ),
    ).toBe(false)
  })
})

describe('contact_unverified', () => {
  const info = (contactVerifiedOn?: string) =>
    live(using({ purpose: 'company_info', fields: contactVerifiedOn ? { contactVerifiedOn } : {} }))
  test.each([
    ['never', undefined, true],
    ['today', '2026-03-09', false],
    ['90 days ago', '2025-12-09', false],
    ['91 days ago', '2025-12-08', true],
  ])('verified %s', (_, on, expected) => {
    expect(fires('contact_unverified', info(on))).toBe(expected)
  })

  test('the days can be changed, and each page is named', () => {
    expect(fires('contact_unverified', info('2025-12-08'), {}, { days: 365 })).toBe(false)
    expect(found('contact_unverified', info())).toMatchObject([
      { phase: 'retention', scope: { item: 'item-000' }, evidence: { counts: { days: 90 } } },
    ])
  })
})

describe('contact_without_answer', () => {
  test('names each contact channel in use without somebody or a time', () => {
    const used = live({ channel: ['email'] })
    expect(found('contact_without_answer', used, withChannel('email', { responsible: null }))).toMatchObject([
      { id: 'contact_without_answer:channel=email', phase: 'retention', scope: { channel: 'email' } },
    ])
    expect(fires('contact_without_answer', used, withChannel('email', { responseHours: null }))).toBe(true)
    expect(fires('contact_without_answer', used)).toBe(false)
  })

  test('not a channel that is not in use, nor one where nobody writes', () => {
    expect(fires('contact_without_answer', live({ channel: ['website'] }), withChannel('email', { responsible: null }))).toBe(
      false,
    )
    expect(fires('contact_without_answer', live({ channel: ['website'] }), withChannel('website', { responsible: null }))).toBe(
      false,
    )
    expect(fires('contact_without_answer', [], { channels: [channel('phone', { inUse: 'yes', responsible: null })] })).toBe(true)
  })

  test('names an automatic reply without a promise', () => {
    expect(found('contact_without_answer', live(using({ purpose: 'auto_reply' })))).toMatchObject([
      { scope: { item: 'item-000' }, phase: 'retention' },
    ])
    expect(fires('contact_without_answer', live({ purpose: 'auto_reply', fields: { promiseKind: 'duration' } }))).toBe(false)
  })
})

describe('thanks_missing', () => {
  test('fires when nobody says thank you', () => {
    expect(fires('thanks_missing', live(using()))).toBe(true)
    expect(fires('thanks_missing', live(using(), { purpose: 'order_confirmation', fields: { sendsThanks: false } }))).toBe(true)
  })

  test('not with thanks, in a message or in the confirmation, nor in an empty phase', () => {
    expect(fires('thanks_missing', live(using({ purpose: 'thank' })))).toBe(false)
    expect(fires('thanks_missing', live(using(), { purpose: 'order_confirmation', fields: { sendsThanks: true } }))).toBe(false)
    expect(fires('thanks_missing', [])).toBe(false)
  })
})

describe('followup_only_planned', () => {
  const plan = (days: number, made: object = {}) =>
    makeFact({ id: `plan-${days}`, step: 'planned', purpose: 'survey', statusSince: daysAgo(days), ...made })
  test('fires when plans have been waiting for more than 60 days', () => {
    expect(fires('followup_only_planned', [plan(61)])).toBe(true)
    expect(fires('followup_only_planned', [plan(61, { step: 'idea', purpose: 'follow_up' })])).toBe(true)
    expect(fires('followup_only_planned', [plan(60)])).toBe(false)
    expect(fires('followup_only_planned', [plan(61)], {}, { days: 90 })).toBe(false)
  })

  test('not when one of them moves, or there is none', () => {
    expect(fires('followup_only_planned', [plan(61), plan(10)])).toBe(false)
    expect(fires('followup_only_planned', [plan(61), plan(70, { step: 'in_progress' })])).toBe(false)
    expect(fires('followup_only_planned', [plan(61), ...live({ purpose: 'follow_up' })])).toBe(false)
    expect(fires('followup_only_planned', [])).toBe(false)
    expect(fires('followup_only_planned', [plan(61, { deletedAt: 1 })])).toBe(false)
  })
})

describe('mail_despite_complaint', () => {
  const mail = (made: object = {}) => live({ type: 'email', purpose: 'survey', channel: ['email'], phase: ['advocacy'], ...made })
  test.each(['discount', 'survey', 'review_request'])('fires for a %s that stops at nothing', (purpose) => {
    expect(found('mail_despite_complaint', mail({ purpose }))).toMatchObject([{ scope: { item: 'item-000' }, phase: 'advocacy' }])
    expect(fires('mail_despite_complaint', mail({ purpose, type: 'message', fields: { neverWhile: ['order_open'] } }))).toBe(true)
    expect(fires('mail_despite_complaint', mail({ purpose, fields: { neverWhile: ['complaint_open'] } }))).toBe(false)
  })

  test('not for other purposes, types or channels', () => {
    expect(fires('mail_despite_complaint', mail({ purpose: 'newsletter' }))).toBe(false)
    expect(fires('mail_despite_complaint', mail({ type: 'page' }))).toBe(false)
    expect(fires('mail_despite_complaint', mail({ channel: ['shop'] }))).toBe(false)
  })

  test('stands on the phase of loyalty when the item stands elsewhere', () => {
    expect(found('mail_despite_complaint', mail({ phase: ['awareness'] }))[0]?.phase).toBe('retention')
  })
})

describe('no_advocacy_prompt', () => {
  test('fires when nobody is asked to recommend', () => {
    expect(found('no_advocacy_prompt', live({ phase: ['advocacy'], purpose: 'testify' }))).toMatchObject([
      { phase: 'advocacy', severity: 'must' },
    ])
    expect(fires('no_advocacy_prompt', [makeFact({ purpose: 'review_request', step: 'planned' })])).toBe(true)
  })

  test.each(['review_request', 'referral_program'])('%s will do, wherever it stands', (purpose) => {
    expect(fires('no_advocacy_prompt', live({ purpose }))).toBe(false)
  })

  test('none in a journey that ends at the purchase', () => {
    expect(fires('no_advocacy_prompt', [], { phases: modelPreset('aida').phases })).toBe(false)
  })
})

describe('review_reply_missing', () => {
  const used = withChannel('review_platforms', { inUse: 'yes' })
  test('fires when reviews stay unanswered', () => {
    expect(fires('review_reply_missing', [], used)).toBe(true)
    expect(fires('review_reply_missing', live({ purpose: 'review_reply', fields: { policy: 'delete' } }), used)).toBe(true)
    expect(fires('review_reply_missing', live({ purpose: 'review_reply' }), used)).toBe(true)
  })

  test('not with an answer, nor where nobody reviews', () => {
    expect(fires('review_reply_missing', live({ purpose: 'review_reply', fields: { policy: 'answer' } }), used)).toBe(false)
    expect(fires('review_reply_missing', [])).toBe(false)
  })
})
