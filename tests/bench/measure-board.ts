import { cardsAtOnce } from '@/components/board/board-address'
import type { BoardAxis } from '@/server/domain/board/board.schema'
import { filterKinds, unseen } from './questions'
import { measure, type Session, toucher } from './session'

const group = 'board'
const target = 60
const layouts: readonly { columns: BoardAxis; lanes: BoardAxis | null }[] = [
  { columns: 'step', lanes: null },
  { columns: 'phase', lanes: null },
  { columns: 'step', lanes: 'phase' },
  { columns: 'owner', lanes: 'step' },
]

/** The board with the first cards of every column, over the tRPC door. */
export async function measureBoard(session: Session): Promise<void> {
  const { api, workspace, palette, runs } = session
  const kinds = filterKinds(palette)
  const textOf = (n: number) => kinds[n % kinds.length]?.text(n) ?? ''
  const layout = (n: number) => layouts[n % layouts.length] ?? { columns: 'step' as const, lanes: null }
  const board = (filter = '', n = 0) => api.board.get.query({ workspace, filter, ...layout(n), limit: cardsAtOnce(layout(n)) })
  const touch = await toucher(session)

  await measure(session, { group, name: 'the first question after a start', runs: 1, call: () => board() })
  await measure(session, { group, name: 'no filter, asked before', target, runs, call: () => board() })
  await measure(session, { group, name: 'no filter, after a change', target, runs, before: touch, call: () => board() })
  for (let n = 0; n < layouts.length; n += 1) await board('', n)
  await measure(session, { group, name: 'every layout, after a change', target, runs, before: touch, call: (n) => board('', n) })
  await measure(session, {
    group,
    name: 'any filter, never asked before',
    target,
    runs,
    call: (n) => board(unseen(textOf(n), n), n),
  })
  await measure(session, {
    group,
    name: 'any filter, after a change',
    target,
    runs,
    before: touch,
    call: (n) => board(textOf(n), n),
  })
  const { cells } = await board()
  const fullest = cells.reduce((a, b) => (b.total > a.total ? b : a))
  await measure(session, {
    group,
    name: 'a page of the fullest column',
    target,
    runs,
    call: (n) => api.board.column.query({ workspace, column: fullest.column, offset: 50 * n }),
  })
  const other = cells.find(({ column }) => column !== fullest.column) ?? fullest
  await measure(session, {
    group,
    name: 'a card moved to the top of its column',
    runs,
    call: async (n) => {
      const card = other.cards[n % other.cards.length]
      if (!card) return
      const items = [{ id: card.id, revision: card.revision, from: { column: other.column } }]
      await api.board.move.mutate({ workspace, items, to: { column: other.column }, spot: { at: 'top' } })
    },
  })
}
