import { setImmediate } from 'node:timers/promises'
import { insertFindings, saveSights } from '@/db/stores/findings'
import { queueGapRefresh } from '@/db/stores/follow-ups'
import { type Context, stampOf } from '@/server/domain/context'
import { addDays, startOfDayMs } from '@/server/domain/facts/moment.rules'
import { rowForStore, sightOf } from '@/server/domain/gaps/gap-refresh.rules'
import { forgetStored, loadGaps } from '@/server/domain/gaps/gap-state.queries'

const rowsPerWrite = 200

/**
 * Writes down what is found now: new findings, those that came back, those whose cause is gone. Lists show the computed truth
 * whether or not this has run; it gives findings their dates and their history. Running it again, or in two processes at
 * once, changes nothing. False when it was told to stop before the end.
 */
export async function refreshGaps(context: Context, isStopping: () => boolean = () => false): Promise<boolean> {
  const { db, actor } = context
  const { workspaceId } = actor
  const { changes, stored, moment } = await loadGaps(context)
  const before = new Map(stored.map((row) => [row.id, row]))
  const stamp = stampOf(context)
  const found = changes.filter(({ kind }) => kind === 'found')
  const seen = changes.filter(({ kind }) => kind !== 'found')
  for (let at = 0; at < found.length; at += rowsPerWrite) {
    if (isStopping()) return false
    const rows = found.slice(at, at + rowsPerWrite).map(({ gap }) => rowForStore(gap))
    await db.write(workspaceId, async (tx) => insertFindings(tx, stamp, rows))
    await setImmediate()
  }
  for (let at = 0; at < seen.length; at += rowsPerWrite) {
    if (isStopping()) return false
    const sights = seen.slice(at, at + rowsPerWrite).map(({ kind, gap }) => ({
      id: gap.id,
      operation: kind === 'seen' ? null : kind,
      before: before.get(gap.id) ?? gap,
      sight: sightOf(gap),
    }))
    await db.write(workspaceId, async (tx) => saveSights(tx, stamp, sights))
    await setImmediate()
  }
  if (seen.some(({ kind }) => kind === 'seen')) forgetStored(db, workspaceId)
  // Some findings come and go with the calendar alone.
  const midnight = new Date(startOfDayMs(addDays(moment.today, 1), moment.zone))
  await db.write(workspaceId, async (tx) => queueGapRefresh(tx, workspaceId, midnight, context.now()))
  return true
}
