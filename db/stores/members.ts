import { and, asc, eq, sql } from 'drizzle-orm'
import type { Reader, Stamp, Writer } from '../database'
import { members, users, workspaces } from '../schema'
import { recordChanges } from './changes'

export type MemberRecord = typeof members.$inferSelect
type Role = MemberRecord['role']

/** Which workspace a user means by its slug, and what they are there. Undefined when they are no member or it does not exist. */
export async function findMembership(
  read: Reader,
  userId: string,
  slug: string,
): Promise<{ workspaceId: string; role: Role } | undefined> {
  const [row] = await read
    .select({ workspaceId: members.workspaceId, role: members.role })
    .from(members)
    .innerJoin(workspaces, eq(workspaces.id, members.workspaceId))
    .where(and(eq(members.userId, userId), eq(workspaces.slug, slug)))
  return row
}

export async function findMember(read: Reader, workspaceId: string, userId: string): Promise<MemberRecord | undefined> {
  const [row] = await read
    .select()
    .from(members)
    .where(and(eq(members.workspaceId, workspaceId), eq(members.userId, userId)))
  return row
}

/** Everybody of the workspace, by name. */
export async function listMembers(read: Reader, workspaceId: string) {
  return read
    .select({
      userId: members.userId,
      name: users.name,
      email: users.email,
      role: members.role,
      revision: members.revision,
      createdAt: members.createdAt,
    })
    .from(members)
    .innerJoin(users, eq(users.id, members.userId))
    .where(eq(members.workspaceId, workspaceId))
    .orderBy(asc(users.name), asc(users.id))
}

/** In which workspaces a user is what. */
export async function listMemberships(read: Reader, userId: string): Promise<Pick<MemberRecord, 'workspaceId' | 'role'>[]> {
  return read
    .select({ workspaceId: members.workspaceId, role: members.role })
    .from(members)
    .where(eq(members.userId, userId))
    .orderBy(asc(members.workspaceId))
}

export async function insertMember(tx: Writer, stamp: Stamp, userId: string, role: Role): Promise<void> {
  await tx.insert(members).values({ workspaceId: stamp.workspaceId, userId, role, createdAt: stamp.at })
  await recordChanges(tx, stamp, [{ subject: 'member', subjectId: userId, operation: 'create', before: null, after: { role } }])
}

/** Returns undefined when somebody else saved first. */
export async function updateMember(
  tx: Writer,
  stamp: Stamp,
  current: MemberRecord,
  role: Role,
): Promise<MemberRecord | undefined> {
  if (current.role === role) return current
  const [saved] = await tx
    .update(members)
    .set({ role, revision: sql`${members.revision} + 1` })
    .where(
      and(eq(members.workspaceId, stamp.workspaceId), eq(members.userId, current.userId), eq(members.revision, current.revision)),
    )
    .returning()
  if (!saved) return undefined
  await recordChanges(tx, stamp, [
    {
      subject: 'member',
      subjectId: current.userId,
      operation: 'edit',
      before: { role: current.role },
      after: { role },
    },
  ])
  return saved
}

export async function deleteMember(tx: Writer, stamp: Stamp, current: MemberRecord): Promise<void> {
  await tx.delete(members).where(and(eq(members.workspaceId, stamp.workspaceId), eq(members.userId, current.userId)))
  await recordChanges(tx, stamp, [
    {
      subject: 'member',
      subjectId: current.userId,
      operation: 'delete',
      before: { role: current.role },
      after: null,
    },
  ])
}
