import type { Stage } from '@/server/domain/vocabulary/vocabulary.schema'
import type { Localized } from '@/server/domain/wire.schema'
import type { ChannelKey } from '@/server/presets/channels'
import { both, derived, type Provenance, stated } from '@/server/presets/preset'
import type { TypeKey } from '@/server/presets/types'

export interface PurposePreset extends Provenance {
  readonly key: string
  readonly name: Localized
  /** What people usually make for it, where it usually stands and where it usually runs; the first of each is proposed. */
  readonly types: readonly TypeKey[]
  readonly stages: readonly Stage[]
  readonly channels: readonly ChannelKey[]
  /** How long such content stays right; null: it is never looked at again. All figures are derived. */
  readonly reviewAfterDays: number | null
  /** Sent because something happened to this customer, not to win anyone. */
  readonly isService: boolean
  readonly synonyms: readonly string[]
}

interface Usual {
  readonly types: readonly TypeKey[]
  readonly stages: readonly Stage[]
  readonly channels: readonly ChannelKey[]
  readonly review: number | null
  readonly also?: readonly string[]
  readonly from: Provenance
}

const marketing = (key: string, name: Localized, usual: Usual) => purpose(key, name, usual, false)
const service = (key: string, name: Localized, usual: Usual) => purpose(key, name, usual, true)

function purpose(
  key: string,
  name: Localized,
  { types, stages, channels, review, also = [], from }: Usual,
  isService: boolean,
): PurposePreset {
  return { key, name, types, stages, channels, reviewAfterDays: review, isService, synonyms: also, ...from }
}

