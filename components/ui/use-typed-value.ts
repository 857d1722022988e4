import { useState } from 'react'

/**
 * Text that stands for a value and is read when the person is done with it. What cannot be read stays as it was
 * typed, `unreadable` is true, and the value is left alone.
 */
export function useTypedValue<T>({
  value,
  format,
  parse,
  onValueChange,
}: {
  value: T | null
  format: (value: T) => string
  parse: (text: string) => T | null
  onValueChange: (value: T | null) => void
}) {
  /** What is being typed; null while the field shows its value. */
  const [draft, setDraft] = useState<string | null>(null)
  const [unreadable, setUnreadable] = useState(false)
  return {
    text: draft ?? (value === null ? '' : format(value)),
    unreadable,
    type(text: string) {
      setDraft(text)
      setUnreadable(false)
    },
    /** Reads what was typed; returns whether the field is in order. */
    commit(): boolean {
      if (draft === null) return !unreadable
      const next = draft.trim() === '' ? null : parse(draft)
      if (next === null && draft.trim() !== '') {
        setUnreadable(true)
        return false
      }
      setDraft(null)
      if (next !== value) onValueChange(next)
      return true
    },
    /** Back to the value. */
    reset() {
      setDraft(null)
      setUnreadable(false)
    },
  }
}
