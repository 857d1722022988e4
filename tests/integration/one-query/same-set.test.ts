import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { getBoard, getBoardColumn } from '@/server/domain/board/board.queries'
import { boardAxes, boardInput } from '@/server/domain/board/board.schema'
import { createItem, saveItem } from '@/server/domain/content/item.commands'
import { countByFilter, listItems } from '@/server/domain/content/item.queries'
import type { Context } from '@/server/domain/context'
import type { Clause, Filter } from '@/server/domain/filter/filter.schema'
import { formatFilter, parseFilter } from '@/server/domain/filter/filter-text.rules'
import { emptyWorkspace, memberOf } from '@/tests/integration/content/world'
import { testDatabase } from '@/tests/support/database'

const db = testDatabase()
const phases = ['awareness', 'consideration', 'conversion', 'retention', 'advocacy']
const channels = ['email', 'blog', 'phone', 'website']
const steps = ['idea', 'planned', 'in_progress', 'in_review', 'published', 'archived']
const days = ['2026-02-01', '2026-03-01', '2026-04-01T09:00']

let context: Context & { userId: string }

beforeAll(async () => {
  context = await memberOf(await emptyWorkspace(db()), 'admin')
  const pick = <T>(list: readonly T[], n: number) => list.filter((_, at) => (n >> at) % 2 === 1)
  for (let n = 0; n < 60; n++) {
    const { item } = await createItem(context, {
      title: `Item ${n % 7}`,
      type: n % 3 === 0 ? 'email' : 'page',
      step: steps[n % steps.length],
      tags: { phase: pick(phases, n * 5), channel: pick(channels, n * 3) },
      plannedFor: n % 4 === 0 ? null : days[n % days.length],
      ownerId: n % 2 === 0 ? context.userId : null,
    })
    if (n % 5 === 0) await saveItem(context, { id: item.id, revision: 1, edit: { dueOn: '2026-02-20' } })
  }
})

const choice = (field: string, values: readonly string[]) =>
  fc.oneof<fc.Arbitrary<Clause>[]>(
    fc.record({
      field: fc.constant(field),
      op: fc.constantFrom('anyOf', 'noneOf'),
      values: fc.subarray([...values], { minLength: 1 }),
    }),
    fc.record({ field: fc.constant(field), op: fc.constantFrom('empty', 'filled'), values: fc.constant<string[]>([]) }),
  )
const clause = fc.oneof(
  choice('phase', phases),
  choice('channel', channels),
  choice('step', steps),
  choice('status', steps),
  choice('type', ['email', 'page']),
  choice('owner', ['me']),
  fc.constantFrom<Clause>(
    { field: 'title', op: 'contains', values: ['3'] },
    { field: 'dueOn', op: 'past', values: [] },
    { field: 'plannedFor', op: 'next', values: ['40'] },
    { field: 'untagged', op: 'is', values: ['yes'] },
  ),
)
const filter = fc.array(clause, { maxLength: 3 })
const axes = fc
  .record({ columns: fc.constantFrom(...boardAxes), lanes: fc.constantFrom(null, ...boardAxes) })
  .filter(({ columns, lanes }) => columns !== lanes)

const idsOf = (cards: readonly { id: string }[]): string[] => [...new Set(cards.map(({ id }) => id))].sort()

test('under any filter and however it is laid out, the board holds what the table holds', async () => {
  await fc.assert(
    fc.asyncProperty(filter, axes, async (wanted: Filter, layout) => {
      const text = formatFilter(parseFilter(formatFilter(wanted)).filter)
      const table = await listItems(context, { filter: text, sort: [], limit: 200, offset: 0 })
      const board = await getBoard(context, boardInput.parse({ filter: text, ...layout, limit: 200 }))
      expect(idsOf(board.cells.flatMap(({ cards }) => cards))).toEqual(idsOf(table.rows))
      expect(board.total).toBe(table.total)
      for (const { key, count } of board.columns) {
        const inColumn = [text, `${layout.columns}=${key}`].filter(Boolean).join('&')
        expect((await countByFilter(context, inColumn)).count).toBe(count)
      }
      const [cell] = board.cells
      if (!cell) return
      const page = await getBoardColumn(context, { filter: text, ...layout, ...cell, offset: 0, limit: 200 })
      expect(page.cards).toEqual(cell.cards)
    }),
    { numRuns: 60, interruptAfterTimeLimit: 20_000 },
  )
})
