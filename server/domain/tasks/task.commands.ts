import type { Writer } from '@/db/database'
import { newId } from '@/db/kit'
import { findMember } from '@/db/stores/members'
import { deleteTasks, findTask, insertTasks, listTasksOf, type NewTask, type TaskRecord, updateTask } from '@/db/stores/tasks'
import { authorize } from '@/server/domain/access/authorize'
import { type Context, stampOf } from '@/server/domain/context'
import { Problem } from '@/server/domain/errors'
import { closesCircle, dueDayOf, nextDueDay, nextRecurrence, openBefore } from '@/server/domain/tasks/task.rules'
import { anchorsOf, type TaskAbout, type TaskCreate, type TaskEdit, taskSubject } from '@/server/domain/tasks/task.schema'
import { findTaskPlace, type TaskPlace } from '@/server/domain/tasks/task-place.queries'

/** Nobody reads a longer list; who needs more has several items. */
const mostTasks = 200

/** A new task at the end of the list of its item or campaign. */
export async function createTask(
  context: Context,
  about: TaskAbout,
  create: TaskCreate,
): Promise<{ id: string; changeSet: string }> {
  const { actor, db, now } = context
  authorize(actor, 'task.edit')
  const stamp = stampOf(context)
  const id = newId()
  await db.write(actor.workspaceId, async (tx) => {
    await editablePlace(context, tx, about)
    const others = await listTasksOf(tx, actor.workspaceId, about.subject, [about.subjectId])
    if (others.length >= mostTasks) throw new Problem('limit_reached', 'tasks.problem.tooMany', { limit: mostTasks })
    await checkParts(context, tx, about, id, create, others)
    const empty = { note: '', assigneeId: null, dueOn: null, dueRule: null, after: [], recurrence: null }
    const position = Math.max(-1, ...others.map((other) => other.position)) + 1
    const createdBy = actor.kind === 'member' ? actor.userId : null
    await insertTasks(tx, stamp, [
      { ...empty, ...create, ...about, id, position, doneAt: null, doneBy: null, createdBy, createdAt: now() },
    ])
  })
  return { id, changeSet: stamp.changeSet }
}

/** Refused with `conflict` when somebody saved since. */
export async function editTask(context: Context, { id, revision, change }: TaskEdit): Promise<{ changeSet: string }> {
  const { actor, db } = context
  authorize(actor, 'task.edit')
  const stamp = stampOf(context)
  await db.write(actor.workspaceId, async (tx) => {
    const current = await knownTask(tx, actor.workspaceId, id)
    const about = aboutOf(current)
    await editablePlace(context, tx, about)
    if (current.revision !== revision) throw new Problem('conflict', 'tasks.problem.changedMeanwhile')
    await checkParts(context, tx, about, id, change, await listTasksOf(tx, actor.workspaceId, about.subject, [about.subjectId]))
    if (!(await updateTask(tx, stamp, current, change))) throw new Problem('conflict', 'tasks.problem.changedMeanwhile')
  })
  return { changeSet: stamp.changeSet }
}

/**
 * Done, or not done after all. Whoever may edit the item or campaign may, and whoever is assigned. A recurring task makes the next
 * one in the same write and hands its rhythm on to it, so that ticking it twice does not make two.
 */
export async function tickTask(
  context: Context,
  { id, done }: { id: string; done: boolean },
): Promise<{ changeSet: string | null; next: string | null }> {
  const { actor, db, now } = context
  authorize(actor, 'item.read')
  const stamp = stampOf(context)
  return db.write(actor.workspaceId, async (tx) => {
    const current = await knownTask(tx, actor.workspaceId, id)
    const about = aboutOf(current)
    const place = await findTaskPlace(context, tx, about)
    if (place.isTrashed) throw new Problem('conflict', 'content.problem.inTrash')
    const isMine = actor.kind === 'member' && current.assigneeId === actor.userId
    if (!place.mayEdit && !isMine) throw new Problem('forbidden', 'tasks.problem.notYours')
    if ((current.doneAt !== null) === done) return { changeSet: null, next: null }
    if (!done) {
      await updateTask(tx, stamp, current, { doneAt: null, doneBy: null }, 'reopen')
      return { changeSet: stamp.changeSet, next: null }
    }
    const others = await listTasksOf(tx, actor.workspaceId, about.subject, [about.subjectId])
    const [first] = openBefore(current, others)
    if (first) throw new Problem('conflict', 'tasks.problem.waiting', { title: first.title })
    const doneBy = actor.kind === 'member' ? actor.userId : null
    await updateTask(tx, stamp, current, { doneAt: now(), doneBy, recurrence: null }, 'done')
    const next = nextTask(current, place)
    if (next) await insertTasks(tx, stamp, [{ ...next, id: newId(), createdAt: now() }], 'recur')
    return { changeSet: stamp.changeSet, next: next?.dueOn ?? null }
  })
}

