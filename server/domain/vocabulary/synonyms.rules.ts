import { fold } from '@/server/domain/exchange/fold.rules'
import { type Dimension, type Stage, stages, type Term, type Vocabulary } from '@/server/domain/vocabulary/vocabulary.schema'
import type { Localized } from '@/server/domain/wire.schema'

/** A word's meaning: one term, several that a person must choose from, or nothing known. */
export type FoundTerm =
  | { readonly kind: 'one'; readonly key: string }
  | { readonly kind: 'ambiguous'; readonly keys: readonly string[] }
  | { readonly kind: 'none' }

interface KnownTerm {
  readonly key: string
  readonly name: Localized
  readonly synonyms?: readonly string[]
}
interface KnownPhase extends KnownTerm {
  readonly stages: readonly Stage[]
}

/** What is known beside the workspace's own words. The same word may mean another phase in another model. */
export interface KnownWords {
  /** The model that the journey was copied from: its words count before those of the others. */
  readonly model: string | null
  readonly models: readonly { readonly key: string; readonly phases: readonly KnownPhase[] }[]
  readonly terms: { readonly [D in Dimension]?: readonly KnownTerm[] }
}

/** Finds the term that a word from a search or a file means. Case, umlauts, hyphens and blanks do not count. */
export function findTerm(word: string, dimension: Dimension, vocabulary: Vocabulary, known: KnownWords): FoundTerm {
  return termFinder(dimension, vocabulary, known)(word)
}

/** The same for many words: remembers what it found. */
export function termFinder(dimension: Dimension, vocabulary: Vocabulary, known: KnownWords): (word: string) => FoundTerm {
  const remembered = new Map<string, FoundTerm>()
  return (word) => {
    const before = remembered.get(word)
    if (before) return before
    const found = firstFound(spellings(word), (spelling) => lookUp(spelling, dimension, vocabulary, known))
    remembered.set(word, found)
    return found
  }
}

const none: FoundTerm = { kind: 'none' }

function firstFound<T>(list: readonly T[], look: (item: T) => FoundTerm): FoundTerm {
  for (const item of list) {
    const found = look(item)
    if (found.kind !== 'none') return found
  }
  return none
}

function answer(keys: readonly string[]): FoundTerm {
  const [first, ...more] = new Set(keys)
  if (first === undefined) return none
  return more.length === 0 ? { kind: 'one', key: first } : { kind: 'ambiguous', keys: [first, ...more] }
}

const plain = (text: string): string => fold(text).replaceAll(' ', '')

/** The word itself, then forms of it that people write: "E-Mails", "Kaufphase", "Phase Kauf", "2. Überlegung". */
function spellings(word: string): string[] {
  const whole = plain(word)
  const bare = plain(fold(word).replace(/^(phase|stage|stufe)?\s*\d{0,2}\s+/, ''))
  const core = bare.replace(/^(phase|stage|stufe)/, '').replace(/s?(phase|stage|stufe)n?$/, '')
  const singular = [/s$/, /en$/, /n$/, /e$/].map((ending) => whole.replace(ending, ''))
  return [...new Set([whole, bare, core, ...singular])].filter((form) => form !== '' && (form === whole || form.length > 2))
}

function lookUp(word: string, dimension: Dimension, vocabulary: Vocabulary, known: KnownWords): FoundTerm {
  const terms = vocabulary[dimension]
  const live = terms.filter((term) => term.archivedAt === null)
  const own = firstFound([live, terms], (list) =>
    firstFound([named, keyed, lettered, synonymous], (test) =>
      answer(list.filter((term) => test(term, word)).map((term) => term.key)),
    ),
  )
  if (own.kind !== 'none') return own
  if (dimension === 'phase') return byStages(word, vocabulary.phase, known)
  const presets = (known.terms[dimension] ?? []).filter((term) => named(term, word) || synonymous(term, word))
  return answer(presets.map((term) => term.key).filter((key) => live.some((term) => term.key === key)))
}

const named = (term: KnownTerm, word: string): boolean => plain(term.name.de) === word || plain(term.name.en) === word
const keyed = (term: KnownTerm, word: string): boolean => plain(term.key) === word
const synonymous = (term: KnownTerm, word: string): boolean => (term.synonyms ?? []).some((synonym) => plain(synonym) === word)
const lettered = (term: Partial<Pick<Term, 'details'>>, word: string): boolean =>
  term.details !== undefined && 'letter' in term.details && plain(term.details.letter) === word

/**
 * What the models call the word, as phases of the workspace: each model's reading is the stages of its phase, and these
 * lead to the own phases that share one. The workspace's own model decides alone. Otherwise a reading counts when every
 * other one contains it, so that "Nachkauf" is retention although a coarser model puts more into it; where models
 * contradict each other ("Kundenbindung"), all their phases are offered.
 */
function byStages(word: string, phases: readonly Term<'phase'>[], known: KnownWords): FoundTerm {
  const readings = (list: KnownWords['models'], test: (phase: KnownPhase) => boolean) =>
    list.flatMap((model) => model.phases.filter(test).map((phase) => phase.stages))
  const either = (phase: KnownPhase) => named(phase, word) || synonymous(phase, word)

  const ownModel = known.models.filter((model) => model.key === known.model)
  const scoped = readings(ownModel, either)
  const anchors = stages.filter((stage) => plain(stage) === word).map((stage) => [stage])
  const all = scoped.length > 0 ? scoped : [...anchors, ...readings(known.models, either)]
  const names = readings(scoped.length > 0 ? ownModel : known.models, (phase) => named(phase, word))

  const meant = agreed(all) ?? agreed(names) ?? all.flat()
  return answer(
    phases
      .filter((phase) => phase.archivedAt === null && phase.details.stages.some((stage) => meant.includes(stage)))
      .map((phase) => phase.key),
  )
}

/** The reading that every other contains; undefined when there is none. */
function agreed(readings: readonly (readonly Stage[])[]): readonly Stage[] | undefined {
  return readings.find((reading) => readings.every((other) => reading.every((stage) => other.includes(stage))))
}
