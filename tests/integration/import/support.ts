import type { Database } from '@/db/database'
import { leaseImportJob } from '@/db/stores/imports'
import { finishJob, releaseJob } from '@/db/stores/jobs'
import type { UserRecord } from '@/db/stores/users'
import { forgetTables } from '@/server/domain/exchange/import-file.queries'
import { jobKeyOf } from '@/server/domain/exchange/import-record.rules'
import { runImport } from '@/server/domain/exchange/import-run.commands'
import type { ImportDetail, ImportSettings } from '@/server/domain/exchange/import-run.schema'
import type { Workspace } from '@/server/domain/workspaces/workspace.schema'
import { readTable } from '@/server/exchange/read-table'
import { callerFor } from '@/tests/support/callers'

/** What the runner does with the import's job, once. */
export async function runJob(
  db: Database,
  workspace: Workspace,
  id: string,
  isStopping: () => boolean = () => false,
): Promise<boolean> {
  const now = () => new Date()
  const leased = await db.write('global', (tx) => leaseImportJob(tx, jobKeyOf(id), now(), 30_000))
  if (!leased) throw new Error('the import has no job to do')
  const actor = { kind: 'system', workspaceId: workspace.id, job: 'import.run' } as const
  const isDone = await runImport({ actor, db, now, locale: 'en', readTable }, id, isStopping)
  await db.write('global', (tx) => (isDone ? finishJob(tx, leased) : releaseJob(tx, leased)).then(() => undefined))
  // Whoever goes on may be another process, which has to read the file again.
  if (!isDone) forgetTables({ db }, workspace.id, id)
  return isDone
}

/** Pastes a list, settles what is said, and imports it to the end. */
export async function importText(
  db: Database,
  workspace: Workspace,
  user: UserRecord,
  text: string,
  settings: ImportSettings = {},
): Promise<ImportDetail> {
  const caller = callerFor(db, user)
  const place = { workspace: workspace.slug }
  const { id } = await caller.imports.create({ ...place, fileName: 'list.csv', text })
  const draft = await caller.imports.configure({ ...place, id, revision: 1, settings })
  await caller.imports.commit({ ...place, id, revision: draft.revision })
  await runJob(db, workspace, id)
  return caller.imports.get({ ...place, id })
}

export const listOf = async (db: Database, workspace: Workspace, user: UserRecord, filter = '') =>
  (
    await callerFor(db, user).content.list({
      workspace: workspace.slug,
      filter,
      sort: [{ field: 'title', descending: false }],
      limit: 200,
    })
  ).rows

/** The real database, with something that others do right before the n-th write of whoever uses it through this. */
export function withOthers(db: Database, n: number, act: () => Promise<unknown>): Database {
  let writes = 0
  return {
    ...db,
    async write(scope, work) {
      writes += 1
      if (writes === n) await act()
      return db.write(scope, work)
    },
  }
}
