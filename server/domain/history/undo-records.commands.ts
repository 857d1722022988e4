import type { Stamp, Writer } from '@/db/database'
import { type ChangeRow, listChangesToSince } from '@/db/stores/changes'
import { canonical } from '@/db/stores/same'
import type { Ability } from '@/server/domain/access/access.rules'
import { can } from '@/server/domain/access/access.rules'
import { type Combined, combined } from '@/server/domain/history/undo.rules'
import type { Refusal, UndoApplier, Undone, UndoScope } from '@/server/domain/history/undo-applier.commands'
import type { Locale } from '@/server/domain/wire.schema'

type LogRecord = Record<string, unknown>

/** A kind of row of which there are few, so that they are put back one by one. */
export interface RecordKind<Row> {
  readonly subject: string
  readonly ability: (id: string) => Ability
  find(tx: Writer, workspaceId: string, id: string): Promise<Row | undefined>
  /** The row as the log writes it. */
  plain(row: Row): LogRecord
  /** In the language of whoever reads it. */
  nameOf(record: LogRecord, locale: Locale): string | null
  /** Absent: such rows are never made or deleted in a way that can be undone. */
  revive?(tx: Writer, stamp: Stamp, id: string, record: LogRecord): Promise<void>
  /** False when something still holds it. */
  remove?(tx: Writer, stamp: Stamp, row: Row): Promise<boolean>
  update(tx: Writer, stamp: Stamp, row: Row, change: LogRecord): Promise<unknown>
  /** The row is one decision: put back as a whole or not at all. */
  readonly isWhole?: boolean
}

/** How rows of a kind are put back: as items are, field by field where the field still is what the change set made of it. */
export function undoRecords<Row>(kind: RecordKind<Row>): UndoApplier {
  return async (tx, scope, rows) => {
    const refused: Refusal[] = []
    let done = 0
    for (const entry of combined(rows)) {
      const outcome = await undoRecord(kind, tx, scope, entry)
      refused.push(...outcome.refused)
      done += outcome.done
    }
    return { done, refused }
  }
}

async function undoRecord<Row>(kind: RecordKind<Row>, tx: Writer, scope: UndoScope, entry: Combined): Promise<Undone> {
  const { stamp, context, changeSet } = scope
  const { workspaceId } = stamp
  const row = await kind.find(tx, workspaceId, entry.id)
  const plain = row === undefined ? undefined : kind.plain(row)
  const later = await listChangesToSince(tx, workspaceId, kind.subject, [entry.id], entry.firstSeq, [changeSet, stamp.changeSet])
  const refuse = (messageKey: string, field: string | null = null): Refusal => {
    const cause = later.find((change) => field === null || touches(change, field))
    const name = kind.nameOf(plain ?? entry.before ?? entry.after ?? {}, context.locale)
    return { subject: kind.subject, id: entry.id, name, field, messageKey, by: cause?.actor ?? null, at: cause?.at ?? null }
  }
  const nothing: Undone = { done: 0, refused: [] }
  const no = (messageKey: string): Undone => ({ done: 0, refused: [refuse(messageKey)] })
  if (!can(context.actor, kind.ability(entry.id))) return no('history.problem.notYours')
  if (entry.before === null) {
    if (row === undefined || plain === undefined || entry.after === null) return nothing
    if (!kind.remove) return no('history.problem.notUndoable')
    if (later.length > 0) return no('history.problem.changedSince')
    return (await kind.remove(tx, stamp, row)) ? { done: 1, refused: [] } : no('history.problem.inUse')
  }
  if (entry.after === null) {
    if (row !== undefined) return no('history.problem.changedSince')
    if (!kind.revive) return no('history.problem.notUndoable')
    await kind.revive(tx, stamp, entry.id, entry.before)
    return { done: 1, refused: [] }
  }
  if (row === undefined || plain === undefined) return no('history.problem.gone')
  const names = [...new Set([...Object.keys(entry.before), ...Object.keys(entry.after)])]
  const back = names.filter((name) => canonical(plain[name]) === canonical(entry.after?.[name]))
  const held = names.filter((name) => !back.includes(name) && canonical(plain[name]) !== canonical(entry.before?.[name]))
  if (kind.isWhole && held.length > 0) return no('history.problem.changedSince')
  const refused = held.map((name) => refuse('history.problem.changedSince', name))
  if (back.length === 0) return { done: 0, refused }
  await kind.update(tx, stamp, row, Object.fromEntries(back.map((name) => [name, entry.before?.[name] ?? null])))
  return { done: 1, refused }
}

const touches = ({ before, after }: ChangeRow, field: string): boolean => field in (before ?? {}) || field in (after ?? {})
