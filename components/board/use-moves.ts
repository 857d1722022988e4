'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useCallback, useState } from 'react'
import { movedBoard, type Taken } from '@/components/board/moved-board'
import type { BoardQuestion } from '@/components/board/use-board'
import { type Layout, usePublishing, useRefusal } from '@/components/board/use-refusal'
import { useAgo, useProblemText, useText } from '@/components/i18n/use-text'
import { useUndoToast } from '@/components/shell/undo'
import { useTRPC, useTRPCClient } from '@/components/trpc/client'
import { useAnnounce } from '@/components/ui/live-region'
import { showError } from '@/components/ui/toast'
import type { Board, BoardMoved, BoardPlace, BoardSpot } from '@/server/domain/board/board.schema'

export interface Move {
  readonly taken: readonly Taken[]
  readonly to: BoardPlace
  readonly spot: BoardSpot
  /** The place in words. */
  readonly name: string
  /** It is on its way: the focus may go along. */
  readonly onGo?: (() => void) | undefined
  /** It was refused: where it really stands. */
  readonly onStay?: ((place: BoardPlace) => void) | undefined
}

/** Asks first: it would take something live, or off. */
export interface Question {
  readonly move: Move
  readonly does: 'publish' | 'unpublish'
}

const moving = ['board', 'move'] as const

/** Moves cards: shown at once, put back where the server refuses, said aloud, and every move is one undo. */
export function useMoves(question: BoardQuestion, layout: Layout) {
  const text = useText('board')
  const all = useText()
  const trpc = useTRPC()
  const client = useTRPCClient()
  const queries = useQueryClient()
  const tell = useUndoToast()
  const ago = useAgo()
  const problemText = useProblemText()
  const announce = useAnnounce()
  const refusalOf = useRefusal(layout)
  const publishing = usePublishing(layout)
  const [asked, setAsked] = useState<Question | null>(null)
  const boardKey = trpc.board.get.queryKey(question)
  const { workspace, filter } = question

  const refresh = () =>
    Promise.all(
      [trpc.board, trpc.content, trpc.coverage, trpc.gaps, trpc.campaigns].map((part) =>
        queries.invalidateQueries(part.pathFilter()),
      ),
    )

  const told = ({ changeSet, done, failed, voided, position, of }: BoardMoved, { taken, name }: Move) => {
    const lines = failed.map((one) => {
      const reason = all(one.messageKey as never, one.details as never)
      return `${one.title ?? text('goneItem')}: ${one.at === null ? reason : text('since', { reason, ago: ago(one.at) })}`
    })
    const where = { name, position: position ?? 0, of }
    const only = taken.length === 1 ? taken[0]?.card.title : undefined
    const message =
      only === undefined
        ? text('movedMany', { count: done, name })
        : text(position === null ? 'movedAway' : 'moved', { title: only, ...where })
    if (changeSet) tell(message, changeSet, voided > 0 ? { description: text('voided', { count: voided }) } : {})
    else if (failed.length === 0) announce(text('stays', where))
    if (failed.length > 0) showError(text('refused', { count: failed.length }), { description: lines.slice(0, 5).join(' · ') })
  }

  const mutation = useMutation({
    mutationKey: moving,
    scope: { id: 'board.move' },
    mutationFn: ({ taken, to, spot }: Move) =>
      client.board.move.mutate({
        workspace,
        filter,
        ...layout,
        items: taken.map(({ card, from }) => ({ id: card.id, revision: card.revision, from })),
        to,
        spot,
      }),
    onMutate: async ({ taken, to, spot, onGo }): Promise<{ before: Board | undefined }> => {
      await queries.cancelQueries(trpc.board.pathFilter())
      const before = queries.getQueryData(boardKey)
      onGo?.()
      queries.setQueryData(boardKey, (board: Board | undefined) => board && movedBoard(board, taken, to, spot))
      return { before }
    },
    onSuccess: told,
    onError: (error, _move, context) => {
      queries.setQueryData(boardKey, context?.before)
      showError(problemText(error))
    },
    onSettled: async (result, error, { taken: [first], onStay }) => {
      if (queries.isMutating({ mutationKey: moving }) === 1) await refresh()
      const isRefused = error !== null || result?.failed.some(({ id }) => id === first?.card.id)
      if (first && isRefused) onStay?.(placeOf(queries.getQueryData(boardKey), first))
    },
  })
  const { mutate } = mutation

  const move = useCallback(
    (wanted: Move) => {
      if (wanted.taken.length === 0) return
      const reason = refusalOf(wanted.taken, wanted.to)
      if (reason !== null) {
        showError(text('refusedHere', { name: wanted.name }), { description: reason })
        return
      }
      const does = publishing(wanted.taken, wanted.to)
      if (does === null) mutate(wanted)
      else setAsked({ move: wanted, does })
    },
    [refusalOf, publishing, mutate, text],
  )
  return {
    move,
    refusalOf,
    refresh,
    asked,
    answer(yes: boolean) {
      if (yes && asked) mutate(asked.move)
      setAsked(null)
    },
  }
}

export type Moves = ReturnType<typeof useMoves>

const placeOf = (board: Board | undefined, { card, from }: Taken): BoardPlace =>
  board?.cells.find(({ cards }) => cards.some(({ id }) => id === card.id)) ?? from
