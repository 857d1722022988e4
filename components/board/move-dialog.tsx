'use client'

import { useState } from 'react'
import type { Taken } from '@/components/board/moved-board'
import { useBoardWords } from '@/components/board/use-board-words'
import type { Layout } from '@/components/board/use-refusal'
import { useFormatter, useText } from '@/components/i18n/use-text'
import { FormDialog } from '@/components/ui/form-dialog'
import { Notice } from '@/components/ui/notice'
import { Select } from '@/components/ui/select'
import type { Board, BoardPlace, BoardSpot } from '@/server/domain/board/board.schema'

interface Props {
  board: Board
  layout: Layout
  taken: readonly Taken[]
  refusalOf: (taken: readonly Taken[], to: BoardPlace) => string | null
  onMove: (to: BoardPlace, spot: BoardSpot) => void
  onClose: () => void
}

/** What dragging does, by choosing: the column, the lane, and where in it. */
export function MoveDialog({ board, layout, taken, refusalOf, onMove, onClose }: Props) {
  const text = useText('board.move')
  const words = useBoardWords()
  const format = useFormatter()
  const [first] = taken
  const [to, setTo] = useState<BoardPlace>(
    first?.from ?? { column: board.columns[0]?.key ?? '', lane: board.lanes[0]?.key ?? '' },
  )
  const [spot, setSpot] = useState('top')
  const moving = new Set(taken.map(({ card }) => card.id))
  const cell = board.cells.find(({ column, lane }) => column === to.column && lane === to.lane)
  const others = (cell?.cards ?? []).filter(({ id }) => !moving.has(id))
  // Only the first come with the board.
  const hidden = (cell?.total ?? 0) - (cell?.cards.length ?? 0)
  const refusal = refusalOf(taken, to)
  const chosen: BoardSpot = spot === 'top' || spot === 'bottom' ? { at: spot } : { at: 'before', id: spot }
  const place = (next: Partial<BoardPlace>) => {
    setTo({ ...to, ...next })
    setSpot('top')
  }
  return (
    <FormDialog
      size="sm"
      title={taken.length === 1 ? text('one', { title: first?.card.title ?? '' }) : text('many', { count: taken.length })}
      action={text('do')}
      disabledReason={refusal}
      onSubmit={() => onMove(to, chosen)}
      onClose={onClose}
    >
      <Select
        label={text('column')}
        value={to.column}
        onValueChange={(column) => place({ column })}
        items={board.columns.map((line) => ({
          value: line.key,
          label: words(layout.columns, line),
          hint: format.number(line.count),
        }))}
      />
      {layout.lanes === null ? null : (
        <Select
          label={text('lane')}
          value={to.lane}
          onValueChange={(lane) => place({ lane })}
          items={board.lanes.map((line) => ({
            value: line.key,
            label: words(layout.lanes ?? 'step', line),
            hint: format.number(line.count),
          }))}
        />
      )}
      <Select
        label={text('spot')}
        help={hidden > 0 ? text('spotHelp', { shown: others.length, count: hidden }) : undefined}
        value={spot}
        onValueChange={setSpot}
        items={[
          { value: 'top', label: text('top') },
          { value: 'bottom', label: text('bottom') },
          ...others.map(({ id, title }) => ({ value: id, label: text('before', { title }) })),
        ]}
      />
      {refusal === null ? null : (
        <Notice tone="warning" live>
          {refusal}
        </Notice>
      )}
    </FormDialog>
  )
}
