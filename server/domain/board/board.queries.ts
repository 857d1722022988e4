import { listMembers } from '@/db/stores/members'
import { listUserNames } from '@/db/stores/users'
import { authorize } from '@/server/domain/access/authorize'
import { cardOf, cellOf, type Grouping, groupFacts, linesOf } from '@/server/domain/board/board.rules'
import {
  type Board,
  type BoardAxis,
  type BoardColumnInput,
  type BoardColumnPage,
  type BoardInput,
  type BoardLine,
  noValue,
  wholeLane,
} from '@/server/domain/board/board.schema'
import { type Selection, selectItems } from '@/server/domain/content/selection.queries'
import type { Context } from '@/server/domain/context'
import type { Sort } from '@/server/domain/filter/filter.schema'
import { parseFilter } from '@/server/domain/filter/filter-text.rules'
import { liveTerms } from '@/server/domain/vocabulary/vocabulary.rules'
import type { Vocabulary } from '@/server/domain/vocabulary/vocabulary.schema'

export const byHand: Sort = [{ field: 'rank', descending: false }]

/** Goes with its selection, which is remembered as long as nothing changes. */
const groupings = new WeakMap<Selection, Map<string, Grouping>>()

/** What a filter selects, as a board. The same selection as the table's, so both hold the same items. For whoever has authorized. */
export async function groupSelected(
  asker: Pick<Context, 'db' | 'now' | 'actor' | 'locale'>,
  { filter, columns, lanes }: { filter: string; columns: BoardAxis; lanes: BoardAxis | null },
): Promise<{ selection: Selection; grouping: Grouping; ignored: string[] }> {
  const parsed = parseFilter(filter)
  const selection = await selectItems(asker, { filter: parsed.filter, sort: byHand })
  const known = groupings.get(selection) ?? new Map<string, Grouping>()
  groupings.set(selection, known)
  const name = `${columns} ${lanes}`
  const grouping = known.get(name) ?? groupFacts(selection.facts, columns, lanes)
  known.set(name, grouping)
  return { selection, grouping, ignored: parsed.ignored }
}

/** The board with the first cards of every column (and lane); more of a column come with `getBoardColumn`. */
export async function getBoard(context: Context, input: BoardInput): Promise<Board> {
  authorize(context.actor, 'item.read')
  const { columns, lanes, limit } = input
  const { selection, grouping, ignored } = await groupSelected(context, input)
  const { vocabulary } = selection.held
  const limits = columns === 'step' ? limitsOf(vocabulary) : new Map<string, number>()
  const loads = limits.size > 0 ? (await groupSelected(context, { filter: '', columns, lanes: null })).grouping : grouping
  const columnLines = await namedLines(context, vocabulary, columns, grouping.columns)
  return {
    total: selection.facts.length,
    columns: columnLines.map((line) => {
      const most = limits.get(line.key)
      return { ...line, load: most === undefined ? null : { count: loads.columns.get(line.key) ?? 0, limit: most } }
    }),
    lanes:
      lanes === null
        ? [{ key: wholeLane, name: null, count: selection.facts.length }]
        : await namedLines(context, vocabulary, lanes, grouping.lanes),
    cells: [...grouping.cells].flatMap(([column, row]) =>
      [...row].map(([lane, facts]) => ({ column, lane, total: facts.length, cards: facts.slice(0, limit).map(cardOf) })),
    ),
    ignored,
  }
}

/** A page of one column (in one lane). */
export async function getBoardColumn(context: Context, input: BoardColumnInput): Promise<BoardColumnPage> {
  authorize(context.actor, 'item.read')
  const facts = cellOf((await groupSelected(context, input)).grouping, input)
  return { total: facts.length, cards: facts.slice(input.offset, input.offset + input.limit).map(cardOf) }
}

function limitsOf({ step }: Vocabulary): Map<string, number> {
  return new Map(step.flatMap(({ key, details }) => (details.wipLimit === null ? [] : [[key, details.wipLimit] as const])))
}

async function namedLines(
  { db, actor, locale }: Context,
  vocabulary: Vocabulary,
  axis: BoardAxis,
  counts: ReadonlyMap<string, number>,
): Promise<BoardLine[]> {
  if (axis !== 'owner') {
    const known = liveTerms(vocabulary, axis).map(({ key }) => key)
    return linesOf(known, counts, axis !== 'step').map((key) => ({ key, name: null, count: counts.get(key) ?? 0 }))
  }
  // Whoever may work on something can be given something, and who has left may still own something.
  const members = (await listMembers(db.read, actor.workspaceId)).filter(({ role }) => role !== 'viewer')
  const names = new Map(members.map(({ userId, name }) => [userId, name]))
  const gone = [...counts.keys()].filter((key) => key !== noValue && !names.has(key))
  for (const [id, name] of await listUserNames(db.read, gone)) names.set(id, name)
  const { compare } = new Intl.Collator(locale, { numeric: true })
  const sorted = [...names.keys()].sort((a, b) => compare(names.get(a) ?? a, names.get(b) ?? b))
  return linesOf(sorted, counts, true).map((key) => ({ key, name: names.get(key) ?? null, count: counts.get(key) ?? 0 }))
}
