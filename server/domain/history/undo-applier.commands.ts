import type { Stamp, Writer } from '@/db/database'
import type { ChangeRow } from '@/db/stores/changes'
import type { WritingWorld } from '@/server/domain/content/item-world.queries'
import type { Context } from '@/server/domain/context'

export interface UndoScope {
  readonly context: Context
  /** Of the undo itself. */
  readonly stamp: Stamp
  /** The change set to be undone. */
  readonly changeSet: string
  /** By whoever made the change set. */
  readonly isOwn: boolean
  readonly world: WritingWorld
}

/** What was left alone, and whose later change it respects. */
export interface Refusal {
  readonly subject: string
  readonly id: string
  readonly name: string | null
  readonly field: string | null
  readonly messageKey: string
  readonly by: string | null
  readonly at: Date | null
}

export interface Undone {
  readonly done: number
  readonly refused: readonly Refusal[]
}

/** Takes back rows of one subject, newest first, inside a write. One for each subject of the log that can be undone. */
export type UndoApplier = (tx: Writer, scope: UndoScope, rows: readonly ChangeRow[]) => Promise<Undone>
