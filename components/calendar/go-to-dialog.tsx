'use client'

import { useRef, useState } from 'react'
import { useLanguage, useText } from '@/components/i18n/use-text'
import { Button } from '@/components/ui/button'
import { DateInput } from '@/components/ui/date-input'
import { Dialog } from '@/components/ui/dialog'

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
  const field = useRef<HTMLInputElement>(null)
  const [day, setDay] = useState<string | null>(at)
  const submit = () => {
    if (day !== null) onGo(day)
  }
  return (
    <Dialog
      open
      onOpenChange={(open) => open || onClose()}
      size="sm"
      initialFocus={field}
      title={text('title')}
      footer={
        <Button variant="primary" disabled={day === null} onClick={submit}>
          {text('save')}
        </Button>
      }
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        <DateInput
          ref={field}
          label={text('day')}
          locale={language}
          today={today}
          value={day}
          onValueChange={setDay}
          showWeekNumbers
        />
      </form>
    </Dialog>
  )
}
