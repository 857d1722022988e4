'use client'

import { Plus } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { BoardControls, ColumnPicker } from '@/components/board/board-controls'
import { BoardGrid, type Follow } from '@/components/board/board-grid'
import { BoardSelection } from '@/components/board/board-selection'
import { ColumnHead } from '@/components/board/column-head'
import { LimitDialog } from '@/components/board/limit-dialog'
import { MoveDialog } from '@/components/board/move-dialog'
import type { Taken } from '@/components/board/moved-board'
import { PublishQuestion } from '@/components/board/publish-question'
import { QuickAdd } from '@/components/board/quick-add'
import { nameOfPlace, useBoard } from '@/components/board/use-board'
import { useBoardWords } from '@/components/board/use-board-words'
import { useCollapsed } from '@/components/board/use-collapsed'
import { useMoves } from '@/components/board/use-moves'
import { useSelection } from '@/components/board/use-selection'
import { useSwipe } from '@/components/board/use-swipe'
import { useFormatter, useProblemText, useText } from '@/components/i18n/use-text'
import { ItemsEmpty } from '@/components/shell/items-empty'
import { NewContent } from '@/components/shell/new-content'
import { Page } from '@/components/shell/page'
import { useWorkspace } from '@/components/shell/workspace'
import { Button } from '@/components/ui/button'
import { useAnnounce } from '@/components/ui/live-region'
import { Notice } from '@/components/ui/notice'
import { useEscape } from '@/components/ui/use-escape'
import { phone, useMedia } from '@/components/ui/use-media'
import { ViewsMenu } from '@/components/views/views-menu'
import { type Board as BoardData, type BoardPlace, wholeLane } from '@/server/domain/board/board.schema'

interface Props {
  /** An item in a panel beside the board; another feature's, given by the page. */
  peek: (id: string, close: () => void) => ReactNode
  /** Taking it along as a file; another feature's too. */
  exporting: ReactNode
}

/** The items of a filter as cards in columns, to be moved along. All that shapes it stands in the address. */
export function Board({ peek, exporting }: Props) {
  const text = useText('board')
  const problemText = useProblemText()
  const asked = useBoard()
  const { data, error, filter } = asked
  const hadCards = useRef(false)
  useEffect(() => {
    if (data) hadCards.current = data.total > 0
  })
  // The last card has left, and the focus was on it.
  const ofGone = useCallback((element: HTMLElement | null) => {
    if (element && hadCards.current && document.activeElement === document.body) element.focus()
  }, [])
  return (
    <Page
      title={text('title')}
      fills
      panel={asked.peek ? peek(asked.peek, () => void asked.setAddress({ peek: null })) : null}
      actions={
        <>
          <ViewsMenu screen="board" />
          {exporting}
          <NewContent icon={<Plus aria-hidden />}>
            <span className="max-sm:sr-only">{text('new')}</span>
          </NewContent>
        </>
      }
    >
      <BoardControls asked={asked} after={data ? <Total board={data} /> : null} />
      {filter.ignored.length > 0 ? <Notice tone="warning">{text('ignored', { parts: filter.ignored.join(', ') })}</Notice> : null}
      {error ? (
        <Notice
          tone="error"
          live
          title={text('failed')}
          actions={<Button onClick={() => void asked.refetch()}>{text('again')}</Button>}
        >
          {problemText(error)}
        </Notice>
      ) : null}
      {data?.total === 0 ? (
        <div ref={ofGone} tabIndex={-1} className="outline-none">
          <ItemsEmpty conditions={filter.filter.length} onClear={() => filter.setFilter([])} />
        </div>
      ) : data ? (
        <Columns asked={asked} board={data} />
      ) : null}
    </Page>
  )
}

/** Whoever stands in several columns counts once. */
function Total({ board }: { board: BoardData }) {
  const text = useText('board')
  const places = board.columns.reduce((sum, { count }) => sum + count, 0)
  return (
    <span aria-live="polite">
      {text('items', { count: board.total })}
      {places > board.total ? ` · ${text('places', { count: places })}` : null}
    </span>
  )
}

