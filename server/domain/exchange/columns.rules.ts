import { type ImportField, type ImportTarget, importTarget } from '@/server/domain/exchange/exchange.schema'
import { fold } from '@/server/domain/exchange/fold.rules'
import type { Vocabulary } from '@/server/domain/vocabulary/vocabulary.schema'

/** Names under which lists keep a thing, as people write them in German and English. Earlier words are surer. */
const words: Partial<Record<ImportField, string>> = {
  id: 'id, item id, inhalt id, content id',
  title:
    'title, titel, überschrift, headline, title 1, seitentitel, page title, post title, web title, betreff, subject, email subject line, name, h1, h1-1, frage, question, bezeichnung',
  url: 'url, adresse, address, link, permalink, seite, page, webadresse, post url, page url, post page url, final url, landing page, ziel url, canonical url',
  type: 'typ, type, inhaltstyp, content type, content typ, contenttyp, format, art, inhaltsart, medium, content format',
  status: 'status, step, schritt, zustand, state, bearbeitungsstand, workflow, arbeitsstand',
  purpose: 'zweck, purpose, ziel, goal, intent, absicht, aufgabe',
  phase:
    'phase, phasen, phases, customer journey, customer journey phase, journey phase, journey stage, journey, stage, funnel, funnel phase, funnel stage, kaufphase, buyer stage, buying stage, touchpoint phase',
  channel: 'kanal, kanäle, channel, channels, ausspielkanal, medienkanal, plattform, platform, touchpoint',
  persona: 'persona, personas, zielgruppe, zielgruppen, audience, target group, target audience, segment',
  topic:
    'thema, themen, topic, topics, tags, tag, schlagworte, schlagwörter, stichworte, keywords, kategorie, kategorien, category, categories, produkt, product, content tags',
  question: 'kundenfrage, kundenfragen, customer question, customer questions, beantwortet, answers',
  campaign: 'kampagne, kampagnen, campaign, campaigns, aktion, aktionen',
  locale: 'sprache, language, locale, lang, post language, sprachversion',
  owner:
    'verantwortlich, verantwortliche, verantwortlicher, owner, eigentümer, zuständig, bearbeiter, redakteur, responsible, assignee, autor, author, autorin, verfasser',
  publishedAt:
    'veröffentlicht am, veröffentlicht, veröffentlichungsdatum, published, published at, published on, publish date, published date, date published, publication date, pub date, erschienen, erschienen am, datum, date, versandt am, sent, send date, created at',
  plannedFor: 'geplant, geplant für, geplant am, plandatum, planned, planned for, planned date, redaktionstermin, termin',
  dueOn: 'fällig, fällig am, fälligkeit, due, due on, due date, deadline, abgabe, abgabetermin',
  publishAt:
    'terminiert, terminiert für, scheduled, scheduled for, schedule date, veröffentlichen am, publish at, go live, livegang',
  unpublishAt: 'offline ab, gültig bis, läuft ab, ablaufdatum, unpublish at, unpublish date, expires, expiry date, valid until',
  reviewBy: 'prüfen bis, review, review by, review date, überprüfen bis, nächste prüfung, next review, wiedervorlage',
  note: 'notiz, notizen, note, notes, kommentar, comment, bemerkung, anmerkung, beschreibung, description',
  body: 'text, body, inhalt, content, volltext, markdown, post body, plain content, antwort, answer, copy',
}

/** The same for fields that types bring along. A target counts only where some type has the field. */
const fieldWords: Record<string, string> = {
  seoTitle: 'meta title, meta titel, meta title 1, seo title, seo titel, title tag',
  seoDescription: 'meta description, meta description 1, meta beschreibung, metabeschreibung, seo description, seo beschreibung',
  excerpt: 'excerpt, anriss, teaser, zusammenfassung, summary, web subtitle, untertitel, subtitle',
  author: 'autor, author, autorin, verfasser',
  subject: 'betreff, subject, email subject line',
  preheader: 'preheader, vorschautext, preview text, email preview text',
  slug: 'slug',
}

export interface KnownHeader {
  readonly target: ImportTarget
  /** 0 to 1: how sure the word is. */
  readonly confidence: number
}

/** Every header that is understood, folded, with what it can mean, surest first. */
export function knownHeaders(vocabulary: Pick<Vocabulary, 'type'>): Map<string, KnownHeader[]> {
  const known = new Map<string, KnownHeader[]>()
  const add = (word: string, target: ImportTarget, confidence: number) => {
    const list = known.get(fold(word)) ?? []
    if (!list.some((other) => other.target === target)) list.push({ target, confidence })
    known.set(fold(word), list)
  }
  const addAll = (list: string, target: ImportTarget, most: number) => {
    for (const [i, word] of list.split(', ').entries()) add(word, target, Math.max(0.5, most - i * 0.02))
  }
  for (const [field, list] of Object.entries(words)) addAll(list, importTarget.parse(field), 1)
  const fields = new Map(vocabulary.type.flatMap((type) => type.details.fields.map((field) => [field.key, field] as const)))
  for (const [key, list] of Object.entries(fieldWords)) if (fields.has(key)) addAll(list, `field.${key}`, 0.9)
  for (const field of fields.values())
    for (const word of [field.key, field.name.de, field.name.en]) add(word, `field.${field.key}`, 0.8)
  for (const list of known.values()) list.sort((a, b) => b.confidence - a.confidence)
  return known
}

/** The machine name of a column, as exports write it: `phase`, `field.slug`, in JSON `fields.slug` and `tags.phase`. */
export function exactTarget(column: string): ImportTarget | undefined {
  const parsed = importTarget.safeParse(column.replace(/^fields\./, 'field.'))
  return parsed.success ? parsed.data : undefined
}
