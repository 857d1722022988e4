'use client'

import { Combobox as Base } from '@base-ui/react/combobox'
import { ChevronDown, X } from 'lucide-react'
import type { KeyboardEvent, ReactNode, Ref } from 'react'
import { cn } from '@/components/ui/class-names'
import { ComboboxList } from '@/components/ui/combobox-list'
import { type ComboboxItems, isCreateOption, refuseEscape, useComboboxOptions } from '@/components/ui/combobox-options'
import { Field, type FieldProps, inputStyle } from '@/components/ui/field'
import type { Option } from '@/components/ui/option'
import { useUiWords } from '@/components/ui/ui-words'

interface ComboboxProps<V extends string> extends FieldProps, ComboboxItems<V> {
  value: V | null
  onValueChange: (value: V | null) => void
  placeholder?: string
  clearable?: boolean
  /** No frame, as in the cell of a table. */
  bare?: boolean
  foot?: ReactNode
  defaultOpen?: boolean
  autoFocus?: boolean
  onOpenChange?: (open: boolean) => void
  onBlur?: () => void
  onKeyDown?: (event: KeyboardEvent) => void
  ref?: Ref<HTMLInputElement>
}

/** One of many: typing filters, Enter takes the marked one. */
export function Combobox<V extends string>({
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
  placeholder,
  clearable = true,
  bare = false,
  foot,
  defaultOpen,
  autoFocus,
  onOpenChange,
  onBlur,
  onKeyDown,
  ref,
  ...source
}: ComboboxProps<V>) {
  const words = useUiWords()
  const { groups, optionOf, changeQuery, matches } = useComboboxOptions(source)
  return (
    <Field {...{ label, labelHidden, help, error, required, disabled, name, className }}>
      <Base.Root
        name={name}
        disabled={disabled}
        items={groups}
        filter={matches}
        autoHighlight
        value={value === null ? null : optionOf(value)}
        isItemEqualToValue={(a: Option<V>, b: Option<V>) => a.value === b.value}
        itemToStringLabel={(option: Option<V>) => option.label}
        itemToStringValue={(option: Option<V>) => option.value}
        defaultOpen={defaultOpen}
        onOpenChange={onOpenChange ? (open) => onOpenChange(open) : undefined}
        onInputValueChange={(typed, details) => {
          if (!refuseEscape(details)) changeQuery(details.reason === 'input-change' ? typed : '')
        }}
        onValueChange={(option: Option<V> | null, details) => {
          if (refuseEscape(details)) return
          if (option && isCreateOption(option)) {
            details.cancel()
            source.onCreate?.(option.label)
          } else onValueChange(option?.value ?? null)
        }}
      >
        <Base.InputGroup className="relative">
          <Base.Input
            ref={ref}
            autoFocus={autoFocus}
            onBlur={onBlur}
            onKeyDown={onKeyDown}
            placeholder={placeholder}
            aria-required={required || undefined}
            className={cn(inputStyle, 'h-control pe-14', bare && 'border-transparent bg-transparent px-2')}
          />
          <div className="absolute inset-y-0 end-1 flex items-center text-ink-3">
            {clearable && !disabled ? (
              <Base.Clear aria-label={words.clear} className="grid size-6 place-items-center rounded hover:text-ink">
                <X aria-hidden className="size-3.5" />
              </Base.Clear>
            ) : null}
            <Base.Trigger
              aria-label={words.showOptions}
              tabIndex={-1}
              className="grid size-6 place-items-center rounded hover:text-ink"
            >
              <ChevronDown aria-hidden className="size-4" />
            </Base.Trigger>
          </div>
        </Base.InputGroup>
        <ComboboxList loading={source.loading} foot={foot} />
      </Base.Root>
    </Field>
  )
}
