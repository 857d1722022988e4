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

/** Rows about the same thing, given newest first, as one change from the state before the first to the state after the last. */
export function combined(rows: readonly LogRow[]): Combined[] {
  const byId = new Map<string, Combined>()
  for (const { subjectId, before, after, seq } of rows) {
    const newer = byId.get(subjectId)
    if (!newer) byId.set(subjectId, { id: subjectId, before, after, firstSeq: seq })
    else {
      byId.set(subjectId, {
        id: subjectId,
        before: before === null ? null : laid(before, newer.before ?? {}, after ?? {}),
        after: newer.after === null ? null : laid(newer.after, after ?? {}, newer.before ?? {}),
        firstSeq: seq,
      })
    }
  }
  return [...byId.values()]
}

type LogRecord = Record<string, unknown>

/**
 * One half of a change over the same half of another. In tags and fields a name that is missing was not there; `over` and its
 * `other` half tell together which names the upper change touched.
 */
function laid(over: LogRecord, under: LogRecord, other: LogRecord): LogRecord {
  const both: LogRecord = { ...under, ...over }
  for (const part of ['tags', 'fields']) {
    const [a, b, c] = [partOf(over, part), partOf(under, part), partOf(other, part)]
    if (!a || !b) continue
    const touched = { ...a, ...c }
    both[part] = { ...Object.fromEntries(Object.entries(b).filter(([name]) => !(name in touched))), ...a }
  }
  return both
}

const partOf = (record: LogRecord, part: string): LogRecord | undefined => {
  const value = record[part]
  return typeof value === 'object' && value !== null ? { ...value } : undefined
}
