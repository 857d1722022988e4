'use client'
import { type ComponentProps, useState } from 'react'
import { useText } from '@/components/i18n/use-text'
import { Checkbox } from '@/components/ui/checkbox'
import { cn } from '@/components/ui/class-names'
import { TextInput } from '@/components/ui/text-input'
import { complaintAbout, type Person, strengthOf } from '@/server/domain/members/password.rules'

interface Props extends Omit<ComponentProps<typeof TextInput>, 'type' | 'help' | 'value'> {
  /** What is typed so far. */
  value: string
  person: Person
}

const tones = ['', 'bg-gap', 'bg-thin-ink', 'bg-accent', 'bg-accent']

/** A password to be chosen: says the rule, and with each letter how far it is. */
export function NewPassword({ value, person, error, ...field }: Props) {
  const text = useText('auth.password')
  const [isShown, setShown] = useState(false)
  const strength = strengthOf(value, person)
  const complaint = value === '' ? undefined : complaintAbout(value, person)
  const sentence = complaint ? text(`complaint.${complaint}`) : text(`strength.${strength}`)
  return (
    <div className="flex flex-col gap-2">
      <TextInput
        {...field}
        type={isShown ? 'text' : 'password'}
        autoComplete="new-password"
        spellCheck={false}
        autoCapitalize="none"
        required
        help={text('rule')}
        error={error && complaint ? sentence : error}
      />
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <div className="flex min-w-40 flex-1 flex-col gap-1">
          <div aria-hidden className="grid grid-cols-4 gap-1">
            {[1, 2, 3, 4].map((step) => (
              <span key={step} data-fill className={cn('h-1 rounded-full bg-line', strength >= step && tones[strength])} />
            ))}
          </div>
          <p aria-live="polite" className="min-h-5 text-xs text-ink-2">
            {value === '' || (error && complaint) ? '' : sentence}
          </p>
        </div>
        <Checkbox label={text('show')} value={isShown} onValueChange={setShown} />
      </div>
    </div>
  )
}
