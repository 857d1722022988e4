'use client'

import { Field as Base } from '@base-ui/react/field'
import { type KeyboardEvent, type Ref, useState } from 'react'
import { cn } from '@/components/ui/class-names'
import { Field, type FieldProps, inputStyle } from '@/components/ui/field'
import { formatNumber, parseNumber, stepped } from '@/components/ui/number-text'
import { useUiWords } from '@/components/ui/ui-words'

interface NumberInputProps extends FieldProps {
  value: number | null
  onValueChange: (value: number | null) => void
  min?: number
  max?: number
  step?: number
  /** Fractions may be written; else whole numbers are meant. */
  hasFractions?: boolean
  /** The number is told when one is done with it, not with every sign: where each change is saved at once. */
  isToldLate?: boolean
  /** Reads and writes the separators of this language, else of the interface's. */
  locale?: string
  /** Follows the number, for instance a unit. */
  suffix?: string
  placeholder?: string
  autoFocus?: boolean
  ref?: Ref<HTMLInputElement>
}

/**
 * Typed, or changed by the arrow keys (Shift: ten). Empty is null. What is no number, or none that may be taken, stays as it
 * was typed, the field says so, and the value is what it was before.
 */
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
  min,
  max,
  step = 1,
  hasFractions = false,
  isToldLate = false,
  locale,
  suffix,
  placeholder,
  autoFocus,
  ref,
}: NumberInputProps) {
  const words = useUiWords()
  const language = locale ?? words.language
  const kind = { isWhole: !hasFractions, min, max }
  /** What is being typed, and what the value was before. */
  const [draft, setDraft] = useState<{ text: string; before: number | null } | null>(null)
  const [isUnreadable, setUnreadable] = useState(false)
  const text = draft?.text ?? (value === null ? '' : formatNumber(value, language))
  const isReadable = (written: string) => written.trim() === '' || parseNumber(written, language, kind) !== null
  const tell = (next: number | null) => {
    if (next !== value) onValueChange(next)
  }
  function type(next: string) {
    const before = draft ? draft.before : value
    setDraft({ text: next, before })
    setUnreadable(false)
    if (!isToldLate) tell(isReadable(next) ? parseNumber(next, language, kind) : before)
  }
  function commit() {
    if (draft === null) return
    setUnreadable(!isReadable(draft.text))
    if (!isReadable(draft.text)) return
    setDraft(null)
    tell(parseNumber(draft.text, language, kind))
  }
  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'Enter') {
      commit()
      if (!isReadable(text)) event.preventDefault()
    }
    if (event.key === 'Escape' && draft) {
      tell(draft.before)
      setDraft(null)
      setUnreadable(false)
    }
    if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return
    event.preventDefault()
    const by = (event.key === 'ArrowUp' ? 1 : -1) * (event.shiftKey ? 10 : 1) * step
    type(formatNumber(stepped(isReadable(text) ? parseNumber(text, language, kind) : value, by, kind), language))
  }
  return (
    <Field
      {...{ label, labelHidden, help, required, disabled, name, className }}
      error={isUnreadable ? words.unreadableNumber(kind) : error}
    >
      <div className="flex items-center gap-2">
        <Base.Control
          ref={ref}
          name={name}
          value={text}
          onValueChange={type}
          onBlur={commit}
          onKeyDown={onKeyDown}
          inputMode={min === undefined || min < 0 ? 'text' : hasFractions ? 'decimal' : 'numeric'}
          autoComplete="off"
          placeholder={placeholder}
          autoFocus={autoFocus}
          aria-required={required || undefined}
          data-unreadable={(draft !== null && !isReadable(draft.text)) || undefined}
          className={cn(inputStyle, 'h-control w-24 text-end')}
        />
        {suffix ? <span className="text-sm text-ink-3">{suffix}</span> : null}
      </div>
    </Field>
  )
}
