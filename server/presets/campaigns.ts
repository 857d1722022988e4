import type { Stage } from '@/server/domain/vocabulary/vocabulary.schema'
import type { Localized } from '@/server/domain/wire.schema'
import type { ChannelKey } from '@/server/presets/channels'
import { both, derived, type Provenance } from '@/server/presets/preset'
import type { TypeKey } from '@/server/presets/types'

export const campaignTemplates = ['after_sales', 'reviews', 'launch', 'comparison', 'onboarding', 'win_back'] as const
export type CampaignTemplateKey = (typeof campaignTemplates)[number]

export interface TemplateItem {
  /** Days after the campaign's first day. */
  readonly after: number
  readonly title: Localized
  readonly type: TypeKey
  readonly purpose: string
  readonly stage: Stage
  readonly channel: ChannelKey
}

/** A campaign to begin with. What is in it is made as planned items, dated from the first day. */
export interface CampaignTemplate extends Provenance {
  readonly key: CampaignTemplateKey
  readonly name: Localized
  readonly goal: Localized
  /** What success is measured by. */
  readonly figure: Localized
  /** How long it runs. */
  readonly days: number
  readonly items: readonly TemplateItem[]
}

const item = (
  after: number,
  title: Localized,
  what: readonly [type: TypeKey, purpose: string],
  where: readonly [stage: Stage, channel: ChannelKey],
): TemplateItem => ({ after, title, type: what[0], purpose: what[1], stage: where[0], channel: where[1] })

