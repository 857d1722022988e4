'use client'

import { Field as BaseField } from '@base-ui/react/field'
import { Switch as Base } from '@base-ui/react/switch'
import type { Ref } from 'react'
import { cn } from '@/components/ui/class-names'
import { errorStyle, type FieldProps, helpStyle, isShown } from '@/components/ui/field'

interface SwitchProps extends Omit<FieldProps, 'required'> {
  value: boolean
  onValueChange: (value: boolean) => void
  ref?: Ref<HTMLInputElement>
}

/** For what takes effect at once; in a form that is sent later use a checkbox. */
export function Switch({
  label,
  labelHidden = false,
  help,
  error,
  disabled,
  name,
  className,
  value,
  onValueChange,
  ref,
}: SwitchProps) {
  return (
    <BaseField.Root name={name} disabled={disabled} invalid={isShown(error)} className={className}>
      <BaseField.Label className="flex min-h-6 items-start gap-2.5">
        <Base.Root
          name={name}
          disabled={disabled}
          checked={value}
          inputRef={ref}
          onCheckedChange={(checked) => onValueChange(checked)}
          className="mt-0.5 inline-flex h-5 w-8.5 shrink-0 items-center rounded-full border border-control bg-sunk px-0.5 transition-colors data-checked:border-accent data-checked:bg-accent data-disabled:opacity-55"
        >
          <Base.Thumb className="size-3.5 rounded-full bg-control transition-transform data-checked:translate-x-3.5 data-checked:bg-accent-ink forced-colors:bg-[CanvasText]! forced-colors:data-checked:bg-[Highlight]!" />
        </Base.Root>
        <span className={labelHidden ? 'sr-only' : 'pt-0.5'}>{label}</span>
      </BaseField.Label>
      {isShown(help) ? <BaseField.Description className={cn(helpStyle, 'ps-11')}>{help}</BaseField.Description> : null}
      {isShown(error) ? (
        <BaseField.Error match className={cn(errorStyle, 'ps-11')}>
          {error}
        </BaseField.Error>
      ) : null}
    </BaseField.Root>
  )
}
