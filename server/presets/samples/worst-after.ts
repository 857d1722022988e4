import { both } from '@/server/presets/preset'
import { euro, live, type SampleItem, site } from '@/server/presets/samples/sample'

export const worstAfter: readonly SampleItem[] = [
  live(
    'page inform',
    'twelve-variants',
    both('All twelve Uhu sets in the shop', 'Alle zwölf Uhu-Sets im Shop'),
    both(
      'Set S, S Plus, M, M Duo, M Duo Pro and seven more. Add to the basket with one click.',
      'Set S, S Plus, M, M Duo, M Duo Pro und sieben weitere. Mit einem Klick in den Warenkorb.',
    ),
    { phases: ['conversion'], channels: ['shop'], topics: ['uhu_camera'] },
    { url: site('shop/uhu-sets'), fields: { claims: [{ topic: 'uhu_camera', kind: 'price', value: euro(249) }] } },
  ),
  live(
    'message checkout_copy',
    'checkout-texts',
    both('Texts of the checkout', 'Texte der Kasse'),
    both(
      '- “Postcode wrong.”\n- “Method of payment not available.”\n- “The products do not fit together. Continue anyway?”',
      '- „PLZ falsch.“\n- „Zahlungsart nicht verfügbar.“\n- „Die Produkte passen nicht zusammen. Trotzdem fortfahren?“',
    ),
    { phases: ['conversion'], channels: ['checkout'] },
  ),
  live(
    'email order_confirmation',
    'order-confirmation',
    both('Thank you for your order {number}', 'Danke für Ihre Bestellung {Nummer}'),
    both(
      'Thank you. Here are all items with quantity and price.',
      'Herzlichen Dank. Hier stehen alle Artikel mit Menge und Preis.',
    ),
    { phases: ['conversion'], channels: ['email'], answers: ['what_ordered'] },
    {
      fields: {
        subject: both('Your order {number}', 'Ihre Bestellung {Nummer}'),
        trigger: 'event',
        sendsThanks: true,
        listsOrderDetails: true,
      },
    },
  ),
  {
    key: 'shipping-status-plan',
    title: both('Shipping status by email', 'Versandstatus per E-Mail'),
    body: both(
      'The parcel service could trigger it. Nobody has had the time.',
      'Der Paketdienst könnte sie auslösen. Bisher hatte niemand Zeit dafür.',
    ),
    type: 'email',
    purpose: 'shipping_status',
    step: 'planned',
    phases: ['conversion'],
    channels: ['email'],
    personas: [],
    topics: [],
    answers: [],
    locale: 'own',
    plannedInDays: 45,
  },
  live(
    'faq answer',
    'faq-delivery',
    both('How are orders delivered?', 'Wie werden Bestellungen geliefert?'),
    both(
      'We deliver with well-known parcel services throughout the country.',
      'Wir liefern mit bekannten Paketdiensten im ganzen Land.',
    ),
    { phases: ['retention'], channels: ['website', 'help_center'] },
  ),
  live(
    'faq answer',
    'faq-guarantee',
    both('Is there a guarantee?', 'Gibt es eine Garantie?'),
    both('Yes, the statutory one applies to all products.', 'Ja, für alle Produkte gilt die gesetzliche Gewährleistung.'),
    { phases: ['retention'], channels: ['website'] },
  ),
  live(
    'social_post delay_notice',
    'delay-post',
    both('Many orders, little patience: a word on delays', 'Viele Bestellungen: ein Wort zu Verzögerungen'),
    both(
      'We are overrun and some parcels leave later than planned. We are working on it and ship as soon as possible.',
      'Wir werden überrannt, manche Pakete gehen später raus als geplant. Wir sind dran und versenden schnellstmöglich.',
    ),
    { phases: ['retention'], channels: ['social'] },
    { fields: { promiseKind: 'none' } },
  ),
  live(
    'email auto_reply',
    'auto-reply',
    both('Your request has reached us', 'Ihre Anfrage ist eingegangen'),
    both(
      'Your request matters to us. A colleague will get in touch shortly.',
      'Ihre Anfrage ist uns wichtig. Jemand aus dem Team meldet sich umgehend.',
    ),
    { phases: ['retention'], channels: ['email'] },
    { fields: { trigger: 'event', promiseKind: 'none' } },
  ),
  live(
    'email appointment_notice',
    'missing-parts',
    both('About the missing parts of your order', 'Zu den fehlenden Teilen Ihrer Bestellung'),
    both(
      'The missing parts will be with you in a few days. You find instructions attached.',
      'Die fehlenden Teile sind in wenigen Tagen bei Ihnen. Eine Anleitung hängt an.',
    ),
    { phases: ['retention'], channels: ['email'] },
    { fields: { trigger: 'event' } },
  ),
  live(
    'document manual',
    'camera-manual',
    both('Installation manual of the Uhu camera (PDF)', 'Montageanleitung der Kamera Uhu (PDF)'),
    both(
      'Forty pages in seven languages. Connection and control are not covered.',
      'Vierzig Seiten in sieben Sprachen. Verbindung und Steuerung kommen nicht vor.',
    ),
    { phases: ['retention'], channels: ['website'], topics: ['uhu_camera'], answers: ['how_to_use'] },
    { fields: { pages: 40, fileUrl: site('dokumente/uhu.pdf') } },
  ),
  live(
    'email discount',
    'voucher-mail',
    both('We hope all went well: 15 % for your next order', 'Wir hoffen, alles lief gut: 15 % für die nächste Bestellung'),
    both(
      'Goes out four weeks after every order, whatever happened since.',
      'Geht vier Wochen nach jeder Bestellung hinaus, egal, was seitdem war.',
    ),
    { phases: ['retention'], channels: ['email'], answers: ['why_stay'] },
    { fields: { trigger: 'event' } },
  ),
  live(
    'email review_request',
    'review-request',
    both('Five stars for your safe home?', 'Fünf Sterne für Ihr sicheres Zuhause?'),
    both(
      'A link to the platform, and ten per cent for friends who order. Sent to everybody.',
      'Ein Link zum Portal und zehn Prozent für Bekannte, die bestellen. Geht an alle.',
    ),
    { phases: ['advocacy'], channels: ['email'], answers: ['where_to_tell', 'what_friends_get'] },
    { fields: { trigger: 'event' } },
  ),
  live(
    'message review_reply',
    'review-deletion',
    both(
      'Dealing with bad reviews: report and have them removed',
      'Umgang mit schlechten Bewertungen: melden und entfernen lassen',
    ),
    both(
      'Contest one-star reviews with the platform; delete posts on our own pages.',
      'Bewertungen mit einem Stern beim Portal anfechten; Beiträge auf eigenen Seiten löschen.',
    ),
    { phases: ['advocacy'], channels: ['review_platforms', 'social'] },
    { fields: { policy: 'delete' } },
  ),
  live(
    'social_post testify',
    'happy-customer',
    both('“Order came, camera hangs, all good”', '„Bestellung da, Kamera hängt, alles gut“'),
    both('A happy customer, with a picture of a white wall.', 'Ein zufriedener Kunde, mit Bild einer weißen Wand.'),
    { phases: ['advocacy'], channels: ['social', 'website'], topics: ['uhu_camera'] },
  ),
]
