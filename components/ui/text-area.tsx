'use client'

import { Field as Base } from '@base-ui/react/field'
import { type ComponentProps, type InputEvent, useLayoutEffect, useRef } from 'react'
import { cn } from '@/components/ui/class-names'
import { Field, type FieldProps, inputStyle } from '@/components/ui/field'
import { useTextLimit } from '@/components/ui/text-limit'

export interface TextAreaProps extends FieldProps, Omit<ComponentProps<'textarea'>, keyof FieldProps> {
  onValueChange?: (value: string) => void
  /** Lines shown when empty; it grows with its text from there. */
  rows?: number
  inputClassName?: string
}

export function TextArea({
  label,
  labelHidden,
  help,
  error,
  required,
  disabled,
  name,
  className,
  rows = 3,
  inputClassName,
  onValueChange,
  onInput,
  onBlur,
  onKeyDown,
  maxLength,
  ref,
  ...area
}: TextAreaProps) {
  const own = useRef<HTMLTextAreaElement | null>(null)
  useLayoutEffect(() => {
    if (own.current) grow(own.current)
  })
  const limit = useTextLimit({ value: area.value, maxLength, help, error, onBlur, onKeyDown, isLine: false })
  return (
    <Field {...{ label, labelHidden, required, disabled, name, className }} {...limit.field}>
      <Base.Control
        name={name}
        aria-required={required || undefined}
        value={area.value}
        defaultValue={area.defaultValue}
        onValueChange={onValueChange ? (value) => onValueChange(value) : undefined}
        className={cn(inputStyle, 'field-sizing-content max-h-[60vh] min-h-0 resize-y py-1.5', inputClassName)}
        render={
          <textarea
            {...area}
            {...limit.control}
            rows={rows}
            ref={(element) => {
              own.current = element
              if (typeof ref === 'function') return ref(element)
              if (ref) ref.current = element
            }}
            onInput={(event: InputEvent<HTMLTextAreaElement>) => {
              grow(event.currentTarget)
              onInput?.(event)
            }}
          />
        }
      />
    </Field>
  )
}

/** For browsers that cannot size a field by its content themselves. */
function grow(area: HTMLTextAreaElement) {
  if (CSS.supports('field-sizing', 'content')) return
  area.style.height = 'auto'
  area.style.height = `${area.scrollHeight + 2}px`
}
