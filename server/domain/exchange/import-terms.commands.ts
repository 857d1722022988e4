import type { Stamp } from '@/db/database'
import { findImport, type ImportRecord, noteImport } from '@/db/stores/imports'
import { insertTerms, type NewTerm as TermRow } from '@/db/stores/vocabulary'
import type { NewTerm } from '@/server/domain/exchange/exchange.schema'
import type { ImportContext } from '@/server/domain/exchange/import-file.queries'
import { decisionOf } from '@/server/domain/exchange/import-plan.rules'
import { progressOf, type StoredProgress } from '@/server/domain/exchange/import-record.rules'
import { valueKey } from '@/server/domain/exchange/values.rules'
import { checkTerms, newDetails, newKey } from '@/server/domain/vocabulary/term.rules'
import { loadVocabulary } from '@/server/domain/vocabulary/vocabulary.queries'
import { termOf } from '@/server/domain/vocabulary/vocabulary.rules'
import type { Term, Vocabulary } from '@/server/domain/vocabulary/vocabulary.schema'

type Made = Pick<StoredProgress, 'terms' | 'startedAt'> & {
  /** Every term got the key that the rows were read with. */
  readonly areAsPlanned: boolean
}

/**
 * Makes the terms that the rows need, in the import's own change set, and notes them in the same write: an import that goes on
 * uses them. A term of that name that somebody made meanwhile is used as it is.
 */
export async function makeTerms(
  { db, now }: ImportContext,
  row: ImportRecord,
  stamp: Stamp,
  wanted: readonly NewTerm[],
): Promise<Made> {
  const { workspaceId, id } = row
  return db.write(workspaceId, async (tx) => {
    const progress = progressOf((await findImport(tx, workspaceId, id))?.progress ?? null)
    let vocabulary = await loadVocabulary(tx, workspaceId)
    const rows: TermRow[] = []
    const terms = [...progress.terms]
    let areAsPlanned = true
    for (const term of wanted) {
      const known = namesake(vocabulary, term)
      const made = known ?? newTerm(vocabulary, term)
      if (!known) {
        rows.push(rowOf(made))
        vocabulary = { ...vocabulary, [term.dimension]: [...vocabulary[term.dimension], made] }
      }
      areAsPlanned &&= made.key === term.key
      terms.push(decisionOf(term, made.key))
    }
    for (const dimension of new Set(wanted.map((term) => term.dimension))) {
      const touched = new Set(rows.filter((made) => made.dimension === dimension).map(({ key }) => key))
      checkTerms(dimension, vocabulary[dimension], touched, vocabulary)
    }
    if (rows.length > 0) await insertTerms(tx, stamp, rows)
    const startedAt = progress.startedAt ?? (rows.length > 0 ? stamp.at : null)
    await noteImport(tx, workspaceId, id, { progress: { ...progress, terms, startedAt } }, now())
    return { terms, startedAt, areAsPlanned }
  })
}

function namesake(vocabulary: Vocabulary, { dimension, name }: NewTerm): Term | undefined {
  const terms: readonly Term[] = vocabulary[dimension]
  const wanted = valueKey(name)
  return terms.find(
    (term) => term.archivedAt === null && (valueKey(term.name.en) === wanted || valueKey(term.name.de) === wanted),
  )
}

function newTerm(vocabulary: Vocabulary, { dimension, name: text }: NewTerm): Term {
  const existing: readonly Term[] = vocabulary[dimension]
  const name = { en: text, de: text }
  return termOf(dimension, {
    dimension,
    key: newKey(name, existing),
    nameEn: text,
    nameDe: text,
    position: Math.max(-1, ...existing.map(({ position }) => position)) + 1,
    synonyms: [],
    details: newDetails(dimension, {}, vocabulary),
    origin: 'own',
    source: null,
    archivedAt: null,
    revision: 1,
  })
}

const rowOf = ({ dimension, key, name, position, synonyms, details, origin, source }: Term): TermRow => ({
  dimension,
  key,
  nameEn: name.en,
  nameDe: name.de,
  position,
  synonyms: [...synonyms],
  details,
  origin,
  source,
})
