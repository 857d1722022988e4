'use client'

import { useState } from 'react'
import { useLanguage, useText } from '@/components/i18n/use-text'
import { DateInput } from '@/components/ui/date-input'
import { FormDialog } from '@/components/ui/form-dialog'
import { shownDays } from '@/server/domain/facts/moment.rules'

interface Props {
  at: string
  today: string
  onGo: (day: string) => void
  onClose: () => void
}

/** Any day, typed or picked. */
export function GoToDialog({ at, today, onGo, onClose }: Props) {
  const text = useText('calendar.goTo')
  const language = useLanguage()
  const [day, setDay] = useState<string | null>(at)
  return (
    <FormDialog
      size="sm"
      title={text('title')}
      action={text('save')}
      disabled={day === null}
      onSubmit={() => day !== null && onGo(day)}
      onClose={onClose}
    >
      <DateInput
        label={text('day')}
        locale={language}
        today={today}
        min={shownDays.first}
        max={shownDays.last}
        value={day}
        onValueChange={setDay}
        showWeekNumbers
      />
    </FormDialog>
  )
}
