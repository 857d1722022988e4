import { expect, test } from 'vitest'
import { moveOnBoard } from '@/server/domain/board/board.commands'
import { getBoard, getBoardColumn } from '@/server/domain/board/board.queries'
import { type BoardMove, boardInput, boardMove, wholeLane } from '@/server/domain/board/board.schema'
import { createItem, saveItem } from '@/server/domain/content/item.commands'
import { getItem } from '@/server/domain/content/item.queries'
import type { ItemCreate } from '@/server/domain/content/item.schema'
import type { Context } from '@/server/domain/context'
import { listItemVersions } from '@/server/domain/history/history.queries'
import { undoChangeSet } from '@/server/domain/history/undo.commands'
import { emptyWorkspace, memberOf } from '@/tests/integration/content/world'
import { testDatabase } from '@/tests/support/database'

const db = testDatabase()

async function make(context: Context, ...creates: Partial<ItemCreate>[]): Promise<string[]> {
  const ids: string[] = []
  for (const create of creates) ids.push((await createItem(context, { title: 'Item', type: 'page', ...create })).item.id)
  return ids
}

type Axes = Partial<Pick<BoardMove, 'columns' | 'lanes' | 'filter'>>

async function idsIn(context: Context, axes: Axes, column: string, lane = wholeLane): Promise<string[]> {
  const { cells } = await getBoard(context, boardInput.parse({ ...axes }))
  return cells.find((cell) => cell.column === column && cell.lane === lane)?.cards.map(({ id }) => id) ?? []
}

/** Moves items as they are now. */
async function move(
  context: Context,
  ids: readonly (string | undefined)[],
  { from, to, spot = { at: 'top' }, ...axes }: { from: string; to: string; spot?: BoardMove['spot'] } & Axes,
) {
  const items = []
  for (const id of ids as string[]) items.push({ id, revision: (await getItem(context, id)).revision, from: { column: from } })
  return moveOnBoard(context, boardMove.parse({ ...axes, items, to: { column: to }, spot }))
}

test('the board holds every item once in the whole, and once in each column that it belongs to', async () => {
  const editor = await memberOf(await emptyWorkspace(db()), 'editor')
  const [both, none] = await make(editor, { tags: { phase: ['awareness', 'retention'] } }, {}, { tags: { phase: ['awareness'] } })
  const board = await getBoard(editor, boardInput.parse({ columns: 'phase', lanes: 'step' }))
  expect(board.total).toBe(3)
  const counts = Object.fromEntries(board.columns.map(({ key, count }) => [key, count]))
  expect(counts).toMatchObject({ awareness: 2, retention: 1, advocacy: 0, '-': 1 })
  expect(board.columns.at(-1)?.key).toBe('-')
  expect(board.lanes.find(({ key }) => key === 'idea')).toMatchObject({ count: 3 })
  expect(await idsIn(editor, { columns: 'phase' }, 'retention')).toEqual([both])
  expect(await idsIn(editor, { columns: 'phase' }, '-')).toEqual([none])
})

test('a move changes the one value that the axis shows and leaves the others', async () => {
  const editor = await memberOf(await emptyWorkspace(db()), 'editor')
  const [id = ''] = await make(editor, {
    tags: { phase: ['awareness', 'retention'], channel: ['email'] },
    plannedFor: '2026-04-01T09:30',
  })
  await move(editor, [id], { columns: 'phase', from: 'awareness', to: 'advocacy' })
  const { tags, plannedFor, step } = await getItem(editor, id)
  expect([...tags.phase].sort()).toEqual(['advocacy', 'retention'])
  expect({ channel: tags.channel, plannedFor, step }).toEqual({
    channel: ['email'],
    plannedFor: '2026-04-01T09:30',
    step: 'idea',
  })
  await move(editor, [id], { columns: 'phase', from: 'advocacy', to: '-' })
  expect((await getItem(editor, id)).tags.phase).toEqual(['retention'])
  await move(editor, [id], { columns: 'owner', from: '-', to: editor.userId })
  expect((await getItem(editor, id)).ownerId).toBe(editor.userId)
  await move(editor, [id], { columns: 'owner', from: editor.userId, to: '-' })
  expect((await getItem(editor, id)).ownerId).toBeNull()
})

