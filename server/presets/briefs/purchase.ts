import { type BriefTemplate, matterOfFact, reliable, template } from '@/server/presets/briefs/template'
import { both } from '@/server/presets/preset'

/** From the choice of a variant to the delivery. */
export const purchaseBriefs: readonly BriefTemplate[] = [
  template('variant_page', 'page', 'variant_guide', both('Page: which variant fits', 'Seite: Welche Variante passt'), {
    aim: both(
      'The buyer chooses the right variant without help and does not send it back.',
      'Wer kauft, wählt ohne Hilfe die richtige Variante und schickt nichts zurück.',
    ),
    reader: both(
      'Somebody about to buy who does not know which variant is the right one',
      'Jemand kurz vor dem Kauf, dem noch die richtige Variante fehlt',
    ),
    action: both('Choose this variant', 'Diese Variante wählen'),
    next: both('To the basket, with the variant chosen', 'Zum Warenkorb mit der gewählten Variante'),
    to: 'purchase',
    tone: both('Questions the buyer can answer, no model codes', 'Fragen, die sich beantworten lassen, keine Typenschlüssel'),
    length: both('200–400 words and a table of the variants', '200–400 Wörter und eine Tabelle der Varianten'),
    checks: ['facts', 'support', 'next', 'alt'],
  }),
  template('payment_page', 'page', 'payment_delivery_info', both('Page: payment and delivery', 'Seite: Zahlung und Lieferung'), {
    aim: both('Nobody leaves the basket for lack of an answer.', 'Niemand verlässt den Warenkorb, weil eine Antwort fehlt.'),
    reader: both('Somebody about to buy', 'Jemand kurz vor dem Kauf'),
    action: both('Back to the basket', 'Zurück zum Warenkorb'),
    next: both('To the purchase', 'Zum Kauf'),
    to: 'purchase',
    tone: matterOfFact,
    length: both('150–300 words and a table of costs and times', '150–300 Wörter und eine Tabelle mit Kosten und Zeiten'),
    checks: ['facts', 'promise', 'legal', 'support'],
  }),
  template('checkout_text', 'message', 'checkout_copy', both('Checkout and error text', 'Checkout- und Fehlertext'), {
    aim: both('Whoever meets the error knows what to do next.', 'Wer auf den Fehler trifft, weiß, was zu tun ist.'),
    reader: both('Somebody in the middle of paying', 'Jemand mitten im Bezahlen'),
    action: both('Try again or pay another way', 'Noch einmal versuchen oder anders zahlen'),
    next: both('To the finished purchase', 'Zum abgeschlossenen Kauf'),
    to: 'purchase',
    tone: both('No blame, no code, what to do first', 'Keine Schuld, kein Code, zuerst was zu tun ist'),
    length: both('Up to 120 characters', 'Bis 120 Zeichen'),
    checks: ['limits', 'tried', 'support'],
  }),
  template(
    'order_email',
    'email',
    'order_confirmation',
    both('Service e-mail: order confirmation', 'Service-E-Mail: Bestellbestätigung'),
    {
      aim: both(
        'The buyer is sure that the order has arrived and knows what happens when.',
        'Wer gekauft hat, ist sicher, dass die Bestellung da ist, und weiß, was wann geschieht.',
      ),
      reader: both('Somebody who has just paid', 'Jemand, der eben bezahlt hat'),
      action: both('See the order', 'Bestellung ansehen'),
      next: both('To the status of the order', 'Zum Stand der Bestellung'),
      to: 'retention',
      tone: reliable,
      length: both('80–150 words and the order itself', '80–150 Wörter und die Bestellung selbst'),
      checks: ['thanks', 'details', 'promise', 'contact', 'subject'],
    },
  ),
  template(
    'status_email',
    'email',
    'shipping_status',
    both('Service e-mail: where the order is', 'Service-E-Mail: Stand der Lieferung'),
    {
      aim: both('The buyer knows where the goods are without asking.', 'Wer wartet, weiß ohne Nachfrage, wo die Ware ist.'),
      reader: both('Somebody who waits', 'Jemand, der wartet'),
      action: both('Follow the delivery', 'Lieferung verfolgen'),
      next: both('To getting started with the product', 'Zu den ersten Schritten mit dem Produkt'),
      to: 'retention',
      tone: reliable,
      length: both('50–100 words', '50–100 Wörter'),
      checks: ['promise', 'details', 'contact', 'subject'],
    },
  ),
  template('appointment_email', 'email', 'appointment_notice', both('Service e-mail: appointment', 'Service-E-Mail: Termin'), {
    aim: both(
      'The customer knows day, time and what to prepare, and can move the date.',
      'Wer wartet, weiß Tag, Uhrzeit und was vorzubereiten ist, und kann den Termin verschieben.',
    ),
    reader: both('Somebody who expects a delivery or an installation', 'Jemand, der eine Lieferung oder Montage erwartet'),
    action: both('Confirm or move the date', 'Termin bestätigen oder verschieben'),
    next: both(
      'To the date in the calendar, and to a person for changes',
      'Zum Termin im Kalender und zu einem Menschen für Änderungen',
    ),
    to: 'retention',
    tone: reliable,
    length: both('60–120 words: when, who, what to prepare', '60–120 Wörter: wann, wer, was vorzubereiten ist'),
    checks: ['promise', 'details', 'contact', 'subject'],
  }),
  template(
    'appointment_script',
    'script',
    'appointment_notice',
    both('Script: arrange an appointment', 'Gesprächsleitfaden: Termin vereinbaren'),
    {
      aim: both(
        'Day, time, address and preparation are agreed on in one call.',
        'Tag, Uhrzeit, Anschrift und Vorbereitung sind in einem Anruf vereinbart.',
      ),
      reader: both(
        'Colleagues who arrange deliveries and installations',
        'Kolleginnen und Kollegen, die Lieferung und Montage vereinbaren',
      ),
      action: both('Offer two dates and repeat the one that was chosen', 'Zwei Termine anbieten und den gewählten wiederholen'),
      next: both('A confirmation by e-mail or text message', 'Eine Bestätigung per E-Mail oder SMS'),
      to: 'retention',
      tone: both('Spoken language, questions before answers', 'Gesprochene Sprache, erst fragen, dann antworten'),
      length: both('2–3 minutes', '2–3 Minuten'),
      checks: ['aloud', 'promise', 'details', 'contact'],
    },
  ),
]
