import { createTranslator } from 'use-intl/core'
import type { ProblemDetails } from '@/server/domain/errors'
import type { Locale } from '@/server/domain/wire.schema'
import { messagesOf } from './messages'

/** Texts outside React: command line, reports, mails. */
export function translatorOf(locale: Locale): (key: string, values?: ProblemDetails) => string {
  const translate = createTranslator({ locale, messages: messagesOf(locale), timeZone: 'UTC' })
  return (key, values = {}) => {
    const filled = Object.fromEntries(
      Object.entries(values).map(([name, value]) => [name, typeof value === 'boolean' ? String(value) : (value ?? '')]),
    )
    return translate(key as never, filled as never)
  }
}
