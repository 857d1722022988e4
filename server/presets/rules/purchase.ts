import type { RuleDefinition } from '@/server/domain/gaps/gap.schema'
import { both, stated } from '@/server/presets/preset'
import { rule } from '@/server/presets/rules/rule'

/** Rules about the purchase itself and the way of the order to the customer. */
export const purchaseRules: readonly RuleDefinition[] = [
  rule('variants_unexplained', 'should', ['purchase'], {
    name: both('Variants not explained', 'Varianten nicht erklärt'),
    explanation: both(
      'Nobody helps to choose between the variants. Who is unsure buys the wrong one or nothing.',
      'Niemand hilft bei der Wahl zwischen den Varianten. Wer unsicher ist, kauft die falsche oder gar nichts.',
    ),
    remedy: both('Explain for whom each variant is made.', 'Erklären, für wen welche Variante gedacht ist.'),
    plan: {
      purpose: 'variant_guide',
      type: 'page',
      channel: 'shop',
      title: both('Which variant is right for me?', 'Welche Variante passt zu mir?'),
    },
    from: stated('S1'),
  }),
  rule('payment_info_missing', 'must', ['purchase'], {
    name: both('Payment and delivery unexplained', 'Zahlung und Lieferung ungeklärt'),
    explanation: both(
      'No live content says which ways to pay there are and when and how the delivery comes. People leave at the last step.',
      'Kein veröffentlichter Inhalt nennt die Zahlungsarten und sagt, wann und wie geliefert wird. So geht der Kauf im letzten Schritt verloren.',
    ),
    remedy: both(
      'Publish a page on payment and delivery and link it in the checkout.',
      'Eine Seite zu Zahlung und Lieferung veröffentlichen und in der Kasse verlinken.',
    ),
    plan: {
      purpose: 'payment_delivery_info',
      type: 'page',
      channel: 'shop',
      title: both('Payment and delivery', 'Zahlung und Lieferung'),
    },
    from: stated('S1'),
  }),
  rule('error_texts_unreviewed', 'should', ['purchase'], {
    name: both('Checkout texts unchecked', 'Texte der Kasse ungeprüft'),
    explanation: both(
      'The checkout is in use, but its texts are missing here or their review is overdue. A misleading error message costs the order.',
      'Die Kasse ist in Gebrauch, aber ihre Texte fehlen hier oder ihre Prüfung ist überfällig. Eine irreführende Fehlermeldung kostet die Bestellung.',
    ),
    remedy: both(
      'Collect, read and correct the texts and error messages of the checkout.',
      'Texte und Fehlermeldungen der Kasse zusammentragen, lesen und verbessern.',
    ),
    plan: {
      purpose: 'checkout_copy',
      type: 'message',
      channel: 'checkout',
      title: both('Texts and error messages of the checkout', 'Texte und Fehlermeldungen der Kasse'),
    },
    from: stated('S1'),
  }),
  rule('order_confirmation_missing', 'must', ['purchase'], {
    name: both('No proper order confirmation', 'Keine vollständige Bestellbestätigung'),
    explanation: both(
      'No live confirmation both thanks the customer and lists what was ordered. The first message after the purchase sets the tone.',
      'Keine veröffentlichte Bestätigung sagt Danke und nennt zugleich, was bestellt wurde. Die erste Nachricht nach dem Kauf gibt den Ton vor.',
    ),
    remedy: both(
      'Write the confirmation, or add thanks and order details to it.',
      'Die Bestätigung schreiben oder um Dank und Bestelldetails ergänzen.',
    ),
    plan: {
      purpose: 'order_confirmation',
      type: 'email',
      channel: 'email',
      title: both('Thank you for your order', 'Danke für Ihre Bestellung'),
    },
    from: stated('S1'),
  }),
  rule('shipping_status_missing', 'must', ['purchase', 'retention'], {
    name: both('No shipping status by email', 'Kein Versandstatus per E-Mail'),
    explanation: both(
      'Nobody is told by email where the order is. Every customer who wonders has to ask.',
      'Niemand erfährt per E-Mail, wo die Bestellung ist. Wer es wissen will, muss nachfragen.',
    ),
    remedy: both(
      'Send an email when the order leaves, with the day it will arrive.',
      'Beim Versand eine E-Mail senden, die den Tag der Ankunft nennt.',
    ),
    plan: {
      purpose: 'shipping_status',
      type: 'email',
      channel: 'email',
      title: both('Your order is on its way', 'Ihre Bestellung ist unterwegs'),
    },
    from: stated('S1', 'S4'),
  }),
  rule('delivery_date_vague', 'should', ['purchase', 'retention'], {
    name: both('Vague about the date', 'Termin bleibt vage'),
    explanation: both(
      'This service message names neither a date nor a response time, or hides behind words such as “shortly”. Nobody can plan with that.',
      'Diese Servicenachricht nennt weder Datum noch Antwortzeit oder weicht auf Wörter wie „zeitnah“ aus. Damit kann niemand planen.',
    ),
    remedy: both(
      'Name a date or a duration and fill in the promise.',
      'Ein Datum oder eine Dauer nennen und die Zusage eintragen.',
    ),
    from: stated('S1'),
  }),
]
