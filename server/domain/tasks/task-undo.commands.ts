import { deleteTasks, findTask, insertTasks, type NewTask, type TaskChange, type TaskRecord, updateTask } from '@/db/stores/tasks'
import { can } from '@/server/domain/access/access.rules'
import type { Refusal, UndoApplier } from '@/server/domain/history/undo-applier.commands'
import { type RecordKind, undoRecords } from '@/server/domain/history/undo-records.commands'

type LogRecord = Record<string, unknown>

const instantOf = (value: unknown): Date | null => (typeof value === 'string' ? new Date(value) : null)

/** A task's values as the log holds them, with instants as they were. */
function taskOfLog(values: LogRecord): LogRecord {
  const instants = ['doneAt', 'createdAt'].filter((name) => name in values)
  return { ...values, ...Object.fromEntries(instants.map((name) => [name, instantOf(values[name])])) }
}

const taskKind: RecordKind<TaskRecord> = {
  subject: 'task',
  ability: () => 'item.read',
  find: findTask,
  plain: ({ workspaceId: _workspace, id: _id, revision: _revision, ...task }) => ({ ...task }),
  nameOf: ({ title }) => (typeof title === 'string' ? title : null),
  async revive(tx, stamp, id, record) {
    await insertTasks(tx, stamp, [{ ...(taskOfLog(record) as Omit<NewTask, 'id'>), id }], 'undo')
  },
  async remove(tx, stamp, task) {
    await deleteTasks(tx, stamp, [task], 'undo')
    return true
  },
  update: (tx, stamp, task, change) => updateTask(tx, stamp, task, taskOfLog(change) as TaskChange, 'undo'),
}

const ticking: ReadonlySet<string> = new Set(['doneAt', 'doneBy', 'recurrence'])

/** Whoever may only tick what is assigned to him can take back his ticks, and the next task that came of one. */
export const undoTasks: UndoApplier = async (tx, scope, rows) => {
  const mayAll = can(scope.context.actor, 'task.edit')
  const mine = rows.filter(
    ({ before, after, operation }) =>
      mayAll || operation === 'recur' || Object.keys({ ...before, ...after }).every((name) => ticking.has(name)),
  )
  const refused = rows
    .filter((row) => !mine.includes(row))
    .map(({ subjectId }): Refusal => {
      const messageKey = 'history.problem.notYours'
      return { subject: 'task', id: subjectId, name: null, field: null, messageKey, by: null, at: null }
    })
  const undone = await undoRecords(taskKind)(tx, scope, mine)
  return { done: undone.done, refused: [...refused, ...undone.refused] }
}
