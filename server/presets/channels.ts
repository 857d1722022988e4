import type { Localized } from '@/server/domain/wire.schema'
import { both, derived, type Provenance, stated } from '@/server/presets/preset'
import type { TypeKey } from '@/server/presets/types'

export type ChannelKey =
  | 'website'
  | 'blog'
  | 'shop'
  | 'checkout'
  | 'order_page'
  | 'search_organic'
  | 'search_paid'
  | 'display'
  | 'social'
  | 'video'
  | 'email'
  | 'phone'
  | 'chat'
  | 'app'
  | 'branch'
  | 'trade_fair'
  | 'outdoor'
  | 'tv'
  | 'print_package'
  | 'review_platforms'
  | 'help_center'
  | 'press'

export interface ChannelPreset extends Provenance {
  readonly key: ChannelKey
  readonly name: Localized
  readonly medium: 'online' | 'offline'
  readonly ownership: 'owned' | 'paid' | 'earned'
  /** People write or call here, so somebody must answer. */
  readonly isContact: boolean
  readonly synonyms: readonly string[]
}

type Kind = `${ChannelPreset['medium']} ${ChannelPreset['ownership']}`

function channel(key: ChannelKey, name: Localized, kind: Kind, synonyms: readonly string[], from: Provenance): ChannelPreset {
  const [medium, ownership] = kind.split(' ') as [ChannelPreset['medium'], ChannelPreset['ownership']]
  return { key, name, medium, ownership, isContact: contacts.has(key), synonyms, ...from }
}

const contacts: ReadonlySet<ChannelKey> = new Set<ChannelKey>(['phone', 'chat', 'email', 'branch'])

export const channelPresets: readonly ChannelPreset[] = [
  channel(
    'website',
    both('Website', 'Website'),
    'online owned',
    ['Web', 'Homepage', 'Webseite', 'Internetseite', 'Site'],
    stated('S1', 'S3'),
  ),
  channel('blog', both('Blog', 'Blog'), 'online owned', ['Magazin', 'Ratgeber', 'Magazine'], stated('S1')),
  channel('shop', both('Shop', 'Shop'), 'online owned', ['Onlineshop', 'Online-Shop', 'Webshop', 'Store'], stated('S1')),
  channel('checkout', both('Checkout', 'Kasse'), 'online owned', ['Warenkorb', 'Cart', 'Bestellvorgang'], stated('S1')),
  channel(
    'order_page',
    both('Order page', 'Bestellseite'),
    'online owned',
    ['Bestellstatus', 'Order status', 'Auftragsseite', 'Meine Bestellungen'],
    derived('S1', 'S4'),
  ),
  channel(
    'search_organic',
    both('Organic search', 'Suche organisch'),
    'online earned',
    ['SEO', 'Suchmaschine', 'Organic', 'Search'],
    stated('S1'),
  ),
  channel(
    'search_paid',
    both('Paid search', 'Suche bezahlt'),
    'online paid',
    ['SEA', 'Suchanzeigen', 'Search ads', 'PPC'],
    stated('S1'),
  ),
  channel('display', both('Display', 'Display'), 'online paid', ['Banner', 'Displaywerbung', 'Display ads'], stated('S1')),
  channel(
    'social',
    both('Social media', 'Social Media'),
    'online owned',
    ['Social', 'Soziale Medien', 'Soziale Netzwerke', 'Social networks'],
    stated('S1', 'S3', 'S4'),
  ),
  channel('video', both('Video', 'Video'), 'online owned', ['Videoplattform', 'Video platform', 'Webinar'], stated('S1')),
  channel('email', both('Email', 'E-Mail'), 'online owned', ['Mail', 'E-Mailing', 'Mailing', 'Newsletter'], stated('S1')),
  channel(
    'phone',
    both('Phone', 'Telefon'),
    'offline owned',
    ['Hotline', 'Call', 'Anruf', 'Call centre', 'Telefonat'],
    stated('S1', 'S3'),
  ),
  channel('chat', both('Chat', 'Chat'), 'online owned', ['Livechat', 'Live chat', 'Chatbot', 'Messenger'], derived()),
  channel(
    'app',
    both('App and account', 'App und Konto'),
    'online owned',
    ['App', 'SMS', 'Konto', 'Account', 'Kundenkonto', 'Push'],
    derived('S2'),
  ),
  channel(
    'branch',
    both('Branch', 'Filiale'),
    'offline owned',
    ['Ladengeschäft', 'Büro', 'Store visit', 'Geschäft', 'Office', 'Showroom'],
    stated('S1'),
  ),
  channel(
    'trade_fair',
    both('Trade fair', 'Messe'),
    'offline paid',
    ['Fair', 'Messestand', 'Event', 'Ausstellung'],
    stated('S1'),
  ),
  channel('outdoor', both('Outdoor', 'Außenwerbung'), 'offline paid', ['Plakat', 'Poster', 'Billboard', 'OOH'], stated('S1')),
  channel('tv', both('Television', 'Fernsehen'), 'offline paid', ['TV', 'TV-Spot', 'Commercial'], stated('S1')),
  channel(
    'print_package',
    both('Package insert', 'Paketbeilage'),
    'offline owned',
    ['Beilage', 'Print', 'Flyer', 'Verpackung', 'Drucksache'],
    derived(),
  ),
  channel(
    'review_platforms',
    both('Review platforms', 'Bewertungsportale'),
    'online earned',
    ['Bewertungen', 'Bewertungsplattform', 'Reviews', 'Portal'],
    stated('S1', 'S0'),
  ),
  channel(
    'help_center',
    both('Help centre', 'Hilfecenter'),
    'online owned',
    ['Help center', 'FAQ', 'Hilfe', 'Support', 'Wissensdatenbank', 'Knowledge base'],
    stated('S1'),
  ),
  channel('press', both('Press', 'Presse'), 'offline earned', ['PR', 'Medien', 'Media', 'Pressearbeit'], derived()),
]

/** What is made for a channel; the first is proposed where the purpose leaves it open. */
export const channelTypes: Readonly<Record<ChannelKey, readonly TypeKey[]>> = {
  website: ['page', 'blog_post', 'faq', 'document', 'video'],
  blog: ['blog_post'],
  shop: ['page', 'faq'],
  checkout: ['message'],
  order_page: ['message', 'page'],
  search_organic: ['blog_post', 'page', 'faq'],
  search_paid: ['ad'],
  display: ['ad'],
  social: ['social_post', 'ad', 'video', 'message'],
  video: ['video'],
  email: ['email'],
  phone: ['script'],
  chat: ['message', 'script'],
  app: ['message', 'page'],
  branch: ['script', 'offline', 'document'],
  trade_fair: ['offline', 'script', 'document'],
  outdoor: ['offline'],
  tv: ['offline', 'video'],
  print_package: ['offline', 'document'],
  review_platforms: ['message', 'script'],
  help_center: ['faq', 'page', 'video'],
  press: ['document', 'page'],
}
