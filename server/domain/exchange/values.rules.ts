import type { ImportOptions, Lookup, NewTerm, OwnerName } from '@/server/domain/exchange/exchange.schema'
import { fold, keyFor } from '@/server/domain/exchange/fold.rules'
import { splitValues } from '@/server/domain/exchange/lists.rules'
import { type KnownWords, termFinder } from '@/server/domain/vocabulary/synonyms.rules'
import type { Dimension, Term, Vocabulary } from '@/server/domain/vocabulary/vocabulary.schema'

/** What a written value stands for. `left`: known to be left out, by decision. */
export type Meaning =
  | { readonly kind: 'one'; readonly key: string }
  | { readonly kind: 'many'; readonly candidates: readonly { key: string; name: string }[] }
  | { readonly kind: 'left' }
  | { readonly kind: 'unknown' }

/** Words that lists use beside the names and synonyms of the vocabulary; they stand behind both. */
const usual: Partial<Record<Lookup, Record<string, string>>> = {
  status: {
    idea: 'idee, vorschlag, backlog, ideen, new, neu',
    planned: 'geplant, offen, to do, todo, eingeplant, scheduled, terminiert',
    in_progress: 'in arbeit, in bearbeitung, entwurf, draft, wip, doing, work in progress, begonnen',
    in_review: 'in prüfung, review, freigabe, zur freigabe, in abnahme, pending, pending review, korrektur',
    published:
      'veröffentlicht, live, online, publiziert, publish, public, aktiv, active, erschienen, fertig, done, sent, versandt, gesendet, confirmed',
    archived: 'archiviert, archiv, offline, inaktiv, inactive, gelöscht, trash, depubliziert, unpublished, expired',
  },
  type: {
    blog_post: 'blog, blogartikel, artikel, article, post, beitrag, blogeintrag, news, news article, blog entry',
    page: 'seite, webseite, web page, landingpage, landing page, unterseite, html, produktseite, product page',
    email: 'mail, mailing, newsletter, email campaign, e mailing',
    faq: 'faqs, frage, fragen, question, q a',
    ad: 'anzeige, werbung, banner, werbeanzeige, advert, advertisement, google ads, search ad',
    social_post: 'social, social media, social media post, tweet, posting, instagram post, linkedin post, facebook post',
    video: 'film, clip, youtube video, tutorial, webinar',
    document: 'dokument, pdf, whitepaper, white paper, ebook, e book, broschüre, brochure, datenblatt, case study',
    message: 'nachricht, sms, push, systemmail, benachrichtigung, notification',
    script: 'skript, leitfaden, gesprächsleitfaden, telefonskript, call script',
    offline: 'plakat, flyer, print, tv spot, messe, poster, messestand',
  },
  channel: {
    website: 'webseite, web, homepage, internetseite, site',
    email: 'e mail, mail, newsletter',
    social: 'social media, facebook, instagram, linkedin, twitter, x, tiktok, xing',
    search_organic: 'seo, organic, organic search, organische suche',
    search_paid: 'sea, google ads, paid search, bezahlte suche',
    help_center: 'hilfe, hilfecenter, hilfe center, help center, support, faq, knowledge base',
    video: 'youtube, vimeo',
  },
}

interface Candidate {
  readonly key: string
  readonly name: string
}

type Finder = ReturnType<typeof termFinder>
const found = ['phase', 'channel', 'persona', 'topic', 'question', 'campaign', 'purpose', 'type'] as const

/**
 * Matches written values with the vocabulary and the members: by key, then name in both languages, then synonym; `known` adds
 * the words of the presets, by which a phase is found that another model calls so.
 */
export class ValueReader {
  readonly #levels = new Map<Lookup, Map<string, Candidate[]>[]>()
  readonly #meanings = new Map<string, Meaning>()
  readonly #newTerms = new Map<string, NewTerm>()
  readonly #vocabulary: Vocabulary
  readonly #decisions: ImportOptions['decisions']
  readonly #finders: ReadonlyMap<Lookup, Finder>

