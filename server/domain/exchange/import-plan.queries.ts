import { setImmediate } from 'node:timers/promises'
import type { Reader } from '@/db/database'
import { type ImportRecord, listImports } from '@/db/stores/imports'
import { findBodies, listItemsById, type StoredItem } from '@/db/stores/items'
import { listMembers } from '@/db/stores/members'
import { canonical } from '@/db/stores/same'
import { rowOf } from '@/server/domain/content/item.queries'
import { itemWorldOf } from '@/server/domain/content/item.rules'
import { model } from '@/server/domain/coverage/coverage.schema'
import { Problem } from '@/server/domain/errors'
import { type Conversion, convertRows } from '@/server/domain/exchange/convert.rules'
import {
  type ExistingKey,
  type ImportMapping,
  type ImportOptions,
  importOptions,
  type OwnerName,
  type Table,
} from '@/server/domain/exchange/exchange.schema'
import { planRows, reportOf } from '@/server/domain/exchange/import.rules'
import { type ImportContext, tableOf } from '@/server/domain/exchange/import-file.queries'
import {
  byRow,
  type CheckedPlan,
  checkPlan,
  liveDecisions,
  type StepRefusalOf,
  withNewTerms,
} from '@/server/domain/exchange/import-plan.rules'
import { progressOf, type StoredSettings, settingsOf, withMadeTerms } from '@/server/domain/exchange/import-record.rules'
import { inTurns } from '@/server/domain/exchange/in-turns'
import { type MappingProposal, mappingSignature, proposeMapping } from '@/server/domain/exchange/mapping.rules'
import { matchRows } from '@/server/domain/exchange/match.rules'
import type { ImportWorld } from '@/server/domain/exchange/row-reader.rules'
import type { Fact } from '@/server/domain/facts/fact.schema'
import { loadFacts, type WorkspaceFacts } from '@/server/domain/facts/facts.queries'
import { momentOf } from '@/server/domain/facts/moment.rules'
import { knownWords } from '@/server/domain/vocabulary/known-words'
import { maxTermsPerDimension } from '@/server/domain/vocabulary/term.schema'
import type { Vocabulary } from '@/server/domain/vocabulary/vocabulary.schema'
import { decideStep, isMove } from '@/server/domain/workflow/step-decision.rules'
import { lookAtSteps, type StepSight } from '@/server/domain/workflow/step-items.queries'

/** How far back a mapping is remembered. */
const importsRemembered = 50
const itemsPerPiece = 500

/** An import with everything that was proposed and decided about it. */
export interface Settled {
  readonly row: ImportRecord
  readonly settings: StoredSettings
  readonly table: Table
  readonly proposal: MappingProposal
  readonly isRemembered: boolean
  readonly mapping: ImportMapping
  readonly options: ImportOptions
  readonly held: WorkspaceFacts
  readonly world: ImportWorld
}

/** Reads the file and settles what each column and value is. No authorize inside. */
export async function settle(context: ImportContext, row: ImportRecord): Promise<Settled> {
  const { db, now } = context
  const settings = settingsOf(row.settings)
  const table = await tableOf(context, row.workspaceId, row.id, settings.reading)
  const held = await loadFacts({ db }, row.workspaceId)
  const { vocabulary, workspace } = held
  const members = await listMembers(db.read, row.workspaceId)
  const owners: OwnerName[] = members.map(({ userId, name, email }) => ({ id: userId, name, email }))
  const remembered = settings.mapping || table.isOwn ? undefined : await rememberedMapping(db.read, row, table)
  const proposal = await inTurns(proposeMapping(table, vocabulary, remembered))
  const options = importOptions.parse({ defaultType: proposal.defaultType, ...settings.options })
  const known = knownWords(model.safeParse(workspace.model).data ?? null)
  const { today } = momentOf(now().getTime(), workspace.timeZone)
  const decisions = withMadeTerms(options.decisions, progressOf(row.progress).terms)
  return {
    row,
    settings,
    table,
    proposal,
    isRemembered: remembered !== undefined,
    mapping: settings.mapping ?? proposal.mapping,
    options: { ...options, decisions: liveDecisions(decisions, vocabulary, owners, known) },
    held,
    world: { vocabulary, owners, zone: workspace.timeZone, today, known },
  }
}

/** As somebody of the workspace last imported a list with the same columns. */
async function rememberedMapping(read: Reader, row: ImportRecord, table: Table): Promise<ImportMapping | undefined> {
  const signature = mappingSignature(table.columns)
  for (const { id, settings } of await listImports(read, row.workspaceId, { limit: importsRemembered })) {
    const earlier = settingsOf(settings)
    if (id !== row.id && earlier.signature === signature && earlier.mapping) return earlier.mapping
  }
  return undefined
}

export interface Planning {
  readonly conversion: Conversion
  /** The items that rows speak of, as they were looked at. */
  readonly items: ReadonlyMap<string, StoredItem>
  readonly plan: CheckedPlan
  /** The facts that rows were matched with. */
  readonly seq: number
}

/**
 * What the import would do now. `without`: items that this very import has made, which must not stand in its way when it goes
 * on. `conversion`: of an earlier planning with the same vocabulary.
 */
