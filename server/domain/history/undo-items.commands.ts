import type { Writer } from '@/db/database'
import { type ChangeRow, listChangesToSince } from '@/db/stores/changes'
import { findBodies, listItemsById, type NewItem, purgeItems, type StoredItem, type TagRecord } from '@/db/stores/items'
import { canonical } from '@/db/stores/same'
import { listTerms } from '@/db/stores/vocabulary'
import { can, mayEditItem } from '@/server/domain/access/access.rules'
import { kindOfStep, needsPublishing, type StateChange } from '@/server/domain/content/item.rules'
import { addItems, changeItems, type PreparedChange, vagueOf } from '@/server/domain/content/writing.commands'
import { normaliseAddress } from '@/server/domain/exchange/address.rules'
import { fieldChangesOf } from '@/server/domain/history/field-changes.rules'
import { type Combined, combined } from '@/server/domain/history/undo.rules'
import type { Refusal, UndoApplier, UndoScope } from '@/server/domain/history/undo-applier.commands'
import { termByKey } from '@/server/domain/vocabulary/vocabulary.rules'
import type { TagDimension } from '@/server/domain/vocabulary/vocabulary.schema'
import { mayMoveInto } from '@/server/domain/workflow/workflow.rules'

const instants: ReadonlySet<string> = new Set([
  'publishAt',
  'publishedAt',
  'unpublishAt',
  'statusSince',
  'createdAt',
  'deletedAt',
])
/** These follow the status: when that stays, they stay. */
const withStep: ReadonlySet<string> = new Set(['publishAt', 'publishedAt', 'statusSince'])
/** Follow from another field; nobody needs to be told about them. */
const silent: ReadonlySet<string> = new Set(['statusSince', 'createdAt', 'createdBy'])

/** What undoing needs to look at, read in the write. */
interface Sight {
  readonly scope: UndoScope
  readonly current: ReadonlyMap<string, StoredItem>
  readonly bodies: ReadonlyMap<string, string>
  readonly terms: ReadonlySet<string>
  readonly later: ReadonlyMap<string, readonly ChangeRow[]>
  /** The newest change to the brief of an item. */
  readonly briefed: ReadonlyMap<string, ChangeRow>
}

/**
 * Puts items back: made ones are deleted for good, deleted ones come back as they were, changed ones get every field back that
 * still is what the change set made of it.
 */
export const undoItems: UndoApplier = async (tx, scope, rows) => {
  const entries = combined(rows)
  const sight = await look(tx, scope, entries)
  const refused: Refusal[] = []
  const purge: StoredItem[] = []
  const revive: NewItem[] = []
  const changes: PreparedChange[] = []
  for (const entry of entries) {
    const item = sight.current.get(entry.id)
    const outcome =
      entry.before === null || entry.after === null ? wholeOutcome(sight, entry, item) : fieldsOutcome(sight, entry, item)
    refused.push(...outcome.refused)
    if (outcome.purge) purge.push(outcome.purge)
    if (outcome.revive) revive.push(outcome.revive)
    if (outcome.change) changes.push(outcome.change)
  }
  const { stamp, world, context } = scope
  await purgeItems(tx, stamp, purge, 'undo')
  await context.db.search.remove(
    tx,
    stamp.workspaceId,
    purge.map(({ id }) => id),
  )
  if (revive.length > 0) await addItems(tx, context.db.search, stamp, revive, world, 'undo')
  const { saved } = await changeItems(tx, context.db.search, stamp, changes, world, 'undo')
  return { done: purge.length + revive.length + saved.length, refused }
}

async function look(tx: Writer, scope: UndoScope, entries: readonly Combined[]): Promise<Sight> {
  const { workspaceId, changeSet } = scope.stamp
  const ids = entries.map(({ id }) => id)
  const since = Math.min(...entries.map(({ firstSeq }) => firstSeq))
  const later = await listChangesToSince(tx, workspaceId, 'item', ids, since, [scope.changeSet, changeSet])
  // A brief that was written since goes with its item, so it holds it.
  const briefed = await listChangesToSince(tx, workspaceId, 'brief', ids, since, [scope.changeSet, changeSet])
  const byItem = Map.groupBy(later, ({ subjectId }) => subjectId)
  const withBody = entries
    .filter(({ id, before, after }) => (before === null ? byItem.has(id) : 'body' in before || 'body' in (after ?? {})))
    .map(({ id }) => id)
  return {
    scope,
    current: new Map((await listItemsById(tx, workspaceId, ids)).map((item) => [item.id, item])),
    bodies: await findBodies(tx, workspaceId, withBody),
    terms: new Set((await listTerms(tx, workspaceId)).map(({ dimension, key }) => `${dimension}/${key}`)),
    later: byItem,
    briefed: new Map(briefed.toReversed().map((row) => [row.subjectId, row])),
  }
}

interface Outcome {
  readonly refused: readonly Refusal[]
  readonly purge?: StoredItem
  readonly revive?: NewItem
  readonly change?: PreparedChange
}

