'use client'

import { type ReactNode, useState } from 'react'
import { useFormatter, useLanguage, useText } from '@/components/i18n/use-text'
import { useWorkspace } from '@/components/shell/workspace'
import { DateTimeInput } from '@/components/ui/date-time-input'
import { RadioGroup } from '@/components/ui/radio-group'
import { localTimeOf, momentOf } from '@/server/domain/facts/moment.rules'
import { offsetText, readWall } from '@/server/domain/facts/wall-time.rules'

interface Props {
  label: ReactNode
  dayLabel: string
  timeLabel: string
  value: Date | null
  onValueChange: (value: Date | null) => void
  error?: string | undefined
}

/** A day without a time begins the working day. */
const usualTime = '09:00'

/**
 * A moment, entered and shown in the workspace's zone. Says which zone and how its clocks stand then; a time that the clocks skip
 * moves forward and says so, of one that they show twice the person chooses.
 */
export function ZonedTimeInput({ label, dayLabel, timeLabel, value, onValueChange, error }: Props) {
  const text = useText('shell.zone')
  const format = useFormatter()
  const language = useLanguage()
  const { timeZone } = useWorkspace()
  const [wall, setWall] = useState(value === null ? null : localTimeOf(value.getTime(), timeZone))
  const reading = wall === null ? null : readWall(wall, timeZone)
  const { today } = momentOf(Date.now(), timeZone)
  const chosen =
    reading && value && reading.instants.some((instant) => instant.getTime() === value.getTime()) ? value : reading?.instants[0]
  const offset = chosen ? offsetText(chosen, timeZone) : ''
  return (
    <div className="flex flex-col gap-2">
      <DateTimeInput
        label={label}
        dayLabel={dayLabel}
        timeLabel={timeLabel}
        needsTime
        locale={language}
        today={today}
        min={today}
        value={wall}
        onValueChange={(next) => {
          const whole = next === null || next.includes('T') ? next : `${next}T${usualTime}`
          setWall(whole)
          onValueChange(whole === null ? null : readWall(whole, timeZone).instants[0])
        }}
        help={
          reading?.kind === 'gap' && chosen
            ? text('gap', { time: format.dateTime(chosen, { timeZone, timeStyle: 'short' }), offset })
            : chosen
              ? text('means', { zone: timeZone, offset })
              : timeZone
        }
        error={error}
      />
      {reading?.kind === 'twice' && chosen ? (
        <RadioGroup
          label={text('twice')}
          value={String(chosen.getTime())}
          onValueChange={(instant) => onValueChange(new Date(Number(instant)))}
          options={reading.instants.map((instant, n) => ({
            value: String(instant.getTime()),
            label: text(n === 0 ? 'first' : 'second', { offset: offsetText(instant, timeZone) }),
          }))}
        />
      ) : null}
    </div>
  )
}
