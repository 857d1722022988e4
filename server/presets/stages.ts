import type { PurchaseGroup } from '@/server/domain/coverage/coverage.schema'
import type { Stage } from '@/server/domain/vocabulary/vocabulary.schema'
import type { Localized } from '@/server/domain/wire.schema'
import type { ChannelKey } from '@/server/presets/channels'
import { both, type Provenance, stated } from '@/server/presets/preset'

export interface StagePreset extends Provenance {
  readonly key: Stage
  readonly name: Localized
  readonly group: PurchaseGroup
  readonly goal: Localized
  /** In which state of mind a customer is. */
  readonly state: Localized
  readonly strategies: Localized
  /** Forms of content that usually serve it. */
  readonly content: Localized
  /** Where that content usually runs. */
  readonly channels: readonly ChannelKey[]
  readonly metrics: Localized
  /** What to be careful about. */
  readonly caution: Localized | null
}

/** The eight anchors in the order of the longest journey. */
export const stagePresets: readonly StagePreset[] = [
  {
    key: 'pre_awareness',
    name: both('Pre-awareness', 'Vorbewusstsein'),
    group: 'before',
    goal: both(
      'Touch a need before anyone thinks of a supplier.',
      'Einen Bedarf berühren, bevor jemand an einen Anbieter denkt.',
    ),
    state: both(
      'Something is missing or worries them; no supplier comes to mind.',
      'Etwas fehlt oder macht Sorge; ein Anbieter kommt noch nicht in den Sinn.',
    ),
    strategies: both(
      'Inspire around the need and leave the product out.',
      'Rund um den Bedarf inspirieren und das Produkt weglassen.',
    ),
    content: both(
      'Inspiring article, story, short video, guide to the need',
      'Inspirierender Artikel, Story, kurzes Video, Ratgeber zum Bedarf',
    ),
    channels: ['social', 'search_organic', 'search_paid', 'press', 'tv', 'outdoor'],
    metrics: both('Reach, saves and shares', 'Reichweite, Merken und Teilen'),
    caution: null,
    ...stated('S1'),
  },
  {
    key: 'awareness',
    name: both('Awareness', 'Bewusstsein'),
    group: 'before',
    goal: both('Be noticed and wake interest.', 'Auffallen und Interesse wecken.'),
    state: both(
      'They know that they need a solution and hear of the offer.',
      'Sie wissen, dass sie eine Lösung brauchen, und hören vom Angebot.',
    ),
    strategies: both(
      'Content and search marketing, social media, advertising online and offline; a good impression in several places.',
      'Content- und Suchmaschinenmarketing, Social Media, Werbung online und offline; an mehreren Stellen gut auffallen.',
    ),
    content: both(
      'Blog post, landing page, search ad, banner, social post, TV spot, poster, stand at a fair',
      'Blogbeitrag, Landingpage, Suchanzeige, Banner, Social-Media-Beitrag, TV-Spot, Plakat, Messestand',
    ),
    channels: ['website', 'blog', 'search_organic', 'search_paid', 'social', 'display', 'tv', 'outdoor', 'trade_fair', 'branch'],
    metrics: both(
      'Cost per lead, newly interested people, contacts before the purchase, reach',
      'Kosten je Lead, neue Interessierte, Kontakte vor dem Kauf, Reichweite',
    ),
    caution: null,
    ...stated('S1', 'S3', 'S4'),
  },
  {
    key: 'consideration',
    name: both('Consideration', 'Überlegung'),
    group: 'before',
    goal: both('Convince by making value and difference visible.', 'Überzeugen, indem Wert und Unterschied sichtbar werden.'),
    state: both(
      'They research, compare, and weigh use against cost.',
      'Sie recherchieren, vergleichen und wägen Nutzen gegen Kosten ab.',
    ),
    strategies: both(
      'Detailed information, honest comparisons, open access to everything the company knows.',
      'Ausführliche Informationen, ehrliche Vergleiche, offener Zugang zu allem, was das Unternehmen weiß.',
    ),
    content: both(
      'Product description, comparison, use case, how-to video, customer review; in B2B also white paper and demo',
      'Produktbeschreibung, Vergleich, Anwendungsbeispiel, Anleitungsvideo, Kundenbewertung; im B2B auch Whitepaper und Vorführung',
    ),
    channels: ['website', 'shop', 'search_organic', 'search_paid', 'video', 'review_platforms', 'social', 'email'],
    metrics: both(
      'Number and average of reviews, time spent comparing, leads that become opportunities',
      'Zahl und Schnitt der Bewertungen, Zeit im Vergleich, Leads mit Kaufabsicht',
    ),
    caution: both(
      'Reviews alone do not carry this phase: people doubt them more and more.',
      'Bewertungen allein tragen diese Phase nicht: Sie werden zunehmend bezweifelt.',
    ),
    ...stated('S0', 'S1', 'S3', 'S4'),
  },
  {
    key: 'preference',
    name: both('Preference', 'Präferenz'),
    group: 'before',
    goal: both('Earn the trust that the next step takes.', 'Das Vertrauen gewinnen, das der nächste Schritt braucht.'),
    state: both('They lean towards one supplier and talk to people.', 'Sie neigen zu einem Anbieter und suchen das Gespräch.'),
    strategies: both(
      'A convincing offer, proof by others, a talk on the phone, in the branch or at a fair.',
      'Ein überzeugendes Angebot, Belege durch andere, ein Gespräch am Telefon, in der Filiale oder auf der Messe.',
    ),
    content: both(
      'Offer, voucher, page on what sets us apart, testimonial, appointment page, supplier information, summary of the consultation',
      'Angebot, Gutschein, Seite zur Alleinstellung, Kundenstimme, Terminseite, Anbieterinformation, Zusammenfassung der Beratung',
    ),
    channels: ['website', 'shop', 'phone', 'email', 'branch', 'trade_fair', 'social'],
    metrics: both('Requests for an offer, appointments, started carts', 'Angebotsanfragen, Termine, begonnene Warenkörbe'),
    caution: null,
    ...stated('S1', 'S0'),
  },
  {
    key: 'purchase',
    name: both('Purchase', 'Kauf'),
    group: 'during',
    goal: both(
      'Turn interest into an order without losing anyone on the way.',
      'Aus Interesse eine Bestellung machen, ohne unterwegs jemanden zu verlieren.',
    ),
    state: both('They buy, and every hurdle counts.', 'Sie kaufen, und jede Hürde zählt.'),
    strategies: both(
      'A checkout that explains itself, help by phone, dates that are kept and told.',
      'Eine Kasse, die sich selbst erklärt, Hilfe am Telefon, Termine, die genannt und gehalten werden.',
    ),
    content: both(
      'Guide to the variants, payment and delivery information, checkout texts, confirmation with thanks, shipping and appointment messages',
      'Variantenberater, Informationen zu Zahlung und Lieferung, Texte der Kasse, Bestätigung mit Dank, Versand- und Terminnachrichten',
    ),
    channels: ['shop', 'checkout', 'email', 'app', 'phone', 'order_page'],
    metrics: both(
      'Conversion rate, abandoned carts, withdrawals because of long delivery, deliveries on the promised day',
      'Konversionsrate, abgebrochene Käufe, Widerrufe wegen langer Lieferung, Lieferungen am zugesagten Tag',
    ),
    caution: null,
    ...stated('S0', 'S1', 'S3', 'S4'),
  },
  {
    key: 'retention',
    name: both('Retention', 'Nachkauf'),
    group: 'after',
    goal: both(
      'Keep the good feeling after the purchase and help quickly.',
      'Das gute Gefühl nach dem Kauf erhalten und schnell helfen.',
    ),
    state: both('They use the product and have questions about it.', 'Sie nutzen das Produkt und haben Fragen dazu.'),
    strategies: both(
      'Follow up, ask how it went, answer quickly and as a person.',
      'Nachfassen, nach der Zufriedenheit fragen, schnell und als Mensch antworten.',
    ),
    content: both(
      'Thank-you message, shipping status, delay notice, manual, product-specific FAQ and support, spare parts, survey',
      'Danke-Nachricht, Versandstatus, Verzögerungshinweis, Anleitung, FAQ und Support zum Produkt, Ersatzteile, Umfrage',
    ),
    channels: ['email', 'website', 'help_center', 'phone', 'order_page', 'social', 'print_package'],
    metrics: both(
      'Response time, unanswered requests, repeat purchases, satisfaction, retention rate',
      'Antwortzeit, unbeantwortete Anfragen, Wiederkäufe, Zufriedenheit, Bindungsrate',
    ),
    caution: null,
    ...stated('S0', 'S1', 'S3', 'S4'),
  },
  {
    key: 'loyalty',
    name: both('Loyalty', 'Loyalität'),
    group: 'after',
    goal: both('A bond that lasts, and more value for both sides.', 'Eine Bindung, die hält und beiden Seiten mehr bringt.'),
    state: both('Their need is met.', 'Ihr Bedarf ist gedeckt.'),
    strategies: both(
      'Personal newsletter, loyalty programme, recommendations that fit what they own.',
      'Persönlicher Newsletter, Treueprogramm, Empfehlungen, die zum Vorhandenen passen.',
    ),
    content: both(
      'Newsletter, loyalty programme, offer for regulars, matching extras, customer event',
      'Newsletter, Treueprogramm, Angebot für Stammkundschaft, passende Ergänzungen, Kundenveranstaltung',
    ),
    channels: ['email', 'app', 'shop', 'social'],
    metrics: both(
      'Customer lifetime value, repeat purchases, members, newsletter engagement',
      'Kundenwert, Wiederkäufe, Mitglieder, Beteiligung am Newsletter',
    ),
    caution: null,
    ...stated('S0', 'S1', 'S2', 'S3'),
  },
  {
    key: 'advocacy',
    name: both('Advocacy', 'Fürsprache'),
    group: 'after',
    goal: both('Satisfied customers recommend us of their own accord.', 'Zufriedene empfehlen uns aus freien Stücken weiter.'),
    state: both('They are satisfied and share what they experienced.', 'Sie sind zufrieden und teilen ihre Erfahrung.'),
    strategies: both(
      'Ask for reviews, reward referrals, let customers tell their story.',
      'Um Bewertungen bitten, Empfehlungen belohnen, Kundinnen und Kunden erzählen lassen.',
    ),
    content: both(
      'Review request, referral programme, testimonial, campaign with customer pictures, reply to reviews',
      'Bewertungsaufforderung, Empfehlungsprogramm, Kundenstimme, Aktion mit Kundenbildern, Antwort auf Bewertungen',
    ),
    channels: ['review_platforms', 'social', 'email', 'shop', 'website'],
    metrics: both(
      'Number and average of reviews, referrals, share of new customers by referral',
      'Zahl und Schnitt der Bewertungen, Empfehlungen, Anteil der Neukundschaft durch Empfehlung',
    ),
    caution: both(
      'A bad experience is told far more often than a good one.',
      'Eine schlechte Erfahrung wird weit öfter erzählt als eine gute.',
    ),
    ...stated('S0', 'S1', 'S3', 'S4'),
  },
]