const templates: Readonly<Record<CampaignTemplateKey, Omit<CampaignTemplate, 'key'>>> = {
  after_sales: {
    name: both('After-sales first', 'Zuerst nach dem Kauf'),
    goal: both(
      'Whoever has bought knows where the order is, how to begin, and whom to ask.',
      'Wer gekauft hat, weiß, wo die Bestellung ist, wie es losgeht und wen man fragen kann.',
    ),
    figure: both('Questions to support per order', 'Rückfragen je Bestellung'),
    days: 60,
    ...derived('S1', 'S4'),
    items: [
      item(
        0,
        both('Thank-you with all details of the order', 'Dank mit allen Angaben zur Bestellung'),
        ['email', 'order_confirmation'],
        ['purchase', 'email'],
      ),
      item(5, both('Where the order is', 'Wo die Bestellung ist'), ['email', 'shipping_status'], ['retention', 'email']),
      item(
        5,
        both('If it takes longer: what we tell, and when', 'Wenn es länger dauert: was wir wann sagen'),
        ['email', 'delay_notice'],
        ['retention', 'email'],
      ),
      item(
        12,
        both('First steps with the product', 'Die ersten Schritte mit dem Produkt'),
        ['faq', 'support'],
        ['retention', 'help_center'],
      ),
      item(
        20,
        both('Installing it, step by step', 'Einbau, Schritt für Schritt'),
        ['document', 'manual'],
        ['retention', 'website'],
      ),
      item(
        28,
        both('We have your request, and this is when we answer', 'Anfrage ist da, und bis dann kommt die Antwort'),
        ['message', 'auto_reply'],
        ['retention', 'email'],
      ),
      item(
        40,
        both('Is everything well? What to do if not', 'Alles gut? Was zu tun ist, wenn nicht'),
        ['email', 'follow_up'],
        ['retention', 'email'],
      ),
      item(50, both('Care and inspection', 'Pflege und Prüfung'), ['document', 'maintenance'], ['retention', 'website']),
    ],
  },
  reviews: {
    name: both('Review and referral drive', 'Bewertungen und Empfehlungen'),
    goal: both(
      'Satisfied customers tell others, and know where and how.',
      'Zufriedene Kundschaft erzählt es weiter und weiß, wo und wie.',
    ),
    figure: both('New reviews a month', 'Neue Bewertungen im Monat'),
    days: 45,
    ...derived('S0', 'S1', 'S3'),
    items: [
      item(0, both('How satisfied are you?', 'Wie zufrieden sind Sie?'), ['email', 'survey'], ['retention', 'email']),
      item(
        7,
        both('Tell others how it is', 'Erzählen Sie anderen, wie es ist'),
        ['email', 'review_request'],
        ['advocacy', 'email'],
      ),
      item(
        10,
        both('Answers to praise and to complaints', 'Antworten auf Lob und auf Beschwerden'),
        ['message', 'review_reply'],
        ['advocacy', 'review_platforms'],
      ),
      item(
        20,
        both('Recommend us: what both get', 'Empfehlen Sie uns: was beide bekommen'),
        ['page', 'referral_program'],
        ['advocacy', 'website'],
      ),
      item(
        25,
        both('A customer tells: a visit at home', 'Eine Kundin erzählt: zu Besuch'),
        ['video', 'testify'],
        ['advocacy', 'social'],
      ),
      item(
        35,
        both('The best reviews of the month', 'Die besten Bewertungen des Monats'),
        ['social_post', 'testify'],
        ['advocacy', 'social'],
      ),
    ],
  },
  launch: {
    name: both('Launch', 'Produkteinführung'),
    goal: both(
      'The new product is known, understood and bought, and its first buyers get help.',
      'Das neue Produkt ist bekannt, verstanden und gekauft, und die ersten Käufer bekommen Hilfe.',
    ),
    figure: both('Orders in the first eight weeks', 'Bestellungen in den ersten acht Wochen'),
    days: 56,
    ...derived('S1', 'S3'),
    items: [
      item(0, both('Why we made it', 'Warum es das jetzt gibt'), ['blog_post', 'attract'], ['awareness', 'social']),
      item(0, both('Announcement', 'Ankündigung'), ['ad', 'attract'], ['awareness', 'display']),
      item(
        3,
        both('What it can do, and what it cannot', 'Was es kann und was nicht'),
        ['page', 'inform'],
        ['consideration', 'website'],
      ),
      item(7, both('Seen in use', 'Im Einsatz gezeigt'), ['video', 'how_to'], ['consideration', 'video']),
      item(10, both('Which variant fits', 'Welche Variante passt'), ['page', 'variant_guide'], ['purchase', 'shop']),
      item(
        14,
        both('Payment, delivery, installation', 'Bezahlung, Lieferung, Einbau'),
        ['page', 'payment_delivery_info'],
        ['purchase', 'shop'],
      ),
      item(
        21,
        both('Questions about the new product', 'Fragen zum neuen Produkt'),
        ['faq', 'answer'],
        ['retention', 'help_center'],
      ),
      item(42, both('How do you like it?', 'Wie gefällt es?'), ['email', 'review_request'], ['advocacy', 'email']),
    ],
  },
  comparison: {
    name: both('Comparison season', 'Vergleichszeit'),
    goal: both(
      'Whoever compares finds an honest comparison here, and a reason to decide.',
      'Wer vergleicht, findet hier einen ehrlichen Vergleich und einen Grund, sich zu entscheiden.',
    ),
    figure: both('Share of visitors who ask for an offer', 'Anteil der Besuche mit Angebotsanfrage'),
    days: 42,
    ...derived('S1', 'S3'),
    items: [
      item(
        0,
        both('The differences that matter', 'Die Unterschiede, auf die es ankommt'),
        ['blog_post', 'compare'],
        ['consideration', 'website'],
      ),
      item(
        7,
        both('Three households, three solutions', 'Drei Haushalte, drei Lösungen'),
        ['page', 'use_case'],
        ['consideration', 'website'],
      ),
      item(
        10,
        both('Found by those who compare', 'Gefunden von denen, die vergleichen'),
        ['ad', 'attract'],
        ['awareness', 'search_paid'],
      ),
      item(
        14,
        both('What we do that others do not', 'Was wir anders machen'),
        ['page', 'differentiate'],
        ['preference', 'website'],
      ),
      item(
        18,
        both('Customers on why they chose', 'Kundinnen und Kunden über ihre Wahl'),
        ['page', 'testify'],
        ['preference', 'website'],
      ),
      item(
        21,
        both('What to say when somebody asks to compare', 'Was zu sagen ist, wenn jemand vergleichen will'),
        ['script', 'offer'],
        ['preference', 'phone'],
      ),
      item(
        35,
        both('After the choice: how to begin', 'Nach der Wahl: so geht es los'),
        ['email', 'follow_up'],
        ['retention', 'email'],
      ),
    ],
  },
  onboarding: {
    name: both('Onboarding, step by step', 'Einstieg Schritt für Schritt'),
    goal: both(
      'New customers use what they bought within a month, without having to ask.',
      'Neue Kundschaft nutzt innerhalb eines Monats, was sie gekauft hat, ohne fragen zu müssen.',
    ),
    figure: both('Share that has set it up after 30 days', 'Anteil, der nach 30 Tagen eingerichtet hat'),
    days: 30,
    ...derived('S1', 'S4'),
    items: [
      item(0, both('Welcome, and thank you', 'Willkommen, und danke'), ['email', 'thank'], ['retention', 'email']),
      item(2, both('Set up in ten minutes', 'In zehn Minuten eingerichtet'), ['video', 'how_to'], ['retention', 'video']),
      item(
        7,
        both('Three things that most find late', 'Drei Dinge, die die meisten spät finden'),
        ['email', 'follow_up'],
        ['retention', 'email'],
      ),
      item(
        14,
        both('Answers for the first weeks', 'Antworten für die ersten Wochen'),
        ['faq', 'answer'],
        ['retention', 'help_center'],
      ),
      item(21, both('What else fits', 'Was noch dazu passt'), ['email', 'recommend'], ['loyalty', 'email']),
      item(28, both('How was the start?', 'Wie war der Start?'), ['email', 'survey'], ['retention', 'email']),
    ],
  },
  win_back: {
    name: both('Win-back', 'Zurückgewinnen'),
    goal: both(
      'Customers who went quiet hear of something that helps them, and come back.',
      'Wer lange nichts gekauft hat, hört von etwas, das hilft, und kommt zurück.',
    ),
    figure: both('Share that buys again', 'Anteil, der wieder kauft'),
    days: 35,
    ...derived('S1', 'S3'),
    items: [
      item(
        0,
        both('What is new since we last heard of each other', 'Was seit dem letzten Mal neu ist'),
        ['email', 'newsletter'],
        ['loyalty', 'email'],
      ),
      item(
        5,
        both('Is your device still up to date?', 'Ist Ihr Gerät noch aktuell?'),
        ['page', 'maintenance'],
        ['retention', 'website'],
      ),
      item(
        10,
        both('What we learned from complaints', 'Was wir aus Beschwerden gelernt haben'),
        ['blog_post', 'differentiate'],
        ['retention', 'website'],
      ),
      item(14, both('Fits what you have', 'Passt zu dem, was Sie haben'), ['email', 'recommend'], ['loyalty', 'email']),
      item(21, both('A thank-you for coming back', 'Ein Dank fürs Wiederkommen'), ['email', 'discount'], ['loyalty', 'email']),
      item(30, both('What staying brings', 'Was Bleiben bringt'), ['page', 'loyalty_program'], ['loyalty', 'website']),
    ],
  },
}

export const campaignTemplate = (key: CampaignTemplateKey): CampaignTemplate => ({ key, ...templates[key] })
