import { z } from 'zod'
import { claim } from '@/server/domain/content/item.schema'
import { Problem } from '@/server/domain/errors'
import { fold, keyFor } from '@/server/domain/exchange/fold.rules'
import type { OwnDimension } from '@/server/domain/vocabulary/term.schema'
import type { Dimension, Term, TermDetails, Vocabulary } from '@/server/domain/vocabulary/vocabulary.schema'
import type { Localized } from '@/server/domain/wire.schema'
import { plainStep } from '@/server/domain/workflow/step.schema'
import { checkSteps } from '@/server/domain/workflow/steps.rules'

/** Rows and columns of the heatmap that are no term carry these keys, and `none` stands for nothing in addresses. */
const reserved = new Set(['untagged', 'not_covered', 'not_refined', 'none', 'all', 'me'])

/** A new term's key: a slug of its name that no term of the dimension has, archived ones included. */
export function newKey(name: Localized, existing: readonly { key: string }[]): string {
  const taken = new Set(existing.map((term) => term.key))
  return keyFor(name.en || name.de, (key) => taken.has(key) || reserved.has(key))
}

/** Both languages filled: one that is missing takes the other's words. */
export const inBothLanguages = ({ en, de }: Localized): Localized => ({ en: en || de, de: de || en })

/** Without blanks, doubles and the term's own name. */
export function cleanSynonyms(synonyms: readonly string[], name: Localized): string[] {
  const seen = new Set(['', fold(name.en), fold(name.de)])
  return synonyms
    .map((synonym) => synonym.trim())
    .filter((synonym) => {
      const folded = fold(synonym)
      if (seen.has(folded)) return false
      seen.add(folded)
      return true
    })
}

/** The letters of the alphabet that no phase has, then AA, AB … */
export function freeLetter(phases: readonly Term<'phase'>[]): string {
  const taken = new Set(phases.map((phase) => phase.details.letter.toUpperCase()))
  for (let n = 0; ; n++) {
    const letter = n < 26 ? nthLetter(n) : nthLetter(Math.floor(n / 26) - 1) + nthLetter(n % 26)
    if (!taken.has(letter)) return letter
  }
}
const nthLetter = (n: number): string => String.fromCharCode(65 + (n % 26))

/** The hue that is farthest from those in use. */
export function freeHue(terms: readonly { readonly details: { readonly hue: number } }[]): number {
  const distance = (a: number, b: number) => Math.min(Math.abs(a - b), 360 - Math.abs(a - b))
  const room = (hue: number) => Math.min(360, ...terms.map((term) => distance(hue, term.details.hue)))
  const hues = Array.from({ length: 72 }, (_, n) => n * 5)
  return hues.reduce((best, hue) => (room(hue) > room(best) ? hue : best), 0)
}

const startingDetails: {
  readonly [D in OwnDimension]: (vocabulary: Pick<Vocabulary, 'phase' | 'campaign'>) => TermDetails<D>
} = {
  phase: ({ phase }) => ({ letter: freeLetter(phase), hue: freeHue(phase), stages: [], goal: { en: '', de: '' }, weight: 1 }),
  channel: () => ({
    medium: 'online',
    ownership: 'owned',
    inUse: 'automatic',
    isContact: false,
    responsible: null,
    responseHours: null,
  }),
  persona: () => ({ note: '' }),
  topic: () => ({ kind: 'theme' }),
  question: () => ({ phase: null, topic: null }),
  campaign: ({ campaign }) => ({
    goal: '',
    state: 'draft',
    startsOn: null,
    endsOn: null,
    ownerId: null,
    plan: [],
    personas: [],
    channels: [],
    figure: '',
    figureTarget: '',
    budget: '',
    health: null,
    parent: null,
    hue: freeHue(campaign),
  }),
  purpose: () => ({ reviewAfterDays: null, isService: false }),
  step: () => ({ ...plainStep, kind: 'in_progress' }),
}

/** The details of a new term: what was given, the rest with a sensible start. */
export function newDetails<D extends OwnDimension>(
  dimension: D,
  given: Partial<TermDetails<D>>,
  vocabulary: Pick<Vocabulary, 'phase' | 'campaign'>,
): TermDetails<D> {
  const known = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))
  return { ...startingDetails[dimension](vocabulary), ...known }
}

/**
 * Throws unless the list could stand so: names told apart, phases with letters of their own, questions that point
 * somewhere. Only what concerns the touched terms is held against them.
 */
