import fc from 'fast-check'
import { expect, test } from 'vitest'
import { getCalendarRange, listUnscheduled } from '@/server/domain/calendar/calendar.queries'
import { fieldOfAxis } from '@/server/domain/calendar/calendar.rules'
import { axes, mostDays, rangeInput, unscheduledInput } from '@/server/domain/calendar/calendar.schema'
import { createItem } from '@/server/domain/content/item.commands'
import { countByFilter, listItems } from '@/server/domain/content/item.queries'
import type { Context } from '@/server/domain/context'
import { addDays } from '@/server/domain/facts/moment.rules'
import { emptyWorkspace, memberOf, start } from '@/tests/integration/content/world'
import { testDatabase } from '@/tests/support/database'

const db = testDatabase()
const from = '2026-01-01'
const to = addDays(from, mostDays - 1)

const day = fc.integer({ min: 0, max: mostDays - 1 }).map((days) => addDays(from, days))
// Not so late that the last one would be the next day in Berlin.
const instant = fc
  .tuple(day, fc.integer({ min: 0, max: 20 }))
  .map(([date, hour]) => new Date(`${date}T${`${hour}`.padStart(2, '0')}:30:00Z`))
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null })
const item = fc.record({
  type: fc.constantFrom('page', 'email'),
  step: fc.constantFrom('idea', 'planned', 'in_review', 'published', 'archived'),
  plannedFor: maybe(fc.tuple(day, fc.constantFrom('', 'T09:30')).map(([date, time]) => date + time)),
  dueOn: maybe(day),
  // A time that has passed is refused.
  publishAt: maybe(instant.filter((moment) => moment > start)),
  publishedAt: maybe(instant),
  phase: fc.subarray(['awareness', 'retention', 'advocacy']),
  channel: fc.subarray(['email', 'blog']),
})
const filters = fc.constantFrom(
  '',
  'phase=retention',
  'phase=-',
  'status=!archived',
  'channel=email&type=page',
  'title=~item 1',
  'dueOn=2026-02-01..2026-06-30',
  'q=item',
  'untagged=yes',
  'counts=planned',
)

async function tableIds(context: Context, filter: string): Promise<string[]> {
  const ids: string[] = []
  for (let offset = 0; ; offset += 200) {
    const { rows, total } = await listItems(context, { filter, sort: [], limit: 200, offset })
    ids.push(...rows.map(({ id }) => id))
    if (offset + 200 >= total) return ids.sort(byText)
  }
}

const byText = (one: string, other: string): number => (one < other ? -1 : 1)

test('calendar and tray together hold what the table holds, and its counts are those of the table', async () => {
  const editor = await memberOf(await emptyWorkspace(db()), 'editor')
  let made = 0
  await fc.assert(
    fc.asyncProperty(
      fc.array(item, { minLength: 1, maxLength: 8 }),
      filters,
      fc.constantFrom(...axes),
      async (items, filter, axis) => {
        for (const { phase, channel, ...columns } of items) {
          made += 1
          await createItem(editor, { title: `Item ${made}`, ...columns, tags: { phase, channel } })
        }
        const table = await tableIds(editor, filter)
        const range = await getCalendarRange(editor, rangeInput.parse({ filter, axis, from, to }))
        const tray = await listUnscheduled(editor, unscheduledInput.parse({ filter, axis, limit: 200 }))
        expect(range.total).toBe(table.length)
        const here = [...range.entries, ...tray.entries].map(({ id }) => id)
        // The clock of the test stands in March: what it makes live without a date goes live then, so nothing lies outside the days.
        expect(here.sort(byText)).toEqual(table)
        const isSettled = tray.entries.map(({ status }) => status === 'published' || status === 'archived')
        expect(isSettled).toEqual(isSettled.toSorted((a, b) => Number(a) - Number(b)))
        expect(isSettled.filter(Boolean)).toHaveLength(tray.settled)
        expect(range.days.reduce((sum, { count }) => sum + count, 0)).toBe(range.inRange)
        const field = fieldOfAxis[axis]
        const join = (clause: string) => [filter, clause].filter(Boolean).join('&')
        const dated = await countByFilter(editor, join(`${field}=2026-02-10..2026-05-20`))
        const part = await getCalendarRange(
          editor,
          rangeInput.parse({ filter, axis, from: '2026-02-10', to: '2026-05-20', perDay: 0 }),
        )
        expect(part.inRange).toBe(dated.count)
        expect(part.entries).toEqual([])
        expect(part.unscheduled).toBe((await countByFilter(editor, join(`${field}=-`))).count)
      },
    ),
    { numRuns: 20, interruptAfterTimeLimit: 25_000 },
  )
}, 60_000)
