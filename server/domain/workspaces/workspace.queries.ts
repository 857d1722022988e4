import type { Database } from '@/db/database'
import { findWorkspace, listMemberWorkspaces, type WorkspaceRecord } from '@/db/stores/workspaces'
import { authorize } from '@/server/domain/access/authorize'
import type { Context } from '@/server/domain/context'
import { model } from '@/server/domain/coverage/coverage.schema'
import { Problem } from '@/server/domain/errors'
import type { OwnWorkspace, Workspace } from '@/server/domain/workspaces/workspace.schema'

/** The settings as the screens know them. */
export function workspaceOf(row: WorkspaceRecord): Workspace {
  const { seq: _seq, createdAt: _createdAt, ...settings } = row
  return { ...settings, model: model.parse(row.model) }
}

export async function getWorkspace({ actor, db }: Pick<Context, 'actor' | 'db'>): Promise<Workspace> {
  authorize(actor, 'item.read')
  const row = await findWorkspace(db.read, actor.workspaceId)
  if (!row) throw new Problem('not_found', 'access.problem.noSuchWorkspace')
  return workspaceOf(row)
}

/** The workspaces that a user belongs to, by name; their own, so nothing to authorize. */
export async function listOwnWorkspaces(db: Database, userId: string): Promise<OwnWorkspace[]> {
  return listMemberWorkspaces(db.read, userId)
}
