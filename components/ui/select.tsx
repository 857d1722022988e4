'use client'

import { Select as Base } from '@base-ui/react/select'
import { ChevronDown } from 'lucide-react'
import type { ReactNode, Ref } from 'react'
import { cn } from '@/components/ui/class-names'
import { Field, type FieldProps, inputStyle } from '@/components/ui/field'
import { floatStyle, groupLabelStyle, listStyle, rowStyle } from '@/components/ui/float-style'
import { groupOptions, type Option } from '@/components/ui/option'
import { chosenMark, OptionRow } from '@/components/ui/option-row'

interface SelectProps<V extends string> extends FieldProps {
  value: V | null
  onValueChange: (value: V) => void
  items: readonly Option<V>[]
  placeholder?: string
  /** Stands before the chosen value inside the button ("View: After purchase"). */
  prefix?: ReactNode
  /** `button` is as wide as its text, for toolbars. */
  look?: 'field' | 'button' | 'bare'
  open?: boolean
  onOpenChange?: (open: boolean) => void
  onBlur?: () => void
  ref?: Ref<HTMLButtonElement>
}

/** One of a few. For many, or to filter by typing, use Combobox. */
export function Select<V extends string>({
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
  items,
  placeholder,
  prefix,
  look = 'field',
  open,
  onOpenChange,
  onBlur,
  ref,
}: SelectProps<V>) {
  const groups = groupOptions(items)
  return (
    <Field {...{ label, labelHidden, help, error, required, disabled, name, className }} nativeLabel={false}>
      <Base.Root
        name={name}
        disabled={disabled}
        items={items}
        value={value}
        open={open}
        onOpenChange={onOpenChange ? (next) => onOpenChange(next) : undefined}
        onValueChange={(next: V | null) => {
          if (next !== null) onValueChange(next)
        }}
      >
        <Base.Trigger
          ref={ref}
          onBlur={onBlur}
          className={cn(
            inputStyle,
            'flex h-control items-center gap-1.5 text-start hover:border-ink-3 focus-visible:outline-2 focus-visible:outline-offset-1',
            look === 'button' && 'w-auto border-line-2',
            look === 'bare' && 'border-transparent bg-transparent px-2',
          )}
        >
          {prefix ? <span className="shrink-0 text-ink-2">{prefix}</span> : null}
          <Base.Value placeholder={placeholder} className="min-w-0 flex-1 truncate data-placeholder:text-ink-3" />
          <Base.Icon className="text-ink-3">
            <ChevronDown aria-hidden className="size-4" />
          </Base.Icon>
        </Base.Trigger>
        <Base.Portal>
          <Base.Positioner alignItemWithTrigger={false} sideOffset={4} collisionPadding={8} className="z-50 outline-none">
            <Base.Popup data-float className={cn(floatStyle, 'min-w-(--anchor-width) max-w-[min(24rem,var(--available-width))]')}>
              <Base.List className={listStyle}>
                {groups.map((group) => (
                  <Base.Group key={group.value}>
                    {group.value === '' ? null : <Base.GroupLabel className={groupLabelStyle}>{group.value}</Base.GroupLabel>}
                    {group.items.map((option) => (
                      <Base.Item
                        key={option.value}
                        value={option.value}
                        label={option.label}
                        disabled={option.disabled}
                        className={cn(
                          rowStyle,
                          'data-selected:font-medium',
                          // Why it cannot be chosen is there to be read.
                          option.description && 'data-disabled:opacity-100',
                        )}
                      >
                        <Base.ItemText className="contents">
                          <OptionRow option={option} indicator={null} />
                        </Base.ItemText>
                        <Base.ItemIndicator className="text-accent">{chosenMark}</Base.ItemIndicator>
                      </Base.Item>
                    ))}
                  </Base.Group>
                ))}
              </Base.List>
            </Base.Popup>
          </Base.Positioner>
        </Base.Portal>
      </Base.Root>
    </Field>
  )
}
