import type { BulkEdit } from '@/server/domain/content/bulk.schema'
import type { TagDimension } from '@/server/domain/vocabulary/vocabulary.schema'

/** What the bulk bar can do to many items at once. */
export const bulkTags = [
  'phase',
  'channel',
  'topic',
  'persona',
  'question',
  'campaign',
] as const satisfies readonly TagDimension[]
export const bulkSets = ['status', 'purpose', 'owner', 'type', 'locale'] as const
export const bulkDates = ['plannedFor', 'dueOn', 'reviewBy', 'publishAt', 'publishedAt', 'unpublishAt'] as const

export type BulkTag = (typeof bulkTags)[number]
export type BulkSet = (typeof bulkSets)[number]
export type BulkDate = (typeof bulkDates)[number]
/** About going live and leaving; each stands alone. */
export const bulkPublications = ['publish', 'schedule', 'unpublish', 'unschedule', 'stillValid'] as const
export type BulkPublication = (typeof bulkPublications)[number]
export type BulkKind = BulkTag | BulkSet | BulkPublication | 'shift' | 'trash' | 'restore'

export const isBulkTag = (kind: BulkKind): kind is BulkTag => bulkTags.some((known) => known === kind)
export const isBulkPublication = (kind: BulkKind): kind is BulkPublication => bulkPublications.some((known) => known === kind)
export const isBulkSet = (kind: BulkKind): kind is BulkSet => bulkSets.some((known) => known === kind)

/** What the dialog's form holds; the parts its kind does not use stay at rest. */
export interface BulkDraft {
  readonly action: 'add' | 'remove' | 'replace'
  readonly keys: readonly string[]
  readonly value: string | null
  readonly dates: readonly BulkDate[]
  readonly days: number | null
  readonly publishAt: Date | null
  readonly unpublishAt: Date | null
}
export const restingDraft: BulkDraft = {
  action: 'add',
  keys: [],
  value: null,
  dates: ['plannedFor'],
  days: null,
  publishAt: null,
  unpublishAt: null,
}

/** Of these a value must be chosen; purpose, owner and language may be emptied for all. */
const neverEmpty: readonly BulkKind[] = ['status', 'type']

/** The edit that the form means; null while it means nothing yet. */
export function bulkEditOf(kind: BulkKind, draft: BulkDraft): BulkEdit | null {
  const { action, keys, value, dates, days } = draft
  if (isBulkPublication(kind)) return publicationEditOf(kind, draft)
  if (isBulkTag(kind)) {
    if (keys.length === 0 && action !== 'replace') return null
    return { tags: [{ dimension: kind, action, keys: [...keys] }] }
  }
  if (isBulkSet(kind)) {
    if (value === null && neverEmpty.includes(kind)) return null
    const column = kind === 'status' ? 'step' : kind === 'owner' ? 'ownerId' : kind
    return { set: { [column]: value } }
  }
  if (kind === 'shift') return days === null || days === 0 || dates.length === 0 ? null : { shift: { fields: [...dates], days } }
  return { trash: kind }
}

function publicationEditOf(kind: BulkPublication, { publishAt, unpublishAt }: BulkDraft): BulkEdit | null {
  if (kind === 'stillValid') return { review: 'valid' }
  if (kind === 'unschedule') return { publication: { act: 'clear' } }
  if (kind !== 'schedule') return { publication: { act: kind } }
  if (publishAt === null && unpublishAt === null) return null
  return { publication: { act: 'schedule', ...(publishAt ? { publishAt } : {}), ...(unpublishAt ? { unpublishAt } : {}) } }
}
