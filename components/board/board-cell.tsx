'use client'

import { useVirtualizer } from '@tanstack/react-virtual'
import { type ReactNode, type Ref, useImperativeHandle, useRef, useState } from 'react'
import { BoardCard, type CardActions, cardHeight } from '@/components/board/board-card'
import type { Taken } from '@/components/board/moved-board'
import { type BoardQuestion, useCellCards } from '@/components/board/use-board'
import { useText } from '@/components/i18n/use-text'
import { cn } from '@/components/ui/class-names'
import { type Point, useDropTarget } from '@/components/ui/drag'
import { Skeleton } from '@/components/ui/skeleton'
import type { BoardPlace, BoardSpot, BoardCard as Card, BoardCell as Cell } from '@/server/domain/board/board.schema'

export interface CellHandle {
  cardAt(index: number): Card | undefined
  show(index: number): void
}

interface Props {
  question: BoardQuestion
  cell: Cell
  label: string
  isInLane: boolean
  /** Its lane holds nothing: only a place to drop onto. */
  isThin: boolean
  isNarrow: boolean
  /** Why what is being dragged may not come here. */
  refusal: string | null
  activeIndex: number | null
  isSelected: (card: Card) => boolean
  ownerNames: ReadonlyMap<string, string>
  today: string
  actions: CardActions
  onDrop: (taken: readonly Taken[], to: BoardPlace, spot: BoardSpot) => void
  top: ReactNode
  ref: Ref<CellHandle>
}

/** Where a column crosses a lane: only the cards in view exist. */
export function BoardCell({
  question,
  cell,
  label,
  isInLane,
  isThin,
  isNarrow,
  refusal,
  activeIndex,
  isSelected,
  ownerNames,
  today,
  actions,
  onDrop,
  top,
  ref,
}: Props) {
  const text = useText('board')
  const scroller = useRef<HTMLDivElement>(null)
  const [line, setLine] = useState<number | null>(null)
  const { total } = cell
  const virtual = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => cardHeight,
    overscan: isInLane ? 1 : 4,
    scrollPaddingEnd: 8,
    initialRect: { width: 288, height: isInLane ? 384 : 720 },
    // The card with the tab stop stays in the document when it is scrolled away, so the focus is not lost.
    rangeExtractor: ({ startIndex, endIndex, overscan, count }) => {
      const [from, to] = [Math.max(0, startIndex - overscan), Math.min(count - 1, endIndex + overscan)]
      const list = Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => from + at)
      if (activeIndex === null || activeIndex >= count || list.includes(activeIndex)) return list
      return [...list, activeIndex].sort((a, b) => a - b)
    },
  })
  const items = virtual.getVirtualItems()
  const drawn = items.map(({ index }) => index)
  const cardAt = useCellCards(question, cell, drawn)
  useImperativeHandle(ref, () => ({
    cardAt,
    show: (index) => virtual.scrollToIndex(index, { align: 'auto' }),
  }))

  const gapAt = ({ y }: Point): number => {
    const box = scroller.current?.getBoundingClientRect()
    const inside = y - (box?.top ?? 0) + (scroller.current?.scrollTop ?? 0)
    return Math.max(0, Math.min(total, Math.round(inside / cardHeight)))
  }
  const spotAt = (gap: number): BoardSpot => {
    const next = gap < total ? cardAt(gap) : undefined
    if (next) return { at: 'before', id: next.id }
    const before = gap > 0 ? cardAt(gap - 1) : undefined
    return before ? { at: 'behind', id: before.id } : { at: gap === 0 ? 'top' : 'bottom' }
  }
  const { ref: drop, isOver } = useDropTarget<readonly Taken[]>({
    kind: 'board',
    onOver: (taken, point) => setLine(taken === null || refusal !== null ? null : gapAt(point)),
    onDrop: (taken, point) => onDrop(taken, cell, spotAt(gapAt(point))),
  })

  if (isNarrow) return <div ref={drop} className={cn('w-11 shrink-0 self-stretch rounded-md', isOver && 'bg-accent-wash')} />
  return (
    <div
      ref={drop}
      className={cn(
        'flex min-h-0 w-66 shrink-0 flex-col rounded-md max-sm:w-full',
        isOver && refusal === null && 'bg-accent-wash',
        refusal !== null && 'bg-sunk',
      )}
    >
      {top}
      {refusal === null || (isThin && !isOver) ? null : (
        <p className="m-1 rounded-md border border-dashed border-control bg-sheet p-2 text-xs text-ink-2">{refusal}</p>
      )}
      <div
        ref={scroller}
        data-scrolls
        className={cn(
          'relative overflow-y-auto overscroll-y-contain px-1',
          isThin ? 'min-h-8' : 'min-h-16',
          isInLane ? 'max-h-96' : 'flex-1',
          refusal !== null && !isThin && 'hidden',
        )}
      >
        <ul aria-label={label} className="relative" style={{ height: total * cardHeight }}>
          {items.map(({ index, start }) => {
            const card = cardAt(index)
            return (
              <li key={card?.id ?? index} className="absolute inset-x-0" style={{ top: start + 4, height: cardHeight }}>
                {line === index ? <span aria-hidden className="absolute inset-x-0 -top-1.5 h-0.5 rounded bg-accent" /> : null}
                {card ? (
                  <BoardCard
                    card={card}
                    index={index}
                    today={today}
                    isStepShown={question.columns !== 'step' && question.lanes !== 'step'}
                    ownerName={card.ownerId === null ? null : (ownerNames.get(card.ownerId) ?? text('formerMember'))}
                    isActive={activeIndex === index}
                    isSelected={isSelected(card)}
                    actions={actions}
                  />
                ) : (
                  <Skeleton className="h-29" />
                )}
              </li>
            )
          })}
        </ul>
        {line === total && total > 0 ? <span aria-hidden className="block h-0.5 rounded bg-accent" /> : null}
        {total === 0 && top === null && !isThin ? <p className="px-1 py-2 text-xs text-ink-3">{text('emptyColumn')}</p> : null}
      </div>
    </div>
  )
}
