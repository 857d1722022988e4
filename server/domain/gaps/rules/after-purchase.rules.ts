import { daysBetween } from '@/server/domain/facts/moment.rules'
import { evidenceOf, keptItems, liveItems, missing, ofOneItem } from '@/server/domain/gaps/evidence.rules'
import { forEachOn, type GapRule, hasPurpose, isOn, onStage, products, promisesNothing } from '@/server/domain/gaps/rule.rules'

const dayMs = 86_400_000

const delayNoticeParity = onStage('delay_notice_parity', 'retention', (index) => {
  const notices = index.livePurpose('delay_notice')
  const posts = notices.filter(isOn('social'))
  if (posts.length === 0 || notices.some(isOn('email', 'order_page'))) return false
  return evidenceOf(posts, liveItems(index, { purpose: ['delay_notice'], channel: ['social'] }))
})

const partDeliveryMissing = onStage('part_delivery_missing', 'retention', (index) => {
  const ships = index.workspace.sellsGoods && index.livePurpose('delay_notice', 'shipping_status').length > 0
  return ships && index.livePurpose('part_delivery_notice').length === 0 && missing(index, ['part_delivery_notice'])
})

const faqTooGeneral = onStage('faq_too_general', 'retention', (index) => {
  const answers = index.liveStage('retention').filter(({ type }) => type === 'faq')
  if (answers.length === 0) return false
  const later = new Set(index.workspace.phases.filter(({ stages }) => stages.includes('retention')).map(({ key }) => key))
  const topics = products(index).filter((product) => !answers.some(({ topic }) => topic.includes(product)))
  const questions = index.unanswered.filter(({ phase }) => later.has(phase)).map(({ key }) => key)
  if (topics.length === 0 && questions.length === 0) return false
  return evidenceOf(answers, liveItems(index, { stage: ['retention'], type: ['faq'] }), { topics, questions })
})

const supportDepthMissing = forEachOn('support_depth_missing', ['retention'], (index) => {
  const guides = index.liveStage('retention').filter(hasPurpose('manual', 'how_to'))
  const support = index.livePurpose('support')
  return products(index).flatMap((product) => {
    const about = guides.filter(({ topic }) => topic.includes(product))
    if (about.length === 0 || support.some(({ topic }) => topic.includes(product))) return []
    const filter = liveItems(index, { stage: ['retention'], purpose: ['manual', 'how_to'], topic: [product] })
    return [{ scope: { topic: product }, evidence: evidenceOf(about, filter, { topics: [product] }) }]
  })
})

const contactUnverified = forEachOn('contact_unverified', ['preference', 'retention'], (index, number) => {
  const days = number('days', 90)
  return index
    .livePurpose('company_info')
    .filter(
      ({ fields: { contactVerifiedOn } }) => !contactVerifiedOn || daysBetween(contactVerifiedOn, index.moment.today) > days,
    )
    .map((item) => ({ item, scope: { item: item.id }, evidence: ofOneItem(item, { counts: { days } }) }))
})

const contactWithoutAnswer = forEachOn('contact_without_answer', ['retention'], (index) => [
  ...index.workspace.channels
    .filter(
      ({ key, isContact, responsible, responseHours }) =>
        isContact && index.isInUse(key) && (!responsible || responseHours === null),
    )
    .map(({ key }) => ({
      scope: { channel: key },
      evidence: evidenceOf(index.live.filter(isOn(key)), liveItems(index, { channel: [key] }), { texts: { channels: [key] } }),
    })),
  ...index
    .livePurpose('auto_reply')
    .filter(promisesNothing)
    .map((item) => ({ item, scope: { item: item.id }, evidence: ofOneItem(item) })),
])

const thanksMissing = onStage('thanks_missing', 'retention', (index) => {
  const items = index.liveStage('retention')
  const isThanked =
    items.some(hasPurpose('thank')) || index.livePurpose('order_confirmation').some(({ fields }) => fields.sendsThanks === true)
  return items.length > 0 && !isThanked && missing(index, ['thank'], { stage: items.length })
})

const followUps = ['follow_up', 'survey']
const followupOnlyPlanned: GapRule = {
  key: 'followup_only_planned',
  find: (index, number) => {
    const days = number('days', 60)
    const since = index.moment.nowMs - days * dayMs
    return onStage('followup_only_planned', 'retention', () => {
      const items = index.keptPurpose(...followUps)
      const isWaiting = items.every(
        ({ status, statusSince }) => (status === 'idea' || status === 'planned') && statusSince < since,
      )
      return items.length > 0 && isWaiting && evidenceOf(items, keptItems({ purpose: followUps }), { counts: { days } })
    }).find(index, number)
  },
}

const mailDespiteComplaint = forEachOn('mail_despite_complaint', ['loyalty', 'advocacy'], (index) =>
  index
    .livePurpose('discount', 'survey', 'review_request')
    .filter(
      (item) =>
        (item.type === 'email' || item.type === 'message') &&
        isOn('email')(item) &&
        !item.fields.neverWhile?.includes('complaint_open'),
    )
    .map((item) => ({ item, scope: { item: item.id }, evidence: ofOneItem(item) })),
)

const asking = ['review_request', 'referral_program']
const noAdvocacyPrompt = onStage(
  'no_advocacy_prompt',
  'advocacy',
  (index) => index.livePurpose(...asking).length === 0 && missing(index, asking),
)

const reviewReplyMissing = onStage('review_reply_missing', 'advocacy', (index) => {
  const isAnswered = index.livePurpose('review_reply').some(({ fields }) => fields.policy === 'answer')
  return index.isInUse('review_platforms') && !isAnswered && missing(index, ['review_reply'])
})

export const afterPurchaseRules: readonly GapRule[] = [
  delayNoticeParity,
  partDeliveryMissing,
  faqTooGeneral,
  supportDepthMissing,
  contactUnverified,
  contactWithoutAnswer,
  thanksMissing,
  followupOnlyPlanned,
  mailDespiteComplaint,
  noAdvocacyPrompt,
  reviewReplyMissing,
]