test('column and lane change together, and the answer says where it stands now', async () => {
  const editor = await memberOf(await emptyWorkspace(db()), 'editor')
  const there = await make(editor, { step: 'planned', ownerId: editor.userId }, { step: 'planned', ownerId: editor.userId })
  const [id = ''] = await make(editor, {})
  const input = boardMove.parse({
    columns: 'step',
    lanes: 'owner',
    items: [{ id, revision: 1, from: { column: 'idea', lane: '-' } }],
    to: { column: 'planned', lane: editor.userId },
    spot: { at: 'behind', id: there[0] },
  })
  expect(await moveOnBoard(editor, input)).toMatchObject({ done: 1, failed: [], position: 2, of: 3 })
  expect(await getItem(editor, id)).toMatchObject({ step: 'planned', ownerId: editor.userId })
  expect(await idsIn(editor, { columns: 'step', lanes: 'owner' }, 'planned', editor.userId)).toEqual([there[0], id, there[1]])
})

test('several moved at once are one undo, which brings back values and order', async () => {
  const editor = await memberOf(await emptyWorkspace(db()), 'editor')
  const ids = await make(editor, {}, {}, {}, {})
  const before = await idsIn(editor, {}, 'idea')
  expect(before).toEqual(ids)
  const { changeSet, done } = await move(editor, [ids[2], ids[0]], { from: 'idea', to: 'planned' })
  expect(done).toBe(2)
  expect(await idsIn(editor, {}, 'planned')).toEqual([ids[0], ids[2]])
  expect(await undoChangeSet(editor, changeSet ?? '')).toMatchObject({ refused: [] })
  expect(await idsIn(editor, {}, 'idea')).toEqual(before)
  expect(await idsIn(editor, {}, 'planned')).toEqual([])
})

test('ordering a column by hand touches no item: nobody who edits one meanwhile is overtaken, and no history grows', async () => {
  const editor = await memberOf(await emptyWorkspace(db()), 'editor')
  const ids = await make(editor, { title: 'One' }, { title: 'Two' }, { title: 'Three' })
  const seen = await getItem(editor, ids[2] ?? '')
  const moved = await move(editor, [ids[2]], { from: 'idea', to: 'idea', spot: { at: 'before', id: ids[1] ?? '' } })
  expect(await idsIn(editor, {}, 'idea')).toEqual([ids[0], ids[2], ids[1]])
  expect(await getItem(editor, seen.id)).toEqual(seen)
  expect((await listItemVersions(editor, { id: seen.id, limit: 10 })).versions).toHaveLength(1)
  await saveItem(editor, { id: seen.id, revision: seen.revision, edit: { title: 'Still mine' } })
  expect(await undoChangeSet(editor, moved.changeSet ?? '')).toMatchObject({ done: 1, refused: [] })
  expect(await idsIn(editor, {}, 'idea')).toEqual(ids)
  expect((await getItem(editor, seen.id)).title).toBe('Still mine')
})

test('an undo leaves alone what somebody has put elsewhere since, and names it', async () => {
  const editor = await memberOf(await emptyWorkspace(db()), 'editor')
  const ids = await make(editor, { title: 'One' }, { title: 'Two' })
  const first = await move(editor, [ids[1]], { from: 'idea', to: 'idea', spot: { at: 'top' } })
  await move(editor, [ids[1]], { from: 'idea', to: 'idea', spot: { at: 'bottom' } })
  const undone = await undoChangeSet(editor, first.changeSet ?? '')
  expect(undone).toMatchObject({ done: 0, refused: [{ name: 'Two', field: 'rank', messageKey: 'history.problem.changedSince' }] })
})

test('what stands there already is no change', async () => {
  const editor = await memberOf(await emptyWorkspace(db()), 'editor')
  const ids = await make(editor, {}, {})
  expect(await move(editor, [ids[0]], { from: 'idea', to: 'idea' })).toMatchObject({
    changeSet: null,
    done: 0,
    skipped: 1,
    position: 1,
  })
})

