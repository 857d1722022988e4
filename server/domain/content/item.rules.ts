import { type ItemFault, patchFields, readableFields, textsOfFields } from '@/server/domain/content/fields.rules'
import type { FieldValues, ItemCreate, ItemEdit, TagSets } from '@/server/domain/content/item.schema'
import { normaliseAddress, readAddress } from '@/server/domain/exchange/address.rules'
import { addDays, isKeptDay, keptDays, localDayOf, type Moment } from '@/server/domain/facts/moment.rules'
import {
  type Dimension,
  type Status,
  type Term,
  tagDimensions,
  type Vocabulary,
} from '@/server/domain/vocabulary/vocabulary.schema'
import { stepsOfType } from '@/server/domain/workflow/workflow.rules'

/** An item as rules see it: what is stored of it beside its body. */
export interface ItemState {
  readonly id: string
  readonly groupId: string
  readonly title: string
  readonly type: string
  readonly purpose: string | null
  readonly step: string
  readonly url: string | null
  readonly urlKey: string | null
  readonly locale: string | null
  readonly ownerId: string | null
  readonly note: string
  readonly fields: FieldValues
  readonly tags: TagSets
  readonly plannedFor: string | null
  readonly dueOn: string | null
  readonly publishAt: Date | null
  readonly publishedAt: Date | null
  readonly unpublishAt: Date | null
  readonly reviewBy: string | null
  readonly statusSince: Date
  /** Its place on the board among its neighbours, as a fractional key; null: where its planned day puts it. */
  readonly rank: string | null
  readonly createdAt: Date
  readonly createdBy: string | null
  readonly deletedAt: Date | null
}

/** What the rules about items need to know of a workspace. Made once, used for ten thousand rows. */
export interface ItemWorld {
  readonly terms: { readonly [D in Dimension]: ReadonlyMap<string, Term<D>> }
  readonly moment: Moment
  /** The step of new items that name none: the first idea, of those that the type uses. */
  readonly firstStep: (type: string) => string
  /** Keys of the fields whose words are searched. */
  readonly readable: ReadonlySet<string>
}

export function itemWorldOf(vocabulary: Vocabulary, moment: Moment): ItemWorld {
  const index = <D extends Dimension>(dimension: D) => new Map(vocabulary[dimension].map((term) => [term.key, term]))
  const steps = vocabulary.step.filter(({ archivedAt }) => archivedAt === null)
  return {
    terms: {
      phase: index('phase'),
      channel: index('channel'),
      persona: index('persona'),
      topic: index('topic'),
      question: index('question'),
      campaign: index('campaign'),
      purpose: index('purpose'),
      type: index('type'),
      step: index('step'),
    },
    moment,
    firstStep(type) {
      const own = stepsOfType(vocabulary, type)
      return (own.find(({ details }) => details.kind === 'idea') ?? own[0] ?? steps[0])?.key ?? 'idea'
    },
    readable: readableFields(vocabulary.type),
  }
}

/** A step that the vocabulary has lost reads as an idea, as in facts. */
export const kindOfStep = (step: string, { terms }: ItemWorld): Status => terms.step.get(step)?.details.kind ?? 'idea'

type Mutable<T> = { -readonly [K in keyof T]: T[K] }

/** Columns to write; tags stand apart because each set is replaced as a whole. */
export interface StateChange {
  columns: Partial<Mutable<Omit<ItemState, 'id' | 'tags' | 'createdAt' | 'createdBy'>>>
  tags: Partial<TagSets>
  body?: string
}

export type Outcome<T> = { readonly value: T; readonly faults?: undefined } | { readonly faults: readonly ItemFault[] }

/**
 * What an edit makes of an item, with everything that follows from it (dates of publishing and review, the address's key).
 * `fields` and `tags` name only what changes. Terms must exist, and archived ones cannot be given anew.
 */
export function itemChangeOf(current: ItemState, edit: ItemEdit, world: ItemWorld): Outcome<StateChange> {
  const { fields: patch, tags: tagEdit, body, url, ...plain } = edit
  const faults: ItemFault[] = []
  const next = { ...current, ...defined(plain) }
  const changed: StateChange['columns'] = defined(plain)
  for (const name of ['type', 'purpose', 'step'] as const) {
    const key = next[name]
    if (key !== null && key !== current[name]) faults.push(...termFaults(name, name, [key], world))
  }
  if (url !== undefined && url !== current.url) {
    const read = url === null || url === '' ? { url: null } : readAddress(url)
    if ('problem' in read) faults.push({ field: 'url', messageKey: 'content.problem.badAddress', details: { address: url } })
    else Object.assign(changed, { url: read.url, urlKey: read.url === null ? null : normaliseAddress(read.url) })
  }
  if (next.locale === '') changed.locale = null
  if (patch && Object.keys(patch).length > 0) {
    const definitions = world.terms.type.get(next.type)?.details.fields ?? []
    const read = patchFields(current.fields, patch, definitions, (key) => world.terms.topic.has(key))
    faults.push(...read.faults)
    changed.fields = read.fields
  }
  const tags: Partial<TagSets> = {}
  for (const dimension of tagDimensions) {
    const keys = tagEdit?.[dimension]
    if (!keys) continue
    const given = [...new Set(keys)].filter((key) => !current.tags[dimension].includes(key))
    faults.push(...termFaults(`tags.${dimension}`, dimension, given, world))
    tags[dimension] = [...new Set(keys)]
  }
  Object.assign(changed, consequencesOf(current, next, edit, world))
  const { publishAt, unpublishAt } = { ...next, ...changed }
  if (publishAt && unpublishAt && unpublishAt <= publishAt && ('publishAt' in edit || 'unpublishAt' in edit)) {
    faults.push({ field: 'unpublishAt', messageKey: 'content.problem.endsBeforeStart', details: {} })
  }
  faults.push(...farFaults(current, edit))
  if (faults.length > 0) return { faults }
  return { value: { columns: changed, tags, ...(body === undefined ? {} : { body }) } }
}

