import type { Database, Writer } from '@/db/database'
import { listSubjectChanges } from '@/db/stores/changes'
import { insertMember } from '@/db/stores/members'
import { listUserNames } from '@/db/stores/users'
import { findWorkspace, updateWorkspace, type WorkspaceRecord } from '@/db/stores/workspaces'
import { authorize } from '@/server/domain/access/authorize'
import { type Context, stampOf } from '@/server/domain/context'
import { Problem } from '@/server/domain/errors'
import { findAccount, mayCreateWorkspace } from '@/server/domain/members/account.queries'
import type { AccountContext } from '@/server/domain/members/account-context'
import type { Workspace, WorkspaceCreate, WorkspaceEdit } from '@/server/domain/workspaces/workspace.schema'
import { workspaceOf } from './workspace.queries'
import { prepareWorkspace, writeWorkspace } from './workspace-rows.commands'

interface Maker {
  readonly db: Database
  readonly now: () => Date
  /** As the change log names whoever makes it: `user:<id>` or `job:<name>`. */
  readonly actor: string
}

/** Makes a workspace with its vocabulary and, if wished, a sample. Who may ask for it is decided at the doors. */
export async function createWorkspace({ db, now, actor }: Maker, wish: WorkspaceCreate): Promise<Workspace> {
  const prepared = prepareWorkspace(wish, { actor, userId: null, at: now() })
  return db.write('global', async (tx) => workspaceOf(await writeWorkspace(tx, db.search, prepared)))
}

/** Somebody signed in makes a further workspace and is its administrator. */
export async function createOwnWorkspace({ db, now, user }: AccountContext, wish: WorkspaceCreate): Promise<Workspace> {
  const account = await findAccount(db, user.id)
  if (!account || !(await mayCreateWorkspace(db, account))) throw new Problem('forbidden', 'workspace.problem.mayNotCreate')
  const prepared = prepareWorkspace(wish, { actor: `user:${user.id}`, userId: user.id, at: now() })
  return db.write('global', async (tx) => {
    const made = await writeWorkspace(tx, db.search, prepared)
    await insertMember(tx, prepared.stamp, user.id, 'admin')
    return workspaceOf(made)
  })
}

/** Saves what the edit names. Refused with `conflict`, saying who was faster, when somebody else saved since it was begun. */
export async function editWorkspace(context: Context, { revision, ...edit }: WorkspaceEdit): Promise<Workspace> {
  const { actor, db } = context
  authorize(actor, 'workspace.manage')
  return db.write(actor.workspaceId, async (tx) => {
    const current = await findWorkspace(tx, actor.workspaceId)
    if (!current) throw new Problem('not_found', 'access.problem.noSuchWorkspace')
    const saved = current.revision === revision ? await updateWorkspace(tx, stampOf(context), current, edit) : undefined
    if (!saved) throw await changedMeanwhile(tx, current)
    return workspaceOf(saved)
  })
}

async function changedMeanwhile(tx: Writer, current: WorkspaceRecord): Promise<Problem> {
  const [last] = await listSubjectChanges(tx, current.id, 'workspace', current.id, { limit: 1 })
  const userId = last?.actor.startsWith('user:') ? last.actor.slice('user:'.length) : undefined
  const name = userId ? (await listUserNames(tx, [userId])).get(userId) : undefined
  return new Problem('conflict', 'workspace.problem.changedMeanwhile', { name: name ?? '–' }, { current: workspaceOf(current) })
}
