'use client'

import { useLanguage, useText } from '@/components/i18n/use-text'
import { DateInput } from '@/components/ui/date-input'

interface Props {
  /** First and last day; '' is open. */
  values: readonly [string, string]
  onChange: (values: readonly [string, string]) => void
}

/** A span of days, both included, either end open. */
export function DaysEditor({ values: [from, to], onChange }: Props) {
  const text = useText('filter')
  const locale = useLanguage()
  return (
    <div className="grid grid-cols-2 gap-3">
      <DateInput
        label={text('fromDay')}
        locale={locale}
        value={from === '' ? null : from}
        max={to === '' ? undefined : to}
        onValueChange={(day) => onChange([day ?? '', to])}
      />
      <DateInput
        label={text('toDay')}
        locale={locale}
        value={to === '' ? null : to}
        min={from === '' ? undefined : from}
        onValueChange={(day) => onChange([from, day ?? ''])}
      />
    </div>
  )
}
