'use client'

import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query'
import { parseAsString, useQueryStates } from 'nuqs'
import { useCallback, useMemo } from 'react'
import { boardNames, cardsAtOnce, layoutOf, partsOf, unreadLayout } from '@/components/board/board-address'
import { useFilter } from '@/components/filter/use-filter'
import { deliberate } from '@/components/shell/url-state'
import { useWorkspace } from '@/components/shell/workspace'
import { useTRPC, useTRPCClient } from '@/components/trpc/client'
import { type BoardCard, type BoardCell, type BoardPlace, mostCards } from '@/server/domain/board/board.schema'

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

const cardsPerPage = 50

/** The cards of one place: the first come with the board, the others page by page as they are `drawn`. */
export function useCellCards(
  { limit: _limit, ...question }: BoardQuestion,
  { column, lane, cards, total }: BoardCell,
  drawn: readonly number[],
): (index: number) => BoardCard | undefined {
  const trpc = useTRPC()
  const missing = drawn.filter((index) => index >= cards.length && index < total)
  const pages = [...new Set(missing.map((index) => Math.floor(index / cardsPerPage)))]
  const results = useQueries({
    queries: pages.map((page) =>
      trpc.board.column.queryOptions({ ...question, column, lane, offset: page * cardsPerPage, limit: cardsPerPage }),
    ),
  })
  return (index) => cards[index] ?? results[pages.indexOf(Math.floor(index / cardsPerPage))]?.data?.cards[index % cardsPerPage]
}

/** Every card of a place from one index to another, come into view or not. */
export function useCardsBetween({ limit: _limit, ...question }: BoardQuestion) {
  const client = useTRPCClient()
  return async ({ column, lane }: BoardPlace, low: number, high: number): Promise<BoardCard[]> => {
    const parts = partsOf(low, high, mostCards)
    const pages = await Promise.all(parts.map((part) => client.board.column.query({ ...question, column, lane, ...part })))
    return pages.flatMap(({ cards }) => cards)
  }
}
