import type { FieldDefinition } from '@/server/domain/vocabulary/vocabulary.schema'
import type { Localized } from '@/server/domain/wire.schema'
import { both, derived, type Provenance } from '@/server/presets/preset'

export type TypeKey =
  | 'blog_post'
  | 'ad'
  | 'email'
  | 'faq'
  | 'page'
  | 'social_post'
  | 'video'
  | 'document'
  | 'message'
  | 'script'
  | 'offline'

export interface TypePreset extends Provenance {
  readonly key: TypeKey
  readonly name: Localized
  readonly synonyms: readonly string[]
  /** What its form asks beside title, body, tags and dates. */
  readonly fields: readonly FieldDefinition[]
}

type FieldOptions = readonly [key: string, en: string, de: string][]

function field(
  key: string,
  kind: FieldDefinition['kind'],
  name: Localized,
  more: { help?: Localized; options?: FieldOptions } = {},
): FieldDefinition {
  const { help, options } = more
  return {
    key,
    name,
    kind,
    ...(help ? { help } : {}),
    ...(options ? { options: options.map(([option, en, de]) => ({ key: option, name: both(en, de) })) } : {}),
  }
}

const claims = field('claims', 'claims', both('Claims', 'Aussagen'), {
  help: both(
    'What this says about a product: price, delivery time, model. Contradictions between items are reported.',
    'Was hier über ein Produkt steht: Preis, Lieferzeit, Modell. Widersprüche zwischen Inhalten werden gemeldet.',
  ),
})

const searchTexts = [
  field('seoTitle', 'text', both('SEO title', 'SEO-Titel')),
  field('seoDescription', 'longText', both('SEO description', 'SEO-Beschreibung')),
]

/** What the rules ask of anything that speaks to one customer. */
const promises = [
  field('promiseKind', 'choice', both('Promise', 'Zusage'), {
    help: both('What the reader can rely on.', 'Worauf sich Empfängerinnen und Empfänger verlassen können.'),
    options: [
      ['date', 'A date', 'Ein Datum'],
      ['duration', 'A duration', 'Eine Dauer'],
      ['none', 'None', 'Keine'],
    ],
  }),
  field('promiseValue', 'text', both('Promised date or duration', 'Zugesagtes Datum oder Dauer'), {
    help: both(
      'For example “within 4 hours” or “delivery date from the order”.',
      'Zum Beispiel „innerhalb von 4 Stunden“ oder „Liefertermin aus der Bestellung“.',
    ),
  }),
  field('neverWhile', 'choices', both('Never send while', 'Nie senden, solange'), {
    help: both(
      'No message of this kind goes out as long as one of these holds.',
      'Solange davon etwas zutrifft, geht keine solche Nachricht hinaus.',
    ),
    options: [
      ['complaint_open', 'a complaint is open', 'eine Beschwerde offen ist'],
      ['order_open', 'an order is open', 'eine Bestellung offen ist'],
    ],
  }),
  field('sendsThanks', 'yesNo', both('Says thank you', 'Sagt Danke')),
  field('listsOrderDetails', 'yesNo', both('Lists the order details', 'Nennt die Bestelldetails')),
]

const policy = field('policy', 'choice', both('Handling of criticism', 'Umgang mit Kritik'), {
  help: both(
    'For replies to reviews: is criticism answered or removed?',
    'Für Antworten auf Bewertungen: Wird Kritik beantwortet oder entfernt?',
  ),
  options: [
    ['answer', 'Answer', 'Beantworten'],
    ['delete', 'Have it deleted', 'Löschen lassen'],
  ],
})

function type(key: TypeKey, name: Localized, synonyms: readonly string[], fields: readonly FieldDefinition[]): TypePreset {
  return { key, name, synonyms, fields: [...fields, claims], ...derived() }
}