export function checkTerms(
  dimension: Dimension,
  terms: readonly Term[],
  touched: ReadonlySet<string>,
  vocabulary: Pick<Vocabulary, 'phase' | 'topic' | 'type'>,
): void {
  const clash = firstClash(terms, touched, ({ name }) => [...new Set([fold(name.en), fold(name.de)])])
  if (clash) {
    const { name, key, archivedAt } = clash.one
    const messageKey = archivedAt ? 'vocabulary.problem.nameArchived' : 'vocabulary.problem.nameTaken'
    throw new Problem('invalid', messageKey, { name: name.en, nameDe: name.de }, { dimension, key })
  }
  if (dimension === 'phase') checkPhases(terms as readonly Term<'phase'>[], touched)
  if (dimension === 'campaign') checkCampaigns(terms as readonly Term<'campaign'>[], touched)
  if (dimension === 'question') checkQuestions(terms as readonly Term<'question'>[], touched, vocabulary)
  if (dimension === 'step') checkSteps(terms as readonly Term<'step'>[], touched, vocabulary)
}

/** Two terms that share a mark which should tell them apart, one of them touched; that is the `other`. */
function firstClash<T extends Term>(terms: readonly T[], touched: ReadonlySet<string>, marksOf: (term: T) => readonly string[]) {
  const owners = new Map<string, T>()
  const inOrder = [...terms.filter(({ key }) => !touched.has(key)), ...terms.filter(({ key }) => touched.has(key))]
  for (const term of inOrder) {
    for (const mark of marksOf(term)) {
      const owner = owners.get(mark)
      if (owner && touched.has(term.key)) return { one: owner, other: term }
      owners.set(mark, term)
    }
  }
  return undefined
}

function checkPhases(phases: readonly Term<'phase'>[], touched: ReadonlySet<string>): void {
  if (phases.length === 0) throw new Problem('invalid', 'vocabulary.problem.lastPhase')
  const clash = firstClash(phases, touched, ({ details }) => [details.letter.toUpperCase()])
  if (clash) throw new Problem('invalid', 'vocabulary.problem.letterTaken', { letter: clash.one.details.letter })
}

function checkCampaigns(campaigns: readonly Term<'campaign'>[], touched: ReadonlySet<string>): void {
  const byKey = new Map(campaigns.map((campaign) => [campaign.key, campaign]))
  for (const { key, details } of campaigns) {
    if (!touched.has(key)) continue
    const { startsOn, endsOn } = details
    if (startsOn !== null && endsOn !== null && endsOn < startsOn)
      throw new Problem('invalid', 'campaigns.problem.endsBeforeStart')
    const above = new Set([key])
    for (let parent = details.parent; parent !== null; parent = byKey.get(parent)?.details.parent ?? null) {
      if (above.has(parent))
        throw new Problem('invalid', 'campaigns.problem.circle', { name: byKey.get(parent)?.name.en ?? parent })
      above.add(parent)
    }
  }
}

function checkQuestions(
  questions: readonly Term<'question'>[],
  touched: ReadonlySet<string>,
  { phase, topic }: Pick<Vocabulary, 'phase' | 'topic'>,
): void {
  const exists = (list: readonly { key: string }[], key: string | null) => key === null || list.some((term) => term.key === key)
  for (const { key, details } of questions) {
    if (touched.has(key) && !(exists(phase, details.phase) && exists(topic, details.topic))) {
      throw new Problem('invalid', 'vocabulary.problem.noSuchTerm')
    }
  }
}

/** A tag list with one key in place of another, each key once. `into` null: the key goes. */
export function retag(keys: readonly string[], from: string, into: string | null): string[] {
  return [...new Set(keys.flatMap((key) => (key !== from ? [key] : into === null ? [] : [into])))]
}

/** Claims of an item's fields that speak of one topic, turned to another. Without a topic a claim says nothing and goes. */
export function moveClaims(fields: Record<string, unknown>, from: string, into: string | null): Record<string, unknown> {
  const claims = z.array(claim).safeParse(fields.claims)
  if (!claims.success || !claims.data.some(({ topic }) => topic === from)) return fields
  const moved = claims.data.flatMap((one) => (one.topic !== from ? [one] : into === null ? [] : [{ ...one, topic: into }]))
  return { ...fields, claims: moved }
}
