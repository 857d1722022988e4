'use client'

import { createContext, type ReactNode, useContext } from 'react'
import type { NumberKind } from '@/components/ui/number-text'

/** The few words that the primitives need again and again. Everything else comes by props. */
export interface UiWords {
  close: string
  clear: string
  cancel: string
  /** stands after the label of a field that must be filled */
  required: string
  loading: string
  noMatches: string
  showOptions: string
  remove: (name: string) => string
  create: (query: string) => string
  selectedCount: (count: number) => string
  openCalendar: string
  previousMonth: string
  nextMonth: string
  unreadableDay: string
  /** A day, but one that is past, too early or too late; with the first or last that may be taken. */
  pastDay: (earliest: string) => string
  tooEarlyDay: (earliest: string) => string
  tooLateDay: (latest: string) => string
  unreadableTime: string
  nearLimit: (count: number, most: number) => string
  tooLong: (count: number, most: number) => string
  unreadableNumber: (kind: NumberKind) => string
  /** Of the interface. */
  language: string
  notifications: string
  dismiss: string
  stepDone: string
  sorted: { ascending: string; descending: string }
}

const WordsContext = createContext<UiWords | null>(null)

export function UiWordsProvider({ words, children }: { words: UiWords; children: ReactNode }) {
  return <WordsContext value={words}>{children}</WordsContext>
}

export function useUiWords(): UiWords {
  const words = useContext(WordsContext)
  if (!words) throw new Error('UiProvider is missing above this component')
  return words
}
