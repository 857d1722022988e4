'use client'

import { useQuery } from '@tanstack/react-query'
import { type KeyboardEvent, type ReactNode, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { type CardActions, cardHeight } from '@/components/board/board-card'
import { BoardCell, type CellHandle } from '@/components/board/board-cell'
import { type CardPlace, columnBeside, type Walk } from '@/components/board/board-keys'
import type { Taken } from '@/components/board/moved-board'
import { NearView } from '@/components/board/near-view'
import { nameOfPlace, type useBoard, useCardsBetween } from '@/components/board/use-board'
import type { Move, Moves } from '@/components/board/use-moves'
import type { CardSelection } from '@/components/board/use-selection'
import { useWalk } from '@/components/board/use-walk'
import { useProblemText, useText } from '@/components/i18n/use-text'
import { useShortcut } from '@/components/shell/shortcut-provider'
import { useWorkspace } from '@/components/shell/workspace'
import { useTRPC } from '@/components/trpc/client'
import { cn } from '@/components/ui/class-names'
import { useDragged } from '@/components/ui/drag'
import { showError } from '@/components/ui/toast'
import type { Board, BoardCard, BoardLine, BoardPlace, BoardSpot } from '@/server/domain/board/board.schema'
import { localDayOf } from '@/server/domain/facts/moment.rules'

interface Props {
  asked: ReturnType<typeof useBoard>
  board: Board
  /** Keys of the columns that are drawn, in order, and those of them that are only a strip. */
  columns: readonly string[]
  narrow: ReadonlySet<string>
  /** One column is there: lanes count what it holds, and those without any are left out. */
  isPhone: boolean
  placeName: (place: BoardPlace) => string
  laneName: (key: string) => string
  moves: Moves
  selection: CardSelection
  heads: ReactNode
  /** What stands on top of a place: the form for a new item. */
  topOf: (place: BoardPlace) => ReactNode
  onOpen: (card: BoardCard) => void
  onPeek: (card: BoardCard) => void
  onMoveTo: (taken: readonly Taken[], follow: Follow) => void
}

/** Lets the focus go along with the first card that moves to a place, and back with it where it is refused. */
export type Follow = (taken: readonly Taken[], to: BoardPlace) => Pick<Move, 'onGo' | 'onStay'>

/** The columns and lanes with their cards: arrows walk over them, Alt with arrows moves, the mouse drags. */
export function BoardGrid({
  asked,
  board,
  columns,
  narrow,
  isPhone,
  placeName,
  laneName,
  moves,
  selection,
  heads,
  topOf,
  onOpen,
  onPeek,
  onMoveTo,
}: Props) {
  const text = useText('board')
  const trpc = useTRPC()
  const { slug, timeZone, term } = useWorkspace()
  const problemText = useProblemText()
  const cardsBetween = useCardsBetween(asked.question)
  const isOver = (campaign: string) => ['done', 'cancelled'].includes(term('campaign', campaign)?.details.state ?? 'active')
  const { data: members } = useQuery(trpc.members.list.queryOptions({ workspace: slug }))
  const ownerNames = useMemo(() => new Map((members ?? []).map(({ userId, name }) => [userId, name])), [members])
  const { cellAt, layout, question, isStale } = asked
  const element = useRef<HTMLDivElement>(null)
  const [handles] = useState(() => new Map<string, CellHandle>())
  const dragged = useDragged<readonly Taken[]>('board')
  const hasLanes = layout.lanes !== null
  const inColumns = ({ key: lane }: BoardLine) => columns.reduce((sum, column) => sum + (cellAt({ column, lane })?.total ?? 0), 0)
  const shownLanes =
    isPhone && hasLanes
      ? board.lanes
          .map((line) => ({ ...line, count: inColumns(line) }))
          .filter(({ key: lane, count }) => count > 0 || columns.some((column) => topOf({ column, lane }) !== null))
      : board.lanes.filter(({ key, count }) => count > 0 || layout.lanes !== 'campaign' || !isOver(key))
  const lanes = nearAtFirst(shownLanes, columns, (place) => cellAt(place)?.total ?? 0)
  const today = localDayOf(Date.now(), timeZone)
  const walk: Walk = {
    columns: columns.filter((key) => !narrow.has(key)),
    lanes: lanes.map(({ key }) => key),
    totalOf: (place) => cellAt(place)?.total ?? 0,
  }
  const focus = useWalk({ walk, handles, board: element, cardsIn: (place) => cellAt(place)?.cards ?? [] })
  const { active } = focus
  const [anchor, setAnchor] = useState<CardPlace | null>(null)

  const meantBy = (card: BoardCard, from: BoardPlace): readonly Taken[] =>
    selection.has(card.id) ? selection.taken : [{ card, from: { column: from.column, lane: from.lane } }]
  const follow: Follow = ([first], to) =>
    first
      ? {
          onGo: () => focus.follow(first, to),
          onStay: ({ column, lane }) => focus.follow(first, { column, lane }),
        }
      : {}
  const move = (taken: readonly Taken[], { column, lane }: BoardPlace, spot: BoardSpot, isByKey = false) => {
    const to = { column, lane }
    moves.move({ taken, to, spot, name: placeName(to), ...(isByKey ? follow(taken, to) : {}) })
    if (taken.length > 1) selection.clear()
  }
  const select = (place: CardPlace, card: BoardCard, isRange: boolean) => {
    const from = { column: place.column, lane: place.lane }
    if (!isRange || anchor === null || nameOfPlace(anchor) !== nameOfPlace(place)) {
      selection.toggle(card, from)
      setAnchor(place)
      return
    }
    selectBetween(from, anchor.index, place.index)
  }
  /** All of them: those that have not come into view are fetched first. */
  const selectBetween = (from: BoardPlace, one: number, other: number) => {
    const [low, high] = [Math.min(one, other), Math.max(one, other)]
    const count = high - low + 1
    const known = Array.from({ length: count }, (_, at) => focus.cardAt({ ...from, index: low + at }) ?? []).flat()
    if (known.length === count) return selection.add(known, from)
    selection.addLater(count, cardsBetween(from, low, high), from).catch((error: unknown) => showError(problemText(error)))
  }
  const current = active ? focus.cardAt(active) : undefined

  const moveBeside = (key: string): boolean => {
    if (!active || !current || selection.coming > 0) return false
    const taken = meantBy(current, active)
    if (key === 'ArrowLeft' || key === 'ArrowRight') {
      const column = columnBeside(active.column, key === 'ArrowLeft' ? -1 : 1, walk.columns)
      if (column !== undefined) move(taken, { column, lane: active.lane }, { at: 'top' }, true)
      return true
    }
    const other = focus.cardAt({ ...active, index: active.index + (key === 'ArrowUp' ? -1 : 1) })
    if (other) move(taken, active, { at: key === 'ArrowUp' ? 'before' : 'behind', id: other.id }, true)
    return true
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const target = event.target instanceof HTMLElement ? event.target : null
    const isHere = target === element.current || target?.matches('[data-card]')
    if (event.defaultPrevented || !isHere || event.ctrlKey || event.metaKey) return
    if (event.altKey) {
      // In some browsers this would go back a page.
      if (event.key.startsWith('Arrow') && moveBeside(event.key)) event.preventDefault()
      return
    }
    if (event.shiftKey && active && current && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      const index = active.index + (event.key === 'ArrowUp' ? -1 : 1)
      event.preventDefault()
      if (index < 0 || index >= walk.totalOf(active)) return
      selectBetween({ column: active.column, lane: active.lane }, active.index, index)
      focus.go({ ...active, index })
      return
    }
    if (event.key === ' ' && current) {
      event.preventDefault()
      onPeek(current)
    } else if (event.key === 'Enter' && current) {
      event.preventDefault()
      onOpen(current)
    } else focus.onArrow(event)
  }
  useShortcut('boardSelect', () => active && current && select(active, current, false))
  useShortcut('boardSelectRange', () => active && current && select(active, current, true))
  useShortcut('boardMove', () => active && current && selection.coming === 0 && onMoveTo(meantBy(current, active), follow))

  const refuse = (card: BoardCard, from: BoardPlace) => {
    const reason = moves.refusalOf([{ card, from }], from)
    if (reason !== null) showError(reason)
  }

  // Cards compare what they are given: these stay the same and do what is right now.
  const latest = { select, meantBy, follow, onMoveTo, onPeek, refuse, set: focus.set }
  const now = useRef(latest)
  useLayoutEffect(() => {
    now.current = latest
  })
  const [actionsOf] = useState(() => {
    const known = new Map<string, CardActions>()
    return (place: BoardPlace): CardActions => {
      const name = nameOfPlace(place)
      const made: CardActions = known.get(name) ?? {
        onActivate: (index) => now.current.set({ ...place, index }),
        onSelect: (index, card, isRange) => now.current.select({ ...place, index }, card, isRange),
        onPeek: (card) => now.current.onPeek(card),
        onMove: (_index, card) => now.current.onMoveTo(now.current.meantBy(card, place), now.current.follow),
        draggedWith: (card) => now.current.meantBy(card, place),
        onRefused: (card) => now.current.refuse(card, place),
      }
      known.set(name, made)
      return made
    }
  })

  return (
    <section
      ref={element}
      aria-label={text('label')}
      tabIndex={-1}
      onKeyDown={onKeyDown}
      onFocus={focus.onFocus}
      aria-busy={isStale}
      className={cn(
        'relative -mx-1 flex min-h-64 flex-1 flex-col outline-none',
        hasLanes ? 'overflow-auto' : 'overflow-x-auto overflow-y-hidden',
      )}
    >
      <div className={cn('flex w-max min-w-full gap-3 bg-paper px-1 max-sm:w-full', hasLanes && 'sticky top-0 z-10')}>
        {heads}
      </div>
      {lanes.length === 0 ? <p className="px-2 py-3 text-xs text-ink-3">{text('emptyColumn')}</p> : null}
      {lanes.map(({ key: lane, count, startsNear }) => (
        <section
          key={lane}
          className={cn('flex w-max min-w-full flex-col px-1 max-sm:w-full', hasLanes ? 'border-b py-2' : 'min-h-0 flex-1')}
        >
          {hasLanes ? (
            <h3 className="sticky start-1 flex w-max items-baseline gap-2 pb-1 text-sm font-semibold">
              {laneName(lane)}
              <span className="font-normal text-ink-2 tabular-nums">{text('items', { count })}</span>
            </h3>
          ) : null}
          <div className="flex min-h-0 flex-1 gap-3 pt-1">
            {columns.map((column, at) => {
              const place = { column, lane }
              const name = nameOfPlace(place)
              const cell = cellAt(place) ?? { ...place, total: 0, cards: [] }
              const top = topOf(place)
              return (
                <NearView
                  key={column}
                  name={name}
                  root={element}
                  startsNear={at < columnsAtFirst && startsNear}
                  isHeld={top !== null || (active !== null && nameOfPlace(active) === name)}
                  stays={dragged !== null}
                  minHeight={hasLanes && !narrow.has(column) ? `min(24rem, ${cell.total * cardHeight}px)` : undefined}
                  className={narrow.has(column) ? 'w-11' : 'w-66'}
                >
                  {() => (
                    <BoardCell
                      ref={(handle) => {
                        if (handle) handles.set(name, handle)
                        return () => {
                          handles.delete(name)
                        }
                      }}
                      question={question}
                      cell={cell}
                      label={placeName(place)}
                      isInLane={hasLanes}
                      isThin={hasLanes && count === 0}
                      isNarrow={narrow.has(column)}
                      refusal={dragged ? moves.refusalOf(dragged, place) : null}
                      activeIndex={active && nameOfPlace(active) === name ? active.index : null}
                      isSelected={(card) => selection.has(card.id)}
                      ownerNames={ownerNames}
                      today={today}
                      actions={actionsOf(place)}
                      onDrop={(taken, to, spot) => move(taken, to, spot)}
                      top={top}
                    />
                  )}
                </NearView>
              )
            })}
          </div>
        </section>
      ))}
    </section>
  )
}

/** What is drawn before the browser says what can be seen: so many columns, and lanes until they are higher than a screen. */
const columnsAtFirst = 6
const cardsHigh = 3

function nearAtFirst(lanes: readonly BoardLine[], columns: readonly string[], totalOf: (place: BoardPlace) => number) {
  let above = 0
  return lanes.map((line) => {
    const startsNear = above < 2 * cardsHigh
    above += Math.min(cardsHigh, Math.max(0.5, ...columns.map((column) => totalOf({ column, lane: line.key }))))
    return { ...line, startsNear }
  })
}
