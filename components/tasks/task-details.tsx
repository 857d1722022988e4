'use client'

import { useQuery } from '@tanstack/react-query'
import { type KeyboardEvent, useState } from 'react'
import { useText } from '@/components/i18n/use-text'
import { useWorkspace } from '@/components/shell/workspace'
import { TaskDue } from '@/components/tasks/task-due'
import { TaskRhythm } from '@/components/tasks/task-rhythm'
import type { TaskActions } from '@/components/tasks/use-tasks'
import { useTRPC } from '@/components/trpc/client'
import { Button } from '@/components/ui/button'
import { Combobox } from '@/components/ui/combobox'
import { MultiCombobox } from '@/components/ui/multi-combobox'
import { TextArea } from '@/components/ui/text-area'
import { TextInput } from '@/components/ui/text-input'
import { closesCircle } from '@/server/domain/tasks/task.rules'
import type { TaskAbout, TaskRow } from '@/server/domain/tasks/task.schema'

interface Props {
  task: TaskRow
  about: TaskAbout
  tasks: readonly TaskRow[]
  onClose: () => void
  actions: TaskActions
}

/** All of a task, each part saved by itself as it is left. */
export function TaskDetails({ task, about, tasks, onClose, actions }: Props) {
  const text = useText('tasks')
  const trpc = useTRPC()
  const { slug } = useWorkspace()
  const { data: members } = useQuery(trpc.members.list.queryOptions({ workspace: slug }, { staleTime: 300_000 }))
  const [title, setTitle] = useState(task.title)
  const [note, setNote] = useState(task.note)
  const others = tasks.filter(({ id }) => id !== task.id && !closesCircle(task.id, [id], tasks))
  const saveTitle = () => {
    const next = title.trim()
    if (next === '') setTitle(task.title)
    else if (next !== task.title) actions.edit(task, { title: next })
  }
  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
    event.preventDefault()
    saveTitle()
  }
  const person = task.assigneeId === null ? [] : [{ value: task.assigneeId, label: task.assigneeName ?? task.assigneeId }]
  return (
    <div className="mt-2 mb-1 flex flex-col gap-3 border-s-2 ps-3">
      <TextInput
        label={text('field.title')}
        maxLength={300}
        value={title}
        onValueChange={setTitle}
        onBlur={saveTitle}
        onKeyDown={onKeyDown}
      />
      <Combobox
        label={text('field.assignee')}
        items={(members ?? []).map(({ userId, name, email }) => ({ value: userId, label: name, keywords: [email] }))}
        knownItems={person}
        value={task.assigneeId}
        onValueChange={(assigneeId) => actions.edit(task, { assigneeId })}
        placeholder={text('field.nobody')}
        clearable
      />
      <TaskDue task={task} about={about} actions={actions} />
      <TaskRhythm task={task} actions={actions} />
      {others.length > 0 || task.after.length > 0 ? (
        <MultiCombobox
          label={text('field.after')}
          items={others.map(({ id, title: name }) => ({ value: id, label: name }))}
          value={task.after.filter((id) => tasks.some((other) => other.id === id))}
          onValueChange={(after) => actions.edit(task, { after })}
          placeholder={text('field.afterNone')}
        />
      ) : null}
      <TextArea
        label={text('field.note')}
        rows={2}
        maxLength={5000}
        value={note}
        onValueChange={setNote}
        onBlur={() => {
          if (note !== task.note) actions.edit(task, { note })
        }}
      />
      <Button size="sm" className="self-start" onClick={onClose}>
        {text('close')}
      </Button>
    </div>
  )
}
