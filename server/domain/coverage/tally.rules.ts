import { type CoverageDimension, type Mode, untagged } from '@/server/domain/coverage/coverage.schema'
import type { ChangedFacts } from '@/server/domain/facts/changed-facts.rules'
import { countsAs } from '@/server/domain/facts/counting.rules'
import type { Fact } from '@/server/domain/facts/fact.schema'
import type { Moment } from '@/server/domain/facts/moment.rules'

export interface TallyQuestion {
  readonly by: CoverageDimension
  readonly mode: Mode
  readonly moment: Moment
  readonly picked: boolean
  /** Keys that have a place even when nothing stands there, in order. */
  readonly rows: readonly string[]
  readonly columns: readonly string[]
  /** The rows of an item with these phases; its phases themselves unless a lens says otherwise. */
  readonly rowsOf?: (phases: readonly string[]) => readonly string[]
  /** The columns of an item with these values; its values themselves unless a campaign stands for those under it. */
  readonly columnsOf?: (values: readonly string[]) => readonly string[]
  /** Narrows the facts. */
  readonly matches?: (fact: Fact) => boolean
}

/** Counts by row and column. Both lists end with keys that were asked for by nobody but found, then `untagged`. */
export interface Tally {
  readonly rows: readonly string[]
  readonly columns: readonly string[]
  /** `row * columns.length + column` */
  readonly fresh: Int32Array
  readonly stale: Int32Array
  readonly rowFresh: Int32Array
  readonly rowDistinct: Int32Array
  readonly columnDistinct: Int32Array
  readonly total: number
  readonly totalFresh: number
  /** How many counted items carry each distinct list of phases. */
  readonly phaseLists: readonly (readonly [phases: readonly string[], count: number])[]
}

/** Gives lists of keys small numbers, so that an item costs two look-ups by identity instead of work on texts. */
class Axis {
  readonly keys: string[]
  readonly places: Int32Array[] = []
  private readonly index = new Map<string, number>()
  private readonly known = new Map<readonly string[] | string | null, number>()

  constructor(keys: readonly string[]) {
    this.keys = keys.filter((key) => key !== untagged)
    for (const [place, key] of this.keys.entries()) this.index.set(key, place)
  }

  /** The number of a list, or of a single value; undefined when it was not met before. */
  numberOf(value: readonly string[] | string | null): number | undefined {
    return this.known.get(value)
  }

  meet(value: readonly string[] | string | null, keys: readonly string[]): number {
    const made = this.places.length
    this.places.push(Int32Array.from(keys, (key) => this.placeOf(key)))
    this.known.set(value, made)
    return made
  }

  /** Adds `untagged` at the end and sends what stands nowhere there. */
  close(): void {
    const nowhere = Int32Array.of(this.keys.length)
    this.keys.push(untagged)
    for (const [number, places] of this.places.entries()) if (places.length === 0) this.places[number] = nowhere
  }

  private placeOf(key: string): number {
    const known = this.index.get(key)
    if (known !== undefined) return known
    const place = this.keys.length
    this.keys.push(key)
    this.index.set(key, place)
    return place
  }
}

const columnOf: Readonly<Record<CoverageDimension, (fact: Fact) => readonly string[] | string | null>> = {
  channel: (fact) => fact.channel,
  persona: (fact) => fact.persona,
  topic: (fact) => fact.topic,
  campaign: (fact) => fact.campaign,
  type: (fact) => fact.type,
  purpose: (fact) => fact.purpose,
  locale: (fact) => fact.locale,
  owner: (fact) => fact.ownerId,
}

/**
 * One pass over the facts for what counts and where, one over small numbers to add it up: nothing is made per item, so a
 * hundred thousand cost a few milliseconds. A key stands at most once in a list, so adding one to each of an item's rows
 * counts distinct items.
 */
export function tally(facts: readonly Fact[], question: TallyQuestion): Tally {
  const { by, mode, moment, picked, matches } = question
  const rowsOf = question.rowsOf ?? ((phases: readonly string[]) => phases)
  const columnsOf = question.columnsOf ?? ((values: readonly string[]) => values)
  const rowAxis = new Axis(question.rows)
  const columnAxis = new Axis(question.columns)
  const column = columnOf[by]
  const rowNumbers = new Int32Array(facts.length)
  const columnNumbers = new Int32Array(facts.length)
  const isFresh = new Uint8Array(facts.length)
  const lists: (readonly string[])[] = []
  let total = 0
  for (let i = 0; i < facts.length; i++) {
    const fact = facts[i]
    if (fact === undefined) continue
    const counted = countsAs(fact, mode, moment, picked)
    if (counted === false || (matches !== undefined && !matches(fact))) continue
    const phases = fact.phase
    let rowNumber = rowAxis.numberOf(phases)
    if (rowNumber === undefined) {
      rowNumber = rowAxis.meet(phases, rowsOf(phases))
      lists.push(phases)
    }
    const value = column(fact)
    rowNumbers[total] = rowNumber
    columnNumbers[total] = columnAxis.numberOf(value) ?? columnAxis.meet(value, columnsOf(keysOf(value)))
    isFresh[total] = counted === 'fresh' ? 1 : 0
    total++
  }
  rowAxis.close()
  columnAxis.close()
  return addUp({ rowAxis, columnAxis, rowNumbers, columnNumbers, isFresh, lists, total })
}

