import { setImmediate } from 'node:timers/promises'
import type { Stamp, Writer } from '@/db/database'
import { newId } from '@/db/kit'
import { currentSeq } from '@/db/stores/changes'
import { findImport, type ImportRecord, listForeignChanges, noteImport } from '@/db/stores/imports'
import { findBodies, listItemsById, type NewItem, type StoredItem } from '@/db/stores/items'
import { canonical } from '@/db/stores/same'
import type { Actor } from '@/server/domain/access/access.rules'
import { itemChangeOf } from '@/server/domain/content/item.rules'
import type { WritingWorld } from '@/server/domain/content/item-world.queries'
import { addItems, changeItems, type PreparedChange, prepareItem } from '@/server/domain/content/writing.commands'
import type { Reason } from '@/server/domain/exchange/exchange.schema'
import type { ImportContext } from '@/server/domain/exchange/import-file.queries'
import { faultOf } from '@/server/domain/exchange/import-plan.rules'
import { progressOf, type StoredProgress } from '@/server/domain/exchange/import-record.rules'
import { type Entry, identities, type PieceResults } from '@/server/domain/exchange/import-tally.rules'
import { decideStep, isMove, type StepDecision } from '@/server/domain/workflow/step-decision.rules'
import { lookAtSteps } from '@/server/domain/workflow/step-items.queries'

export interface Piece {
  readonly entries: readonly Entry[]
  /** Where the import must still stand, or somebody else works on it. */
  readonly through: number
  /** Of everything still to be made. */
  readonly identities: ReadonlySet<string>
  /** Up to here nobody has made anything of it. */
  readonly seq: number
  readonly progressAfter: (results: PieceResults) => StoredProgress
}

/** overtaken: somebody else made one of the items; plan again. lost: another process goes on with this import. */
export type PieceOutcome =
  | { readonly kind: 'written'; readonly progress: StoredProgress; readonly made: readonly string[]; readonly seq: number }
  | { readonly kind: 'overtaken' | 'cancelled' | 'lost' }

const stays: StepDecision = { faults: [] }

type Update = Extract<Entry, { kind: 'update' }>

const operation = 'import'
/** So many rows between two turns of the event loop: the write stays open, but reads go on. */
const rowsPerTurn = 50
/** With more news than this it is simpler to look at everything again. */
const mostForeign = 2_000

/** Writes a piece of an import together with the place it reaches: all of it or nothing. */
export async function writePiece(
  { actor, db, now }: ImportContext,
  { workspaceId, id, userId }: ImportRecord,
  stamp: Stamp,
  world: WritingWorld,
  piece: Piece,
): Promise<PieceOutcome> {
  const prepared = await prepare(piece.entries, userId, world)
  return db.write(workspaceId, async (tx): Promise<PieceOutcome> => {
    const row = await findImport(tx, workspaceId, id)
    if (row?.state === 'cancelling') return { kind: 'cancelled' }
    if (row?.state !== 'running' || progressOf(row.progress).through !== piece.through) return { kind: 'lost' }
    if (await isOvertaken(tx, stamp, piece)) return { kind: 'overtaken' }
    const results = await change(tx, actor, piece.entries, world)
    let saved = 0
    for (let at = 0; at < results.changes.length; at += rowsPerTurn) {
      const part = results.changes.slice(at, at + rowsPerTurn)
      saved += (await changeItems(tx, db.search, stamp, part, world, operation)).saved.length
      await setImmediate()
    }
    for (let at = 0; at < prepared.items.length; at += rowsPerTurn) {
      await addItems(tx, db.search, stamp, prepared.items.slice(at, at + rowsPerTurn), world, operation)
      await setImmediate()
    }
    const progress = piece.progressAfter({
      create: prepared.items.length,
      update: saved,
      unchanged: results.changes.length - saved,
      skipped: results.skipped,
      failed: [...prepared.failed, ...results.failed],
    })
    await noteImport(tx, workspaceId, id, { progress }, now())
    const made = prepared.items.map(({ columns }) => columns.id)
    return { kind: 'written', progress, made, seq: await currentSeq(tx, workspaceId) }
  })
}

