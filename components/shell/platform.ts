'use client'

import { useSyncExternalStore } from 'react'
import { useLanguage } from '@/components/i18n/use-text'
import { type ShortcutId, shortcut } from '@/components/shell/shortcuts'
import type { Locale } from '@/server/domain/wire.schema'

const never = () => () => {}
const lookIsApple = () => /mac|iphone|ipad/i.test(navigator.userAgent)

/** False while rendering on the server, where nobody knows. */
export const useIsApple = (): boolean => useSyncExternalStore(never, lookIsApple, () => false)

const names: Record<Locale, Record<string, string>> = {
  en: { mod: 'Ctrl', Escape: 'Esc', ArrowUp: '↑', ArrowDown: '↓', ArrowLeft: '←', ArrowRight: '→' },
  de: {
    mod: 'Strg',
    Shift: 'Umschalt',
    Space: 'Leertaste',
    // One key: the space in its name must not part it into two.
    PageUp: 'Bild\u00a0auf',
    PageDown: 'Bild\u00a0ab',
    Escape: 'Esc',
    ArrowUp: '↑',
    ArrowDown: '↓',
    ArrowLeft: '←',
    ArrowRight: '→',
  },
}
const apple: Record<string, string> = { mod: '⌘', Shift: '⇧', Alt: '⌥', Ctrl: '⌃' }

/** Keys as they are printed on the keyboard, for `Kbd` and tooltips. */
export function writtenKeys(keys: string, language: Locale, isApple: boolean): string {
  const named = (key: string) => (isApple && apple[key]) || names[language][key] || (key.length === 1 ? key.toUpperCase() : key)
  return keys
    .split(' ')
    .map((chord) =>
      chord
        .split(/\+(?=.)/)
        .map(named)
        .join(isApple ? '' : '+'),
    )
    .join(' ')
}

/** The first way to a shortcut, written for this machine and language: the `shortcut` of a button or menu row. */
export function useWritten(): (id: ShortcutId) => string {
  const language = useLanguage()
  const isApple = useIsApple()
  return (id) => writtenKeys(shortcut(id).keys[0] ?? '', language, isApple)
}
