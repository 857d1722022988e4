import type { Context } from '@/server/domain/context'
import type { Cell } from '@/server/domain/exchange/exchange.schema'
import { exportContent } from '@/server/domain/exchange/export.queries'
import type { ExportItem } from '@/server/domain/exchange/export.rules'
import { localTimeOf } from '@/server/domain/facts/moment.rules'
import type { PlanTable } from '@/server/domain/plan-export/plan-table.schema'
import { loadSheetWorld, type SheetWorld, type Word } from '@/server/domain/plan-export/sheet-world.queries'
import type { Locale } from '@/server/domain/wire.schema'

interface Wish {
  readonly filter: string
  readonly sort: string | undefined
  readonly selectionId: string | undefined
  readonly language: Locale
  readonly word: Word
  readonly addressOf: (itemId: string) => string
}

/** What a plan tells of each item, in the order in which people read one, in words instead of keys. */
export async function loadPlanTable(context: Context, { language, word, addressOf, ...wish }: Wish): Promise<PlanTable> {
  const { items } = await exportContent(context, { ...wish, isPlan: true })
  const world = await loadSheetWorld(context, language, word)
  const { zone } = world.moment
  const columns = columnsOf(addressOf)
  return {
    language,
    columns: columns.map(({ name, width, isTimed }) => {
      const heading = word(name)
      return { heading: isTimed ? `${heading} (${zone})` : heading, width: isTimed ? width + zone.length : width }
    }),
    rows: rowsOf(items, (item) => columns.map(({ cell }) => cell(item, world))),
  }
}

interface Column {
  /** Of the text that is its heading. */
  readonly name: string
  readonly width: number
  /** Shows times of day, so the heading names their zone. */
  readonly isTimed?: boolean
  readonly cell: (item: ExportItem, world: SheetWorld) => Cell
}

const columnsOf = (addressOf: Wish['addressOf']): readonly Column[] => [
  { name: 'table.column.title', width: 50, cell: ({ title }) => title },
  { name: 'table.column.type', width: 18, cell: ({ type }, { name }) => name('type', type) },
  { name: 'table.column.status', width: 16, cell: ({ step }, { name }) => name('step', step) },
  ...(['phase', 'channel', 'campaign'] as const).map((dimension) => ({
    name: `table.column.${dimension}`,
    width: 24,
    cell: ({ tags }: ExportItem, { names }: SheetWorld) => names(dimension, tags[dimension]),
  })),
  { name: 'table.column.owner', width: 20, cell: ({ ownerId }, { person }) => person(ownerId) },
  { name: 'table.column.plannedFor', width: 16, isTimed: true, cell: ({ plannedFor }) => wallClock(plannedFor) },
  { name: 'table.column.dueOn', width: 14, cell: ({ dueOn }) => wallClock(dueOn) },
  ...(['publishAt', 'publishedAt', 'unpublishAt'] as const).map((field) => ({
    name: `table.column.${field}`,
    width: 16,
    isTimed: true,
    cell: ({ [field]: at }: ExportItem, { moment }: SheetWorld) => wallClock(at && localTimeOf(at.getTime(), moment.zone)),
  })),
  { name: 'table.column.reviewBy', width: 14, cell: ({ reviewBy }) => wallClock(reviewBy) },
  { name: 'outlets.table.openTasks', width: 16, cell: ({ plan }) => plan?.openTasks ?? null },
  { name: 'outlets.table.brief', width: 12, cell: ({ plan }, { word }) => word(plan?.hasBrief ? 'table.yes' : 'table.no') },
  { name: 'outlets.table.address', width: 60, cell: ({ id }) => addressOf(id) },
]

/** A day, or a day with a time, as clocks in the workspace show it. */
const wallClock = (local: string | null): Date | null =>
  local === null ? null : new Date(local.includes('T') ? `${local}Z` : `${local}T00:00Z`)

async function* rowsOf(items: AsyncIterable<ExportItem>, row: (item: ExportItem) => Cell[]): AsyncGenerator<Cell[]> {
  for await (const item of items) yield row(item)
}
