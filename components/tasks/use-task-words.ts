'use client'

import { useLanguage, useText } from '@/components/i18n/use-text'
import { formatDay } from '@/components/ui/day-text'
import { openBefore } from '@/server/domain/tasks/task.rules'
import type { Recurrence, TaskRow } from '@/server/domain/tasks/task.schema'

/** What is said of a task beside its title. */
export function useTaskWords() {
  const text = useText('tasks')
  const language = useLanguage()
  const dueOf = ({ due, dueRule, isOverdue }: TaskRow): string | null => {
    if (due !== null) return text(isOverdue ? 'due.overdue' : 'due.told', { day: formatDay(due, language) })
    return dueRule === null ? null : text('due.open')
  }
  const ruleOf = ({ dueRule }: TaskRow): string | null =>
    dueRule === null
      ? null
      : text(`rule.${dueRule.anchor}`, { days: Math.abs(dueRule.days), side: dueRule.days < 0 ? 'before' : 'after' })
  const rhythmOf = (recurrence: Recurrence | null): string | null =>
    recurrence === null ? null : text(`recurs.${recurrence.unit}`, { n: recurrence.every })
  return {
    /** The parts of the line below a title. */
    partsOf(task: TaskRow, tasks: readonly TaskRow[]): string[] {
      if (task.doneAt !== null) return [task.doneBy ? text('doneBy', { name: task.doneBy }) : text('doneNow')]
      const [first] = openBefore(task, tasks)
      const parts = [
        task.assigneeName,
        dueOf(task),
        ruleOf(task),
        rhythmOf(task.recurrence),
        first ? text('waiting', { title: first.title }) : null,
      ]
      return parts.filter((part) => part !== null)
    },
  }
}