function refusal(sight: Sight, entry: Combined, messageKey: string, field: string | null = null): Refusal {
  const rows = sight.later.get(entry.id) ?? []
  const cause = rows.find((row) => field === null || fieldChangesOf(row, true).some((change) => change.field === field))
  const title = sight.current.get(entry.id)?.title ?? entry.before?.title ?? entry.after?.title
  const name = typeof title === 'string' ? title : null
  return { subject: 'item', id: entry.id, name, field, messageKey, by: cause?.actor ?? null, at: cause?.at ?? null }
}

/** Made or deleted for good by the change set: all or nothing. */
function wholeOutcome(sight: Sight, entry: Combined, item: StoredItem | undefined): Outcome {
  const { context } = sight.scope
  if (entry.before === null && entry.after === null) return { refused: [] }
  if (entry.before === null) {
    // Gone already: there is nothing left to take back.
    if (!item) return { refused: [] }
    if (!mayEditItem(context.actor, item)) return { refused: [refusal(sight, entry, 'history.problem.notYours')] }
    const written = sight.briefed.get(entry.id)
    if (written && written.after !== null) {
      const held = refusal(sight, entry, 'history.problem.changedSince')
      return { refused: [{ ...held, by: written.actor, at: written.at }] }
    }
    if (sight.later.has(entry.id) && !isAsMade(sight, entry.after ?? {}, item)) {
      return { refused: [refusal(sight, entry, 'history.problem.changedSince')] }
    }
    return { refused: [], purge: item }
  }
  if (item) return { refused: [] }
  if (!sight.scope.isOwn && !can(context.actor, 'item.purge'))
    return { refused: [refusal(sight, entry, 'history.problem.notYours')] }
  const revived = revivedItem(sight, entry.id, entry.before)
  return { refused: revived.lost.map((field) => refusal(sight, entry, 'history.problem.termGone', field)), revive: revived.item }
}

/** Changed since, but changed back: nobody's work would be lost. */
function isAsMade(sight: Sight, made: Record<string, unknown>, item: StoredItem): boolean {
  const body = sight.bodies.get(item.id) ?? ''
  const fields = [...Object.keys(item.fields), ...Object.keys((made.fields as object | undefined) ?? {})]
  const parts = fieldChangesOf({ before: null, after: made }, true)
  const known = new Map(parts.map(({ field, after }) => [field, after]))
  const columns = Object.keys(made).filter((name) => name !== 'tags' && name !== 'fields' && !silent.has(name))
  const names = new Set([
    'body',
    ...columns,
    ...fields.map((key) => `field.${key}`),
    ...Object.keys(item.tags).map((key) => `tags.${key}`),
  ])
  return [...names].every((field) => sameField(field, valueIn(item, body, field), known.get(field) ?? null))
}

function revivedItem(sight: Sight, id: string, record: Record<string, unknown>): { item: NewItem; lost: string[] } {
  const { world } = sight.scope
  const text = (name: string): string | null => (typeof record[name] === 'string' ? record[name] : null)
  const moment = (name: string): Date | null => instantOf(record[name])
  const given = (record.tags ?? {}) as Partial<TagRecord>
  const tags: TagRecord = { phase: [], channel: [], persona: [], topic: [], question: [], campaign: [] }
  const lost: string[] = []
  for (const dimension of Object.keys(tags) as TagDimension[]) {
    const keys = given[dimension] ?? []
    tags[dimension] = keys.filter((key) => sight.terms.has(`${dimension}/${key}`))
    if (tags[dimension].length < keys.length) lost.push(`tags.${dimension}`)
  }
  const body = text('body') ?? ''
  const url = text('url')
  const createdAt = moment('createdAt') ?? sight.scope.stamp.at
  const columns = {
    id,
    groupId: text('groupId') ?? id,
    title: text('title') ?? '',
    type: text('type') ?? '',
    purpose: text('purpose'),
    step: text('step') ?? world.firstStep(text('type') ?? ''),
    url,
    urlKey: url === null ? null : normaliseAddress(url),
    locale: text('locale'),
    ownerId: text('ownerId'),
    note: text('note') ?? '',
    fields: { ...(record.fields as Record<string, unknown> | undefined) },
    plannedFor: text('plannedFor'),
    dueOn: text('dueOn'),
    publishAt: moment('publishAt'),
    publishedAt: moment('publishedAt'),
    unpublishAt: moment('unpublishAt'),
    reviewBy: text('reviewBy'),
    statusSince: moment('statusSince') ?? createdAt,
    rank: text('rank'),
    createdAt,
    createdBy: text('createdBy'),
    deletedAt: moment('deletedAt'),
  }
  return { item: { columns: { ...columns, vague: vagueOf(columns, body, world) }, tags, body }, lost }
}

const instantOf = (value: unknown): Date | null => (typeof value === 'string' ? new Date(value) : null)

