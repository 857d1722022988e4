import type { Claim } from '@/server/domain/content/item.schema'
import type { Status } from '@/server/domain/vocabulary/vocabulary.schema'

/**
 * What counting, filtering and the gap rules know of one item: no body. Instants are milliseconds since 1970, days and
 * day-times are text (`YYYY-MM-DD`, `YYYY-MM-DDTHH:mm` in the workspace's zone), so both compare with `<`.
 * Equal tag lists share one array, so a hundred thousand facts stay small. Facts are never changed in place.
 */
export interface Fact {
  readonly id: string
  readonly groupId: string
  readonly title: string
  /** The title as `foldText` gives it: every search and sort by title reads it. */
  readonly titleFold: string
  readonly url: string | null
  readonly type: string
  readonly purpose: string | null
  readonly step: string
  readonly status: Status
  readonly locale: string | null
  readonly ownerId: string | null
  readonly createdBy: string | null
  readonly note: string
  readonly phase: readonly string[]
  readonly channel: readonly string[]
  readonly persona: readonly string[]
  readonly topic: readonly string[]
  readonly question: readonly string[]
  readonly campaign: readonly string[]
  readonly plannedFor: string | null
  readonly dueOn: string | null
  readonly publishAt: number | null
  readonly publishedAt: number | null
  readonly unpublishAt: number | null
  readonly reviewBy: string | null
  /** Where somebody put it on the board, as a fractional key; null: where its planned day puts it (`rank.rules.ts`). */
  readonly rank: string | null
  /** Counts its saves; an edit names the one that it was made for. */
  readonly revision: number
  readonly createdAt: number
  readonly updatedAt: number
  /** When the item was moved to the trash; such items never count. */
  readonly deletedAt: number | null
  /** The moment its status last became what it is; the rule followup_only_planned asks. */
  readonly statusSince: number
  /** Vague phrases that its text holds. */
  readonly vague: readonly string[]
  readonly fields: FactFields
}

/** The fields that rules ask for, and the short ones of every type; long texts stay in the database. */
export interface FactFields {
  readonly promiseKind?: string
  readonly neverWhile?: readonly string[]
  readonly sendsThanks?: boolean
  readonly listsOrderDetails?: boolean
  readonly contactPhone?: string
  readonly contactEmail?: string
  readonly contactAddress?: string
  readonly contactVerifiedOn?: string
  readonly verifiedOn?: string
  readonly policy?: string
  readonly claims?: readonly Claim[]
  readonly [field: string]: unknown
}
