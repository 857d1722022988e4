import type { Database } from '@/db/database'
import { newId } from '@/db/kit'
import { insertMember } from '@/db/stores/members'
import { insertUser, type UserRecord } from '@/db/stores/users'
import { type Role, roles } from '@/server/domain/access/access.rules'
import type { Context } from '@/server/domain/context'
import { createWorkspace } from '@/server/domain/workspaces/workspace.commands'
import type { Workspace, WorkspaceCreate } from '@/server/domain/workspaces/workspace.schema'

/** An account without a password: tests act for it through callers, not by signing in. */
export async function makeUser(
  db: Database,
  given: Partial<Pick<UserRecord, 'name' | 'email' | 'locale' | 'isOperator'>> = {},
): Promise<UserRecord> {
  const id = newId()
  const row = {
    id,
    name: 'Robin Beck',
    email: `${id}@example.com`,
    passwordHash: null,
    locale: 'en' as const,
    createdAt: new Date(),
    ...given,
  }
  return db.write('global', (tx) => insertUser(tx, row))
}

export async function makeWorkspace(db: Database, given: Partial<WorkspaceCreate> = {}): Promise<Workspace> {
  const wish: WorkspaceCreate = {
    name: 'Acme',
    locale: 'en',
    timeZone: 'Europe/Berlin',
    country: 'DE',
    segment: 'b2c',
    sellsGoods: true,
    model: 'mckinsey5',
    sample: null,
    ...given,
  }
  return createWorkspace({ db, now: () => new Date(), actor: 'job:test' }, wish)
}

/** A new account with this role in the workspace. */
export async function makeMember(db: Database, workspace: Workspace, role: Role): Promise<UserRecord> {
  const user = await makeUser(db)
  const stamp = { workspaceId: workspace.id, changeSet: newId(), actor: 'job:test', at: new Date() }
  await db.write(workspace.id, (tx) => insertMember(tx, stamp, user.id, role))
  return user
}

/** One new account for each role. */
export async function makeTeam(db: Database, workspace: Workspace): Promise<Record<Role, UserRecord>> {
  const members: [Role, UserRecord][] = []
  for (const role of roles) members.push([role, await makeMember(db, workspace, role)])
  return Object.fromEntries(members) as Record<Role, UserRecord>
}

/** What commands and queries take: a member's view of the workspace at a moment, now unless said. */
export function contextFor(
  db: Database,
  workspace: Workspace,
  user: UserRecord,
  role: Role,
  now: () => Date = () => new Date(),
): Context {
  return { db, now, locale: user.locale, actor: { kind: 'member', userId: user.id, workspaceId: workspace.id, role } }
}