export const purposePresets: readonly PurposePreset[] = [
  marketing('inspire', both('Inspire', 'Inspiration'), {
    types: ['blog_post', 'social_post', 'video'],
    stages: ['pre_awareness'],
    channels: ['social', 'website'],
    review: 365,
    from: stated('S1'),
  }),
  marketing('attract', both('Attract attention', 'Aufmerksamkeit wecken'), {
    types: ['blog_post', 'ad', 'social_post', 'offline'],
    stages: ['awareness'],
    channels: ['search_organic', 'search_paid', 'display', 'social', 'outdoor', 'tv'],
    review: 90,
    also: ['Werbung', 'Advertising'],
    from: stated('S1', 'S3'),
  }),
  marketing('inform', both('Explain the product', 'Produkt erklären'), {
    types: ['page', 'blog_post', 'video'],
    stages: ['consideration'],
    channels: ['website', 'shop'],
    review: 180,
    also: ['Produktinformation', 'Product information'],
    from: stated('S1', 'S3'),
  }),
  marketing('compare', both('Compare', 'Vergleich'), {
    types: ['blog_post', 'page'],
    stages: ['consideration'],
    channels: ['website'],
    review: 180,
    also: ['Comparison'],
    from: derived('S1', 'S3'),
  }),
  marketing('use_case', both('Use case', 'Anwendungsbeispiel'), {
    types: ['blog_post', 'page', 'document'],
    stages: ['consideration'],
    channels: ['website'],
    review: 365,
    also: ['Fallbeispiel', 'Case study'],
    from: stated('S3'),
  }),
  marketing('deepen', both('White paper, expert information (B2B)', 'Whitepaper, Fachinformation (B2B)'), {
    types: ['document'],
    stages: ['consideration'],
    channels: ['website', 'email'],
    review: 365,
    also: ['Whitepaper', 'White paper', 'Fachinformation'],
    from: stated('S3'),
  }),
  marketing('demo', both('Product demo (B2B)', 'Produktvorführung (B2B)'), {
    types: ['video', 'page', 'offline'],
    stages: ['consideration', 'preference'],
    channels: ['website', 'trade_fair'],
    review: 180,
    also: ['Demo', 'Vorführung'],
    from: stated('S3'),
  }),
  marketing('how_to', both('Show how it works', 'Anleitung zeigen'), {
    types: ['video', 'blog_post'],
    stages: ['consideration', 'retention'],
    channels: ['video', 'website'],
    review: 365,
    also: ['How-to', 'Tutorial'],
    from: derived('S1'),
  }),
  marketing('offer', both('Offer', 'Angebot'), {
    types: ['email', 'page', 'script'],
    stages: ['preference'],
    channels: ['email', 'phone', 'branch'],
    review: 90,
    also: ['Quote'],
    from: stated('S1'),
  }),
  marketing('discount', both('Voucher, discount', 'Gutschein, Rabatt'), {
    types: ['ad', 'email', 'page'],
    stages: ['preference', 'loyalty'],
    channels: ['shop', 'email'],
    review: 30,
    also: ['Gutschein', 'Rabatt', 'Voucher', 'Coupon'],
    from: stated('S1', 'S0'),
  }),
  marketing('differentiate', both('What sets us apart (USP)', 'Alleinstellung (USP)'), {
    types: ['page'],
    stages: ['preference'],
    channels: ['website'],
    review: 365,
    also: ['USP', 'Alleinstellungsmerkmal'],
    from: stated('S1'),
  }),
  marketing('testify', both('Testimonial, customer voice', 'Testimonial, Kundenstimme'), {
    types: ['page', 'video', 'social_post'],
    stages: ['preference', 'advocacy'],
    channels: ['website', 'social'],
    review: 365,
    also: ['Testimonial', 'Kundenstimme', 'Referenz'],
    from: stated('S1'),
  }),
  marketing('company_info', both('About the supplier, contact', 'Anbieterinformation, Kontakt'), {
    types: ['page'],
    stages: ['preference', 'retention'],
    channels: ['website'],
    review: 90,
    also: ['Über uns', 'Kontakt', 'Contact', 'About us', 'Impressum'],
    from: derived('S1'),
  }),
  marketing('variant_guide', both('Guide to the variants', 'Variantenberater'), {
    types: ['page', 'faq'],
    stages: ['purchase'],
    channels: ['shop'],
    review: 180,
    also: ['Produktberater', 'Konfigurator'],
    from: derived('S1'),
  }),
  marketing('payment_delivery_info', both('Payment and delivery', 'Zahlung und Lieferung'), {
    types: ['page', 'faq'],
    stages: ['purchase'],
    channels: ['shop'],
    review: 90,
    also: ['Zahlungsarten', 'Versandkosten', 'Shipping'],
    from: stated('S1'),
  }),
  marketing('checkout_copy', both('Checkout and error texts', 'Checkout- und Fehlertexte'), {
    types: ['message'],
    stages: ['purchase'],
    channels: ['checkout'],
    review: 180,
    also: ['Microcopy', 'Fehlertexte'],
    from: derived('S1'),
  }),
  service('order_confirmation', both('Order confirmation with thanks', 'Bestellbestätigung mit Dank'), {
    types: ['email'],
    stages: ['purchase', 'retention'],
    channels: ['email'],
    review: 180,
    also: ['Bestellbestätigung', 'Auftragsbestätigung'],
    from: stated('S1'),
  }),
  service('shipping_status', both('Shipping status', 'Versandstatus'), {
    types: ['email', 'message'],
    stages: ['purchase', 'retention'],
    channels: ['email', 'order_page'],
    review: 180,
    also: ['Versandbestätigung', 'Sendungsverfolgung', 'Tracking'],
    from: stated('S1', 'S4'),
  }),
  service('appointment_notice', both('Delivery or installation date', 'Liefer- oder Montagetermin'), {
    types: ['email', 'message', 'script'],
    stages: ['purchase'],
    channels: ['email', 'phone'],
    review: 180,
    also: ['Terminbestätigung', 'Montagetermin', 'Appointment'],
    from: stated('S1'),
  }),
  service('delay_notice', both('Delay notice', 'Verzögerungshinweis'), {
    types: ['email', 'message', 'social_post'],
    stages: ['retention'],
    channels: ['email', 'order_page', 'social'],
    review: 14,
    also: ['Lieferverzögerung', 'Delay'],
    from: derived('S1'),
  }),
  service('part_delivery_notice', both('Part delivery', 'Teillieferung'), {
    types: ['email', 'message'],
    stages: ['retention'],
    channels: ['email'],
    review: 180,
    from: derived('S1'),
  }),
  service('auto_reply', both('Confirmation of receipt', 'Eingangsbestätigung'), {
    types: ['email', 'message'],
    stages: ['retention'],
    channels: ['email'],
    review: 90,
    also: ['Autoreply', 'Auto reply', 'Automatische Antwort'],
    from: derived('S1'),
  }),
  service('thank', both('Thank-you message', 'Danke-Nachricht'), {
    types: ['email', 'message'],
    stages: ['retention'],
    channels: ['checkout', 'email'],
    review: 365,
    also: ['Danke', 'Dank', 'Thank you'],
    from: stated('S1'),
  }),
  service('follow_up', both('Follow-up after the purchase', 'Nachfassen nach dem Kauf'), {
    types: ['email', 'script'],
    stages: ['retention'],
    channels: ['email', 'phone'],
    review: 180,
    also: ['Follow-up', 'Follow up', 'Nachfass-E-Mail'],
    from: stated('S1'),
  }),
  service('survey', both('Satisfaction survey', 'Zufriedenheitsumfrage'), {
    types: ['email', 'page'],
    stages: ['retention'],
    channels: ['email'],
    review: 180,
    also: ['Umfrage', 'Survey', 'Befragung'],
    from: stated('S1'),
  }),
  marketing('manual', both('Manual (document)', 'Anleitung (Dokument)'), {
    types: ['document'],
    stages: ['retention'],
    channels: ['website', 'print_package'],
    review: 365,
    also: ['Handbuch', 'Bedienungsanleitung', 'Manual'],
    from: stated('S1'),
  }),
  marketing('maintenance', both('Maintenance document', 'Wartungsunterlage'), {
    types: ['document'],
    stages: ['retention'],
    channels: ['website'],
    review: 365,
    also: ['Wartung', 'Inspektion', 'Maintenance'],
    from: stated('S1'),
  }),
  marketing('answer', both('Answer a frequent question', 'Häufige Frage beantworten'), {
    types: ['faq'],
    stages: ['retention', 'consideration', 'purchase'],
    channels: ['website'],
    review: 90,
    also: ['FAQ', 'Antwort'],
    from: stated('S1'),
  }),
  marketing('support', both('Support article', 'Supportartikel'), {
    types: ['page', 'faq'],
    stages: ['retention'],
    channels: ['help_center'],
    review: 180,
    also: ['Hilfeartikel', 'Support'],
    from: derived('S1'),
  }),
  marketing('spare_parts', both('Spare parts', 'Ersatzteile'), {
    types: ['page'],
    stages: ['retention'],
    channels: ['shop'],
    review: 180,
    from: derived('S0'),
  }),
  marketing('newsletter', both('Newsletter', 'Newsletter'), {
    types: ['email'],
    stages: ['loyalty'],
    channels: ['email'],
    review: null,
    also: ['Rundschreiben'],
    from: stated('S1', 'S0'),
  }),
  marketing('loyalty_program', both('Loyalty programme', 'Treueprogramm'), {
    types: ['page', 'email'],
    stages: ['loyalty'],
    channels: ['website', 'app'],
    review: 180,
    also: ['Bonusprogramm', 'Loyalty program'],
    from: stated('S1', 'S2'),
  }),
  marketing('recommend', both('Personal recommendation, cross-selling', 'Persönliche Empfehlung, Cross-Selling'), {
    types: ['email', 'page'],
    stages: ['loyalty'],
    channels: ['shop', 'email'],
    review: 180,
    also: ['Cross-Selling', 'Upselling', 'Empfehlung'],
    from: stated('S3', 'S2'),
  }),
  service('review_request', both('Review request', 'Bewertungsaufforderung'), {
    types: ['email', 'message'],
    stages: ['advocacy'],
    channels: ['email', 'order_page'],
    review: 180,
    also: ['Bewertungsanfrage', 'Bitte um Bewertung'],
    from: stated('S1'),
  }),
  marketing('referral_program', both('Referral programme', 'Empfehlungsprogramm'), {
    types: ['page', 'email'],
    stages: ['advocacy'],
    channels: ['website', 'email'],
    review: 180,
    also: ['Freunde werben', 'Referral program'],
    from: stated('S1'),
  }),
  service('review_reply', both('Reply to reviews (template)', 'Antwort auf Bewertungen (Vorlage)'), {
    types: ['message', 'script'],
    stages: ['advocacy'],
    channels: ['review_platforms', 'social'],
    review: 180,
    also: ['Bewertungsantwort', 'Review reply'],
    from: derived('S1'),
  }),
]
