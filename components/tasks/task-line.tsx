'use client'

import { ArrowDown, ArrowUp, Ellipsis, Trash2 } from 'lucide-react'
import type { KeyboardEvent } from 'react'
import { useText } from '@/components/i18n/use-text'
import { TaskDetails } from '@/components/tasks/task-details'
import { useTaskWords } from '@/components/tasks/use-task-words'
import type { TaskActions } from '@/components/tasks/use-tasks'
import { IconButton } from '@/components/ui/button'
import { CheckboxBox } from '@/components/ui/checkbox'
import { cn } from '@/components/ui/class-names'
import { Menu } from '@/components/ui/menu'
import { MenuItem } from '@/components/ui/menu-items'
import type { TaskAbout, TaskRow } from '@/server/domain/tasks/task.schema'

interface Props {
  task: TaskRow
  about: TaskAbout
  tasks: readonly TaskRow[]
  mayEdit: boolean
  isOpen: boolean
  onOpen: (open: boolean) => void
  actions: TaskActions
}

/** One task: its tick, its title that opens the details, and what can be done with it. Alt with an arrow moves it. */
export function TaskLine({ task, about, tasks, mayEdit, isOpen, onOpen, actions }: Props) {
  const text = useText('tasks')
  const words = useTaskWords()
  const { title, doneAt, isWaiting, isOverdue, mayTick } = task
  const parts = words.partsOf(task, tasks)
  function onKeyDown(event: KeyboardEvent) {
    if (!mayEdit || !event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
    event.preventDefault()
    actions.move(tasks, task, event.key === 'ArrowUp' ? -1 : 1)
  }
  return (
    <div>
      <div className="flex items-start gap-2.5">
        <CheckboxBox
          className="mt-1"
          aria-label={text('done', { title })}
          checked={doneAt !== null}
          disabled={!mayTick || (isWaiting && doneAt === null)}
          onCheckedChange={(checked) => actions.tick(task, checked)}
        />
        <div className="min-w-0 flex-1">
          {mayEdit ? (
            <button
              type="button"
              aria-expanded={isOpen}
              onClick={() => onOpen(!isOpen)}
              onKeyDown={onKeyDown}
              className={cn(
                'min-h-6 max-w-full rounded-sm text-start wrap-anywhere hover:text-accent',
                doneAt !== null && 'text-ink-3 line-through',
              )}
            >
              {title}
            </button>
          ) : (
            <p className={cn('wrap-anywhere', doneAt !== null && 'text-ink-3 line-through')}>{title}</p>
          )}
          {parts.length > 0 ? (
            <p className={cn('text-xs text-ink-3', isOverdue && 'font-medium text-danger')}>{parts.join(' · ')}</p>
          ) : null}
          {!isOpen && task.note !== '' ? (
            <p className="text-sm text-ink-2 whitespace-pre-wrap wrap-anywhere">{task.note}</p>
          ) : null}
        </div>
        {mayEdit ? (
          <Menu
            align="end"
            trigger={<IconButton size="sm" variant="quiet" icon={<Ellipsis aria-hidden />} label={text('menu', { title })} />}
          >
            <MenuItem icon={<ArrowUp />} disabled={tasks[0]?.id === task.id} onSelect={() => actions.move(tasks, task, -1)}>
              {text('up')}
            </MenuItem>
            <MenuItem icon={<ArrowDown />} disabled={tasks.at(-1)?.id === task.id} onSelect={() => actions.move(tasks, task, 1)}>
              {text('down')}
            </MenuItem>
            <MenuItem icon={<Trash2 />} danger onSelect={() => actions.delete(task)}>
              {text('delete')}
            </MenuItem>
          </Menu>
        ) : null}
      </div>
      {isOpen && mayEdit ? (
        <TaskDetails task={task} about={about} tasks={tasks} onClose={() => onOpen(false)} actions={actions} />
      ) : null}
    </div>
  )
}
