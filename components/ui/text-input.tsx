'use client'

import { Field as Base } from '@base-ui/react/field'
import type { ComponentProps, ReactElement } from 'react'
import { cn } from '@/components/ui/class-names'
import { Field, type FieldProps, inputStyle } from '@/components/ui/field'
import { useTextLimit } from '@/components/ui/text-limit'

export interface TextInputProps extends FieldProps, Omit<ComponentProps<'input'>, keyof FieldProps | 'size'> {
  onValueChange?: (value: string) => void
  /** Drawn at the start, for instance the glass of a search field. */
  icon?: ReactElement
  inputClassName?: string
}

/** Works with `register` of react-hook-form as it is: name, ref, onChange and onBlur reach the input. */
export function TextInput({
  label,
  labelHidden,
  help,
  error,
  required,
  disabled,
  name,
  className,
  icon,
  inputClassName,
  onValueChange,
  onBlur,
  onKeyDown,
  maxLength,
  ...input
}: TextInputProps) {
  const limit = useTextLimit({ value: input.value, maxLength, help, error, onBlur, onKeyDown, isLine: true })
  return (
    <Field {...{ label, labelHidden, required, disabled, name, className }} {...limit.field}>
      <div className="relative">
        {icon ? (
          <span
            aria-hidden
            className="pointer-events-none absolute inset-y-0 start-2.5 grid place-items-center text-ink-3 [&_svg]:size-4"
          >
            {icon}
          </span>
        ) : null}
        <Base.Control
          name={name}
          aria-required={required || undefined}
          onValueChange={onValueChange ? (value) => onValueChange(value) : undefined}
          className={cn(inputStyle, 'h-control', icon && 'ps-8.5', inputClassName)}
          {...input}
          {...limit.control}
        />
      </div>
    </Field>
  )
}
