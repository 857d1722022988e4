'use client'

import { useLanguage, useText } from '@/components/i18n/use-text'
import { useWorkspace } from '@/components/shell/workspace'
import type { TaskActions } from '@/components/tasks/use-tasks'
import { DateInput } from '@/components/ui/date-input'
import { NumberInput } from '@/components/ui/number-input'
import { Select } from '@/components/ui/select'
import { localDayOf } from '@/server/domain/facts/moment.rules'
import { anchorsOf, type TaskAbout, type TaskAnchor, type TaskRow } from '@/server/domain/tasks/task.schema'

type Kind = 'none' | 'fixed' | TaskAnchor

/** When a task is due: on a day, or so many days before or after one of the item or campaign. */
export function TaskDue({ task, about, actions }: { task: TaskRow; about: TaskAbout; actions: TaskActions }) {
  const text = useText('tasks')
  const language = useLanguage()
  const { timeZone } = useWorkspace()
  const { dueOn, dueRule } = task
  const today = localDayOf(Date.now(), timeZone)
  const kind: Kind = dueRule?.anchor ?? (dueOn === null ? 'none' : 'fixed')
  const kinds: Kind[] = ['none', 'fixed', ...anchorsOf[about.subject]]
  function choose(next: Kind) {
    if (next === 'none') actions.edit(task, { dueOn: null, dueRule: null })
    else if (next === 'fixed') actions.edit(task, { dueOn: task.due ?? today, dueRule: null })
    else actions.edit(task, { dueOn: null, dueRule: { anchor: next, days: dueRule?.days ?? 0 } })
  }
  const side = (dueRule?.days ?? 0) < 0 ? 'before' : 'after'
  const days = Math.abs(dueRule?.days ?? 0)
  return (
    <div className="flex flex-col gap-2">
      <Select
        label={text('field.due')}
        items={kinds.map((value) => ({ value, label: text(`due.${value}`) }))}
        value={kind}
        onValueChange={choose}
      />
      {kind === 'fixed' ? (
        <DateInput
          label={text('field.dueOn')}
          labelHidden
          locale={language}
          today={today}
          value={dueOn}
          onValueChange={(next) => {
            if (next !== dueOn) actions.edit(task, { dueOn: next, dueRule: null })
          }}
        />
      ) : null}
      {dueRule !== null ? (
        <div className="grid grid-cols-[6rem_minmax(0,1fr)] gap-2">
          <NumberInput
            label={text('field.days')}
            labelHidden
            min={0}
            max={366}
            isToldLate
            value={days}
            onValueChange={(next) => {
              if (next !== null && next !== days)
                actions.edit(task, { dueRule: { ...dueRule, days: side === 'before' ? -next : next } })
            }}
          />
          <Select
            label={text('field.side')}
            labelHidden
            items={(['before', 'after'] as const).map((value) => ({ value, label: text(`due.${value}`) }))}
            value={side}
            // Nothing before is the same as nothing after: then one day is meant.
            onValueChange={(next) =>
              actions.edit(task, { dueRule: { ...dueRule, days: (next === 'before' ? -1 : 1) * (days || 1) } })
            }
          />
        </div>
      ) : null}
    </div>
  )
}
