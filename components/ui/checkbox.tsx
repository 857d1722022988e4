'use client'

import { Checkbox as Base } from '@base-ui/react/checkbox'
import { Field as BaseField } from '@base-ui/react/field'
import { Check, Minus } from 'lucide-react'
import type { ComponentProps, ReactNode, Ref } from 'react'
import { cn } from '@/components/ui/class-names'
import { errorStyle, type FieldProps, helpStyle, isShown, RequiredMark } from '@/components/ui/field'

export interface CheckboxProps extends FieldProps {
  value: boolean
  onValueChange: (value: boolean, event: Event) => void
  /** Some of what it stands for is chosen, some is not. */
  indeterminate?: boolean
  onBlur?: () => void
  ref?: Ref<HTMLInputElement>
}

export function Checkbox({
  label,
  labelHidden = false,
  help,
  error,
  required,
  disabled,
  name,
  className,
  value,
  onValueChange,
  indeterminate,
  onBlur,
  ref,
}: CheckboxProps) {
  return (
    <BaseField.Root name={name} disabled={disabled} invalid={isShown(error)} className={className}>
      <BaseField.Label className={cn('flex min-h-6 items-start gap-2', labelHidden && 'inline-grid size-6 place-items-center')}>
        <CheckboxBox
          className={labelHidden ? undefined : 'mt-1'}
          name={name}
          disabled={disabled}
          checked={value}
          indeterminate={indeterminate}
          inputRef={ref}
          onBlur={onBlur}
          onCheckedChange={(checked, details) => onValueChange(checked, details.event)}
        />
        <span className={labelHidden ? 'sr-only' : cn('pt-0.5', disabled && 'text-ink-2')}>
          {label}
          {required ? <RequiredMark /> : null}
        </span>
      </BaseField.Label>
      <Below help={help} error={error} />
    </BaseField.Root>
  )
}

/** The box alone; the caller names it (`aria-label`). */
export function CheckboxBox({ className, ...props }: ComponentProps<typeof Base.Root>) {
  return (
    <Base.Root
      className={cn(
        "relative grid size-4 shrink-0 place-items-center rounded-sm border-[1.5px] border-control bg-sheet transition-colors after:absolute after:-inset-1.5 after:content-[''] data-checked:border-accent data-checked:bg-accent not-data-checked:data-disabled:bg-sunk data-disabled:opacity-55 data-indeterminate:border-accent data-indeterminate:bg-accent data-invalid:border-danger",
        className,
      )}
      {...props}
    >
      <Base.Indicator className="text-accent-ink">
        {props.indeterminate ? <Minus className="size-3 stroke-3" /> : <Check className="size-3 stroke-3" />}
      </Base.Indicator>
    </Base.Root>
  )
}

export function Below({ help, error }: { help?: ReactNode; error?: ReactNode }) {
  return (
    <>
      {isShown(help) ? <BaseField.Description className={cn(helpStyle, 'ps-6')}>{help}</BaseField.Description> : null}
      {isShown(error) ? (
        <BaseField.Error match className={cn(errorStyle, 'ps-6')}>
          {error}
        </BaseField.Error>
      ) : null}
    </>
  )
}
