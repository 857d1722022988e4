import type { Database } from '@/db/database'
import { insertMember } from '@/db/stores/members'
import { findWorkspace, updateWorkspace } from '@/db/stores/workspaces'
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

/** Saves settings. Refused with `conflict` when somebody else saved first. */
export async function editWorkspace(context: Context, { revision, ...edit }: WorkspaceEdit): Promise<Workspace> {
  const { actor, db } = context
  authorize(actor, 'workspace.manage')
  return db.write(actor.workspaceId, async (tx) => {
    const current = await findWorkspace(tx, actor.workspaceId)
    if (!current) throw new Problem('not_found', 'access.problem.noSuchWorkspace')
    const saved = current.revision === revision ? await updateWorkspace(tx, stampOf(context), current, edit) : undefined
    if (!saved) throw new Problem('conflict', 'workspace.problem.changedMeanwhile', {}, { current: workspaceOf(current) })
    return workspaceOf(saved)
  })
}
