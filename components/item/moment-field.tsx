'use client'

import { useFormatter, useLanguage, useText } from '@/components/i18n/use-text'
import { textOf } from '@/components/item/form-values'
import type { ItemForm } from '@/components/item/use-item-form'
import { shownWall, wallValueOf } from '@/components/item/wall-value'
import { useWorkspace } from '@/components/shell/workspace'
import { DateTimeInput } from '@/components/ui/date-time-input'
import { RadioGroup } from '@/components/ui/radio-group'
import { localDayOf } from '@/server/domain/facts/moment.rules'
import { offsetText, readWall } from '@/server/domain/facts/wall-time.rules'

interface Props {
  form: ItemForm
  name: 'publishAt' | 'publishedAt' | 'unpublishAt'
  disabled: boolean
  help?: string
}

/** A moment of an item. A time that the clocks skip says what it becomes, of one that they show twice the person chooses. */
export function MomentField({ form, name, disabled, help }: Props) {
  const text = useText('item')
  const zone = useText('shell.zone')
  const format = useFormatter()
  const language = useLanguage()
  const { timeZone } = useWorkspace()
  const value = textOf(form.values[name])
  const wall = shownWall(value)
  const reading = wall.includes('T') ? readWall(wall, timeZone) : null
  const [first] = reading?.instants ?? []
  const set = (next: string | null) => {
    form.set(name, next)
    form.touch(name)
  }
  const label = text(`field.${name}`)
  return (
    <div className="flex flex-col gap-2">
      <DateTimeInput
        label={label}
        name={name}
        disabled={disabled}
        help={
          reading?.kind === 'gap' && first
            ? zone('gap', { time: format.dateTime(first, { timeZone, timeStyle: 'short' }), offset: offsetText(first, timeZone) })
            : help
        }
        dayLabel={text('dayOf', { field: label })}
        timeLabel={text('timeOf', { field: label })}
        locale={language}
        today={localDayOf(Date.now(), timeZone)}
        value={wall || null}
        onValueChange={set}
        error={form.errorOf(name)}
      />
      {reading?.kind === 'twice' ? (
        <RadioGroup
          label={zone('twice')}
          disabled={disabled}
          value={value}
          onValueChange={set}
          options={reading.instants.map((instant, n) => ({
            value: wallValueOf(instant, timeZone),
            label: zone(n === 0 ? 'first' : 'second', { offset: offsetText(instant, timeZone) }),
          }))}
        />
      ) : null}
    </div>
  )
}
