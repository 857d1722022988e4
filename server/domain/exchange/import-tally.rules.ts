import type { ItemCreate } from '@/server/domain/content/item.schema'
import { normaliseAddress } from '@/server/domain/exchange/address.rules'
import type { Reason } from '@/server/domain/exchange/exchange.schema'
import { byRow, type CheckedPlan, type PlannedUpdate } from '@/server/domain/exchange/import-plan.rules'
import type { StoredProgress, StoredReport } from '@/server/domain/exchange/import-record.rules'
import { titleKey } from '@/server/domain/exchange/match.rules'

const rowsPerPiece = 250
const rowsAStep = 100
/** Bodies make rows heavy; a piece should stay a matter of milliseconds. */
const charactersPerPiece = 1_000_000

export type Entry =
  | { readonly kind: 'create'; readonly row: number; readonly item: ItemCreate }
  | ({ readonly kind: 'update' } & PlannedUpdate)

/** What writing a piece came to. `skipped` and `failed` only hold what was not planned so. */
export interface PieceResults {
  readonly create: number
  readonly update: number
  readonly unchanged: number
  readonly skipped: readonly Reason[]
  readonly failed: readonly Reason[]
}

/** The writes behind a row, in the order of the file, cut into pieces. */
export function* piecesOf({ create, update }: Pick<CheckedPlan, 'create' | 'update'>, through: number): Generator<Entry[]> {
  const entries: Entry[] = [
    ...create.map((entry) => ({ kind: 'create', ...entry }) as const),
    ...update.map((entry) => ({ kind: 'update', ...entry }) as const),
  ].sort(byRow)
  let piece: Entry[] = []
  let characters = 0
  for (const entry of entries) {
    if (entry.row <= through) continue
    piece.push(entry)
    const { body = '', note = '' } = entry.kind === 'create' ? entry.item : entry.edit
    characters += body.length + note.length
    if (piece.length < rowsPerPiece && characters < charactersPerPiece) continue
    yield piece
    piece = []
    characters = 0
  }
  if (piece.length > 0) yield piece
}

/** By what an item would be taken for this one. */
export function identities(item: {
  readonly url?: string | null | undefined
  readonly title: string
  readonly type: string
}): string[] {
  const address = item.url ? normaliseAddress(item.url) : null
  return [`title ${titleKey(item.title, item.type)}`, ...(address === null ? [] : [`address ${address}`])]
}

/** Of the new items behind a row: should somebody else make one of them meanwhile, the rows have to be matched again. Yields now and then. */
export function* identitiesOf({ create }: Pick<CheckedPlan, 'create'>, through: number): Generator<number, Set<string>> {
  const all = new Set<string>()
  for (const [i, { row, item }] of create.entries()) {
    if (i % rowsAStep === 0) yield i
    if (row > through) for (const identity of identities(item)) all.add(identity)
  }
  return all
}

type Lists = Pick<StoredReport, 'skipped' | 'failed' | 'notes'>
const upTo = (through: number) => (reason: Reason) => reason.row !== null && reason.row <= through
const beyond = (through: number) => (reason: Reason) => reason.row === null || reason.row > through

/**
 * Keeps count while an import goes through its rows: the plan says what becomes of each row, the pieces what really did. Rows
 * up to `progress.through` are settled and keep what was said about them, also when the rest is planned anew.
 */
export class ImportTally {
  progress: StoredProgress
  #plan: CheckedPlan
  #settled: Lists
  /** The rows that `#settled` speaks of. */
  #settledThrough: number

  constructor(plan: CheckedPlan, progress: StoredProgress, before: Lists) {
    const { through, counts, late } = progress
    this.#plan = plan
    this.#settledThrough = through
    const isLate = new Set([...late.skipped, ...late.failed].map(({ row }) => row))
    const known = (list: readonly Reason[]) => list.filter(upTo(through))
    const planned = (list: readonly Reason[]) => known(list).filter(({ row }) => !isLate.has(row))
    this.#settled = { skipped: planned(before.skipped), failed: planned(before.failed), notes: known(before.notes) }
    this.progress = {
      ...progress,
      total: plan.read,
      counts: {
        ...counts,
        read: plan.read,
        skipped: this.#settled.skipped.length + late.skipped.length,
        failed: this.#settled.failed.length + late.failed.length,
        notes: this.#settled.notes.length,
      },
    }
  }