function Columns({ asked, board }: { asked: ReturnType<typeof useBoard>; board: BoardData }) {
  const text = useText('board')
  const router = useRouter()
  const announce = useAnnounce()
  const format = useFormatter()
  const words = useBoardWords()
  const { base, can } = useWorkspace()
  const { layout, filter, question, setAddress } = asked
  const isPhone = useMedia(phone)
  const moves = useMoves(question, layout)
  const selection = useSelection(`${filter.text} ${layout.columns} ${layout.lanes}`, (count) =>
    announce(text('selectionDropped', { count })),
  )
  const collapsed = useCollapsed(layout.columns)
  const [adding, setAdding] = useState<BoardPlace | null>(null)
  const [limiting, setLimiting] = useState<string | null>(null)
  const [moving, setMoving] = useState<{ taken: readonly Taken[]; follow?: Follow } | null>(null)
  useEscape(selection.clear, selection.taken.length > 0)

  /** The form goes, and with it what had the focus. */
  const closeAdding = ({ column }: BoardPlace) => {
    flushSync(() => setAdding(null))
    document.querySelector<HTMLElement>(`[data-add="${CSS.escape(column)}"]`)?.focus()
  }

  const keys = board.columns.map(({ key }) => key)
  const busiest = board.columns.find(({ count }) => count > 0)?.key ?? keys[0] ?? ''
  const shown = asked.column !== null && keys.includes(asked.column) ? asked.column : busiest
  const drawn = isPhone ? [shown] : keys
  const narrow = new Set(isPhone ? [] : keys.filter(collapsed.has))
  const show = (column: string) => void setAddress({ column })
  const swipe = useSwipe((by) => {
    const next = keys[keys.indexOf(shown) + by]
    if (isPhone && next !== undefined) show(next)
  })

  const columnName = (key: string) => words(layout.columns, board.columns.find((line) => line.key === key) ?? { key, name: null })
  const laneName = (key: string) =>
    layout.lanes === null ? '' : words(layout.lanes, board.lanes.find((line) => line.key === key) ?? { key, name: null })
  const placeName = ({ column, lane }: BoardPlace) =>
    lane === wholeLane ? columnName(column) : text('place', { column: columnName(column), lane: laneName(lane) })
  const tableOf = (key: string) => {
    const own = `${layout.columns}=${encodeURIComponent(key)}`
    return `${base}/content?${[filter.text, own].filter(Boolean).join('&')}`
  }
  const firstLane = board.lanes.find(({ count }) => count > 0)?.key ?? board.lanes[0]?.key ?? wholeLane
  const mayLimit = layout.columns === 'step' && can('vocabulary.edit')

  return (
    <div className="flex min-h-0 flex-1 flex-col" {...swipe}>
      {isPhone ? (
        <ColumnPicker
          columns={board.columns.map((line) => ({
            value: line.key,
            label: words(layout.columns, line),
            hint: format.number(line.count),
          }))}
          shown={shown}
          onShow={show}
        />
      ) : null}
      {can('item.editOwn') ? null : <p className="mb-2 text-sm text-ink-2">{text('viewerHint')}</p>}
      <BoardGrid
        asked={asked}
        board={board}
        columns={drawn}
        narrow={narrow}
        isPhone={isPhone}
        placeName={placeName}
        laneName={laneName}
        moves={moves}
        selection={selection}
        onOpen={(card) => router.push(`${base}/content/${card.id}`)}
        onPeek={(card) => void setAddress({ peek: card.id })}
        onMoveTo={(taken, follow) => setMoving({ taken, follow })}
        topOf={(place) =>
          adding && nameOfPlace(adding) === nameOfPlace(place) ? (
            <QuickAdd layout={layout} place={place} onClose={() => closeAdding(place)} />
          ) : null
        }
        heads={drawn.map((key) => {
          const column = board.columns.find((line) => line.key === key)
          return column ? (
            <ColumnHead
              key={key}
              axis={layout.columns}
              column={column}
              name={columnName(key)}
              href={tableOf(key)}
              isNarrow={narrow.has(key)}
              onCollapse={() => collapsed.toggle(key)}
              onAdd={can('item.create') ? () => setAdding({ column: key, lane: firstLane }) : null}
              onLimit={mayLimit ? () => setLimiting(key) : null}
            />
          ) : null
        })}
      />
      <BoardSelection
        count={selection.taken.length}
        coming={selection.coming}
        onMove={() => setMoving({ taken: selection.taken })}
        onClear={selection.clear}
      />
      {moving ? (
        <MoveDialog
          board={board}
          layout={layout}
          taken={moving.taken}
          refusalOf={moves.refusalOf}
          onClose={() => setMoving(null)}
          onMove={(to, spot) => {
            setMoving(null)
            moves.move({ taken: moving.taken, to, spot, name: placeName(to), ...moving.follow?.(moving.taken, to) })
            selection.clear()
          }}
        />
      ) : null}
      {limiting === null ? null : <LimitDialog step={limiting} onClose={() => setLimiting(null)} />}
      <PublishQuestion asked={moves.asked} onAnswer={moves.answer} />
    </div>
  )
}
