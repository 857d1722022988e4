'use client'

import { type KeyboardEvent, useId, useState } from 'react'
import { useProblemText, useText } from '@/components/i18n/use-text'
import { TaskLine } from '@/components/tasks/task-line'
import { useTaskActions, useTasks } from '@/components/tasks/use-tasks'
import { Notice } from '@/components/ui/notice'
import { SkeletonRows } from '@/components/ui/skeleton'
import { TextInput } from '@/components/ui/text-input'
import type { TaskAbout } from '@/server/domain/tasks/task.schema'

/** What is to be done for an item or campaign: ticked, added and changed in place. */
export function TaskList({ about }: { about: TaskAbout }) {
  const text = useText('tasks')
  const problemText = useProblemText()
  const id = useId()
  const { data, error } = useTasks(about)
  const actions = useTaskActions(about)
  const [title, setTitle] = useState('')
  const [openId, setOpenId] = useState<string | null>(null)
  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
    event.preventDefault()
    const wanted = title.trim()
    if (wanted === '') return
    setTitle('')
    // What was typed is not lost when it is refused.
    actions.create(wanted, () => setTitle((now) => (now === '' ? wanted : now)))
  }
  const tasks = data?.tasks ?? []
  const done = tasks.filter(({ doneAt }) => doneAt !== null).length
  return (
    <section aria-labelledby={id}>
      <div className="flex items-baseline justify-between gap-2">
        <h2 id={id} className="text-base">
          {text('title')}
        </h2>
        {tasks.length > 0 ? (
          <p className="text-sm text-ink-3 tabular-nums">{text('progress', { done, all: tasks.length })}</p>
        ) : null}
      </div>
      {error && !data ? <Notice tone="error">{problemText(error)}</Notice> : null}
      {!data && !error ? <SkeletonRows rows={2} label={text('title')} /> : null}
      {data && tasks.length === 0 && !data.mayEdit ? <p className="mt-1 text-sm text-ink-3">{text('none')}</p> : null}
      <ol aria-label={text('list')} className="mt-1 flex flex-col empty:hidden">
        {tasks.map((task) => (
          <li key={task.id} className="border-b py-1.5 last:border-b-0">
            <TaskLine
              task={task}
              about={about}
              tasks={tasks}
              mayEdit={data?.mayEdit === true && task.revision > 0}
              isOpen={openId === task.id}
              onOpen={(open) => setOpenId(open ? task.id : null)}
              actions={actions}
            />
          </li>
        ))}
      </ol>
      {data?.mayEdit ? (
        <TextInput
          className="mt-2"
          label={text('add')}
          labelHidden
          placeholder={text('addHint')}
          maxLength={300}
          value={title}
          onValueChange={setTitle}
          onKeyDown={onKeyDown}
          autoComplete="off"
        />
      ) : null}
    </section>
  )
}
