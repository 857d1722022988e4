'use client'

import { useMemo } from 'react'
import { typedSign } from '@/components/content/grid-keys'
import { shortcut, shortcutIds } from '@/components/shell/shortcuts'
import { usePreference } from '@/components/shell/use-preference'

/** The signs that are shortcuts on this screen, also as the first of two. */
const signs: ReadonlySet<string> = new Set(
  shortcutIds
    .map(shortcut)
    .filter(({ screen, byFocus }) => !byFocus && (screen === 'everywhere' || screen === 'content'))
    .flatMap(({ keys }) => keys.map((keysOfOne) => keysOfOne.replace('Shift+', '').split(' ')[0] ?? ''))
    .filter((sign) => sign.length === 1),
)
const none: ReadonlySet<string> = new Set()

/** Tells which sign begins an edit: every one that is no shortcut, and all of them where single-key shortcuts are off. */
export function useTypedSign() {
  const [singleKeys] = usePreference<boolean>('singleKeys', true)
  const taken = singleKeys ? signs : none
  return useMemo(() => (event: Parameters<typeof typedSign>[0]) => typedSign(event, taken), [taken])
}
