import type { z } from 'zod'
import {
  type Dimension,
  dimensions,
  origin,
  type Term,
  type TermDetails,
  termDetails,
  type Vocabulary,
} from '@/server/domain/vocabulary/vocabulary.schema'
import type { Locale } from '@/server/domain/wire.schema'

/** A term as it is stored. */
export interface TermRow {
  readonly dimension: string
  readonly key: string
  readonly nameEn: string
  readonly nameDe: string
  readonly position: number
  readonly synonyms: readonly string[]
  readonly details: unknown
  readonly origin: string
  readonly source: string | null
  readonly archivedAt: Date | null
  readonly revision: number
}

/** Throws when the details do not fit the dimension: such a row can only come from a damaged database. */
export function termOf<D extends Dimension>(dimension: D, row: TermRow): Term<D> {
  return {
    dimension,
    key: row.key,
    name: { en: row.nameEn, de: row.nameDe },
    position: row.position,
    synonyms: [...row.synonyms],
    details: detailsOf(dimension).parse(row.details),
    origin: origin.parse(row.origin),
    source: row.source,
    archivedAt: row.archivedAt,
    revision: row.revision,
  }
}

const schemas: { readonly [D in Dimension]: z.ZodType<TermDetails<D>> } = termDetails

/** The schema of a dimension's details. */
export const detailsOf = <D extends Dimension>(dimension: D): z.ZodType<TermDetails<D>> => schemas[dimension]

/** Sorts the rows of a workspace into lists, each in its order. Rows of unknown dimensions (from a newer version) are left out. */
export function vocabularyOf(rows: readonly TermRow[]): Vocabulary {
  const list = <D extends Dimension>(dimension: D): Term<D>[] =>
    rows
      .filter((row) => row.dimension === dimension)
      .map((row) => termOf(dimension, row))
      .sort(byPosition)
  return {
    phase: list('phase'),
    channel: list('channel'),
    persona: list('persona'),
    topic: list('topic'),
    question: list('question'),
    campaign: list('campaign'),
    purpose: list('purpose'),
    type: list('type'),
    step: list('step'),
  }
}

export const byPosition = (a: { position: number; key: string }, b: { position: number; key: string }): number =>
  a.position - b.position || (a.key < b.key ? -1 : 1)

/** Undefined when the workspace has no such term. */
export function termByKey<D extends Dimension>(vocabulary: Vocabulary, dimension: D, key: string): Term<D> | undefined {
  return vocabulary[dimension].find((term) => term.key === key)
}

/** Terms that can still be chosen, in order. */
export function liveTerms<D extends Dimension>(vocabulary: Vocabulary, dimension: D): Term<D>[] {
  return vocabulary[dimension].filter((term) => term.archivedAt === null)
}

/** The name in the wished language; a term named in one language only is called by that one. */
export const termName = (term: Pick<Term, 'name'>, locale: Locale): string => term.name[locale] || term.name.en || term.name.de

export const isDimension = (text: string): text is Dimension => (dimensions as readonly string[]).includes(text)
