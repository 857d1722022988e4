import type { Localized } from '@/server/domain/wire.schema'
import { both } from '@/server/presets/preset'

type Value = string | boolean | readonly string[] | Localized

const notWhileComplaining = { neverWhile: ['complaint_open'] } as const

/**
 * What has to be said of a message of each purpose so that no rule finds fault with it, as far as it is known before anything is
 * written. A field that the item's type does not have is left out.
 */
export const purposeFields: Readonly<Record<string, Readonly<Record<string, Value>>>> = {
  order_confirmation: { sendsThanks: true, listsOrderDetails: true },
  thank: { sendsThanks: true },
  shipping_status: {
    promiseKind: 'date',
    promiseValue: both('Delivery date from the order', 'Liefertermin aus der Bestellung'),
  },
  appointment_notice: {
    promiseKind: 'date',
    promiseValue: both('Appointment from the order', 'Termin aus der Bestellung'),
  },
  delay_notice: { promiseKind: 'date', promiseValue: both('New delivery date', 'Neuer Liefertermin') },
  auto_reply: { promiseKind: 'duration', promiseValue: both('Within one working day', 'Innerhalb eines Werktags') },
  discount: notWhileComplaining,
  survey: notWhileComplaining,
  review_request: notWhileComplaining,
  review_reply: { policy: 'answer' },
}
