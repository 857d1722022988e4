import type { FieldValues } from '@/server/domain/content/item.schema'
import type { Fact, FactFields } from '@/server/domain/facts/fact.schema'
import { foldText } from '@/server/domain/facts/fold.rules'
import type { Interner } from '@/server/domain/facts/intern.rules'
import type { FieldDefinition, Status, TagDimension } from '@/server/domain/vocabulary/vocabulary.schema'

/** Instants as the database, the log (ISO text) and callers (milliseconds) write them. */
export type InstantLike = Date | number | string | null

/** An item's row with its tags and the two columns that are worked out from its text and history. */
export interface FactSource {
  readonly id: string
  readonly groupId: string
  readonly title: string
  readonly url: string | null
  readonly type: string
  readonly purpose: string | null
  readonly step: string
  readonly locale: string | null
  readonly ownerId: string | null
  readonly createdBy: string | null
  readonly note: string
  readonly fields: FieldValues
  readonly tags: Readonly<Record<TagDimension, readonly string[]>>
  readonly vague: readonly string[]
  readonly statusSince: InstantLike
  readonly plannedFor: string | null
  readonly dueOn: string | null
  readonly publishAt: InstantLike
  readonly publishedAt: InstantLike
  readonly unpublishAt: InstantLike
  readonly reviewBy: string | null
  readonly rank: string | null
  readonly revision: number
  readonly createdAt: InstantLike
  readonly updatedAt: InstantLike
  readonly deletedAt: InstantLike
}

/** What making facts needs to know besides the row. */
export interface FactWorld {
  /** Step key to its kind. */
  readonly stepKinds: ReadonlyMap<string, Status>
  /** Keys of fields that hold long texts; they stay in the database. */
  readonly longFields: ReadonlySet<string>
  readonly intern: Interner
}

const noFields: FactFields = Object.freeze({})

export function factOf(row: FactSource, world: FactWorld): Fact {
  const { list, text } = world.intern
  return {
    id: row.id,
    groupId: row.groupId === row.id ? row.id : row.groupId,
    title: row.title,
    titleFold: foldText(row.title),
    url: row.url,
    type: text(row.type),
    purpose: text(row.purpose),
    step: text(row.step),
    status: statusOf(row.step, world.stepKinds),
    locale: text(row.locale || null),
    ownerId: text(row.ownerId),
    createdBy: text(row.createdBy),
    note: row.note,
    phase: list(row.tags.phase),
    channel: list(row.tags.channel),
    persona: list(row.tags.persona),
    topic: list(row.tags.topic),
    question: list(row.tags.question),
    campaign: list(row.tags.campaign),
    plannedFor: text(row.plannedFor),
    dueOn: text(row.dueOn),
    publishAt: msOf(row.publishAt),
    publishedAt: msOf(row.publishedAt),
    unpublishAt: msOf(row.unpublishAt),
    reviewBy: text(row.reviewBy),
    rank: row.rank,
    revision: row.revision,
    createdAt: msOf(row.createdAt) ?? 0,
    updatedAt: msOf(row.updatedAt) ?? 0,
    deletedAt: msOf(row.deletedAt),
    statusSince: msOf(row.statusSince) ?? msOf(row.createdAt) ?? 0,
    vague: list(row.vague),
    fields: shortFields(row.fields, world.longFields),
  }
}

/**
 * Copies facts so that they lie side by side in memory. Facts made while rows stream in are strewn among what the reading
 * left behind; counting a hundred thousand copies takes a third of the time. Worth it once, after loading a workspace.
 */
export function packFacts(facts: readonly Fact[]): Fact[] {
  return facts.map((fact) => ({ ...fact }))
}

/** A step that the vocabulary has lost reads as an idea: it then counts nowhere instead of somewhere. */
export function statusOf(step: string, stepKinds: ReadonlyMap<string, Status>): Status {
  return stepKinds.get(step) ?? 'idea'
}

/** Milliseconds since 1970; null stays null. */
export function msOf(instant: InstantLike | undefined): number | null {
  if (instant === null || instant === undefined) return null
  if (typeof instant === 'number') return instant
  const ms = typeof instant === 'string' ? Date.parse(instant) : instant.getTime()
  return Number.isNaN(ms) ? null : ms
}

export function shortFields(fields: FieldValues, longFields: ReadonlySet<string>): FactFields {
  const short: Record<string, unknown> = {}
  let some = false
  for (const key in fields) {
    const value = fields[key]
    if (value === null || value === undefined || value === '' || longFields.has(key)) continue
    short[key] = value
    some = true
  }
  return some ? short : noFields
}

/** The fields too long for facts: every one that some type calls long. */
export function longFieldsOf(
  types: readonly { readonly details: { readonly fields: readonly FieldDefinition[] } }[],
): Set<string> {
  return new Set(types.flatMap(({ details }) => details.fields.filter(({ kind }) => kind === 'longText').map(({ key }) => key)))
}
