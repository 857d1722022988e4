import type { FieldValues } from '@/server/domain/content/item.schema'
import {
  type FactSource,
  type FactWorld,
  factOf,
  type InstantLike,
  msOf,
  shortFields,
  statusOf,
} from '@/server/domain/facts/fact.rules'
import type { Fact } from '@/server/domain/facts/fact.schema'
import { foldText } from '@/server/domain/facts/fold.rules'
import { type TagDimension, tagDimensions } from '@/server/domain/vocabulary/vocabulary.schema'

type LogRecord = Readonly<Record<string, unknown>>

/** A row of the change log about an item. `before` is null for a creation, `after` for a deletion for good. */
export interface ItemChangeEntry {
  readonly subjectId: string
  readonly operation: string
  readonly before: LogRecord | null
  readonly after: LogRecord | null
  readonly at: Date | number
  readonly seq: number
}

/**
 * The facts as they were at a past instant: today's with everything later taken back, newest entry first. The creation is
 * never taken back: an item entered later has its first state, so that an import does not empty the past. What was entered
 * later and is gone again (an import undone, say) was never part of the past and stays away.
 * Facts that nothing touched are the same objects. Which phrases are vague is not taken back: the log holds no older list.
 */
export function rollBack(
  facts: readonly Fact[],
  entries: readonly ItemChangeEntry[],
  instantMs: number,
  world: FactWorld,
): readonly Fact[] {
  const later = entries.filter(({ at }) => Number(at) > instantMs).sort((a, b) => b.seq - a.seq)
  if (later.length === 0) return facts
  const touched = new Set(later.map(({ subjectId }) => subjectId))
  const past = new Map<string, Fact>()
  for (const fact of facts) if (touched.has(fact.id)) past.set(fact.id, fact)
  const today = new Map(past)
  const enteredLater = new Map<string, boolean>()
  for (const { subjectId, before, after } of later) {
    // Entries come newest first, so the last word is that of the oldest: a creation there is the item's first one.
    enteredLater.set(subjectId, before === null)
    if (before === null) continue
    const fact = after === null ? revived(subjectId, before, world) : takenBack(past.get(subjectId), before, after, world)
    if (fact) past.set(subjectId, fact)
  }
  for (const [id, isEnteredLater] of enteredLater) {
    if (!isEnteredLater) continue
    const [now, then] = [today.get(id), past.get(id)]
    if (!now) past.delete(id)
    else if (then && now.deletedAt !== null) past.set(id, { ...then, deletedAt: now.deletedAt })
  }
  const kept = facts.map((fact) => past.get(fact.id) ?? fact)
  const purged = [...past.values()].filter(({ id }) => !today.has(id))
  return purged.length > 0 ? [...kept, ...purged] : kept
}

function takenBack(fact: Fact | undefined, before: LogRecord, after: LogRecord, world: FactWorld): Fact | undefined {
  if (!fact) return undefined
  const { intern } = world
  const change: { -readonly [K in keyof Fact]?: Fact[K] } = {}
  for (const name in before) {
    const value = before[name]
    switch (name) {
      case 'title':
        change.title = String(value ?? '')
        change.titleFold = foldText(change.title)
        break
      case 'note':
      case 'groupId':
      case 'type':
        change[name] = intern.text(String(value ?? ''))
        break
      case 'url':
      case 'purpose':
      case 'locale':
      case 'ownerId':
      case 'createdBy':
      case 'plannedFor':
      case 'dueOn':
      case 'reviewBy':
        change[name] = intern.text(textOrNull(value))
        break
      case 'publishAt':
      case 'publishedAt':
      case 'unpublishAt':
      case 'deletedAt':
        change[name] = msOf(value as InstantLike)
        break
      case 'step':
        change.step = intern.text(String(value))
        change.status = statusOf(change.step, world.stepKinds)
        // When it became so was not written down; the item's beginning is the one instant that is certainly not too late.
        change.statusSince = fact.createdAt
        break
      case 'fields':
        change.fields = fieldsBefore(fact, value as FieldValues, (after.fields ?? {}) as FieldValues, world)
        break
      case 'tags':
        for (const dimension of tagDimensions) {
          const keys = (value as Partial<Record<TagDimension, readonly string[]>>)[dimension]
          if (keys) change[dimension] = intern.list(keys)
        }
        break
    }
  }
  return { ...fact, ...change }
}

/** Right for logs of whole records and of changed fields alike: what `after` names and `before` does not was not there. */
function fieldsBefore(fact: Fact, before: FieldValues, after: FieldValues, world: FactWorld) {
  const fields: FieldValues = { ...fact.fields, ...before }
  for (const key in after) if (!(key in before)) delete fields[key]
  return shortFields(fields, world.longFields)
}

/** An item that was deleted for good, from its last record in the log. Undefined when the log holds too little of it. */
function revived(id: string, record: LogRecord, world: FactWorld): Fact | undefined {
  if (typeof record.title !== 'string' || typeof record.type !== 'string' || typeof record.step !== 'string') return undefined
  const tags = (record.tags ?? {}) as Partial<Record<TagDimension, readonly string[]>>
  const source: FactSource = {
    id,
    groupId: textOrNull(record.groupId) ?? id,
    title: record.title,
    url: textOrNull(record.url),
    type: record.type,
    purpose: textOrNull(record.purpose),
    step: record.step,
    locale: textOrNull(record.locale),
    ownerId: textOrNull(record.ownerId),
    createdBy: textOrNull(record.createdBy),
    note: textOrNull(record.note) ?? '',
    fields: (record.fields ?? {}) as FieldValues,
    tags: { phase: [], channel: [], persona: [], topic: [], question: [], campaign: [], ...tags },
    vague: [],
    statusSince: (record.createdAt ?? null) as InstantLike,
    plannedFor: textOrNull(record.plannedFor),
    dueOn: textOrNull(record.dueOn),
    publishAt: (record.publishAt ?? null) as InstantLike,
    publishedAt: (record.publishedAt ?? null) as InstantLike,
    unpublishAt: (record.unpublishAt ?? null) as InstantLike,
    reviewBy: textOrNull(record.reviewBy),
    rank: textOrNull(record.rank),
    revision: 1,
    createdAt: (record.createdAt ?? null) as InstantLike,
    updatedAt: (record.createdAt ?? null) as InstantLike,
    deletedAt: (record.deletedAt ?? null) as InstantLike,
  }
  return factOf(source, world)
}

function textOrNull(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null
}