/** Changed by the change set: field by field. */
function fieldsOutcome(sight: Sight, entry: Combined, item: StoredItem | undefined): Outcome {
  const { context, world } = sight.scope
  if (!item) return { refused: [refusal(sight, entry, 'history.problem.gone')] }
  if (!mayEditItem(context.actor, item)) return { refused: [refusal(sight, entry, 'history.problem.notYours')] }
  const refused: Refusal[] = []
  const change: StateChange = { columns: {}, tags: {} }
  const parts = fieldChangesOf(entry, true)
  const valueNow = (field: string) => valueIn(item, sight.bodies.get(item.id) ?? '', field)
  const isChanged = (part: { field: string; after: unknown; before: unknown }) =>
    !sameField(part.field, valueNow(part.field), part.after) && !sameField(part.field, valueNow(part.field), part.before)
  const isStepHeld = parts.some((part) => part.field === 'step' && isChanged(part))
  for (const part of parts) {
    const { field, before } = part
    if (sameField(field, valueNow(field), before)) continue
    if (isStepHeld && withStep.has(field)) continue
    const messageKey = isChanged(part) ? 'history.problem.changedSince' : missingTerm(sight, field, before)
    if (messageKey !== null) {
      if (!silent.has(field)) refused.push(refusal(sight, entry, messageKey, field))
    } else putBack(change, item, field, before)
  }
  keepDates(change, item, sight)
  const { step: back } = change.columns
  const step = back === undefined ? undefined : termByKey(world.held.vocabulary, 'step', back)
  // One's own move is taken back whatever one may do; somebody else's only by who could have made the way back.
  const isBarred = step !== undefined && !sight.scope.isOwn && !mayMoveInto(context.actor, step)
  if (isBarred || (needsPublishing(item, change.columns, world) && !can(context.actor, 'item.publish'))) {
    return { refused: [refusal(sight, entry, 'history.problem.notYours')] }
  }
  const isEmpty = Object.keys(change.columns).length === 0 && Object.keys(change.tags).length === 0 && change.body === undefined
  return isEmpty ? { refused } : { refused, change: { current: item, change } }
}

/**
 * Whatever was put back, a published item keeps its date and is scheduled no more. And a time that has passed is not put back:
 * what was just taken back would happen again at once.
 */
function keepDates({ columns }: StateChange, item: StoredItem, { scope }: Sight): void {
  for (const name of ['publishAt', 'unpublishAt'] as const) {
    const moment = columns[name]
    if (moment && moment.getTime() <= scope.world.moment.nowMs) columns[name] = null
  }
  const next = { ...item, ...columns }
  if (kindOfStep(next.step, scope.world) !== 'published') return
  if (next.publishedAt === null) delete columns.publishedAt
  if (next.publishAt !== null) delete columns.publishAt
}

function valueIn(item: StoredItem, body: string, field: string): unknown {
  if (field === 'body') return body
  if (field.startsWith('tags.')) return item.tags[field.slice('tags.'.length) as TagDimension]
  if (field.startsWith('field.')) return item.fields[field.slice('field.'.length)] ?? null
  return item[field as keyof StoredItem]
}

/** Tags are sets, and what is empty is the same as what is not there. */
function sameField(field: string, a: unknown, b: unknown): boolean {
  if (!field.startsWith('tags.')) return canonical(a === '' ? null : a) === canonical(b === '' ? null : b)
  const sorted = (value: unknown) => (Array.isArray(value) ? [...value].sort() : [])
  return canonical(sorted(a)) === canonical(sorted(b))
}

/** A term that has been deleted since cannot be given back. */
function missingTerm({ terms }: Sight, field: string, before: unknown): string | null {
  const dimension = field.startsWith('tags.') ? field.slice('tags.'.length) : field
  const isTermField = field.startsWith('tags.') || field === 'purpose' || field === 'type' || field === 'step'
  const keys = !isTermField || before === null ? [] : Array.isArray(before) ? before : [before]
  return keys.every((key) => terms.has(`${dimension}/${key}`)) ? null : 'history.problem.termGone'
}

function putBack(change: StateChange, item: StoredItem, field: string, before: unknown): void {
  const { columns, tags } = change
  if (field === 'body') change.body = typeof before === 'string' ? before : ''
  else if (field.startsWith('tags.')) {
    tags[field.slice('tags.'.length) as TagDimension] = Array.isArray(before) ? before.map(String) : []
  } else if (field.startsWith('field.')) {
    const { [field.slice('field.'.length)]: _now, ...others } = columns.fields ?? item.fields
    columns.fields = before === null ? others : { ...others, [field.slice('field.'.length)]: before }
  } else {
    const value = instants.has(field) ? instantOf(before) : field === 'note' ? (before ?? '') : before
    Object.assign(columns, { [field]: value })
    if (field === 'url') columns.urlKey = typeof before === 'string' ? normaliseAddress(before) : null
  }
}
