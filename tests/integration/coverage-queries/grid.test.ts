import { expect, test } from 'vitest'
import { createItem, saveItem } from '@/server/domain/content/item.commands'
import { listItems } from '@/server/domain/content/item.queries'
import { itemListInput } from '@/server/domain/content/item-list.schema'
import type { Context } from '@/server/domain/context'
import { getCoverage, getPicture } from '@/server/domain/coverage/coverage.queries'
import {
  type CoverageQuestion,
  coverageDimensions,
  coverageQuestion,
  models,
  modes,
} from '@/server/domain/coverage/coverage.schema'
import { getCell, listCellItems } from '@/server/domain/coverage/coverage-cell.queries'
import { listItemCells } from '@/server/domain/coverage/coverage-item.queries'
import { unpackCells } from '@/server/domain/coverage/coverage-picture.rules'
import { cellItemsQuestion } from '@/server/domain/coverage/coverage-picture.schema'
import { setTarget } from '@/server/domain/coverage/target.commands'
import { at, emptyWorkspace, memberOf, start } from '@/tests/integration/content/world'
import { dice, fill } from '@/tests/integration/coverage-queries/some-items'
import { testDatabase } from '@/tests/support/database'

const db = testDatabase()
const ask = (question: Partial<CoverageQuestion> = {}) => coverageQuestion.parse(question)

const listed = async (context: Context, filter: string) =>
  (await listItems(context, itemListInput.parse({ filter, limit: 1 }))).total

test('every number of the heatmap is that of the content list behind it, whatever is asked', async () => {
  const context = await memberOf(await emptyWorkspace(db()), 'admin')
  const ids = await fill(context, 60, 7)
  const roll = dice(99)
  // Some change later, so that past and present differ.
  const later = at(context, '2026-03-20T12:00:00Z')
  for (const id of ids.filter((_, n) => n % 7 === 0))
    await saveItem(later, { id, revision: 1, edit: { tags: { phase: ['advocacy'] } } })
  const seen = at(context, '2026-03-25T12:00:00Z')
  const pick = <T>(list: readonly T[]): T => list[roll(list.length)] as T
  for (let round = 0; round < 14; round += 1) {
    const question = ask({
      by: pick(coverageDimensions),
      mode: pick(modes),
      asOf: pick([null, '2026-02-10', '2026-03-10', '2026-05-20']),
      lens: pick([null, null, ...models]),
      filter: pick(['', 'locale=de*', 'owner=me', 'stale=no&type=page,faq', 'title=~kamera', 'phase=!retention']),
    })
    const grid = await getCoverage(seen, question)
    expect(await listed(seen, (await getCell(seen, { ...question, row: null, column: null })).filter)).toBe(grid.total)
    for (const row of grid.rows) {
      const cell = await getCell(seen, { ...question, row: row.key, column: null })
      expect([await listed(seen, cell.filter), cell.fresh]).toEqual([row.distinct, row.fresh])
    }
    for (const column of grid.columns.filter(({ distinct }) => distinct > 0))
      expect(await listed(seen, (await getCell(seen, { ...question, row: null, column: column.key })).filter)).toBe(
        column.distinct,
      )
    for (const cell of grid.cells.filter(({ fresh, stale }, n) => fresh + stale > 0 || n % 17 === 0)) {
      const behind = await getCell(seen, { ...question, row: cell.row, column: cell.column })
      expect([behind.fresh, behind.stale]).toEqual([cell.fresh, cell.stale])
      expect(await listed(seen, behind.filter)).toBe(cell.fresh + cell.stale)
    }
    if (grid.lens !== null) {
      const unrefined = cellItemsQuestion.parse({ ...question, row: 'not_refined', column: null, limit: 1 })
      expect((await listCellItems(seen, unrefined)).total).toBe(grid.notRefined)
    }
    const picture = await getPicture(seen, question)
    expect(unpackCells(picture)).toEqual(grid.cells)
    expect([picture.total, picture.totalFresh]).toEqual([grid.total, grid.fresh])
  }
}, 60_000)

