import type { LogRow } from '@/server/domain/history/field-changes.rules'

/** How long a change set can be undone. */
export const undoWithinMs = 24 * 60 * 60 * 1000

export interface Combined {
  readonly id: string
  /** Null: the change set made it. */
  readonly before: Record<string, unknown> | null
  /** Null: the change set deleted it for good. */
  readonly after: Record<string, unknown> | null
  readonly firstSeq: number
}

/** Rows about the same thing as one change, from the state before the first to the state after the last; newest things first. */
export function combined(rows: readonly LogRow[]): Combined[] {
  const byId = new Map<string, Combined>()
  for (const { subjectId, before, after, seq } of rows) {
    const newer = byId.get(subjectId)
    if (!newer) byId.set(subjectId, { id: subjectId, before, after, firstSeq: seq })
    else {
      byId.set(subjectId, {
        id: subjectId,
        before: before === null ? null : merged(newer.before ?? {}, before),
        after: newer.after === null ? null : merged(after ?? {}, newer.after),
        firstSeq: seq,
      })
    }
  }
  return [...byId.values()]
}

/** `over` wins, also part by part within tags and fields. */
function merged(under: Record<string, unknown>, over: Record<string, unknown>): Record<string, unknown> {
  const both: Record<string, unknown> = { ...under, ...over }
  for (const part of ['tags', 'fields']) {
    const [a, b] = [under[part], over[part]]
    if (typeof a === 'object' && typeof b === 'object') both[part] = { ...a, ...b }
  }
  return both
}
