import type { Database } from '@/db/database'
import { newId } from '@/db/kit'
import { insertMember } from '@/db/stores/members'
import { insertUser } from '@/db/stores/users'
import type { Role } from '@/server/domain/access/access.rules'
import { type Context, stampOf } from '@/server/domain/context'
import { createWorkspace } from '@/server/domain/workspaces/workspace.commands'
import type { WorkspaceCreate } from '@/server/domain/workspaces/workspace.schema'

export const start = new Date('2026-03-01T10:00:00Z')
const settings = {
  locale: 'de',
  timeZone: 'Europe/Berlin',
  country: 'DE',
  segment: 'b2c',
  sellsGoods: true,
  sample: null,
} as const

/** A workspace of the five phases with nothing in it, seen by its system actor. */
export async function emptyWorkspace(
  db: Database,
  now: () => Date = () => start,
  model: WorkspaceCreate['model'] = 'mckinsey5',
): Promise<Context> {
  const { id } = await createWorkspace({ db, now, actor: 'job:test' }, { name: 'Test', model, ...settings })
  return { actor: { kind: 'system', workspaceId: id, job: 'test' }, db, now, locale: 'en' }
}

/** Somebody of this role in the workspace. */
export async function memberOf(
  context: Context,
  role: Role,
  name = `${role} ${newId().slice(-6)}`,
): Promise<Context & { userId: string }> {
  const { db } = context
  const { workspaceId } = context.actor
  const userId = newId()
  await db.write('global', async (tx) => {
    const email = `${userId}@example.org`
    await insertUser(tx, { id: userId, email, name, passwordHash: null, locale: 'en', createdAt: context.now() })
  })
  await db.write(workspaceId, async (tx) => insertMember(tx, stampOf(context), userId, role))
  return { ...context, actor: { kind: 'member', userId, workspaceId, role }, userId }
}

/** The same person, at another time. */
export const at = <C extends Context>(context: C, instant: string): C => ({ ...context, now: () => new Date(instant) })
