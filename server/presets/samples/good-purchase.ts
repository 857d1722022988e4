import { both } from '@/server/presets/preset'
import { euro, live, type SampleItem, site } from '@/server/presets/samples/sample'

export const goodPurchase: readonly SampleItem[] = [
  live(
    'page variant_guide',
    'which-set',
    both('Which set fits your home? Five questions', 'Welches Set passt zu Ihrem Zuhause? Fünf Fragen'),
    both(
      'Flat or house, rented or owned, how many windows on the ground floor, pets, network outside: five answers lead to one set, with the reason beside it.',
      'Wohnung oder Haus, Miete oder Eigentum, Zahl der Fenster im Erdgeschoss, Haustiere, WLAN draußen: Fünf Antworten führen zu einem Set, mit Begründung.',
    ),
    { phases: ['conversion'], channels: ['shop'], personas: ['homeowners', 'tenants'], answers: ['which_variant'] },
    { url: site('shop/set-finden') },
  ),
  live(
    'page payment_delivery_info',
    'payment-and-delivery',
    both('Payment and delivery: everything on one page', 'Zahlung und Lieferung: alles auf einer Seite'),
    both(
      '**Payment:** invoice, direct debit, card, instalments over twelve months.\n\n**Delivery:** parcels in three working days, safes by appointment. You see the exact day before you order.',
      '**Zahlung:** Rechnung, Lastschrift, Karte, zwölf Monatsraten.\n\n**Lieferung:** Pakete in drei Werktagen, Tresore nach Termin. Den genauen Tag sehen Sie vor der Bestellung.',
    ),
    { phases: ['conversion'], channels: ['shop', 'website'], answers: ['how_to_pay', 'when_arrives'] },
    {
      url: site('zahlung-und-lieferung'),
      fields: { claims: [{ topic: 'uhu_camera', kind: 'delivery_time', value: both('3 working days', '3 Werktage') }] },
    },
  ),
  live(
    'message checkout_copy',
    'checkout-texts',
    both('Texts and error messages of the checkout', 'Texte und Fehlermeldungen der Kasse'),
    both(
      '- Postcode: “This postcode does not match the town. Did you slip into the wrong line?”\n- Card refused: “Your bank has refused the payment. Nothing has been charged. Try another way to pay?”\n- Does not fit: “This lock is made for windows opening inwards. Keep it or change it?”',
      '- Postleitzahl: „Diese Postleitzahl passt nicht zum Ort. Ist sie in die falsche Zeile gerutscht?“\n- Karte abgelehnt: „Ihre Bank hat die Zahlung abgelehnt. Es wurde nichts abgebucht. Anders bezahlen?“\n- Passt nicht: „Dieses Schloss ist für Fenster, die nach innen öffnen. Behalten oder tauschen?“',
    ),
    { phases: ['conversion'], channels: ['checkout'], answers: ['how_to_pay'] },
    { fields: { trigger: both('Input in the checkout', 'Eingabe in der Kasse') } },
  ),
  live(
    'email order_confirmation',
    'order-confirmation',
    both('Thank you for your order: here is everything at a glance', 'Danke für Ihre Bestellung: alles auf einen Blick'),
    both(
      'Thank you for letting us secure your home.\n\n**You ordered:** every part with number, price and picture\n\n**Next:** delivery on {delivery date}, installation on {installation date}, 8 to 12\n\n**Questions:** your contact is {name}, +49 30 23125 014',
      'Danke, dass wir Ihr Zuhause sichern dürfen.\n\n**Ihre Bestellung:** jedes Teil mit Nummer, Preis und Bild\n\n**So geht es weiter:** Lieferung am {Liefertermin}, Montage am {Montagetermin}, 8 bis 12 Uhr\n\n**Fragen:** Für Sie da ist {Name}, +49 30 23125 014',
    ),
    { phases: ['conversion', 'retention'], channels: ['email'], answers: ['what_ordered', 'when_exactly'] },
    {
      fields: {
        subject: both('Thank you: your order {number}', 'Danke: Ihre Bestellung {Nummer}'),
        trigger: 'event',
        promiseKind: 'date',
        promiseValue: both('delivery and installation date of the order', 'Liefer- und Montagetermin der Bestellung'),
        sendsThanks: true,
        listsOrderDetails: true,
      },
    },
  ),
  live(
    'email shipping_status',
    'shipping-status',
    both('Your parcel left today and arrives on {date}', 'Ihr Paket ist heute gestartet und kommt am {Datum}'),
    both(
      'Number of the parcel, the day of arrival, the two-hour window and a link to change the place.',
      'Paketnummer, Tag der Ankunft, Zeitfenster von zwei Stunden und ein Link, um den Ort zu ändern.',
    ),
    {
      phases: ['conversion', 'retention'],
      channels: ['email', 'order_page'],
      answers: ['where_is_order', 'when_exactly', 'when_arrives'],
    },
    { fields: { trigger: 'event', promiseKind: 'date', promiseValue: both('day of arrival', 'Tag der Ankunft') } },
  ),
  live(
    'email appointment_notice',
    'installation-date',
    both(
      'Your installation date: who comes, when, and what to prepare',
      'Ihr Montagetermin: wer kommt, wann, und was Sie vorbereiten',
    ),
    both(
      'Name and picture of the fitter, the date with a window of two hours, three things to clear away beforehand.',
      'Name und Bild der Monteurin oder des Monteurs, der Termin mit zwei Stunden Spielraum, drei Dinge zum Vorbereiten.',
    ),
    { phases: ['conversion'], channels: ['email'], topics: ['igel_alarm'], answers: ['when_arrives'] },
    { fields: { trigger: 'event', promiseKind: 'date', promiseValue: both('installation date', 'Montagetermin') } },
  ),
  live(
    'script appointment_notice',
    'installation-call',
    both('Guide for the call the day before the installation', 'Leitfaden für den Anruf am Tag vor der Montage'),
    both(
      'Repeat date and time, ask for parking, ask for pets, name the number of the fitter.',
      'Termin und Uhrzeit wiederholen, nach Parkplatz und Haustieren fragen, die Nummer der Montage nennen.',
    ),
    { phases: ['conversion'], channels: ['phone'], answers: ['when_arrives'] },
    { fields: { promiseKind: 'date', promiseValue: both('the day after the call', 'der Tag nach dem Anruf') } },
  ),
  live(
    'ad attract',
    'basket-reminder',
    both('Shop notice: your set is reserved for 48 hours', 'Hinweis im Shop: Ihr Set ist 48 Stunden reserviert'),
    both(
      'One line above the basket, with the price and no countdown.',
      'Eine Zeile über dem Warenkorb, mit Preis und ohne Countdown.',
    ),
    { phases: ['conversion'], channels: ['shop'], topics: ['igel_alarm'], answers: ['what_ordered'] },
    { fields: { claims: [{ topic: 'igel_alarm', kind: 'price', value: euro(399) }] } },
  ),
]
