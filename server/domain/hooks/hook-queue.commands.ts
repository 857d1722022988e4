import type { Writer } from '@/db/database'
import { listHooks, takeHookDigest } from '@/db/stores/hooks'
import { enqueueJob } from '@/db/stores/jobs'
import type { HookEvent } from '@/server/domain/hooks/hook.schema'

export const hookJob = 'hooks.post'
const mostGaps = 200

/** In the write of the cause: a message about these gaps for each chat that wants them. */
export async function queueGapMessages(
  tx: Writer,
  workspaceId: string,
  gaps: readonly string[],
  seq: number,
  runAt: Date,
): Promise<void> {
  const payload = { event: 'gaps' as const, gaps: gaps.slice(0, mostGaps), count: gaps.length }
  await queueMessages(tx, workspaceId, payload, String(seq), runAt)
}

/** A chat that has been told of this day already is left alone. */
export async function queueDigestMessages(tx: Writer, workspaceId: string, day: string, runAt: Date): Promise<void> {
  await queueMessages(tx, workspaceId, { event: 'digest', day }, day, runAt, (id) => takeHookDigest(tx, workspaceId, id, day))
}

async function queueMessages(
  tx: Writer,
  workspaceId: string,
  payload: { event: HookEvent } & Record<string, unknown>,
  name: string,
  runAt: Date,
  isWanted: (hookId: string) => Promise<boolean> = async () => true,
): Promise<void> {
  for (const { id, events, isEnabled } of await listHooks(tx, workspaceId)) {
    if (!isEnabled || !events.includes(payload.event) || !(await isWanted(id))) continue
    const dedupeKey = `${hookJob}/${id}/${payload.event}/${name}`
    await enqueueJob(tx, { name: hookJob, workspaceId, payload: { ...payload, hookId: id }, runAt, dedupeKey })
  }
}