const dates = ['plannedFor', 'dueOn', 'publishAt', 'publishedAt', 'unpublishAt', 'reviewBy'] as const

/** Dates so far away that somebody must have slipped; what stands there already may stay. */
function farFaults(current: ItemState, edit: ItemEdit): ItemFault[] {
  // Years of more than four digits are written with a sign; they stand behind all others.
  const dayOf = (date: string | Date | null | undefined) =>
    date instanceof Date ? date.toISOString().replace(/^[+-]/, '9').slice(0, 10) : (date?.slice(0, 10) ?? null)
  return dates.flatMap((field) => {
    const day = dayOf(edit[field])
    if (day === null || isKeptDay(day) || day === dayOf(current[field])) return []
    const [from, to] = [keptDays.first, keptDays.last].map((bound) => Number(bound.slice(0, 4)))
    return [{ field, messageKey: 'content.problem.farDay', details: { from: String(from), to: String(to) } }]
  })
}

function defined<T extends object>(record: T): Partial<T> {
  return Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as Partial<T>
}

function termFaults(field: string, dimension: Dimension, keys: readonly string[], { terms }: ItemWorld): ItemFault[] {
  return keys.flatMap((key) => {
    const term = terms[dimension].get(key)
    if (!term) return [{ field, messageKey: 'content.problem.noSuchTerm', details: { dimension, key } }]
    return term.archivedAt === null ? [] : [{ field, messageKey: 'content.problem.archivedTerm', details: { dimension, key } }]
  })
}

/**
 * Dates that follow from the status. Published items have a date of publishing and are scheduled no more; whoever becomes
 * published with a purpose and no day of review gets one; archived items are scheduled no more. An end that has passed belongs
 * to an earlier publication. plannedFor is only a plan and has no consequences.
 */
function consequencesOf(
  current: Pick<ItemState, 'step'>,
  next: ItemState,
  edit: ItemEdit,
  world: ItemWorld,
): Partial<Pick<ItemState, 'publishedAt' | 'publishAt' | 'unpublishAt' | 'reviewBy' | 'statusSince'>> {
  const { nowMs, today, zone } = world.moment
  const now = new Date(nowMs)
  const before = kindOfStep(current.step, world)
  const status = kindOfStep(next.step, world)
  const publishedAt = next.publishedAt ?? now
  const changes: Partial<Mutable<ItemState>> = {}
  if (status !== before) changes.statusSince = now
  if (status === 'published' && next.publishedAt === null) changes.publishedAt = now
  const isUnpublished = before === 'published' && status !== 'published'
  if (next.publishAt !== null && (status === 'published' || status === 'archived' || (isUnpublished && !edit.publishAt))) {
    changes.publishAt = null
  }
  if (status === 'published' && before !== 'published') {
    if (next.unpublishAt && next.unpublishAt <= now && !edit.unpublishAt) changes.unpublishAt = null
    const days = next.purpose === null ? null : (world.terms.purpose.get(next.purpose)?.details.reviewAfterDays ?? null)
    if (!next.reviewBy && days !== null) {
      const day = localDayOf(publishedAt.getTime(), zone)
      changes.reviewBy = addDays(day > today ? day : today, days)
    }
  }
  return changes
}

/** A new item with everything that follows from what is given. `title` and `type` are enough. */
export function newItemOf(
  create: ItemCreate,
  made: { readonly id: string; readonly createdBy: string | null },
  world: ItemWorld,
): Outcome<{ columns: Omit<ItemState, 'tags'> & { vague: string[] }; tags: TagSets; body: string }> {
  const createdAt = new Date(world.moment.nowMs)
  const blank: ItemState = {
    ...made,
    groupId: made.id,
    title: create.title,
    type: '',
    purpose: null,
    step: '',
    url: null,
    urlKey: null,
    locale: null,
    ownerId: null,
    note: '',
    fields: {},
    tags: { phase: [], channel: [], persona: [], topic: [], question: [], campaign: [] },
    plannedFor: null,
    dueOn: null,
    publishAt: null,
    publishedAt: null,
    unpublishAt: null,
    reviewBy: null,
    statusSince: createdAt,
    rank: null,
    createdAt,
    deletedAt: null,
  }
  const outcome = itemChangeOf(blank, { ...create, step: create.step ?? world.firstStep(create.type) }, world)
  if (outcome.faults) return outcome
  const { columns, tags, body = '' } = outcome.value
  const { tags: noTags, ...row } = blank
  return { value: { columns: { ...row, ...columns, vague: [] }, tags: { ...noTags, ...tags }, body } }
}

/** Going live, leaving it, and the dates that do either by themselves are for those who may publish. */
export function needsPublishing(current: ItemState | null, change: StateChange['columns'], world: ItemWorld): boolean {
  const isLive = (step: string | undefined) => step !== undefined && kindOfStep(step, world) === 'published'
  if (change.step !== undefined && isLive(change.step) !== isLive(current?.step)) return true
  const isSet = (name: 'publishAt' | 'unpublishAt') =>
    change[name] !== undefined && change[name]?.getTime() !== current?.[name]?.getTime() && change[name] !== null
  return isSet('publishAt') || isSet('unpublishAt')
}

/** The words by which full text finds an item. */
export function searchDocumentOf(
  item: Pick<ItemState, 'id' | 'title' | 'fields'>,
  body: string,
  { readable }: Pick<ItemWorld, 'readable'>,
) {
  return { itemId: item.id, title: item.title, text: [body, ...textsOfFields(item.fields, readable)].filter(Boolean).join('\n') }
}
