import { listTasksOf } from '@/db/stores/tasks'
import { listUserNames } from '@/db/stores/users'
import { authorize } from '@/server/domain/access/authorize'
import type { Context } from '@/server/domain/context'
import { dueDayOf, openBefore } from '@/server/domain/tasks/task.rules'
import { dueRule, recurrence, type TaskAbout, type TaskList, type TaskRow } from '@/server/domain/tasks/task.schema'
import { findTaskPlace } from '@/server/domain/tasks/task-place.queries'

/** The tasks of an item or campaign in their order. */
export async function listTasks(context: Context, about: TaskAbout): Promise<TaskList> {
  const { actor, db } = context
  authorize(actor, 'item.read')
  const place = await findTaskPlace(context, db.read, about)
  const rows = await listTasksOf(db.read, actor.workspaceId, about.subject, [about.subjectId])
  const names = await listUserNames(
    db.read,
    rows.flatMap(({ assigneeId, doneBy }) => [assigneeId ?? [], doneBy ?? []].flat()),
  )
  const nameOf = (id: string | null) => (id === null ? null : (names.get(id) ?? null))
  const tasks = rows.map((row): TaskRow => {
    const { id, title, note, assigneeId, dueOn, after, position, doneAt, revision } = row
    const rule = dueRule.nullable().parse(row.dueRule)
    const due = dueDayOf({ dueOn, dueRule: rule }, place.dates)
    const isMine = actor.kind === 'member' && assigneeId === actor.userId
    return {
      id,
      title,
      note,
      assigneeId,
      dueOn,
      dueRule: rule,
      after,
      recurrence: recurrence.nullable().parse(row.recurrence),
      due,
      assigneeName: nameOf(assigneeId),
      isWaiting: doneAt === null && openBefore(row, rows).length > 0,
      isOverdue: doneAt === null && due !== null && due < place.moment.today,
      doneAt,
      doneBy: nameOf(row.doneBy),
      position,
      revision,
      mayTick: !place.isTrashed && (place.mayEdit || isMine),
    }
  })
  return { tasks, dates: place.dates, today: place.moment.today, mayEdit: place.mayEdit }
}
