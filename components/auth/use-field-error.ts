'use client'
import { useText } from '@/components/i18n/use-text'

/** Says a field's error in words: our rules name message keys, everything else is put generally. */
export function useFieldError(): (error: { message?: string } | undefined) => string | undefined {
  const text = useText()
  return (error) => {
    if (!error) return undefined
    const key = error.message ?? ''
    return text.has(key as never) ? text(key as never) : text('auth.problem.invalid')
  }
}