export interface WhyText extends Provenance {
  readonly key: string
  readonly text: Localized
}

/** Reasons that screens may quote, always together with their source. */
export const whyTexts: readonly WhyText[] = [
  {
    key: 'bad_news_travels',
    text: both(
      'Bad experiences are told ten times as often as good ones.',
      'Schlechte Erfahrungen werden zehnmal so oft erzählt wie gute.',
    ),
    ...stated('S0'),
  },
  {
    key: 'mistakes_after_sale',
    text: both(
      'Most mistakes are made once the sale is done.',
      'Die meisten Fehler passieren, wenn der Verkauf schon gelaufen ist.',
    ),
    ...stated('S1'),
  },
  {
    key: 'many_contacts',
    text: both(
      'It takes six to eight contacts with a brand to buy; about 2 % buy at the first (unnamed study).',
      'Bis zum Kauf braucht es sechs bis acht Kontakte mit einer Marke; beim ersten kaufen etwa 2 % (Studie ohne Namen).',
    ),
    ...stated('S4'),
  },
  {
    key: 'efficient_journeys',
    text: both(
      'Efficient journeys bring up to 20 % more satisfaction and 10 % more revenue at 20 % less cost (quoting McKinsey).',
      'Effiziente Journeys bringen bis zu 20 % mehr Zufriedenheit und 10 % mehr Umsatz bei 20 % weniger Kosten (unter Berufung auf McKinsey).',
    ),
    ...stated('S4'),
  },
  {
    key: 'talk_in_b2b',
    text: both(
      '76 % of buyers in companies value a talk in person or by phone.',
      '76 % der Einkaufenden in Unternehmen schätzen das Gespräch, persönlich oder am Telefon.',
    ),
    ...stated('S3'),
  },
  {
    key: 'benefits',
    text: both(
      'A well-kept journey pays in satisfaction, conversion, trust and customer lifetime value.',
      'Eine gepflegte Journey zahlt sich aus: in Zufriedenheit, Abschlüssen, Vertrauen und Kundenwert.',
    ),
    ...stated('S2', 'S3'),
  },
]