export async function planImport(
  context: ImportContext,
  settled: Settled,
  { without = new Set(), conversion: earlier }: { without?: ReadonlySet<string>; conversion?: Conversion | undefined } = {},
): Promise<Planning> {
  const { table, mapping, options, world } = settled
  const conversion = earlier ?? (await convert(settled))
  refuseTooManyTerms(settled, conversion)
  const held = await loadFacts(context, settled.row.workspaceId)
  const matches = await inTurns(matchRows(conversion.rows, existingKeys(held.facts, without), table.isOwn))
  const ids = new Set(matches.flatMap((match) => (match.kind === 'existing' ? [match.id] : [])))
  const hasBodies = Object.values(mapping).includes('body')
  const { items, bodies } = await readItems(context, settled.row.workspaceId, [...ids], hasBodies)
  const vocabulary = withNewTerms(held.vocabulary, conversion.newTerms)
  const fieldKeys = new Map(vocabulary.type.map(({ key, details }) => [key, new Set(details.fields.map((field) => field.key))]))
  const rough = await inTurns(
    planRows(conversion.rows, matches, options, {
      itemOf(id) {
        const stored = items.get(id)
        return stored && { ...rowOf(stored, held.world.stepKinds), ...(hasBodies ? { body: bodies.get(id) ?? '' } : {}) }
      },
      zone: world.zone,
      fieldsOf: (type) => fieldKeys.get(type) ?? new Set(),
    }),
  )
  const moment = momentOf(context.now().getTime(), world.zone)
  const moved = rough.update.filter(({ id, edit }) => edit.step !== undefined && edit.step !== items.get(id)?.step)
  const refusalOf = await lookAtMoves(
    context,
    moved.map(({ id }) => id),
    vocabulary,
  )
  const checked = await inTurns(checkPlan(rough, (id) => items.get(id), itemWorldOf(vocabulary, moment), refusalOf))
  const report = reportOf(table, conversion, rough)
  const plan: CheckedPlan = {
    read: report.read,
    create: checked.create,
    update: checked.update,
    unchanged: [...rough.unchanged, ...checked.unchanged].sort(byRow),
    skipped: report.skipped,
    failed: [...report.failed, ...checked.failed].sort(byRow),
    notes: [...report.notes, ...checked.notes].sort(byRow),
    newTerms: conversion.newTerms,
  }
  return { conversion, items, plan, seq: held.seq }
}

/** What the workflow says to moves of these items. */
async function lookAtMoves({ actor, db }: ImportContext, ids: readonly string[], vocabulary: Vocabulary): Promise<StepRefusalOf> {
  const sights = new Map<string, StepSight>()
  for (let at = 0; at < ids.length; at += itemsPerPiece) {
    const piece = ids.slice(at, at + itemsPerPiece)
    const sight = await lookAtSteps(db.read, actor, piece, vocabulary)
    for (const id of piece) sights.set(id, sight)
    await setImmediate()
  }
  return (item, change) => {
    const sight = sights.get(item.id)
    return sight && isMove(item, change) ? decideStep(actor, item, item, change, sight, vocabulary).faults[0] : undefined
  }
}

/** The dry run and the job read the same rows: what was read last is kept with the table, and forgotten with it. */
const converted = new WeakMap<
  Table,
  { readonly name: string; readonly vocabulary: Vocabulary; readonly conversion: Conversion }
>()

async function convert({ table, mapping, options, world }: Settled): Promise<Conversion> {
  const { vocabulary, owners, zone, today } = world
  const name = canonical([mapping, options, owners, zone, today])
  const known = converted.get(table)
  if (known?.name === name && known.vocabulary === vocabulary) return known.conversion
  const conversion = await inTurns(convertRows(table, mapping, options, world))
  converted.set(table, { name, vocabulary, conversion })
  return conversion
}

function* existingKeys(facts: readonly Fact[], without: ReadonlySet<string>): Generator<ExistingKey> {
  for (const { id, url, title, type, deletedAt } of facts) {
    if (!without.has(id)) yield { id, url, title, type, isDeleted: deletedAt !== null }
  }
}

async function readItems({ db }: ImportContext, workspaceId: string, ids: readonly string[], hasBodies: boolean) {
  const items = new Map<string, StoredItem>()
  const bodies = new Map<string, string>()
  for (let at = 0; at < ids.length; at += itemsPerPiece) {
    const piece = ids.slice(at, at + itemsPerPiece)
    for (const item of await listItemsById(db.read, workspaceId, piece)) items.set(item.id, item)
    if (hasBodies) for (const [id, body] of await findBodies(db.read, workspaceId, piece)) bodies.set(id, body)
    await setImmediate()
  }
  return { items, bodies }
}

function refuseTooManyTerms({ held }: Settled, { newTerms }: Conversion): void {
  for (const [dimension, terms] of Map.groupBy(newTerms, (term) => term.dimension)) {
    if (held.vocabulary[dimension].length + terms.length > maxTermsPerDimension) {
      throw new Problem('limit_reached', 'vocabulary.problem.tooMany', { limit: maxTermsPerDimension })
    }
  }
}