  /** The state after a piece, to be written with it. */
  after(entries: readonly Entry[], results: PieceResults, at: Date): StoredProgress {
    const { progress } = this
    const from = progress.through
    const through = entries.at(-1)?.row ?? from
    const late = {
      skipped: [...progress.late.skipped, ...results.skipped.map(stored)],
      failed: [...progress.late.failed, ...results.failed.map(stored)],
    }
    const { counts } = progress
    const planned = (list: readonly { readonly row: number | null }[]) => countUpTo(list, through) - countUpTo(list, from)
    const plan = this.#plan
    return {
      ...progress,
      through,
      late,
      startedAt: progress.startedAt ?? (results.create + results.update > 0 ? at : null),
      counts: {
        ...counts,
        create: counts.create + results.create,
        update: counts.update + results.update,
        unchanged: counts.unchanged + results.unchanged + planned(plan.unchanged),
        skipped: counts.skipped + results.skipped.length + planned(plan.skipped),
        failed: counts.failed + results.failed.length + planned(plan.failed),
        notes: counts.notes + planned(plan.notes),
      },
    }
  }

  /** The rest is planned anew. */
  replan(plan: CheckedPlan): void {
    this.#settled = this.#plannedThrough(this.progress.through)
    this.#settledThrough = this.progress.through
    this.#plan = plan
  }

  #plannedThrough(through: number): Lists {
    const grown = (before: readonly Reason[], planned: readonly Reason[]) => [
      ...before,
      ...planned.filter((reason) => beyond(this.#settledThrough)(reason) && upTo(through)(reason)),
    ]
    const { skipped, failed, notes } = this.#settled
    const plan = this.#plan
    return { skipped: grown(skipped, plan.skipped), failed: grown(failed, plan.failed), notes: grown(notes, plan.notes) }
  }

  /** Every row that did not come in as it stands, with the reason. When it was stopped, the rows behind are among them. */
  report(end?: 'done' | 'cancelled'): StoredReport {
    const { late, through } = this.progress
    const plan = this.#plan
    const whole = (before: readonly Reason[], planned: readonly Reason[], more: readonly Reason[]) =>
      [...before, ...planned.filter(beyond(this.#settledThrough)), ...more].sort(byRow)
    const left =
      end === 'cancelled'
        ? [...plan.create, ...plan.update, ...plan.unchanged].filter(({ row }) => row > through).map(({ row }) => notReached(row))
        : []
    return {
      skipped: whole(this.#settled.skipped, plan.skipped, [...late.skipped, ...left]),
      failed: whole(this.#settled.failed, plan.failed, late.failed),
      notes: whole(this.#settled.notes, plan.notes, []),
    }
  }

  /** The final state: every row of the file is in exactly one of the counts. */
  final(end: 'done' | 'cancelled', report: StoredReport): StoredProgress {
    const { progress } = this
    const { counts } = progress
    const unchanged = this.#plan.unchanged.filter(({ row }) => row > progress.through).length
    return {
      ...progress,
      counts: {
        ...counts,
        unchanged: counts.unchanged + (end === 'done' ? unchanged : 0),
        skipped: report.skipped.length,
        failed: report.failed.length,
        notes: report.notes.length,
      },
    }
  }
}

const notReached = (row: number): Reason => ({ row, messageKey: 'import.report.notReached', details: {} })
const stored = ({ row, messageKey, details }: Reason) => ({ row, messageKey, details: { ...details } })

/** How many of a list in the order of rows stand up to a row. */
function countUpTo(list: readonly { readonly row: number | null }[], row: number): number {
  let low = 0
  let high = list.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((list[middle]?.row ?? Number.POSITIVE_INFINITY) <= row) low = middle + 1
    else high = middle
  }
  return low
}
