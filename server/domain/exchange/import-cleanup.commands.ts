import type { Writer } from '@/db/database'
import { deleteImport, deleteImportFile, listOldImports, noteImport } from '@/db/stores/imports'
import { enqueueJob } from '@/db/stores/jobs'
import type { Context } from '@/server/domain/context'
import { isWorking, settingsOf } from '@/server/domain/exchange/import-record.rules'
import { fileLifetimeMs } from '@/server/domain/exchange/import-run.schema'

const dayMs = 24 * 60 * 60 * 1000

/** Each day on which something is uploaded queues one look at what is old, for the day after the last of it has expired. */
export async function queueForgetting(tx: Writer, at: Date): Promise<void> {
  const day = Math.floor((at.getTime() + fileLifetimeMs) / dayMs) + 1
  await enqueueJob(tx, {
    name: 'import.forget',
    workspaceId: null,
    payload: {},
    runAt: new Date(day * dayMs),
    dedupeKey: `import.forget ${day}`,
  })
}

/** Deletes files that were uploaded a week ago, of every workspace, and drafts with them; reports of imports stay. */
export async function forgetOldFiles({ db, now }: Pick<Context, 'db' | 'now'>): Promise<number> {
  const at = now()
  const old = await listOldImports(db.read, new Date(at.getTime() - fileLifetimeMs))
  for (const { workspaceId, id, state, settings } of old) {
    if (isWorking(state)) continue
    await db.write(workspaceId, async (tx) => {
      if (state === 'draft') return deleteImport(tx, workspaceId, id)
      await deleteImportFile(tx, workspaceId, id)
      await noteImport(tx, workspaceId, id, { settings: { ...settingsOf(settings), hasFile: false } }, at)
    })
  }
  return old.length
}