/** Everything that can be computed before the write. */
async function prepare(entries: readonly Entry[], createdBy: string | null, world: WritingWorld) {
  const items: NewItem[] = []
  const failed: Reason[] = []
  for (const [i, entry] of entries.entries()) {
    if (entry.kind !== 'create') continue
    const outcome = prepareItem(entry.item, { id: newId(), createdBy }, world)
    if (outcome.faults) failed.push(...outcome.faults.slice(0, 1).map((fault) => faultOf(entry.row, fault)))
    else items.push(outcome.value)
    if (i % rowsPerTurn === 0) await setImmediate()
  }
  return { items, failed }
}

/** Whether somebody has made, renamed or restored an item since the rows were matched that one of them would be taken for. */
async function isOvertaken(tx: Writer, stamp: Stamp, { identities: wanted, seq }: Piece): Promise<boolean> {
  const foreign = await listForeignChanges(tx, stamp.workspaceId, seq, stamp.changeSet, mostForeign)
  if (foreign.length === mostForeign) return true
  const telling = ['title', 'type', 'url', 'deletedAt']
  const ids = foreign
    .filter(({ before, after }) => before === null || telling.some((field) => field in (after ?? {})))
    .map(({ id }) => id)
  const items = await listItemsById(tx, stamp.workspaceId, [...new Set(ids)])
  return items.some((item) => item.deletedAt === null && identities(item).some((identity) => wanted.has(identity)))
}

/** The changes as they apply to the items of this moment. */
async function change(tx: Writer, actor: Actor, entries: readonly Entry[], world: WritingWorld) {
  const { workspaceId } = actor
  const { vocabulary } = world.held
  const updates = entries.filter((entry) => entry.kind === 'update')
  const ids = updates.map(({ id }) => id)
  const stored = new Map((await listItemsById(tx, workspaceId, ids)).map((item) => [item.id, item]))
  const isMoved = (update: Update) => stored.get(update.id)?.revision !== update.revision
  const reworded = updates.filter((update) => isMoved(update) && update.edit.body !== undefined).map(({ id }) => id)
  const bodies = await findBodies(tx, workspaceId, reworded)
  const moved = updates.filter(({ edit }) => edit.step !== undefined).map(({ id }) => id)
  const sight = await lookAtSteps(tx, actor, moved, vocabulary)
  const changes: PreparedChange[] = []
  const skipped: Reason[] = []
  const failed: Reason[] = []
  for (const update of updates) {
    const { row, id, title, edit } = update
    const current = stored.get(id)
    if (!current) {
      skipped.push({ row, messageKey: 'exchange.skipped.gone', details: {} })
      continue
    }
    if (current.deletedAt !== null) {
      skipped.push({ row, messageKey: 'exchange.skipped.inTrash', details: { title } })
      continue
    }
    const clashes = isMoved(update) ? clashesOf(update, current, bodies.get(id) ?? '') : []
    if (clashes.length > 0) {
      failed.push({ row, messageKey: 'import.report.changedMeanwhile', details: { title, fields: clashes.join(', ') } })
      continue
    }
    const outcome = itemChangeOf(current, edit, world)
    // The workflow is asked again: what was planned may stand otherwise by now.
    const goes = outcome.faults === undefined && isMove(current, outcome.value)
    const step = goes ? decideStep(actor, current, current, outcome.value, sight, vocabulary) : stays
    const [fault] = outcome.faults ?? step.faults
    if (fault) failed.push(faultOf(row, fault))
    else if (!outcome.faults) changes.push({ current, change: outcome.value, approvedBy: step.approvedBy })
  }
  return { changes, skipped, failed }
}

/** What somebody saved since the rows were compared: theirs is not overwritten unseen. Their changes of other fields stay too. */
function clashesOf({ changes }: Update, current: StoredItem, body: string): string[] {
  return changes
    .filter(({ field, before }) => plain(storedValue(current, body, field)) !== plain(before))
    .map(({ field }) => field)
}

function storedValue(item: StoredItem, body: string, field: string): unknown {
  const [kind, name = ''] = field.split('.')
  if (field === 'body') return body
  if (kind === 'tags') return item.tags[name as keyof StoredItem['tags']]
  return kind === 'field' ? item.fields[name] : item[field as keyof StoredItem]
}

const plain = (value: unknown): string => {
  const isBlank = value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
  return isBlank
    ? ''
    : canonical(Array.isArray(value) && value.every((each) => typeof each === 'string') ? [...value].sort() : value)
}
