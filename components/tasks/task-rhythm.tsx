'use client'

import { useLanguage, useText } from '@/components/i18n/use-text'
import type { TaskActions } from '@/components/tasks/use-tasks'
import { DateInput } from '@/components/ui/date-input'
import { NumberInput } from '@/components/ui/number-input'
import { Select } from '@/components/ui/select'
import { recurrenceUnits, type TaskRow } from '@/server/domain/tasks/task.schema'

const labels = { day: 'unitDay', week: 'unitWeek', month: 'unitMonth' } as const

/** Whether a task comes again once it is done, and how long. */
export function TaskRhythm({ task, actions }: { task: TaskRow; actions: TaskActions }) {
  const text = useText('tasks')
  const language = useLanguage()
  const { recurrence } = task
  if (task.doneAt !== null) return null
  const unit = recurrence?.unit ?? 'never'
  return (
    <div className="flex flex-col gap-2">
      <Select
        label={text('field.recurrence')}
        items={[
          { value: 'never', label: text('recurs.never') },
          ...recurrenceUnits.map((value) => ({ value, label: text(`recurs.${labels[value]}`) })),
        ]}
        value={unit}
        onValueChange={(next) => {
          const chosen = recurrenceUnits.find((value) => value === next)
          actions.edit(task, {
            recurrence: chosen ? { every: recurrence?.every ?? 1, unit: chosen, until: recurrence?.until ?? null } : null,
          })
        }}
      />
      {recurrence ? (
        <div className="grid grid-cols-[6rem_minmax(0,1fr)] gap-2">
          <NumberInput
            label={text('field.every')}
            min={1}
            max={99}
            isToldLate
            value={recurrence.every}
            onValueChange={(every) => {
              if (every !== null && every !== recurrence.every) actions.edit(task, { recurrence: { ...recurrence, every } })
            }}
          />
          <DateInput
            label={text('field.until')}
            locale={language}
            value={recurrence.until}
            onValueChange={(until) => {
              if (until !== recurrence.until) actions.edit(task, { recurrence: { ...recurrence, until } })
            }}
          />
        </div>
      ) : null}
    </div>
  )
}