test('a past day shows what was live then, a future one what is due by then', async () => {
  const context = await memberOf(await emptyWorkspace(db()), 'editor')
  const tags = { phase: ['retention'], channel: ['email'] }
  const published = { step: 'published', publishedAt: new Date('2026-02-01T08:00:00Z') }
  const { item } = await createItem(context, { title: 'Manual', type: 'email', ...published, tags })
  const soon = new Date('2026-03-10T08:00:00Z')
  await createItem(context, { title: 'Reminder', type: 'email', step: 'in_review', publishAt: soon, tags })
  await createItem(context, { title: 'Survey', type: 'email', step: 'planned', plannedFor: '2026-03-20', tags })
  const later = at(context, '2026-03-05T12:00:00Z')
  await saveItem(later, { id: item.id, revision: item.revision, edit: { tags: { channel: ['website'] } } })

  const count = async (question: Partial<CoverageQuestion>, column = 'email') =>
    (await getCoverage(later, ask(question))).cells.find((cell) => cell.row === 'retention' && cell.column === column)?.fresh
  expect(await count({})).toBe(0)
  expect(await count({}, 'website')).toBe(1)
  expect(await count({ asOf: '2026-03-04' })).toBe(1)
  expect(await count({ asOf: '2026-01-31' })).toBe(0)
  expect(await count({ mode: 'scheduled' })).toBe(1)
  expect(await count({ mode: 'scheduled', asOf: '2026-03-09' })).toBe(0)
  expect(await count({ mode: 'scheduled', asOf: '2026-03-10' })).toBe(1)
  expect(await count({ mode: 'planned', asOf: '2026-03-19' })).toBe(1)
  expect(await count({ mode: 'planned' })).toBe(2)
  const { plan } = await getPicture(later, ask())
  expect(plan).toMatchObject({ items: 2, until: '2026-03-20' })
  expect((await getPicture(later, ask({ asOf: '2026-03-04' }))).plan).toBeNull()
  const { live, scheduled, planned } = await getCell(later, { ...ask(), row: 'retention', column: 'email' })
  expect({ live, scheduled, planned }).toEqual({
    live: { fresh: 0, stale: 0 },
    scheduled: { count: 1, next: soon },
    planned: { count: 1, next: '2026-03-20' },
  })
})

test('a scheduled publication that time has reached counts without anybody changing anything', async () => {
  const context = await memberOf(await emptyWorkspace(db()), 'editor')
  const due = { publishedAt: new Date('2026-02-01T08:00:00Z'), unpublishAt: new Date('2026-03-01T12:00:00Z') }
  await createItem(context, { title: 'Spring offer', type: 'page', step: 'published', ...due })
  expect((await getPicture(context, ask())).total).toBe(1)
  expect((await getPicture(at(context, '2026-03-01T11:59:00Z'), ask())).total).toBe(1)
  expect((await getPicture(at(context, '2026-03-01T12:00:00Z'), ask())).total).toBe(0)
})

test('a target shows at once, says where it comes from, and decides the state', async () => {
  const context = await memberOf(await emptyWorkspace(db()), 'lead')
  const place = { dimension: 'channel', phase: 'retention', value: 'tv' } as const
  const cellOf = async () => {
    const { cells } = await getCoverage(context, ask())
    return cells.find(({ row, column }) => row === 'retention' && column === 'tv')
  }
  expect(await cellOf()).toMatchObject({ state: 'open', target: null })
  const numbers = { min: 1, ideal: 2, max: null }
  await setTarget(context, { ...place, phase: '', revision: null, content: { numbers, reason: null } })
  expect(await cellOf()).toMatchObject({ state: 'gap', target: numbers })
  const inherited = await getCell(context, { ...ask(), row: 'retention', column: 'tv' })
  expect(inherited.target).toMatchObject({ from: 'column', numbers, stored: { cell: null, column: { revision: 1 } } })
  await setTarget(context, { ...place, revision: null, content: { numbers: null, reason: 'Nobody watches' } })
  expect(await cellOf()).toMatchObject({ state: 'not_applicable', reason: 'Nobody watches', target: null })
  expect((await getCell(context, { ...ask(), row: 'retention', column: 'email' })).target?.from).toBe('preset')
  expect((await getCell(context, { ...ask({ lens: 'aida' }), row: 'attention', column: 'email' })).target).toBeNull()
})

