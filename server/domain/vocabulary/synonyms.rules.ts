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

/** The same for many words: what they are compared with is folded once, and what was found is remembered. */
export function termFinder(dimension: Dimension, vocabulary: Vocabulary, known: KnownWords): (word: string) => FoundTerm {
  const lookUp = wordIndex(dimension, vocabulary, known)
  const remembered = new Map<string, FoundTerm>()
  return (word) => {
    const before = remembered.get(word)
    if (before) return before
    const found = firstFound(spellings(word), lookUp)
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

/** Keys by folded word. */
function keysByWord<T extends KnownTerm>(terms: readonly T[], words: (term: T) => readonly string[]): Map<string, string[]> {
  const keys = new Map<string, string[]>()
  for (const term of terms) {
    for (const word of new Set(words(term).map(plain))) keys.set(word, [...(keys.get(word) ?? []), term.key])
  }
  return keys
}

const names = ({ name }: KnownTerm): string[] => [name.de, name.en]
const synonyms = (term: KnownTerm): readonly string[] => term.synonyms ?? []
const letters = ({ details }: Term): string[] => ('letter' in details ? [details.letter] : [])

/** Finds a folded word: live terms before archived ones, by name, key, letter, synonym, and then what the presets know. */
function wordIndex(dimension: Dimension, vocabulary: Vocabulary, known: KnownWords): (word: string) => FoundTerm {
  const terms: readonly Term[] = vocabulary[dimension]
  const live = terms.filter((term) => term.archivedAt === null)
  const isLive = new Set(live.map(({ key }) => key))
  const levels = [live, terms].flatMap((list) => [
    keysByWord(list, names),
    keysByWord(list, ({ key }) => [key]),
    keysByWord(list, letters),
    keysByWord(list, synonyms),
  ])
  const presets = keysByWord(
    (known.terms[dimension] ?? []).filter(({ key }) => isLive.has(key)),
    (term) => [...names(term), ...synonyms(term)],
  )
  const models = dimension === 'phase' ? known.models.map(readModel) : []
  return (word) => {
    const own = firstFound(levels, (level) => answer(level.get(word) ?? []))
    if (own.kind !== 'none') return own
    if (dimension === 'phase') return byStages(word, vocabulary.phase, known.model, models)
    return answer(presets.get(word) ?? [])
  }
}

interface ReadPhase {
  readonly stages: readonly Stage[]
  readonly names: ReadonlySet<string>
  readonly words: ReadonlySet<string>
}
interface ReadModel {
  readonly key: string
  readonly phases: readonly ReadPhase[]
}

const readModel = ({ key, phases }: KnownWords['models'][number]): ReadModel => ({
  key,
  phases: phases.map((phase) => ({
    stages: phase.stages,
    names: new Set(names(phase).map(plain)),
    words: new Set([...names(phase), ...synonyms(phase)].map(plain)),
  })),
})

/**
 * What the models call the word, as phases of the workspace: each model's reading is the stages of its phase, and these
 * lead to the own phases that share one. The workspace's own model decides alone. Otherwise a reading counts when every
 * other one contains it, so that "Nachkauf" is retention although a coarser model puts more into it; where models
 * contradict each other ("Kundenbindung"), all their phases are offered.
 */
function byStages(word: string, phases: readonly Term<'phase'>[], own: string | null, models: readonly ReadModel[]): FoundTerm {
  const readings = (list: readonly ReadModel[], test: (phase: ReadPhase) => boolean) =>
    list.flatMap((model) => model.phases.filter(test).map((phase) => phase.stages))
  const either = (phase: ReadPhase) => phase.words.has(word)

  const ownModel = models.filter((model) => model.key === own)
  const scoped = readings(ownModel, either)
  const anchors = stages.filter((stage) => plain(stage) === word).map((stage) => [stage])
  const all = scoped.length > 0 ? scoped : [...anchors, ...readings(models, either)]
  const byName = readings(scoped.length > 0 ? ownModel : models, (phase) => phase.names.has(word))

  const meant = agreed(all) ?? agreed(byName) ?? all.flat()
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
