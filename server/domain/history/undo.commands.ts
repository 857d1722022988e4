import { setImmediate } from 'node:timers/promises'
import { type ChangeRow, findChangeSet, listChangeSetBackwards } from '@/db/stores/changes'
import { listUserNames } from '@/db/stores/users'
import { actorName, can } from '@/server/domain/access/access.rules'
import { authorize } from '@/server/domain/access/authorize'
import { loadWritingWorld } from '@/server/domain/content/item-world.queries'
import { type Context, stampOf } from '@/server/domain/context'
import { Problem } from '@/server/domain/errors'
import { actorIn, userIdOf } from '@/server/domain/history/actor.rules'
import type { UndoResult } from '@/server/domain/history/history.schema'
import { undoWithinMs } from '@/server/domain/history/undo.rules'
import type { Refusal, UndoApplier, UndoScope } from '@/server/domain/history/undo-applier.commands'
import { silentSubjects, undoAppliers } from '@/server/domain/history/undo-registry.commands'

/** So many rows in one write: others get their turn in between. */
const rowsPerWrite = 250
const toldRefusals = 200

/**
 * Takes back a change set of the last 24 hours: a new change set puts back every field whose value still is what the old one
 * made of it. The others are named and left. Undoing twice does nothing the second time; an undo can itself be undone.
 */
export async function undoChangeSet(context: Context, changeSet: string): Promise<UndoResult> {
  const { actor, db, now } = context
  authorize(actor, 'history.read')
  const found = await findChangeSet(db.read, actor.workspaceId, changeSet)
  if (!found) throw new Problem('not_found', 'history.problem.noSuchChange')
  const isOwn = found.actor === actorName(actor)
  // Other people's work is for those who edit everything; what each row needs is asked row by row.
  if (!isOwn && !can(actor, 'item.bulk')) throw new Problem('forbidden', 'history.problem.notYours')
  // A workspace begins with its own creation: taking that back would leave a workspace without its vocabulary.
  if (found.firstSeq === 1) throw new Problem('conflict', 'history.problem.notUndoable')
  if (now().getTime() - found.at.getTime() > undoWithinMs) throw new Problem('conflict', 'history.problem.tooOld')
  const world = await loadWritingWorld(context, actor.workspaceId)
  const stamp = stampOf(context)
  const scope: UndoScope = { context, stamp, changeSet, isOwn, world }
  const refused: Refusal[] = []
  let done = 0
  for (let beforeSeq = found.lastSeq + 1; ; ) {
    const rows = await listChangeSetBackwards(db.read, actor.workspaceId, changeSet, beforeSeq, rowsPerWrite)
    const last = rows.at(-1)
    if (!last) break
    const piece = await db.write(actor.workspaceId, async (tx) => {
      const results = []
      for (const run of runsOf(rows)) results.push(await applierOf(run)(tx, scope, run))
      return results
    })
    for (const result of piece) {
      done += result.done
      refused.push(...result.refused)
    }
    if (rows.length < rowsPerWrite) break
    beforeSeq = last.seq
    await setImmediate()
  }
  return {
    changeSet: done > 0 ? stamp.changeSet : null,
    done,
    refused: await named(context, refused),
    refusedCount: refused.length,
  }
}

/** Neighbouring rows of one subject together, in their order: terms must be back before the tags that name them. */
function runsOf(rows: readonly ChangeRow[]): ChangeRow[][] {
  const runs: ChangeRow[][] = []
  for (const row of rows) {
    const run = runs.at(-1)
    if (run?.[0]?.subject === row.subject) run.push(row)
    else runs.push([row])
  }
  return runs
}

const leaveAlone: UndoApplier = async (_tx, _scope, rows) => ({
  done: 0,
  refused: rows.map(({ subject, subjectId }) => ({
    subject,
    id: subjectId,
    name: null,
    field: null,
    messageKey: 'history.problem.notUndoable',
    by: null,
    at: null,
  })),
})

const passOver: UndoApplier = async () => ({ done: 0, refused: [] })

function applierOf([row]: readonly ChangeRow[]): UndoApplier {
  const subject = row?.subject ?? ''
  return silentSubjects.has(subject) ? passOver : (undoAppliers[subject] ?? leaveAlone)
}

async function named({ db }: Context, refused: readonly Refusal[]): Promise<UndoResult['refused']> {
  const told = refused.slice(0, toldRefusals)
  const names = await listUserNames(
    db.read,
    told.flatMap(({ by }) => (by === null ? [] : (userIdOf(by) ?? []))),
  )
  return told.map(({ by, ...refusal }) => ({ ...refusal, by: by === null ? null : actorIn(by, names) }))
}