test('a lens shows what it does not cover and what it cannot tell apart', async () => {
  const context = await memberOf(await emptyWorkspace(db()), 'editor')
  const published = { type: 'page', step: 'published', publishedAt: new Date('2026-02-01T08:00:00Z') }
  for (const phase of ['awareness', 'retention', 'advocacy'])
    await createItem(context, { title: phase, ...published, tags: { phase: [phase], channel: ['website'] } })
  const grid = await getCoverage(context, ask({ lens: 'aida' }))
  const row = (key: string) => grid.rows.find((known) => known.key === key)?.distinct
  expect(grid.total).toBe(3)
  expect(row('not_covered')).toBeGreaterThan(0)
  expect(grid.rows.every(({ score }) => score === null)).toBe(true)
  expect(grid.cells.every(({ target }) => target === null)).toBe(true)
  const behind = await listCellItems(context, cellItemsQuestion.parse({ lens: 'aida', row: 'not_covered', column: null }))
  expect(behind.total).toBe(row('not_covered'))
})

test('questions of a phase are open until something live answers them', async () => {
  const context = await memberOf(await emptyWorkspace(db()), 'editor')
  const open = async () => (await getCell(context, { ...ask(), row: 'retention', column: 'email' })).questions
  const [first, second] = await open()
  if (!first || !second) throw new Error('the presets have questions of retention')
  expect(first.isPlanned).toBe(false)
  await createItem(context, {
    title: 'Draft',
    type: 'faq',
    step: 'planned',
    plannedFor: '2026-04-01',
    tags: { question: [first.key] },
  })
  expect((await open())[0]).toEqual({ key: first.key, isPlanned: true })
  const published = { step: 'published', publishedAt: start }
  await createItem(context, { title: 'Answer', type: 'faq', ...published, tags: { question: [first.key] } })
  expect((await open())[0]?.key).toBe(second.key)
})

test('an item knows the cells in which it counts', async () => {
  const context = await memberOf(await emptyWorkspace(db()), 'editor')
  const published = { type: 'page', step: 'published', publishedAt: start }
  const tags = { phase: ['awareness', 'retention'], channel: ['website'] }
  const { item } = await createItem(context, { title: 'Both', ...published, tags })
  const { counts, cells } = await listItemCells(context, item.id)
  expect(counts).toBe('fresh')
  expect(cells.map(({ row, column, fresh }) => [row, column, fresh])).toEqual([
    ['awareness', 'website', 1],
    ['retention', 'website', 1],
  ])
  await expect(listItemCells(context, 'nobody')).rejects.toMatchObject({ code: 'not_found' })
})

test('names come in the language of whoever looks, also of columns that nobody asked for', async () => {
  const context = await memberOf(await emptyWorkspace(db()), 'editor', 'Ada Lindner')
  const published = { type: 'page', step: 'published', publishedAt: start }
  await createItem(context, { title: 'Seite', ...published, locale: 'de-AT', ownerId: context.userId })
  const german: Context = { ...context, locale: 'de' }
  const names = async (question: Partial<CoverageQuestion>) =>
    (await getPicture(german, ask(question))).columns.map(({ name }) => name)
  expect(await names({ by: 'owner' })).toContain('Ada Lindner')
  expect(await names({ by: 'locale' })).toEqual(expect.arrayContaining(['Deutsch', 'Österreichisches Deutsch']))
  expect((await getPicture(german, ask({ filter: 'colour=red' }))).ignored).toEqual(['colour=red'])
})
