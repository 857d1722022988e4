'use client'

import { Field as BaseField } from '@base-ui/react/field'
import { Radio } from '@base-ui/react/radio'
import { RadioGroup as Base } from '@base-ui/react/radio-group'
import type { ReactNode } from 'react'
import { cn } from '@/components/ui/class-names'
import { Field, type FieldProps, helpStyle } from '@/components/ui/field'

interface RadioOption<V extends string> {
  value: V
  label: ReactNode
  help?: ReactNode
  disabled?: boolean
}

interface RadioGroupProps<V extends string> extends FieldProps {
  value: V | null
  onValueChange: (value: V) => void
  options: readonly RadioOption<V>[]
  /** `cards` draws a frame around each choice, for few weighty ones. */
  look?: 'list' | 'row' | 'cards'
}

export function RadioGroup<V extends string>({
  label,
  labelHidden,
  help,
  error,
  required,
  disabled,
  name,
  className,
  value,
  onValueChange,
  options,
  look = 'list',
}: RadioGroupProps<V>) {
  return (
    <Field {...{ label, labelHidden, help, error, required, disabled, name, className }} nativeLabel={false}>
      <Base<V | null>
        value={value}
        onValueChange={(next) => {
          if (next !== null) onValueChange(next)
        }}
        disabled={disabled}
        aria-required={required || undefined}
        className={cn(
          'flex flex-col gap-1',
          look === 'row' && 'flex-row flex-wrap gap-x-5',
          look === 'cards' && 'grid gap-2 sm:grid-cols-[repeat(auto-fit,minmax(14rem,1fr))]',
        )}
      >
        {options.map((option) => (
          <BaseField.Item key={option.value} disabled={option.disabled}>
            <BaseField.Label
              className={cn(
                'flex min-h-6 items-start gap-2 data-disabled:text-ink-3',
                look === 'cards' &&
                  'h-full rounded-md border border-line-2 bg-sheet p-3 transition-colors hover:border-control has-data-checked:border-accent has-data-checked:bg-accent-wash',
              )}
            >
              <Radio.Root
                value={option.value}
                disabled={option.disabled}
                className="relative mt-0.75 grid size-4 shrink-0 place-items-center rounded-full border-[1.5px] border-control bg-sheet after:absolute after:-inset-1 after:content-[''] data-checked:border-accent data-disabled:opacity-55"
              >
                <Radio.Indicator className="size-2 rounded-full bg-accent forced-colors:bg-[Highlight]" />
              </Radio.Root>
              <span className="flex min-w-0 flex-col pt-0.5">
                <span className={cn(look === 'cards' && 'font-medium')}>{option.label}</span>
                {option.help ? <span className={cn(helpStyle, 'text-ink-2')}>{option.help}</span> : null}
              </span>
            </BaseField.Label>
          </BaseField.Item>
        ))}
      </Base>
    </Field>
  )
}
