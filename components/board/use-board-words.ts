'use client'

import { useCallback } from 'react'
import { useText } from '@/components/i18n/use-text'
import { useWorkspace } from '@/components/shell/workspace'
import { type BoardAxis, type BoardLine, noValue } from '@/server/domain/board/board.schema'

/** The names of columns and lanes: terms by the vocabulary, people by the server, and a word for having none. */
export function useBoardWords() {
  const text = useText('board')
  const { nameOf } = useWorkspace()
  return useCallback(
    (axis: BoardAxis, { key, name }: Pick<BoardLine, 'key' | 'name'>): string => {
      if (key === noValue) return text(`none.${axis}`)
      return axis === 'owner' ? (name ?? text('formerMember')) : nameOf(axis, key)
    },
    [text, nameOf],
  )
}
