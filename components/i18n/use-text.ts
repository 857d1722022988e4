'use client'
import { useSyncExternalStore } from 'react'
import { createFormatter, useLocale, useNow, useTimeZone, useTranslations } from 'use-intl'
import type { Locale, Localized } from '@/server/domain/wire.schema'

export { useTranslations as useText } from 'use-intl'

type Formatter = ReturnType<typeof createFormatter>
const formatters = new Map<string, Formatter>()

/** Writes numbers, dates and times in the interface's language; English ones with the day before the month and 24 hours. */
export function useFormatter(): Formatter {
  const language = useLocale()
  const timeZone = useTimeZone()
  const name = `${language} ${timeZone}`
  const known = formatters.get(name)
  if (known) return known
  const made = createFormatter({ locale: language === 'en' ? 'en-GB' : language, timeZone })
  formatters.set(name, made)
  return made
}

const tickMs = 30_000
const listeners = new Set<() => void>()
let ticking: ReturnType<typeof setInterval> | undefined

function onTick(listener: () => void): () => void {
  listeners.add(listener)
  ticking ??= setInterval(() => {
    for (const each of listeners) each()
  }, tickMs)
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    clearInterval(ticking)
    ticking = undefined
  }
}

const tickOf = (at: number): number => Math.floor(at / tickMs) * tickMs

/** "3 minutes ago": follows the clock, and never lies ahead, whatever the clocks of server and device say. */
export function useAgo(): (at: Date) => string {
  const format = useFormatter()
  const start = useNow().getTime()
  const now = useSyncExternalStore(
    onTick,
    () => tickOf(Date.now()),
    () => tickOf(start),
  )
  return (at) => format.relativeTime(at, Math.max(now, at.getTime()))
}

/** The language of the interface. */
export const useLanguage = (): Locale => useLocale() as Locale

/** Picks the interface's language from a bilingual text; falls back to the other where one is empty. */
export function useLocalized(): (text: Localized) => string {
  const language = useLanguage()
  return (text) => text[language] || text.en || text.de
}

/** Says a Problem (or any error) in words: `problemText(error)`. */
export function useProblemText(): (error: unknown) => string {
  const text = useTranslations()
  return (error) => {
    const problem = problemOf(error)
    if (problem && text.has(problem.messageKey as never)) return text(problem.messageKey as never, problem.details as never)
    if (error instanceof Error && /fetch|network/i.test(error.message)) return text('errors.offline' as never)
    return text('errors.internal' as never)
  }
}

export interface ClientProblem {
  code: string
  messageKey: string
  details: Record<string, string | number>
  data: unknown
}

/** The Problem inside a tRPC error, if it is one. */
export function problemOf(error: unknown): ClientProblem | undefined {
  if (!(error instanceof Error) || !('data' in error)) return undefined
  const data = error.data as { problem?: ClientProblem | null } | undefined
  return data?.problem ?? undefined
}
