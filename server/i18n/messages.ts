import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Locale } from '@/server/domain/wire.schema'

export interface Messages {
  [key: string]: string | Messages
}
const known = new Map<Locale, Messages>()

/** All texts of a language: each file of `messages/<locale>/` under its own name. Read once. */
export function messagesOf(locale: Locale): Messages {
  const cached = known.get(locale)
  if (cached && process.env.NODE_ENV !== 'development') return cached
  const folder = join(process.cwd(), 'server/i18n/messages', locale)
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'))
  const messages = Object.fromEntries(
    files.map((name) => [name.slice(0, -'.json'.length), JSON.parse(readFileSync(join(folder, name), 'utf8'))]),
  )
  known.set(locale, messages)
  return messages
}
