'use client'

import { Field as Base } from '@base-ui/react/field'
import { Fieldset } from '@base-ui/react/fieldset'
import type { ReactNode } from 'react'
import { cn } from '@/components/ui/class-names'
import { useUiWords } from '@/components/ui/ui-words'

/** What every control of a form takes beside its own props. */
export interface FieldProps {
  label: ReactNode
  /** Keeps the label for screen readers only, as in the cell of a table. */
  labelHidden?: boolean
  help?: ReactNode
  error?: ReactNode
  required?: boolean
  disabled?: boolean
  name?: string
  className?: string
}

/** Label above, control, help below, error below that; Base UI ties them together by id. */
export function Field({
  label,
  labelHidden = false,
  help,
  error,
  required = false,
  disabled,
  name,
  className,
  nativeLabel = true,
  children,
}: FieldProps & { nativeLabel?: boolean; children: ReactNode }) {
  const hasError = isShown(error)
  return (
    <Base.Root name={name} disabled={disabled} invalid={hasError} className={cn('flex min-w-0 flex-col gap-1', className)}>
      <Base.Label
        nativeLabel={nativeLabel}
        render={nativeLabel ? undefined : <div />}
        className={cn(labelHidden ? 'sr-only' : labelStyle)}
      >
        {label}
        {required ? <RequiredMark /> : null}
      </Base.Label>
      {children}
      {isShown(help) ? <Base.Description className={helpStyle}>{help}</Base.Description> : null}
      {hasError ? (
        <Base.Error match className={errorStyle}>
          {error}
        </Base.Error>
      ) : null}
    </Base.Root>
  )
}

/** Several controls under one name. `error` is tied to the group by the reader's order, so it also says itself. */
export function FieldGroup({
  label,
  labelHidden = false,
  help,
  error,
  required = false,
  disabled,
  className,
  children,
}: Omit<FieldProps, 'name'> & { children: ReactNode }) {
  return (
    <Fieldset.Root disabled={disabled} className={cn('flex min-w-0 flex-col gap-1', className)}>
      <Fieldset.Legend className={labelHidden ? 'sr-only' : labelStyle}>
        {label}
        {required ? <RequiredMark /> : null}
      </Fieldset.Legend>
      {children}
      {isShown(help) ? <div className={helpStyle}>{help}</div> : null}
      {isShown(error) ? (
        <div role="alert" className={errorStyle}>
          {error}
        </div>
      ) : null}
    </Fieldset.Root>
  )
}

export function RequiredMark() {
  const { required } = useUiWords()
  return <span className="ms-1.5 font-normal text-ink-3">{required}</span>
}

export const isShown = (node: ReactNode) => node !== undefined && node !== null && node !== false && node !== ''

const labelStyle = 'self-start text-sm font-medium text-ink data-disabled:text-ink-3'
export const helpStyle = 'text-xs text-ink-3'
export const errorStyle = 'text-xs font-medium text-danger'

/** The look of everything that is typed into. */
export const inputStyle =
  'w-full min-w-0 rounded-md border border-control bg-sheet px-2.5 text-ink transition-colors hover:not-data-disabled:not-data-focused:border-ink-3 focus-visible:border-focus focus-visible:outline-1 focus-visible:outline-offset-0 data-invalid:border-danger data-disabled:border-line-2 data-disabled:bg-sunk data-disabled:text-ink-3 [&[readonly]]:bg-sunk'
