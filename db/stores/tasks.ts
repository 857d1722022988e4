import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { Reader, Stamp, Writer } from '../database'
import { tasks } from '../schema'
import { recordChanges } from './changes'
import { pieces } from './item-batches'
import { sameValue } from './same'

export type TaskRecord = typeof tasks.$inferSelect
export type NewTask = Omit<TaskRecord, 'workspaceId' | 'revision'>
export type TaskChange = Partial<Omit<NewTask, 'id' | 'createdAt' | 'createdBy'>>
export type TaskSubject = 'item' | 'campaign'

/** Below what both databases take as parameters of one statement. */
const rowsPerInsert = 500
const idsPerQuery = 5_000

const at = (workspaceId: string, id: string) => and(eq(tasks.workspaceId, workspaceId), eq(tasks.id, id))

/** Of these items or campaigns, in the order people gave them. */
export async function listTasksOf(
  read: Reader,
  workspaceId: string,
  subject: TaskSubject,
  subjectIds: readonly string[],
): Promise<TaskRecord[]> {
  const found: TaskRecord[] = []
  for (const ids of pieces(subjectIds, idsPerQuery)) {
    const rows = await read
      .select()
      .from(tasks)
      .where(and(eq(tasks.workspaceId, workspaceId), eq(tasks.subject, subject), inArray(tasks.subjectId, [...ids])))
      .orderBy(asc(tasks.position), asc(tasks.createdAt), asc(tasks.id))
    found.push(...rows)
  }
  return found
}

/** What is not done yet, of one member or of everybody. */
export async function listOpenTasks(read: Reader, workspaceId: string, assigneeId?: string): Promise<TaskRecord[]> {
  return read
    .select()
    .from(tasks)
    .where(
      and(
        eq(tasks.workspaceId, workspaceId),
        isNull(tasks.doneAt),
        assigneeId === undefined ? undefined : eq(tasks.assigneeId, assigneeId),
      ),
    )
    .orderBy(asc(tasks.createdAt), asc(tasks.id))
}

export async function listTasksById(read: Reader, workspaceId: string, ids: readonly string[]): Promise<TaskRecord[]> {
  const found: TaskRecord[] = []
  for (const piece of pieces(ids, idsPerQuery)) {
    const rows = await read
      .select()
      .from(tasks)
      .where(and(eq(tasks.workspaceId, workspaceId), inArray(tasks.id, [...piece])))
    found.push(...rows)
  }
  return found
}

export async function findTask(read: Reader, workspaceId: string, id: string): Promise<TaskRecord | undefined> {
  const [row] = await read.select().from(tasks).where(at(workspaceId, id))
  return row
}

const logged = ({ workspaceId: _workspace, id: _id, revision: _revision, ...task }: TaskRecord) => ({ ...task })

export async function insertTasks(
  tx: Writer,
  stamp: Stamp,
  rows: readonly NewTask[],
  operation = 'create',
): Promise<TaskRecord[]> {
  const saved: TaskRecord[] = []
  for (const piece of pieces(rows, rowsPerInsert)) {
    const values = piece.map((row) => ({ ...row, workspaceId: stamp.workspaceId }))
    saved.push(...(await tx.insert(tasks).values(values).returning()))
  }
  if (saved.length > 0) {
    await recordChanges(
      tx,
      stamp,
      saved.map((task) => ({ subject: 'task', subjectId: task.id, operation, before: null, after: logged(task) })),
    )
  }
  return saved
}

/** Returns undefined when somebody else saved first. */
export async function updateTask(
  tx: Writer,
  stamp: Stamp,
  current: TaskRecord,
  change: TaskChange,
  operation = 'edit',
): Promise<TaskRecord | undefined> {
  const names = (Object.keys(change) as (keyof TaskChange)[]).filter((name) => !sameValue(change[name], current[name]))
  if (names.length === 0) return current
  const [saved] = await tx
    .update(tasks)
    .set({ ...change, revision: sql`${tasks.revision} + 1` })
    .where(and(at(stamp.workspaceId, current.id), eq(tasks.revision, current.revision)))
    .returning()
  if (!saved) return undefined
  const of = (row: TaskRecord) => Object.fromEntries(names.map((name) => [name, row[name]]))
  await recordChanges(tx, stamp, [{ subject: 'task', subjectId: current.id, operation, before: of(current), after: of(saved) }])
  return saved
}

export async function deleteTasks(tx: Writer, stamp: Stamp, list: readonly TaskRecord[], operation = 'delete'): Promise<void> {
  if (list.length === 0) return
  for (const piece of pieces(list, idsPerQuery)) {
    const ids = piece.map(({ id }) => id)
    await tx.delete(tasks).where(and(eq(tasks.workspaceId, stamp.workspaceId), inArray(tasks.id, ids)))
  }
  await recordChanges(
    tx,
    stamp,
    list.map((task) => ({ subject: 'task', subjectId: task.id, operation, before: logged(task), after: null })),
  )
}
