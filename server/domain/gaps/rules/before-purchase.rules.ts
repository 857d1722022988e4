import { evidenceOf, liveItems, missing, ofOneItem } from '@/server/domain/gaps/evidence.rules'
import { forEachOn, type GapRule, hasPurpose, isOn, onStage, products } from '@/server/domain/gaps/rule.rules'

const offlineForgotten = onStage('offline_forgotten', 'awareness', (index) => {
  const offline = index.workspace.channels.filter(({ medium }) => medium === 'offline').map(({ key }) => key)
  const channels = offline.filter(index.isInUse)
  const items = index.liveStage('awareness', 'consideration', 'preference', 'purchase')
  if (channels.length === 0 || items.some(isOn(...offline))) return false
  return evidenceOf(items, liveItems(index, { stage: ['awareness', 'consideration', 'preference', 'purchase'] }), {
    texts: { channels },
  })
})

const needMismatch = forEachOn('need_mismatch', ['awareness'], (index) => {
  const early = index.workspace.phases.filter(({ stages }) => stages.includes('pre_awareness') || stages.includes('awareness'))
  const questions = index.workspace.questions.filter(({ phase }) => early.some(({ key }) => key === phase)).map(({ key }) => key)
  if (questions.length === 0) return []
  return index
    .liveStage('awareness')
    .filter(({ question }) => question.length === 0)
    .map((item) => ({ item, scope: { item: item.id }, evidence: ofOneItem(item, { questions }) }))
})

const ownHowtoMissing = forEachOn('own_howto_missing', ['consideration'], (index) => {
  const items = index.liveStage('consideration')
  return products(index).flatMap((topic) => {
    const about = items.filter((item) => item.topic.includes(topic))
    if (about.length === 0 || about.some(hasPurpose('how_to'))) return []
    return [
      {
        scope: { topic },
        evidence: evidenceOf(about, liveItems(index, { stage: ['consideration'], topic: [topic] }), { topics: [topic] }),
      },
    ]
  })
})

const comparing = ['compare', 'inform', 'use_case']
const comparisonMissing = onStage('comparison_missing', 'consideration', (index) => {
  const items = index.liveStage('consideration')
  return items.length > 0 && !items.some(hasPurpose(...comparing)) && missing(index, comparing, { stage: items.length })
})

const reviewsOnly = onStage('reviews_only', 'consideration', (index) => {
  const items = index.liveStage('consideration')
  return (
    items.length > 0 && items.every(hasPurpose('testify')) && evidenceOf(items, liveItems(index, { stage: ['consideration'] }))
  )
})

const discountOnly = onStage('discount_only', 'preference', (index) => {
  const items = index.liveStage('preference')
  const discounts = items.filter(hasPurpose('discount'))
  if (discounts.length === 0 || items.some(hasPurpose('differentiate', 'testify', 'company_info'))) return false
  return evidenceOf(discounts, liveItems(index, { stage: ['preference'], purpose: ['discount'] }), {
    counts: { stage: items.length },
  })
})

const supplierInfoMissing = onStage('supplier_info_missing', 'preference', (index) => {
  const isReachable = index.livePurpose('company_info').some(({ fields }) => fields.contactPhone || fields.contactEmail)
  return !isReachable && missing(index, ['company_info'])
})

const talking = ['phone', 'branch', 'trade_fair']
const consultationLost = onStage('consultation_lost', 'preference', (index) => {
  const channels = talking.filter(index.isInUse)
  if (channels.length === 0 || index.livePurpose('offer').some(isOn(...talking, 'email'))) return false
  return { ...missing(index, ['offer']), texts: { channels } }
})

export const beforePurchaseRules: readonly GapRule[] = [
  offlineForgotten,
  needMismatch,
  ownHowtoMissing,
  comparisonMissing,
  reviewsOnly,
  discountOnly,
  supplierInfoMissing,
  consultationLost,
]