  constructor(
    vocabulary: Vocabulary,
    owners: readonly OwnerName[],
    decisions: ImportOptions['decisions'],
    known?: KnownWords | undefined,
  ) {
    this.#vocabulary = vocabulary
    this.#decisions = decisions
    this.#finders = new Map(known ? found.map((lookup) => [lookup, termFinder(lookup, vocabulary, known)]) : [])
    for (const lookup of found) {
      this.#levels.set(lookup, levelsOf<Dimension>(vocabulary[lookup], wordsFor(lookup, vocabulary[lookup])))
    }
    const stepWords = (kind: string) => (usual.status?.[kind] ?? '').split(', ')
    const firstOfKind = new Map(vocabulary.step.toReversed().map((step) => [step.details.kind, step.key]))
    this.#levels.set(
      'status',
      levelsOf(vocabulary.step, (step) => (firstOfKind.get(step.details.kind) === step.key ? stepWords(step.details.kind) : [])),
    )
    this.#levels.set('owner', ownerLevels(owners))
  }

  /** Terms that decisions ask for and that some value used, in the order of their first use. */
  get newTerms(): readonly NewTerm[] {
    return [...this.#newTerms.values()]
  }

  read(lookup: Lookup, written: string): Meaning {
    const known = `${lookup} ${written}`
    let meaning = this.#meanings.get(known)
    if (!meaning) {
      meaning = this.#find(lookup, written)
      this.#meanings.set(known, meaning)
    }
    return meaning
  }

  /** The single values of a cell with many. */
  split(lookup: Lookup, cell: string): string[] {
    return splitValues(cell, (value) => value !== '' && this.read(lookup, value).kind !== 'unknown')
  }

  #find(lookup: Lookup, written: string): Meaning {
    const folded = valueKey(written)
    const decisions = this.#decisions[lookup]
    const decision = decisions && Object.hasOwn(decisions, folded) ? decisions[folded] : undefined
    if (decision?.action === 'leave') return { kind: 'left' }
    if (decision?.action === 'use') return { kind: 'one', key: decision.key }
    if (decision?.action === 'create') return this.#create(lookup, folded, written)
    const levels = this.#levels.get(lookup) ?? []
    const exact = levels[0]?.get(written.trim())
    if (exact?.[0]) return { kind: 'one', key: exact[0].key }
    for (const level of levels.slice(1)) {
      const found = level.get(lookup === 'owner' ? sortWords(folded) : folded) ?? []
      if (found.length === 1 && found[0]) return { kind: 'one', key: found[0].key }
      if (found.length > 1) return { kind: 'many', candidates: found }
    }
    return this.#findByWords(lookup, written)
  }

  #findByWords(lookup: Lookup, written: string): Meaning {
    const meant = this.#finders.get(lookup)?.(written) ?? { kind: 'none' }
    if (meant.kind === 'none') return { kind: 'unknown' }
    if (meant.kind === 'one') return meant
    const dimension = found.find((each) => each === lookup)
    const terms: readonly Term[] = dimension ? this.#vocabulary[dimension] : []
    const candidates = terms
      .filter(({ key }) => meant.keys.includes(key))
      .map(({ key, name }) => ({ key, name: name.en || name.de }))
    return { kind: 'many', candidates }
  }

  #create(lookup: Lookup, folded: string, written: string): Meaning {
    if (lookup === 'owner' || lookup === 'status' || lookup === 'type' || lookup === 'question') return { kind: 'unknown' }
    const id = `${lookup} ${folded}`
    let term = this.#newTerms.get(id)
    if (!term) {
      const made = new Set(this.newTerms.filter(({ dimension }) => dimension === lookup).map(({ key }) => key))
      const isTaken = (key: string) => made.has(key) || this.#vocabulary[lookup].some((other) => other.key === key)
      term = { dimension: lookup, key: keyFor(written, isTaken), name: written.trim() }
      this.#newTerms.set(id, term)
    }
    return { kind: 'one', key: term.key }
  }
}

/** Under which form a value of the file is asked about and decided: spellings that fold to the same are one question. */
export function valueKey(written: string): string {
  return fold(written) || written.trim().toLowerCase()
}

function levelsOf<D extends Dimension>(
  terms: readonly Term<D>[],
  words: (term: Term<D>) => readonly string[],
): Map<string, Candidate[]>[] {
  const used = terms.filter(({ archivedAt }) => archivedAt === null)
  const archived = terms.filter(({ archivedAt }) => archivedAt !== null)
  const level = (of: readonly Term<D>[], names: (term: Term<D>) => readonly string[]) => {
    const map = new Map<string, Candidate[]>()
    for (const term of of) {
      for (const name of new Set(names(term).map(valueKey))) {
        if (name !== '')
          map.set(name, [...(map.get(name) ?? []), { key: term.key, name: term.name.en || term.name.de || term.key }])
      }
    }
    return map
  }
  const exact = new Map(terms.map((term) => [term.key, [{ key: term.key, name: term.name.en }]]))
  const keys = (term: Term<D>) => [term.key]
  const names = (term: Term<D>) => [term.name.de, term.name.en]
  return [
    exact,
    level(used, keys),
    level(used, names),
    level(used, (term) => term.synonyms),
    level(used, words),
    level(archived, (term) => [...keys(term), ...names(term)]),
  ]
}

const wordsFor =
  (lookup: Lookup, terms: readonly Term[]) =>
  ({ key }: Term): readonly string[] => {
    const list = usual[lookup]
    return list && Object.hasOwn(list, key) && terms.length > 0 ? (list[key] ?? '').split(', ') : []
  }

function ownerLevels(owners: readonly OwnerName[]): Map<string, Candidate[]>[] {
  const level = (names: (owner: OwnerName) => string) => {
    const map = new Map<string, Candidate[]>()
    for (const owner of owners) {
      const name = sortWords(valueKey(names(owner)))
      if (name !== '') map.set(name, [...(map.get(name) ?? []), { key: owner.id, name: owner.name }])
    }
    return map
  }
  const ids = new Map(owners.map((owner) => [owner.id, [{ key: owner.id, name: owner.name }]]))
  return [ids, level(({ email }) => email), level(({ name }) => name)]
}

/** `Müller, Jürgen` and `Jürgen Müller` are one person. */
const sortWords = (folded: string) =>
  folded
    .split(' ')
    .sort((a, b) => (a < b ? -1 : 1))
    .join(' ')
