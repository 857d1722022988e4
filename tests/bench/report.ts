import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Figure, median, quantile, verdictOf } from './figures'

export interface Run {
  readonly items: number
  readonly database: 'sqlite' | 'postgres'
  readonly machine: {
    readonly cores: number
    readonly processor: string
    readonly memoryGb: number
    readonly node: string
    /** Waiting and running processes, over one minute: before and after. More than the cores: others were busy too. */
    readonly load: readonly [before: number, after: number]
  }
  readonly figures: readonly Figure[]
}

const round = (value: number): number => (value >= 100 ? Math.round(value) : Math.round(value * 10) / 10)

function summaryOf(figure: Figure) {
  const { group, name, unit, values, target, targetP99, floor, cpu, note } = figure
  const p50 = median(values)
  const floorP50 = floor?.length ? median(floor) : undefined
  return {
    group,
    name,
    unit,
    runs: values.length,
    p50: round(p50),
    p99: round(quantile(values, 0.99)),
    max: round(Math.max(...values)),
    target,
    targetP99,
    verdict: verdictOf(figure),
    floor: floorP50 === undefined ? undefined : Math.round(floorP50 * 100) / 100,
    ratio: floorP50 ? round(p50 / floorP50) : undefined,
    cpu: cpu === undefined ? undefined : round(cpu),
    note,
  }
}
type Summary = ReturnType<typeof summaryOf>

export function resultOf({ figures, ...run }: Run) {
  return { ...run, figures: figures.map(summaryOf) }
}
export type Result = ReturnType<typeof resultOf>

/** Figures of single filters stay in the file: the table shows them together. */
const isDetail = ({ group }: Summary): boolean => group.endsWith('(each)')

const columns: readonly [title: string, cell: (summary: Summary) => string | number | undefined][] = [
  ['', ({ group, name, note }) => `${group}: ${name}${note ? ` (${note})` : ''}`],
  ['p50', ({ p50, unit }) => `${p50} ${unit}`],
  ['p99', ({ p99, runs }) => (runs > 1 ? p99 : '')],
  ['max', ({ max, runs }) => (runs > 1 ? max : '')],
  ['target', ({ target, targetP99 }) => (targetP99 ? `p99 < ${targetP99}` : target ? `< ${target}` : '')],
  ['', ({ verdict }) => verdict ?? ''],
  ['floor', ({ floor }) => floor],
  ['ratio', ({ ratio }) => (ratio === undefined ? '' : `x ${ratio}`)],
  ['cpu', ({ cpu }) => cpu],
]

export function tableOf({ figures, machine, items, database }: Result): string {
  const shown = figures.filter((figure) => !isDetail(figure))
  const rows = [columns.map(([title]) => title), ...shown.map((figure) => columns.map(([, cell]) => String(cell(figure) ?? '')))]
  const widths = columns.map((_, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0)))
  const lines = rows.map((row) =>
    row
      .map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)))
      .join('  ')
      .trimEnd(),
  )
  const { cores, processor, memoryGb, node, load } = machine
  return [
    ...lines,
    '',
    `${items.toLocaleString('en')} items on ${database === 'sqlite' ? 'SQLite' : 'PostgreSQL'}; ${cores} cores (${processor}), ${memoryGb} GB, Node ${node}; load ${load[0]} before, ${load[1]} after.`,
    'p50, p99, max: time until the client has the answer. cpu: processor time of the program for one answer, in ms.',
    'floor: the same with plain better-sqlite3 on an indexed table in the same run; ratio: p50 as a multiple of it.',
  ].join('\n')
}

/** Returns the path. */
export function writeResult(root: string, result: Result, at: Date): string {
  const folder = join(root, 'bench-results')
  mkdirSync(folder, { recursive: true })
  const file = join(folder, `${at.toISOString().slice(0, 19).replaceAll(':', '-')}-${result.database}-${result.items}.json`)
  writeFileSync(file, `${JSON.stringify(result, null, 2)}\n`)
  return file
}
