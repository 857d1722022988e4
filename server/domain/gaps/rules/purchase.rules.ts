import { missing, ofOneItem } from '@/server/domain/gaps/evidence.rules'
import { forEachOn, type GapRule, hasPurpose, isOn, onStage, promisesNothing } from '@/server/domain/gaps/rule.rules'

const variantsUnexplained = onStage('variants_unexplained', 'purchase', (index) => {
  const items = index.liveStage('purchase')
  return (
    items.length > 0 && !items.some(hasPurpose('variant_guide')) && missing(index, ['variant_guide'], { stage: items.length })
  )
})

const paymentInfoMissing = onStage('payment_info_missing', 'purchase', (index) => {
  const items = index.liveStage('purchase')
  return (
    items.length > 0 &&
    !items.some(hasPurpose('payment_delivery_info')) &&
    missing(index, ['payment_delivery_info'], { stage: items.length })
  )
})

const errorTextsUnreviewed = onStage(
  'error_texts_unreviewed',
  'purchase',
  (index) => index.isInUse('checkout') && index.livePurpose('checkout_copy').length === 0 && missing(index, ['checkout_copy']),
)

const orderConfirmationMissing = onStage('order_confirmation_missing', 'purchase', (index) => {
  const items = index.liveStage('purchase')
  const isThere = index
    .livePurpose('order_confirmation')
    .some(({ fields }) => fields.sendsThanks === true && fields.listsOrderDetails === true)
  return items.length > 0 && !isThere && missing(index, ['order_confirmation'], { stage: items.length })
})

const shippingStatusMissing = onStage('shipping_status_missing', 'purchase', (index) => {
  const items = index.liveStage('purchase', 'retention')
  const isThere = items.filter(hasPurpose('shipping_status')).some(isOn('email'))
  return items.length > 0 && !isThere && missing(index, ['shipping_status'], { stage: items.length })
})

/** Purposes whose reader waits for something and wants to know how long. */
const promising = hasPurpose('shipping_status', 'appointment_notice', 'delay_notice', 'auto_reply')

const deliveryDateVague = forEachOn('delivery_date_vague', ['purchase', 'retention'], (index) =>
  index
    .livePurpose(...index.workspace.servicePurposes)
    .filter((item) => item.vague.length > 0 || (promising(item) && promisesNothing(item)))
    .map((item) => ({
      item,
      scope: { item: item.id },
      evidence: ofOneItem(item, item.vague.length > 0 ? { texts: { phrases: item.vague } } : {}),
    })),
)

export const purchaseRules: readonly GapRule[] = [
  variantsUnexplained,
  paymentInfoMissing,
  errorTextsUnreviewed,
  orderConfirmationMissing,
  shippingStatusMissing,
  deliveryDateVague,
]
