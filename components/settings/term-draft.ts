import type { Dimension, Term, TermDetails } from '@/server/domain/vocabulary/vocabulary.schema'
import type { Localized } from '@/server/domain/wire.schema'

/** What was changed about one term and is not saved yet. */
export interface TermChange<D extends Dimension = Dimension> {
  /** The revision that the person saw when they began. */
  readonly revision: number
  readonly name?: Localized
  readonly synonyms?: readonly string[]
  readonly details?: Partial<TermDetails<D>>
}

/** Unsaved edits of one dimension. */
export interface TermDraft<D extends Dimension = Dimension> {
  readonly changes: Readonly<Record<string, TermChange<D>>>
  readonly order: readonly string[] | null
}

export const emptyDraft = { changes: {}, order: null }

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

/** Adds to the changes of a term; what is as it was is no change. */
export function changeTerm<D extends Dimension>(
  draft: TermDraft<D>,
  term: Term<D>,
  edit: Omit<TermChange<D>, 'revision'>,
): TermDraft<D> {
  const before = draft.changes[term.key]
  const name = edit.name ?? before?.name
  const synonyms = edit.synonyms ?? before?.synonyms
  const details = Object.fromEntries(
    Object.entries({ ...before?.details, ...edit.details }).filter(
      ([part, value]) => !same(value, term.details[part as keyof typeof term.details]),
    ),
  ) as Partial<TermDetails<D>>
  const change: TermChange<D> = {
    revision: before?.revision ?? term.revision,
    ...(name && !same(name, term.name) ? { name } : {}),
    ...(synonyms && !same(synonyms, term.synonyms) ? { synonyms } : {}),
    ...(Object.keys(details).length > 0 ? { details } : {}),
  }
  const { [term.key]: _old, ...others } = draft.changes
  return { ...draft, changes: Object.keys(change).length > 1 ? { ...others, [term.key]: change } : others }
}

/** The list as it will be: with its changes, in the wished order. Terms that came meanwhile stand where they were put. */
export function draftedTerms<D extends Dimension>(terms: readonly Term<D>[], draft: TermDraft<D>): Term<D>[] {
  const changed = terms.map((term): Term<D> => {
    const change = draft.changes[term.key]
    if (!change) return term
    const details = { ...term.details, ...change.details } as TermDetails<D>
    return { ...term, name: change.name ?? term.name, synonyms: [...(change.synonyms ?? term.synonyms)], details }
  })
  return orderOf(changed, draft).flatMap((key) => changed.find((term) => term.key === key) ?? [])
}

/** The keys in the order that a save would set. */
export function orderOf(terms: readonly { key: string }[], draft: Pick<TermDraft, 'order'>): string[] {
  const keys = terms.map(({ key }) => key)
  const wished = (draft.order ?? []).filter((key) => keys.includes(key))
  return keys.reduce<string[]>((list, key, at) => {
    if (list.includes(key)) return list
    const before = keys[at - 1]
    const place = before === undefined ? 0 : list.indexOf(before) + 1
    return [...list.slice(0, place), key, ...list.slice(place)]
  }, wished)
}

/** Moves a term to the place of another one. */
export function moveTo(keys: readonly string[], key: string, place: number): string[] {
  const others = keys.filter((other) => other !== key)
  return [...others.slice(0, place), key, ...others.slice(place)]
}

/** How many terms differ from what is saved; a new order counts as one. */
export function countChanges(terms: readonly { key: string }[], draft: TermDraft): number {
  const keys = new Set(terms.map(({ key }) => key))
  const isMoved = !same(
    orderOf(terms, draft),
    terms.map(({ key }) => key),
  )
  return Object.keys(draft.changes).filter((key) => keys.has(key)).length + (isMoved ? 1 : 0)
}
