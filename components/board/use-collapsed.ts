'use client'

import { usePreference } from '@/components/shell/use-preference'
import type { BoardAxis } from '@/server/domain/board/board.schema'

/** The columns that a person keeps as a strip, remembered for each axis. */
export function useCollapsed(axis: BoardAxis) {
  const [list, setList] = usePreference<string[]>(`board.collapsed.${axis}`, [])
  return {
    has: (key: string) => list.includes(key),
    toggle: (key: string) => setList(list.includes(key) ? list.filter((other) => other !== key) : [...list, key]),
  }
}