function nextTask(task: TaskRecord, { dates, moment }: TaskPlace): Omit<NewTask, 'id' | 'createdAt'> | null {
  if (task.recurrence === null) return null
  const due = dueDayOf(task, dates)
  const dueOn = nextDueDay(task.recurrence, due, moment.today)
  if (dueOn === null) return null
  const { workspaceId: _workspace, revision: _revision, id: _id, createdAt: _at, ...kept } = task
  const recurrence = nextRecurrence(task.recurrence, due, moment.today)
  return { ...kept, recurrence, dueOn, dueRule: null, after: [], doneAt: null, doneBy: null }
}

export async function deleteTask(context: Context, id: string): Promise<{ changeSet: string }> {
  const { actor, db } = context
  authorize(actor, 'task.edit')
  const stamp = stampOf(context)
  await db.write(actor.workspaceId, async (tx) => {
    const current = await knownTask(tx, actor.workspaceId, id)
    await editablePlace(context, tx, aboutOf(current))
    await deleteTasks(tx, stamp, [current])
  })
  return { changeSet: stamp.changeSet }
}

/** A list that misses somebody's new task is out of date. */
export async function orderTasks(
  context: Context,
  { about, order }: { about: TaskAbout; order: readonly string[] },
): Promise<{ changeSet: string }> {
  const { actor, db } = context
  authorize(actor, 'task.edit')
  const stamp = stampOf(context)
  await db.write(actor.workspaceId, async (tx) => {
    await editablePlace(context, tx, about)
    const tasks = await listTasksOf(tx, actor.workspaceId, about.subject, [about.subjectId])
    const isWhole = tasks.length === order.length && tasks.every(({ id }) => order.includes(id))
    if (!isWhole) throw new Problem('conflict', 'tasks.problem.listChanged')
    for (const task of tasks) await updateTask(tx, stamp, task, { position: order.indexOf(task.id) }, 'reorder')
  })
  return { changeSet: stamp.changeSet }
}

async function knownTask(tx: Writer, workspaceId: string, id: string): Promise<TaskRecord> {
  const task = await findTask(tx, workspaceId, id)
  if (!task) throw new Problem('not_found', 'tasks.problem.noSuchTask')
  return task
}

const aboutOf = ({ subject, subjectId }: TaskRecord): TaskAbout => taskSubject.parse({ subject, subjectId })

async function editablePlace(context: Context, tx: Writer, about: TaskAbout): Promise<TaskPlace> {
  const place = await findTaskPlace(context, tx, about)
  if (place.isTrashed) throw new Problem('conflict', 'content.problem.inTrash')
  if (!place.mayEdit) throw new Problem('forbidden', 'tasks.problem.notYours')
  return place
}

type Parts = Partial<Pick<NewTask, 'assigneeId' | 'dueRule' | 'after'>>

async function checkParts(
  { actor }: Context,
  tx: Writer,
  { subject }: TaskAbout,
  id: string,
  { assigneeId, dueRule, after }: Parts,
  tasks: readonly TaskRecord[],
): Promise<void> {
  if (assigneeId && !(await findMember(tx, actor.workspaceId, assigneeId)))
    throw new Problem('invalid', 'tasks.problem.noSuchMember')
  const anchors: readonly string[] = anchorsOf[subject]
  if (dueRule && !anchors.includes(dueRule.anchor)) throw new Problem('invalid', 'tasks.problem.noSuchDate')
  if (!after) return
  if (!after.every((one) => tasks.some((task) => task.id === one))) throw new Problem('invalid', 'tasks.problem.otherPlace')
  if (closesCircle(id, after, tasks)) throw new Problem('invalid', 'tasks.problem.circle')
}
