import { getCoverage } from '@/server/domain/coverage/coverage.queries'
import { coverageDimension, mode, model, notCovered, untagged } from '@/server/domain/coverage/coverage.schema'
import { notRefined } from '@/server/domain/coverage/lens.rules'
import { isDay } from '@/server/domain/facts/moment.rules'
import { type Call, Ending, type ExitCode, exitCodes } from './command'
import { table } from './output'

export async function showCoverage({ text, out, say, context }: Call): Promise<ExitCode> {
  const asOf = text('as-of') ?? null
  if (asOf !== null && !isDay(asOf)) throw new Ending(exitCodes.wrongUsage, 'cli.usage.noDay', { option: '--as-of', value: asOf })
  const by = coverageDimension.parse(text('by') ?? 'channel')
  const grid = await getCoverage(await context(), {
    by,
    mode: mode.parse(text('mode') ?? 'published'),
    asOf,
    lens: model.nullable().parse(text('lens') ?? null),
    filter: text('filter') ?? '',
  })
  // As the screen calls them.
  const unnamed: Record<string, string> = {
    [untagged]: say('coverage.noPhase'),
    [notCovered]: say('coverage.notCovered'),
    [notRefined]: say('coverage.notRefined'),
  }
  const rows = grid.rows.map((row) => ({
    key: row.key,
    name: unnamed[row.key] ?? row.name,
    score: row.score?.percent ?? null,
    distinct: row.distinct,
  }))
  const columns = grid.columns.map(({ key, name, distinct }) => ({
    key,
    name: key === untagged ? say('coverage.noValue', { by }) : name,
    distinct,
  }))
  const cells = grid.cells.map(({ row, column, fresh, stale, target, state }) => ({ row, column, fresh, stale, target, state }))
  const { total } = grid
  const readiness = grid.readiness?.percent ?? null
  out.answer({ mode: grid.mode, asOf: grid.asOf, by: grid.by, rows, columns, cells, total, readiness }, () => {
    const at = new Map(cells.map((cell) => [`${cell.row} ${cell.column}`, cell]))
    // Columns without anything in them and without a wish for anything would only make the table wide.
    const shown = columns.filter(({ key }) =>
      rows.some((row) => {
        const cell = at.get(`${row.key} ${key}`)
        return cell && (cell.fresh + cell.stale > 0 || cell.state === 'gap')
      }),
    )
    const lines = rows.map((row) => [
      row.name,
      row.score === null ? '' : `${row.score} %`,
      ...shown.map(({ key }) => cellText(at.get(`${row.key} ${key}`))),
      row.distinct,
    ])
    const headings = [say('cli.table.phase'), say('cli.table.score'), ...shown.map(({ name }) => name), say('cli.table.items')]
    const sum = say('cli.table.sum', { total, readiness: readiness === null ? '–' : `${readiness} %` })
    return `${table(headings, lines)}\n${sum}\n${say('cli.table.marks')}\n`
  })
  return exitCodes.done
}

interface Shown {
  readonly fresh: number
  readonly stale: number
  readonly state: string
}

const marks: Record<string, string> = { gap: '!', thin: '~', surplus: '+', not_applicable: 'x' }

function cellText(cell: Shown | undefined): string {
  if (!cell) return ''
  const mark = marks[cell.state] ?? ''
  return `${cell.fresh}${cell.stale > 0 ? `(+${cell.stale})` : ''}${mark}`
}
