import { z } from 'zod'
import type { itemWithBody } from '@/server/domain/content/item.schema'
import { instant, whole } from '@/server/domain/wire.schema'

export const actorName = z.object({ kind: z.enum(['user', 'job']), id: z.string(), name: z.string().nullable() })

/** One field before and after. `field` is a column, `tags.<dimension>`, `field.<key>` or `body`; null where there was nothing. */
export const fieldChange = z.object({ field: z.string(), before: z.unknown(), after: z.unknown() })
export type FieldChange = z.infer<typeof fieldChange>

/** What a `conflict` carries: the fields that others changed since, oldest state before, newest after. */
export interface ConflictData {
  readonly current: z.infer<typeof itemWithBody>
  readonly changes: (FieldChange & { by: z.infer<typeof actorName>; at: Date })[]
}

/** One version of an item: what one change set did to it. */
export const itemVersion = z.object({
  changeSet: z.string(),
  /** Names the version: the item as it stood after this entry. */
  seq: z.number().int(),
  at: instant,
  actor: actorName,
  operation: z.string(),
  changes: z.array(fieldChange),
  /** Bodies too long for a list are cut to their beginning; `history.version` gives them whole. */
  isCut: z.boolean(),
  /** Within a day, by somebody who may. What has changed again since is then left alone. */
  canUndo: z.boolean(),
})
export type ItemVersion = z.infer<typeof itemVersion>

export const itemHistoryInput = z.object({
  id: z.string(),
  limit: whole(1, 100).default(30),
  beforeSeq: whole(1, 2_000_000_000).optional(),
})
export const itemHistory = z.object({ versions: z.array(itemVersion), nextBeforeSeq: z.number().int().nullable() })

/** A change set in the audit log: how many things of which kind it touched, with a few by name. */
export const auditEntry = z.object({
  changeSet: z.string(),
  seq: z.number().int(),
  at: instant,
  actor: actorName,
  parts: z.array(
    z.object({
      subject: z.string(),
      operation: z.string(),
      count: z.number().int(),
      examples: z.array(z.object({ id: z.string(), name: z.string().nullable() })),
    }),
  ),
  canUndo: z.boolean(),
})
export type AuditEntry = z.infer<typeof auditEntry>

export const auditInput = z.object({
  limit: whole(1, 100).default(30),
  beforeSeq: whole(1, 2_000_000_000).optional(),
  /** As in the log: `user:<id>` or `job:<name>`. */
  actor: z.string().optional(),
  subject: z.string().optional(),
})
export const audit = z.object({ entries: z.array(auditEntry), nextBeforeSeq: z.number().int().nullable() })

/** What an undo left alone, and whose change it respects. */
export const undoRefusal = z.object({
  subject: z.string(),
  id: z.string(),
  name: z.string().nullable(),
  /** Null: the whole of it. */
  field: z.string().nullable(),
  messageKey: z.string(),
  by: actorName.nullable(),
  at: instant.nullable(),
})
export type UndoRefusal = z.infer<typeof undoRefusal>

export const undoResult = z.object({
  /** The undo's own change set, which can be undone in turn; null when there was nothing to put back. */
  changeSet: z.string().nullable(),
  /** How many things were put back. */
  done: z.number().int(),
  /** At most 200; `refusedCount` tells how many in all. */
  refused: z.array(undoRefusal),
  refusedCount: z.number().int(),
})
export type UndoResult = z.infer<typeof undoResult>
