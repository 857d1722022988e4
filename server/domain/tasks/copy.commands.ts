import type { Stamp, Writer } from '@/db/database'
import { newId } from '@/db/kit'
import { insertTasks, listTasksOf, type NewTask, type TaskRecord, type TaskSubject } from '@/db/stores/tasks'

/**
 * The tasks of things that were copied, all open again, with their days moved. `copies`: the new id or key of each. Of a recurring
 * task only the newest comes along, or every one that was done would begin anew.
 */
export async function copyTasks(
  tx: Writer,
  stamp: Stamp,
  subject: TaskSubject,
  copies: ReadonlyMap<string, string>,
  moved: (day: string | null) => string | null,
): Promise<void> {
  const tasks = await listTasksOf(tx, stamp.workspaceId, subject, [...copies.keys()])
  const recurring = new Set(tasks.filter(({ recurrence }) => recurrence !== null).map(nameOf))
  const taken = tasks.filter((task) => task.recurrence !== null || task.doneAt === null || !recurring.has(nameOf(task)))
  const ids = new Map(taken.map(({ id }) => [id, newId()]))
  const rows = taken.map((task): NewTask => {
    const { workspaceId: _workspace, revision: _revision, ...kept } = task
    const { recurrence } = task
    return {
      ...kept,
      id: ids.get(task.id) ?? newId(),
      subjectId: copies.get(task.subjectId) ?? task.subjectId,
      dueOn: moved(task.dueOn),
      after: task.after.flatMap((id) => ids.get(id) ?? []),
      recurrence: recurrence === null ? null : { ...recurrence, until: moved(recurrence.until) },
      doneAt: null,
      doneBy: null,
      createdAt: stamp.at,
    }
  })
  await insertTasks(tx, stamp, rows)
}

const nameOf = ({ subjectId, title }: TaskRecord): string => `${subjectId} ${title}`