test('whoever moves a card that somebody has moved meanwhile hears who it was; another change does not stand in the way', async () => {
  const workspace = await emptyWorkspace(db())
  const anna = await memberOf(workspace, 'editor', 'Anna')
  const ben = await memberOf(workspace, 'editor', 'Ben')
  const [id = '', other = ''] = await make(anna, { title: 'Guide' }, { title: 'Note' })
  await move(anna, [id], { from: 'idea', to: 'in_progress' })
  await saveItem(anna, { id: other, revision: 1, edit: { title: 'Better note' } })
  const items = [id, other].map((one) => ({ id: one, revision: 1, from: { column: 'idea' } }))
  const answer = await moveOnBoard(ben, boardMove.parse({ items, to: { column: 'planned' }, spot: { at: 'top' } }))
  expect(answer.done).toBe(1)
  expect(answer.failed).toMatchObject([{ id, title: 'Guide', by: 'Anna', messageKey: 'board.problem.movedBy' }])
  expect((await getItem(ben, id)).step).toBe('in_progress')
  expect((await getItem(ben, other)).step).toBe('planned')
})

test('authors move what is theirs and publish nothing; viewers move nothing; strangers own nothing', async () => {
  const workspace = await emptyWorkspace(db())
  const [editor, author, viewer] = await Promise.all([
    memberOf(workspace, 'editor'),
    memberOf(workspace, 'author'),
    memberOf(workspace, 'viewer'),
  ])
  const [theirs] = await make(editor, { title: 'Theirs' })
  const [mine] = await make(author, { title: 'Mine' })
  const answer = await move(author, [theirs, mine], { from: 'idea', to: 'planned' })
  expect(answer).toMatchObject({ done: 1, failed: [{ title: 'Theirs', messageKey: 'content.problem.notYours' }] })
  const ranked = await move(author, [theirs], { from: 'idea', to: 'idea', spot: { at: 'bottom' } })
  expect(ranked).toMatchObject({ done: 0, failed: [{ messageKey: 'content.problem.notYours' }] })
  expect(await move(author, [mine], { from: 'planned', to: 'published' })).toMatchObject({ done: 0, failed: [{ title: 'Mine' }] })
  await expect(move(viewer, [mine], { from: 'planned', to: 'idea' })).rejects.toMatchObject({ code: 'forbidden' })
  await expect(move(editor, [mine], { columns: 'owner', from: '-', to: 'nobody' })).rejects.toMatchObject({ code: 'invalid' })
  const strange = await move(editor, [mine], { columns: 'phase', from: '-', to: 'no_such_phase' })
  expect(strange).toMatchObject({ done: 0, failed: [{ messageKey: 'content.problem.noSuchTerm' }] })
  const gone = boardMove.parse({
    items: [{ id: 'gone', revision: 1, from: { column: 'idea' } }],
    to: { column: 'planned' },
    spot: { at: 'top' },
  })
  expect(await moveOnBoard(editor, gone)).toMatchObject({ done: 0, failed: [{ id: 'gone', title: null }] })
})

test('a column is told page by page', async () => {
  const editor = await memberOf(await emptyWorkspace(db()), 'editor')
  const ids = await make(editor, ...Array.from({ length: 7 }, () => ({})))
  const { cells } = await getBoard(editor, boardInput.parse({ limit: 3 }))
  expect(cells).toMatchObject([{ column: 'idea', lane: wholeLane, total: 7 }])
  expect(cells[0]?.cards.map(({ id }) => id)).toEqual(ids.slice(0, 3))
  const page = { filter: '', columns: 'step', lanes: null, column: 'idea', lane: wholeLane, offset: 3, limit: 3 } as const
  expect((await getBoardColumn(editor, page)).cards.map(({ id }) => id)).toEqual(ids.slice(3, 6))
  expect((await getBoardColumn(editor, { ...page, offset: 6 })).cards).toHaveLength(1)
  expect(await getBoardColumn(editor, { ...page, column: 'nowhere' })).toEqual({ total: 0, cards: [] })
})

test('the same axis twice, no items and too many are refused', () => {
  expect(boardInput.safeParse({ columns: 'phase', lanes: 'phase' }).success).toBe(false)
  const rest = { to: { column: 'idea' }, spot: { at: 'top' } }
  expect(boardMove.safeParse({ ...rest, items: [] }).success).toBe(false)
  const items = Array.from({ length: 501 }, (_, n) => ({ id: `i${n}`, revision: 1, from: { column: 'idea' } }))
  expect(boardMove.safeParse({ ...rest, items }).success).toBe(false)
  expect(boardMove.safeParse({ ...rest, spot: { at: 'before' }, items: items.slice(0, 1) }).success).toBe(false)
})
