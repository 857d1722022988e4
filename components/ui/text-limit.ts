'use client'

import type { FocusEvent, KeyboardEvent, ReactNode } from 'react'
import { isShown } from '@/components/ui/field'
import { useUiWords } from '@/components/ui/ui-words'

/** As the server counts: a sign outside the basic plane is one character. */
const lengthOf = (text: string): number => Array.from(text).length

interface Limited<E extends Element> {
  value: unknown
  maxLength?: number | undefined
  help?: ReactNode
  error?: ReactNode
  onBlur?: ((event: FocusEvent<E>) => void) | undefined
  onKeyDown?: ((event: KeyboardEvent<E>) => void) | undefined
  /** Whether Enter is for sending it, or for another line. */
  isLine: boolean
}

/**
 * Nothing is cut off what is typed or pasted: near its limit a field counts, beyond it it says by how much it is too long, and
 * until it fits neither leaving it nor Enter saves it. A field without a value of its own leaves cutting to the browser.
 */
export function useTextLimit<E extends Element>({ value, maxLength, help, error, onBlur, onKeyDown, isLine }: Limited<E>) {
  const words = useUiWords()
  if (maxLength === undefined || typeof value !== 'string')
    return { field: { help, error }, control: { maxLength, onBlur, onKeyDown } }
  const count = lengthOf(value.trim())
  const isTooLong = count > maxLength
  const isNear = !isTooLong && maxLength >= 100 && count >= maxLength * 0.9
  return {
    field: {
      help: isNear && !isShown(error) ? words.nearLimit(count, maxLength) : help,
      error: isTooLong && !isShown(error) ? words.tooLong(count, maxLength) : error,
    },
    control: {
      'data-unreadable': isTooLong ? '' : undefined,
      onBlur: isTooLong ? undefined : onBlur,
      onKeyDown(event: KeyboardEvent<E>) {
        const isSending = event.key === 'Enter' && (isLine || event.ctrlKey || event.metaKey)
        if (!isTooLong || !isSending) return onKeyDown?.(event)
        event.preventDefault()
        event.stopPropagation()
      },
    },
  }
}
