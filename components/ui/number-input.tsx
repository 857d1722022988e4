'use client'

import { NumberField } from '@base-ui/react/number-field'
import type { Ref } from 'react'
import { cn } from '@/components/ui/class-names'
import { Field, type FieldProps, inputStyle } from '@/components/ui/field'

interface NumberInputProps extends FieldProps {
  value: number | null
  onValueChange: (value: number | null) => void
  onBlur?: () => void
  min?: number
  max?: number
  step?: number
  /** Reads and writes the separators of this language. */
  locale?: string
  /** Follows the number, for instance a unit. */
  suffix?: string
  placeholder?: string
  autoFocus?: boolean
  ref?: Ref<HTMLInputElement>
}

/** Typed, or changed by the arrow keys (Shift: ten, Alt: a tenth). Empty is null. */
export function NumberInput({
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
  onBlur,
  suffix,
  placeholder,
  autoFocus,
  ref,
  ...number
}: NumberInputProps) {
  return (
    <Field {...{ label, labelHidden, help, error, required, disabled, name, className }}>
      <NumberField.Root {...number} name={name} disabled={disabled} value={value} onValueChange={(next) => onValueChange(next)}>
        <NumberField.Group className="flex items-center gap-2">
          <NumberField.Input
            ref={ref}
            onBlur={onBlur}
            placeholder={placeholder}
            autoFocus={autoFocus}
            aria-required={required || undefined}
            className={cn(inputStyle, 'h-control w-24 text-end')}
          />
          {suffix ? <span className="text-sm text-ink-3">{suffix}</span> : null}
        </NumberField.Group>
      </NumberField.Root>
    </Field>
  )
}
