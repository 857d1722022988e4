'use client'

import { Combobox as Base } from '@base-ui/react/combobox'
import { X } from 'lucide-react'
import { type KeyboardEvent, type ReactNode, type Ref, useRef } from 'react'
import { cn } from '@/components/ui/class-names'
import { ComboboxList } from '@/components/ui/combobox-list'
import { type ComboboxItems, isCreateOption, refuseEscape, useComboboxOptions } from '@/components/ui/combobox-options'
import { Field, type FieldProps } from '@/components/ui/field'
import type { Option } from '@/components/ui/option'
import { tagStyle } from '@/components/ui/tag'
import { useUiWords } from '@/components/ui/ui-words'

interface MultiComboboxProps<V extends string> extends FieldProps, ComboboxItems<V> {
  value: readonly V[]
  onValueChange: (value: V[]) => void
  placeholder?: string
  bare?: boolean
  foot?: ReactNode
  defaultOpen?: boolean
  autoFocus?: boolean
  onOpenChange?: (open: boolean) => void
  onBlur?: () => void
  onKeyDown?: (event: KeyboardEvent) => void
  ref?: Ref<HTMLInputElement>
}

/** Some of many, as chips: Enter adds the marked one, Backspace in the empty field removes the last, arrow left walks over them. */
export function MultiCombobox<V extends string>({
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
  bare = false,
  foot,
  defaultOpen,
  autoFocus,
  onOpenChange,
  onBlur,
  onKeyDown,
  ref,
  ...source
}: MultiComboboxProps<V>) {
  const words = useUiWords()
  const frame = useRef<HTMLDivElement>(null)
  const { groups, query, optionOf, changeQuery, matches } = useComboboxOptions(source)
  return (
    <Field {...{ label, labelHidden, help, error, required, disabled, name, className }}>
      <Base.Root
        multiple
        name={name}
        disabled={disabled}
        items={groups}
        filter={matches}
        autoHighlight
        value={value.map(optionOf)}
        inputValue={query}
        isItemEqualToValue={(a: Option<V>, b: Option<V>) => a.value === b.value}
        itemToStringLabel={(option: Option<V>) => option.label}
        itemToStringValue={(option: Option<V>) => option.value}
        defaultOpen={defaultOpen}
        onInputValueChange={(typed, details) => {
          if (!refuseEscape(details)) changeQuery(typed)
        }}
        onOpenChange={(open, details) => {
          // Adding one is seldom all: the list stays for the next.
          if (!open && details.reason === 'item-press') details.cancel()
          else onOpenChange?.(open)
        }}
        onValueChange={(next: Option<V>[], details) => {
          if (refuseEscape(details)) return
          const created = next.find(isCreateOption)
          if (created) source.onCreate?.(created.label)
          else onValueChange(next.map((option) => option.value))
          changeQuery('')
        }}
      >
        <Base.InputGroup
          ref={frame}
          className={cn(
            'flex min-h-control cursor-text items-center rounded-md border border-control bg-sheet px-1.5 py-0.5 transition-colors focus-within:border-focus focus-within:outline-1 focus-within:outline-focus data-disabled:border-line-2 data-disabled:bg-sunk data-invalid:border-danger',
            bare && 'border-transparent bg-transparent',
          )}
        >
          <Base.Chips className="flex min-w-0 flex-1 flex-wrap items-center gap-1" aria-label={words.selectedCount(value.length)}>
            {value.map(optionOf).map((option) => (
              <Base.Chip
                key={option.value}
                aria-label={option.label}
                className={cn(
                  tagStyle,
                  'h-6 focus-within:border-focus focus-within:bg-accent-wash focus-visible:bg-accent-wash',
                  !disabled && 'pe-0',
                )}
              >
                {option.letter === undefined ? null : (
                  <span aria-hidden className="text-2xs font-semibold text-ink-3">
                    {option.letter}
                  </span>
                )}
                <span className="truncate">{option.label}</span>
                {disabled ? null : (
                  <Base.ChipRemove
                    aria-label={words.remove(option.label)}
                    className="-my-px -me-px grid size-6 shrink-0 place-items-center rounded-sm text-ink-3 hover:text-ink"
                  >
                    <X aria-hidden className="size-3" />
                  </Base.ChipRemove>
                )}
              </Base.Chip>
            ))}
            <Base.Input
              ref={ref}
              autoFocus={autoFocus}
              onBlur={onBlur}
              onKeyDown={onKeyDown}
              placeholder={value.length === 0 ? placeholder : undefined}
              aria-required={required || undefined}
              className="h-6 min-w-16 flex-1 bg-transparent px-1 outline-none"
            />
          </Base.Chips>
        </Base.InputGroup>
        <ComboboxList loading={source.loading} foot={foot} />
      </Base.Root>
    </Field>
  )
}
