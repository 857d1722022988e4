import { and, asc, eq, sql } from 'drizzle-orm'
import type { Reader, Stamp, Writer } from '../database'
import { members, workspaces } from '../schema'
import { recordChanges } from './changes'

export type WorkspaceRecord = typeof workspaces.$inferSelect
export type WorkspaceSettings = Pick<
  WorkspaceRecord,
  'name' | 'locale' | 'timeZone' | 'country' | 'segment' | 'sellsGoods' | 'model' | 'vaguePhrases'
>

export async function findWorkspace(read: Reader, id: string): Promise<WorkspaceRecord | undefined> {
  const [row] = await read.select().from(workspaces).where(eq(workspaces.id, id))
  return row
}

export async function findWorkspaceBySlug(read: Reader, slug: string): Promise<WorkspaceRecord | undefined> {
  const [row] = await read.select().from(workspaces).where(eq(workspaces.slug, slug))
  return row
}

/** Every workspace of the installation, by name. For the operator and for jobs; members see `listMemberWorkspaces`. */
export async function listWorkspaces(read: Reader): Promise<WorkspaceRecord[]> {
  return read.select().from(workspaces).orderBy(asc(workspaces.name), asc(workspaces.id))
}

export async function listMemberWorkspaces(read: Reader, userId: string) {
  return read
    .select({ id: workspaces.id, slug: workspaces.slug, name: workspaces.name, role: members.role })
    .from(members)
    .innerJoin(workspaces, eq(workspaces.id, members.workspaceId))
    .where(eq(members.userId, userId))
    .orderBy(asc(workspaces.name), asc(workspaces.id))
}

export async function insertWorkspace(
  tx: Writer,
  stamp: Stamp,
  row: WorkspaceSettings & { slug: string },
): Promise<WorkspaceRecord> {
  const [saved] = await tx
    .insert(workspaces)
    .values({ ...row, id: stamp.workspaceId, createdAt: stamp.at })
    .returning()
  if (!saved) throw new Error('the workspace was not inserted')
  await recordChanges(tx, stamp, [
    { subject: 'workspace', subjectId: saved.id, operation: 'create', before: null, after: { ...row } },
  ])
  return saved
}

/** Returns undefined when somebody else saved first. */
export async function updateWorkspace(
  tx: Writer,
  stamp: Stamp,
  current: WorkspaceRecord,
  change: Partial<WorkspaceSettings>,
): Promise<WorkspaceRecord | undefined> {
  const names = (Object.keys(change) as (keyof WorkspaceSettings)[]).filter(
    (name) => JSON.stringify(change[name]) !== JSON.stringify(current[name]),
  )
  if (names.length === 0) return current
  const [saved] = await tx
    .update(workspaces)
    .set({ ...change, revision: sql`${workspaces.revision} + 1` })
    .where(and(eq(workspaces.id, stamp.workspaceId), eq(workspaces.revision, current.revision)))
    .returning()
  if (!saved) return undefined
  await recordChanges(tx, stamp, [
    {
      subject: 'workspace',
      subjectId: current.id,
      operation: 'edit',
      before: Object.fromEntries(names.map((name) => [name, current[name]])),
      after: Object.fromEntries(names.map((name) => [name, saved[name]])),
    },
  ])
  return saved
}