/**
 * The tally after some facts have changed: they are taken out as they counted and put in as they count now, so a save costs
 * next to nothing however many items there are. Right only while time changes nothing for the others. Undefined when a row or
 * column comes or goes with the change: then everything has to be counted anew.
 */
export function carriedTally(before: Tally, { old, fresh }: ChangedFacts, question: TallyQuestion): Tally | undefined {
  const placed = { ...question, rows: before.rows.slice(0, -1), columns: before.columns.slice(0, -1) }
  const out = tally(old, placed)
  const into = tally(fresh, placed)
  const isSameShape = [out, into].every(
    ({ rows, columns }) => rows.length === before.rows.length && columns.length === before.columns.length,
  )
  if (!isSameShape) return undefined
  const moved = (counts: (of: Tally) => Int32Array) =>
    counts(before).map((n, at) => n - (counts(out)[at] ?? 0) + (counts(into)[at] ?? 0))
  const rowDistinct = moved((of) => of.rowDistinct)
  const columnDistinct = moved((of) => of.columnDistinct)
  // Keys that nobody asked for stand in the order in which they were found, and go with the last of their items.
  const isSettled = (asked: readonly string[], distinct: Int32Array) => {
    const found = distinct.subarray(asked.filter((key) => key !== untagged).length, -1)
    return found.length < 2 && found.every((n) => n > 0)
  }
  if (!isSettled(question.rows, rowDistinct) || !isSettled(question.columns, columnDistinct)) return undefined
  const lists = new Map(before.phaseLists)
  for (const [list, count] of out.phaseLists) lists.set(list, (lists.get(list) ?? 0) - count)
  for (const [list, count] of into.phaseLists) lists.set(list, (lists.get(list) ?? 0) + count)
  return {
    rows: before.rows,
    columns: before.columns,
    fresh: moved((of) => of.fresh),
    stale: moved((of) => of.stale),
    rowFresh: moved((of) => of.rowFresh),
    rowDistinct,
    columnDistinct,
    total: before.total - out.total + into.total,
    totalFresh: before.totalFresh - out.totalFresh + into.totalFresh,
    phaseLists: [...lists].filter(([, count]) => count > 0),
  }
}

function keysOf(value: readonly string[] | string | null): readonly string[] {
  if (value === null || value === '') return []
  return typeof value === 'string' ? [value] : value
}

interface Counted {
  readonly rowAxis: Axis
  readonly columnAxis: Axis
  readonly rowNumbers: Int32Array
  readonly columnNumbers: Int32Array
  readonly isFresh: Uint8Array
  readonly lists: readonly (readonly string[])[]
  readonly total: number
}

function addUp({ rowAxis, columnAxis, rowNumbers, columnNumbers, isFresh, lists, total }: Counted): Tally {
  const width = columnAxis.keys.length
  const fresh = new Int32Array(rowAxis.keys.length * width)
  const stale = new Int32Array(rowAxis.keys.length * width)
  const rowFresh = new Int32Array(rowAxis.keys.length)
  const rowDistinct = new Int32Array(rowAxis.keys.length)
  const columnDistinct = new Int32Array(width)
  const perList = new Int32Array(lists.length)
  let totalFresh = 0
  for (let i = 0; i < total; i++) {
    const rowNumber = rowNumbers[i] ?? 0
    const rows = rowAxis.places[rowNumber] as Int32Array
    const columns = columnAxis.places[columnNumbers[i] ?? 0] as Int32Array
    const one = isFresh[i] as number
    const cells = one === 1 ? fresh : stale
    totalFresh += one
    add(perList, rowNumber, 1)
    for (let c = 0; c < columns.length; c++) add(columnDistinct, columns[c] as number, 1)
    for (let r = 0; r < rows.length; r++) {
      const row = rows[r] as number
      add(rowDistinct, row, 1)
      add(rowFresh, row, one)
      for (let c = 0; c < columns.length; c++) add(cells, row * width + (columns[c] as number), 1)
    }
  }
  const phaseLists = lists.map((list, number) => [list, perList[number] ?? 0] as const)
  return {
    rows: rowAxis.keys,
    columns: columnAxis.keys,
    fresh,
    stale,
    rowFresh,
    rowDistinct,
    columnDistinct,
    total,
    totalFresh,
    phaseLists,
  }
}

function add(counts: Int32Array, at: number, n: number): void {
  counts[at] = (counts[at] as number) + n
}
