'use client'

import { useCallback } from 'react'
import type { Taken } from '@/components/board/moved-board'
import { useText } from '@/components/i18n/use-text'
import { useWorkspace } from '@/components/shell/workspace'
import { can, mayEditItem } from '@/server/domain/access/access.rules'
import { type BoardAxis, type BoardCard, type BoardPlace, mostMoved } from '@/server/domain/board/board.schema'
import { stepRefusals } from '@/server/domain/workflow/workflow.rules'

export interface Layout {
  readonly columns: BoardAxis
  readonly lanes: BoardAxis | null
}

const stepIn = ({ columns, lanes }: Layout, { column, lane }: BoardPlace): string | null =>
  columns === 'step' ? column : lanes === 'step' ? lane : null

/**
 * Why these cards may not go to a place, in words; null where nothing that the browser knows forbids it. The server has the
 * last word: it knows bodies, briefs and checklists too.
 */
export function useRefusal(layout: Layout) {
  const text = useText('board')
  const all = useText()
  const { actor, term, vocabulary } = useWorkspace()
  return useCallback(
    (taken: readonly Taken[], to: BoardPlace): string | null => {
      if (!can(actor, 'item.editOwn')) return text('viewersLook')
      if (taken.length > mostMoved) return text('tooMany', { max: mostMoved, count: taken.length })
      for (const { card } of taken) {
        if (!mayEditItem(actor, card)) return text(card.ownerId === null ? 'nobodys' : 'notYours', { title: card.title })
        const key = stepIn(layout, to)
        const step = key === null || key === card.step ? undefined : term('step', key)
        if (!step) continue
        const [refusal] = stepRefusals(actor, stepItemOf(card), step, vocabulary)
        if (refusal) return all(refusal.messageKey as never, refusal.details as never)
      }
      return null
    },
    [actor, layout, term, vocabulary, text, all],
  )
}

function stepItemOf(card: BoardCard) {
  const { type, step, ownerId, createdBy, purpose, locale, url, plannedFor, dueOn, phase, channel, persona, topic } = card
  return { type, step, ownerId, createdBy, purpose, locale, url, plannedFor, dueOn, tags: { phase, channel, persona, topic } }
}

/** Whether a move takes something live or takes it offline: nobody does that by a slip of the hand. */
export function usePublishing(layout: Layout) {
  const { term } = useWorkspace()
  return useCallback(
    (taken: readonly Taken[], to: BoardPlace): 'publish' | 'unpublish' | null => {
      const key = stepIn(layout, to)
      const isLive = key !== null && term('step', key)?.details.kind === 'published'
      if (key === null) return null
      if (isLive) return taken.some(({ card }) => card.status !== 'published') ? 'publish' : null
      return taken.some(({ card }) => card.status === 'published') ? 'unpublish' : null
    },
    [layout, term],
  )
}