export const typePresets: readonly TypePreset[] = [
  type(
    'blog_post',
    both('Blog post', 'Blogbeitrag'),
    ['Blogartikel', 'Artikel', 'Article', 'Beitrag', 'Post', 'Blog'],
    [
      field('slug', 'text', both('Slug', 'Slug')),
      field('excerpt', 'longText', both('Excerpt', 'Anriss')),
      ...searchTexts,
      field('author', 'text', both('Author', 'Autor oder Autorin')),
    ],
  ),
  type(
    'ad',
    both('Ad', 'Anzeige'),
    ['Werbeanzeige', 'Advertisement', 'Banner', 'Werbemittel'],
    [
      field('network', 'text', both('Network', 'Werbenetzwerk')),
      field('headlines', 'list', both('Headlines', 'Überschriften')),
      field('descriptions', 'list', both('Descriptions', 'Beschreibungen')),
      field('callToAction', 'text', both('Call to action', 'Handlungsaufforderung')),
      field('landingUrl', 'url', both('Landing page', 'Zielseite')),
      field('budgetNote', 'text', both('Budget note', 'Notiz zum Budget')),
    ],
  ),
  type(
    'email',
    both('Email', 'E-Mail'),
    ['Mail', 'Mailing', 'E-Mailing'],
    [
      field('subject', 'text', both('Subject', 'Betreff')),
      field('preheader', 'text', both('Preheader', 'Vorschautext')),
      field('trigger', 'choice', both('Trigger', 'Auslöser'), {
        options: [
          ['one_off', 'One-off', 'Einmalig'],
          ['newsletter', 'Newsletter', 'Newsletter'],
          ['event', 'Event', 'Ereignis'],
        ],
      }),
      field('sender', 'text', both('Sender', 'Absender')),
      ...promises,
    ],
  ),
  type(
    'faq',
    both('FAQ', 'FAQ-Eintrag'),
    ['Frage', 'Question', 'Häufige Frage', 'FAQs'],
    [field('verifiedOn', 'day', both('Last verified on', 'Zuletzt geprüft am'))],
  ),
  type(
    'page',
    both('Page', 'Seite'),
    ['Webseite', 'Landingpage', 'Landing page', 'Unterseite', 'Web page'],
    [
      field('slug', 'text', both('Slug', 'Slug')),
      ...searchTexts,
      field('contactPhone', 'text', both('Contact: phone', 'Kontakt: Telefon')),
      field('contactEmail', 'text', both('Contact: email', 'Kontakt: E-Mail')),
      field('contactAddress', 'longText', both('Contact: address', 'Kontakt: Anschrift')),
      field('contactVerifiedOn', 'day', both('Contact verified on', 'Kontaktdaten geprüft am'), {
        help: both(
          'The day on which somebody last tried phone number and address.',
          'Der Tag, an dem zuletzt jemand Nummer und Adresse ausprobiert hat.',
        ),
      }),
    ],
  ),
  type(
    'social_post',
    both('Social post', 'Social-Media-Beitrag'),
    ['Posting', 'Social Post', 'Story', 'Reel', 'Tweet'],
    [
      field('network', 'text', both('Network', 'Netzwerk')),
      field('hashtags', 'list', both('Hashtags', 'Schlagworte')),
      field('linkUrl', 'url', both('Link', 'Verweis')),
      ...promises,
    ],
  ),
  type(
    'video',
    both('Video', 'Video'),
    ['Clip', 'Film', 'Webinar', 'Tutorial'],
    [
      field('videoUrl', 'url', both('Video address', 'Adresse des Videos')),
      field('durationSeconds', 'number', both('Length in seconds', 'Länge in Sekunden')),
      field('transcript', 'longText', both('Transcript', 'Abschrift')),
    ],
  ),
  type(
    'document',
    both('Document', 'Dokument'),
    ['PDF', 'Whitepaper', 'White paper', 'Broschüre', 'Download', 'Handbuch'],
    [
      field('fileUrl', 'url', both('File address', 'Adresse der Datei')),
      field('edition', 'text', both('Edition', 'Ausgabe')),
      field('pages', 'number', both('Pages', 'Seitenzahl')),
    ],
  ),
  type(
    'message',
    both('Message', 'Kurznachricht'),
    ['SMS', 'Push', 'Benachrichtigung', 'Notification', 'Microcopy', 'Systemtext'],
    [field('trigger', 'text', both('Trigger', 'Auslöser')), ...promises, policy],
  ),
  type(
    'script',
    both('Script', 'Gesprächsleitfaden'),
    ['Leitfaden', 'Telefonskript', 'Skript', 'Guide'],
    [field('occasion', 'text', both('Occasion', 'Anlass')), ...promises, policy],
  ),
  type(
    'offline',
    both('Offline piece', 'Offline-Maßnahme'),
    ['Plakat', 'Poster', 'TV-Spot', 'Messestand', 'Print', 'Flyer'],
    [
      field('place', 'text', both('Place', 'Ort')),
      field('runsFrom', 'day', both('Runs from', 'Läuft ab')),
      field('runsUntil', 'day', both('Runs until', 'Läuft bis')),
      field('format', 'text', both('Format', 'Format')),
    ],
  ),
]
