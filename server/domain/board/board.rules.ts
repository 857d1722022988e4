import { type BoardAxis, type BoardCard, type BoardPlace, noValue, wholeLane } from '@/server/domain/board/board.schema'
import type { BulkEdit } from '@/server/domain/content/bulk.schema'
import type { TagSets } from '@/server/domain/content/item.schema'
import type { Fact } from '@/server/domain/facts/fact.schema'

/** What a selection looks like as a board: everything that any answer about it needs. */
export interface Grouping {
  /** How many stand in a column or lane, each counted once there. */
  readonly columns: ReadonlyMap<string, number>
  readonly lanes: ReadonlyMap<string, number>
  /** Column, then lane; each in the order of the selection. */
  readonly cells: ReadonlyMap<string, ReadonlyMap<string, readonly Fact[]>>
}

const nothing: readonly string[] = [noValue]
const whole: readonly string[] = [wholeLane]

/** The columns in which an item stands: several for several tags, `-` for none. */
export function valuesOn(axis: BoardAxis | null, fact: Pick<Fact, BoardTag | 'step' | 'ownerId'>): readonly string[] {
  if (axis === null) return whole
  if (axis === 'step') return [fact.step]
  if (axis === 'owner') return fact.ownerId === null ? nothing : [fact.ownerId]
  return fact[axis].length === 0 ? nothing : fact[axis]
}
type BoardTag = 'phase' | 'channel' | 'campaign'

const oneLane = [wholeLane]

/** The one rule by which facts become a board: it groups what a filter has selected and leaves nothing out. */
export function groupFacts(facts: readonly Fact[], columnAxis: BoardAxis, laneAxis: BoardAxis | null): Grouping {
  // One look-up per value: there may be a hundred thousand items, grouped anew after every change.
  const lines = new Map<string, { count: number; readonly row: Map<string, Fact[]> }>()
  const lanes = new Map<string, number>()
  for (const fact of facts) {
    const itsLanes = laneAxis === null ? oneLane : valuesOn(laneAxis, fact)
    if (laneAxis !== null) for (const lane of itsLanes) lanes.set(lane, (lanes.get(lane) ?? 0) + 1)
    for (const column of valuesOn(columnAxis, fact)) {
      let line = lines.get(column)
      if (!line) {
        line = { count: 0, row: new Map() }
        lines.set(column, line)
      }
      line.count += 1
      for (const lane of itsLanes) {
        const cell = line.row.get(lane)
        if (cell) cell.push(fact)
        else line.row.set(lane, [fact])
      }
    }
  }
  if (laneAxis === null && facts.length > 0) lanes.set(wholeLane, facts.length)
  const columns = new Map([...lines].map(([key, { count }]) => [key, count]))
  const cells = new Map([...lines].map(([key, { row }]) => [key, row]))
  return { columns, lanes, cells }
}

export const cellOf = ({ cells }: Grouping, { column, lane }: BoardPlace): readonly Fact[] => cells.get(column)?.get(lane) ?? []

/** Whether an item, as it is stored, stands where somebody saw it. */
export function isAt(
  axes: { readonly columns: BoardAxis; readonly lanes: BoardAxis | null },
  item: { readonly step: string; readonly ownerId: string | null; readonly tags: Pick<TagSets, BoardTag> },
  { column, lane }: BoardPlace,
): boolean {
  const fact = { ...item.tags, step: item.step, ownerId: item.ownerId }
  return valuesOn(axes.columns, fact).includes(column) && valuesOn(axes.lanes, fact).includes(lane)
}

/** The keys in the vocabulary's order, then whatever else items hold, then the column of those without. */
export function linesOf(known: readonly string[], counts: ReadonlyMap<string, number>, hasNone: boolean): string[] {
  const others = [...counts.keys()].filter((key) => key !== noValue && !known.includes(key)).sort((a, b) => (a < b ? -1 : 1))
  return [...known, ...others, ...(hasNone ? [noValue] : [])]
}

export const cardOf = (fact: Fact): BoardCard => ({
  id: fact.id,
  revision: fact.revision,
  title: fact.title,
  locale: fact.locale,
  type: fact.type,
  step: fact.step,
  status: fact.status,
  phase: [...fact.phase],
  channel: [...fact.channel],
  campaign: [...fact.campaign],
  persona: [...fact.persona],
  topic: [...fact.topic],
  purpose: fact.purpose,
  url: fact.url,
  ownerId: fact.ownerId,
  createdBy: fact.createdBy,
  plannedFor: fact.plannedFor,
  dueOn: fact.dueOn,
})

/** What moving along an axis changes, and nothing else: one tag gives way to another, the others stay. */
function editAlong(axis: BoardAxis | null, from: string, to: string): BulkEdit {
  if (axis === null || from === to) return {}
  if (axis === 'step') return { set: { step: to } }
  if (axis === 'owner') return { set: { ownerId: to === noValue ? null : to } }
  const tags: NonNullable<BulkEdit['tags']> = []
  if (from !== noValue) tags.push({ dimension: axis, action: 'remove', keys: [from] })
  if (to !== noValue) tags.push({ dimension: axis, action: 'add', keys: [to] })
  return { tags }
}

/** The edit that a move from one place of the board to another is; undefined when it stays in its place. */
export function editOfMove(
  axes: { readonly columns: BoardAxis; readonly lanes: BoardAxis | null },
  from: BoardPlace,
  to: BoardPlace,
): BulkEdit | undefined {
  const across = editAlong(axes.columns, from.column, to.column)
  const along = editAlong(axes.lanes, from.lane, to.lane)
  const tags = [...(across.tags ?? []), ...(along.tags ?? [])]
  const set = { ...across.set, ...along.set }
  if (tags.length === 0 && Object.keys(set).length === 0) return undefined
  return { ...(tags.length > 0 ? { tags } : {}), ...(Object.keys(set).length > 0 ? { set } : {}) }
}
