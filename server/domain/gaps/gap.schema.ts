import { z } from 'zod'
import type { Stage } from '@/server/domain/vocabulary/vocabulary.schema'
import type { Localized } from '@/server/domain/wire.schema'

export const severities = ['must', 'should', 'info'] as const
export const severity = z.enum(severities)
export type Severity = z.infer<typeof severity>

export const ruleKeys = [
  'phase_empty',
  'phase_thin',
  'top_heavy',
  'single_channel',
  'offline_forgotten',
  'need_mismatch',
  'question_unanswered',
  'own_howto_missing',
  'comparison_missing',
  'reviews_only',
  'discount_only',
  'supplier_info_missing',
  'consultation_lost',
  'variants_unexplained',
  'promise_mismatch',
  'payment_info_missing',
  'error_texts_unreviewed',
  'order_confirmation_missing',
  'shipping_status_missing',
  'delivery_date_vague',
  'delay_notice_parity',
  'part_delivery_missing',
  'faq_too_general',
  'support_depth_missing',
  'contact_unverified',
  'contact_without_answer',
  'thanks_missing',
  'followup_only_planned',
  'mail_despite_complaint',
  'no_advocacy_prompt',
  'review_reply_missing',
  'stale',
  'surplus',
  'locale_missing',
] as const
export const ruleKey = z.enum(ruleKeys)
export type RuleKey = z.infer<typeof ruleKey>

/** A built-in rule as data. Its predicate is a pure function of the same key in `gaps/rules/`. */
export interface RuleDefinition {
  readonly key: RuleKey
  readonly severity: Severity
  readonly stages: readonly Stage[]
  readonly name: Localized
  /** Why this is a gap, for the person reading the list. */
  readonly explanation: Localized
  /** What to do about it. */
  readonly remedy: Localized
  /** The planned item that would close it; null where the remedy is no new item (verify, rewrite, set a promise). */
  readonly plan: {
    readonly purpose: string | null
    readonly type: string | null
    readonly channel: string | null
    readonly title: Localized
  } | null
  /** Numbers that a workspace may change, with their presets and limits. */
  readonly numbers: readonly {
    readonly key: string
    readonly name: Localized
    readonly preset: number
    readonly min: number
    readonly max: number
  }[]
  readonly origin: 'source' | 'derived'
  readonly source: string
}

/** A rule as it stands in a workspace. */
export interface RuleSetting {
  readonly key: RuleKey
  readonly enabled: boolean
  readonly severity: Severity
  readonly numbers: Readonly<Record<string, number>>
  readonly revision: number
}

/** What a finding is about. Absent parts do not narrow. */
export interface Scope {
  readonly phase?: string
  readonly channel?: string
  readonly topic?: string
  readonly item?: string
  readonly question?: string
  readonly locale?: string
}

/**
 * The proof, as data. `counts.items` tells how many items are behind it, `items` names at most 50 of them, and `filter` is the
 * content list of exactly these. What else `counts` may hold: `live`, `stage` (live items of the rule's stages), `planned` (not
 * yet published), `stale`, `min`, `max`, `before`, `after` (per cent), `days`.
 */
export interface Evidence {
  readonly counts: { readonly items: number; readonly [count: string]: number }
  readonly items: readonly string[]
  /** Keys of channels, phrases as written, values that contradict each other. */
  readonly texts?: Readonly<Record<string, readonly string[]>>
  readonly questions?: readonly string[]
  readonly topics?: readonly string[]
  /** The filter under which the content list shows the same number. */
  readonly filter?: string
}

/** rule + scope: what the pure engine finds. `id` is made of both, so the same finding is recognised again. */
export interface Finding {
  readonly id: string
  readonly rule: RuleKey
  readonly severity: Severity
  readonly phase: string | null
  readonly scope: Scope
  readonly evidence: Evidence
  /** More specific findings of the same phase that stand under this one (phase_empty). */
  readonly under: string | null
}

export const findingStates = ['open', 'planned', 'waived', 'resolved'] as const
export const findingState = z.enum(findingStates)
export type FindingState = z.infer<typeof findingState>

/** A finding with what people decided about it and when it was seen. */
export interface Gap extends Finding {
  readonly state: FindingState
  readonly ownerId: string | null
  readonly waiver: { readonly reason: string; readonly until: string | null; readonly by: string | null } | null
  readonly plannedItem: string | null
  readonly firstSeenAt: Date
  readonly lastSeenAt: Date
  readonly resolvedAt: Date | null
  readonly revision: number
}

/** As it is stored: everything but the finding it stands under, which follows from the others. */
export type StoredFinding = Omit<Gap, 'under'>

/**
 * What storing has to do: `found` is new, `reopened` came back after it was resolved, `returned` had been waived until a day
 * that is over, `resolved` has lost its cause, `changed` is another state, severity or phase, `seen` a later look at the same.
 */
export const gapChangeKinds = ['found', 'reopened', 'returned', 'resolved', 'changed', 'seen'] as const
export interface GapChange {
  readonly kind: (typeof gapChangeKinds)[number]
  /** The row as it is to be; its revision is the stored one, or 0 for a new row. */
  readonly gap: StoredFinding
}
