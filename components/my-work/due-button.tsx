'use client'

import { CalendarDays } from 'lucide-react'
import { useState } from 'react'
import { useLanguage, useText } from '@/components/i18n/use-text'
import { useWorkActions } from '@/components/my-work/use-work-actions'
import { Button, IconButton } from '@/components/ui/button'
import { DateInput } from '@/components/ui/date-input'
import { Popover } from '@/components/ui/popover'
import type { WorkEntry } from '@/server/domain/my-work/work.schema'

/** Another due date, from the list. */
export function DueButton({ entry, today }: { entry: WorkEntry; today: string }) {
  const text = useText('my-work')
  const language = useLanguage()
  const { moveDue, busy } = useWorkActions()
  const [isOpen, setOpen] = useState(false)
  const shown = entry.kind === 'due' || entry.kind === 'task' ? entry.day : null
  const [day, setDay] = useState(shown)
  const title = text('changeDueOf', { title: entry.title })
  return (
    <Popover
      open={isOpen}
      onOpenChange={(open) => {
        setDay(shown)
        setOpen(open)
      }}
      title={text('changeDue')}
      align="end"
      trigger={<IconButton size="sm" icon={<CalendarDays aria-hidden />} label={title} />}
    >
      <form
        className="flex flex-col gap-3"
        onSubmit={(event) => {
          event.preventDefault()
          setOpen(false)
          if (day !== shown) moveDue(entry, day)
        }}
      >
        <DateInput label={text('due')} value={day} onValueChange={setDay} locale={language} today={today} />
        <Button type="submit" size="sm" loading={busy} className="self-end">
          {text('save')}
        </Button>
      </form>
    </Popover>
  )
}
