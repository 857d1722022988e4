import { z } from 'zod'
import { createTask, deleteTask, editTask, orderTasks, tickTask } from '@/server/domain/tasks/task.commands'
import { listTasks } from '@/server/domain/tasks/task.queries'
import {
  taskChanged,
  taskCreate,
  taskEdit,
  taskList,
  taskMade,
  taskOrder,
  taskSubject,
  taskTicked,
} from '@/server/domain/tasks/task.schema'
import { procedure, router } from '../init'

const id = z.string().min(1).max(64)

/** Work on items and campaigns. */
export const tasksRouter = router({
  list: procedure
    .input(z.object({ about: taskSubject }))
    .output(taskList)
    .query(({ ctx, input }) => listTasks(ctx.domain, input.about)),
  create: procedure
    .input(z.object({ about: taskSubject, task: taskCreate }))
    .output(taskMade)
    .mutation(({ ctx, input }) => createTask(ctx.domain, input.about, input.task)),
  edit: procedure
    .input(taskEdit)
    .output(taskChanged)
    .mutation(({ ctx, input }) => editTask(ctx.domain, input)),
  tick: procedure
    .input(z.object({ id, done: z.boolean() }))
    .output(taskTicked)
    .mutation(({ ctx, input }) => tickTask(ctx.domain, input)),
  order: procedure
    .input(taskOrder)
    .output(taskChanged)
    .mutation(({ ctx, input }) => orderTasks(ctx.domain, input)),
  delete: procedure
    .input(z.object({ id }))
    .output(taskChanged)
    .mutation(({ ctx, input }) => deleteTask(ctx.domain, input.id)),
})
