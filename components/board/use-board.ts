'use client'

import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query'
import { parseAsString, useQueryStates } from 'nuqs'
import { useCallback, useMemo } from 'react'
import { boardNames, cardsAtOnce, layoutOf, unreadLayout } from '@/components/board/board-address'
import { useFilter } from '@/components/filter/use-filter'
import { deliberate } from '@/components/shell/url-state'
import { useWorkspace } from '@/components/shell/workspace'
import { useTRPC } from '@/components/trpc/client'
import type { BoardCard, BoardCell, BoardPlace } from '@/server/domain/board/board.schema'

const parsers = { columns: parseAsString, lanes: parseAsString, column: parseAsString, peek: parseAsString }

/** What the address asks for, and the board that answers it. */
export function useBoard() {
  const trpc = useTRPC()
  const { slug } = useWorkspace()
  const asked = useFilter(boardNames)
  const [{ columns, lanes, column, peek }, setAddress] = useQueryStates(parsers, deliberate)
  const filter = { ...asked, ignored: [...asked.ignored, ...unreadLayout(columns, lanes)] }
  const layout = useMemo(() => layoutOf(columns, lanes), [columns, lanes])
  const question = useMemo(
    () => ({ workspace: slug, filter: filter.text, ...layout, limit: cardsAtOnce(layout) }),
    [slug, filter.text, layout],
  )
  const { data, error, refetch, isPlaceholderData } = useQuery({
    ...trpc.board.get.queryOptions(question),
    placeholderData: keepPreviousData,
  })
  const cells = useMemo(() => new Map((data?.cells ?? []).map((cell) => [nameOfPlace(cell), cell])), [data])
  const cellAt = useCallback((place: BoardPlace): BoardCell | undefined => cells.get(nameOfPlace(place)), [cells])
  return { filter, layout, question, data, error, refetch, isStale: isPlaceholderData, cellAt, column, peek, setAddress }
}

export type BoardQuestion = ReturnType<typeof useBoard>['question']

export const nameOfPlace = ({ column, lane }: BoardPlace): string => `${column} ${lane}`

/** The cards of one place: the first come with the board, the others page by page as they come into view. */
export function useCellCards(
  { limit, ...question }: BoardQuestion,
  cell: BoardCell,
  seen: { readonly first: number; readonly last: number },
): (index: number) => BoardCard | undefined {
  const trpc = useTRPC()
  const { column, lane, cards, total } = cell
  const pages: number[] = []
  const last = Math.min(total - 1, seen.last)
  for (let page = Math.floor(seen.first / limit); page * limit <= last; page += 1) {
    // A page that came with the board is whole, unless a card has just been taken out of it.
    if (page * limit >= cards.length || (page === 0 && cards.length < Math.min(limit, total))) pages.push(page)
  }
  const results = useQueries({
    queries: pages.map((page) => ({
      ...trpc.board.column.queryOptions({ ...question, column, lane, offset: page * limit, limit }),
      placeholderData: keepPreviousData,
    })),
  })
  return (index) => cards[index] ?? results[pages.indexOf(Math.floor(index / limit))]?.data?.cards[index % limit]
}
