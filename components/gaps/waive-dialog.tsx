'use client'

import { type RefObject, useRef, useState } from 'react'
import type { GapWords } from '@/components/gaps/use-gap-words'
import { endOfNextQuarter, inAWeek } from '@/components/gaps/waive-days'
import { useLanguage, useText } from '@/components/i18n/use-text'
import { useWorkspace } from '@/components/shell/workspace'
import { DateInput } from '@/components/ui/date-input'
import { FormDialog } from '@/components/ui/form-dialog'
import { RadioGroup } from '@/components/ui/radio-group'
import { TextArea } from '@/components/ui/text-area'
import { momentOf } from '@/server/domain/facts/moment.rules'

interface Props {
  count: number
  words: GapWords
  onWaive: (waiver: { reason: string; until: string | null }) => void
  onClose: () => void
  finalFocus: RefObject<HTMLElement | null>
}

const choices = ['week', 'quarter', 'date', 'forGood'] as const

/** Why a gap is accepted, and how long. */
export function WaiveDialog({ count, words, onWaive, onClose, finalFocus }: Props) {
  const text = useText('gaps.waive')
  const language = useLanguage()
  const { timeZone } = useWorkspace()
  const [today] = useState(() => momentOf(Date.now(), timeZone).today)
  const [reason, setReason] = useState('')
  const [choice, setChoice] = useState<(typeof choices)[number]>('quarter')
  const [day, setDay] = useState<string | null>(null)
  const [isTried, setTried] = useState(false)
  const first = useRef<HTMLTextAreaElement>(null)
  const until = { week: inAWeek(today), quarter: endOfNextQuarter(today), date: day, forGood: null }[choice]
  const isDayMissing = choice === 'date' && (day === null || day < today)
  const submit = () => {
    setTried(true)
    if (reason.trim() === '') first.current?.focus()
    else if (!isDayMissing) onWaive({ reason: reason.trim(), until })
  }
  return (
    <FormDialog
      title={text('title', { count })}
      description={text('description')}
      finalFocus={finalFocus}
      dismissible={reason === ''}
      action={text('submit', { count })}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextArea
        ref={first}
        label={text('reason')}
        help={text('reasonHelp')}
        required
        rows={2}
        maxLength={1000}
        value={reason}
        onValueChange={setReason}
        error={isTried && reason.trim() === '' ? text('reasonMissing') : undefined}
      />
      <RadioGroup
        label={text('until')}
        value={choice}
        onValueChange={setChoice}
        options={choices.map((value) => ({
          value,
          label: text(value, { day: words.dayOf(value === 'week' ? inAWeek(today) : endOfNextQuarter(today)) }),
        }))}
      />
      {choice === 'date' ? (
        <DateInput
          label={text('day')}
          required
          locale={language}
          today={today}
          min={today}
          value={day}
          onValueChange={setDay}
          error={isTried && isDayMissing ? text('dayMissing') : undefined}
        />
      ) : null}
    </FormDialog>
  )
}
