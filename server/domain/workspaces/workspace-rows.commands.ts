import type { Stamp, Writer } from '@/db/database'
import { newId } from '@/db/kit'
import type { SearchIndex } from '@/db/search/search-index'
import type { NewItem } from '@/db/stores/items'
import { putTarget } from '@/db/stores/targets'
import { insertTerms } from '@/db/stores/vocabulary'
import { findWorkspaceBySlug, insertWorkspace, type WorkspaceRecord, type WorkspaceSettings } from '@/db/stores/workspaces'
import { itemWorldOf } from '@/server/domain/content/item.rules'
import { phrasesOf } from '@/server/domain/content/item-world.queries'
import { addItems, prepareItem } from '@/server/domain/content/writing.commands'
import type { Target } from '@/server/domain/coverage/coverage.schema'
import { Problem } from '@/server/domain/errors'
import { momentOf } from '@/server/domain/facts/moment.rules'
import { type TermRow, vocabularyOf } from '@/server/domain/vocabulary/vocabulary.rules'
import { nthSlug, sampleFits, slugOf, writtenLocale } from '@/server/domain/workspaces/workspace.rules'
import type { WorkspaceCreate } from '@/server/domain/workspaces/workspace.schema'
import { materialise, type SampleRow, sampleTargets, sampleVocabulary } from '@/server/presets/samples/materialise'
import { samples } from '@/server/presets/samples/samples'
import { presetVocabulary } from '@/server/presets/vocabulary'

/** Everything a new workspace starts with, worked out before anything is written. */
export interface PreparedWorkspace {
  readonly stamp: Stamp
  readonly settings: WorkspaceSettings
  readonly terms: readonly TermRow[]
  readonly targets: readonly Omit<Target, 'revision'>[]
  readonly items: readonly NewItem[]
  readonly readable: ReadonlySet<string>
}

interface Maker {
  /** As the change log names them. */
  readonly actor: string
  /** Null when nobody with an account makes it. */
  readonly userId: string | null
  readonly at: Date
}

/** Refuses a sample with another model than the one it is written for. */
export function prepareWorkspace(
  { sample: sampleKey, ...wish }: WorkspaceCreate,
  { actor, userId, at }: Maker,
): PreparedWorkspace {
  if (sampleKey !== null && !sampleFits(wish.model)) throw new Problem('invalid', 'workspace.problem.sampleNeedsModel')
  const locale = writtenLocale(wish.locale)
  const sample = sampleKey === null ? null : samples[sampleKey]
  // What the samples show goes with goods that are delivered.
  const settings = { ...wish, sellsGoods: sample !== null || wish.sellsGoods, vaguePhrases: null }
  const start = sample ? sampleVocabulary(sample, locale, wish.segment) : presetVocabulary({ ...settings, locale })
  const terms = Object.values(start)
    .flat()
    .map(({ name, ...term }) => ({ ...term, nameEn: name.en, nameDe: name.de, archivedAt: null, revision: 1 }))
  const moment = momentOf(at.getTime(), wish.timeZone)
  const world = { ...itemWorldOf(vocabularyOf(terms), moment), phrases: phrasesOf(settings) }
  return {
    stamp: { workspaceId: newId(), changeSet: newId(), actor, at },
    settings,
    terms,
    targets: sample ? sampleTargets(sample, locale) : [],
    items: sample ? sampleItems(materialise(sample, locale, moment.today), userId, world) : [],
    readable: world.readable,
  }
}

/** Whoever makes the sample owns part of it, so that filters and columns by owner show something. */
function sampleItems(rows: readonly SampleRow[], createdBy: string | null, world: Parameters<typeof prepareItem>[2]): NewItem[] {
  const ids = new Map(rows.map(({ key }) => [key, newId()]))
  return rows.map(({ key, translationOf, item }, at) => {
    const groupId = translationOf === null ? undefined : ids.get(translationOf)
    const create = { ...item, ...(groupId ? { groupId } : {}), ...(at % 3 === 0 ? { ownerId: createdBy } : {}) }
    const outcome = prepareItem(create, { id: ids.get(key) ?? newId(), createdBy }, world)
    if (outcome.faults)
      throw new Error(`the sample item ${key} does not fit: ${outcome.faults.map(({ field }) => field).join(', ')}`)
    return outcome.value
  })
}

/** Inside a write of the scope `global`: then two workspaces of one name get two slugs, and nobody else knows the new id yet. */
export async function writeWorkspace(tx: Writer, search: SearchIndex, prepared: PreparedWorkspace): Promise<WorkspaceRecord> {
  const { stamp, settings, terms, targets, items, readable } = prepared
  const saved = await insertWorkspace(tx, stamp, { ...settings, slug: await freeSlug(tx, slugOf(settings.name)) })
  await insertTerms(
    tx,
    stamp,
    terms.map(({ archivedAt: _archivedAt, revision: _revision, synonyms, ...term }) => ({ ...term, synonyms: [...synonyms] })),
  )
  for (const { dimension, phase, value, numbers, reason } of targets) {
    const { min, ideal, max } = numbers ?? { min: null, ideal: null, max: null }
    await putTarget(tx, stamp, { dimension, phase, value }, { min, ideal, max, reason })
  }
  if (items.length > 0) await addItems(tx, search, stamp, items, { readable })
  return saved
}

async function freeSlug(tx: Writer, slug: string): Promise<string> {
  for (let n = 1; ; n += 1) {
    const candidate = nthSlug(slug, n)
    if (!(await findWorkspaceBySlug(tx, candidate))) return candidate
  }
}
