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
  isNeeded = false,
}: {
  value: T | null
  format: (value: T) => string
  parse: (text: string) => T | null
  onValueChange: (value: T | null) => void
  /** Nothing is no value either. */
  isNeeded?: boolean
}) {
  /** What is being typed; null while the field shows its value. */
  const [draft, setDraft] = useState<string | null>(null)
  const [unreadable, setUnreadable] = useState(false)
  const read = (text: string): T | null => (text.trim() === '' ? null : parse(text))
  const isWrong = (text: string) => read(text) === null && (isNeeded || text.trim() !== '')
  return {
    text: draft ?? (value === null ? '' : format(value)),
    unreadable,
    /** For the field: no form is sent with it, though it may not be said yet while somebody types. */
    mark: unreadable || (draft !== null && isWrong(draft)) ? true : undefined,
    type(text: string) {
      setDraft(text)
      setUnreadable(false)
    },
    /** Reads what was typed; returns whether the field is in order. */
    commit(): boolean {
      if (draft === null) return !unreadable
      if (isWrong(draft)) {
        setUnreadable(true)
        return false
      }
      const next = read(draft)
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
