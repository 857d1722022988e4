import { authorize } from '@/server/domain/access/authorize'
import type { Context } from '@/server/domain/context'
import { getPicture } from '@/server/domain/coverage/coverage.queries'
import { type CellState, type CoverageQuestion, notCovered, untagged } from '@/server/domain/coverage/coverage.schema'
import { type HeatCell, heatmapOf, shownPercent } from '@/server/domain/coverage/heatmap-view.rules'
import { notRefined } from '@/server/domain/coverage/lens.rules'
import { parseFilter } from '@/server/domain/filter/filter-text.rules'
import type { Sheet, SheetCell, SheetPart } from '@/server/domain/plan-export/sheet.schema'
import { loadSheetWorld, type SheetWorld, type Word } from '@/server/domain/plan-export/sheet-world.queries'
import { termName } from '@/server/domain/vocabulary/vocabulary.rules'
import type { Locale } from '@/server/domain/wire.schema'
import { modelPresets } from '@/server/presets/models'

interface Wish {
  readonly question: CoverageQuestion
  /** The day that it is compared with. */
  readonly compare: string | null
  /** Columns without anything too. */
  readonly showsAll: boolean
  readonly language: Locale
  readonly word: Word
}

/** The heatmap of this question, as it is on the screen. */
export async function loadHeatmapSheet(context: Context, { question, compare, showsAll, language, word }: Wish): Promise<Sheet> {
  authorize(context.actor, 'item.export')
  const world = await loadSheetWorld(context, language, word)
  const picture = await getPicture({ ...context, locale: language }, question)
  const earlier =
    compare === null ? undefined : await getPicture({ ...context, locale: language }, { ...question, asOf: compare })
  const view = heatmapOf(picture, showsAll, earlier)
  const { by } = picture
  const wholeName = (key: string, name: string) => specialName(word, key) ?? name
  const columnName = (key: string, name: string) => (key === untagged ? word('coverage.noValue', { by }) : name)
  const percent = (value: number) => word('coverage.percent', { percent: shownPercent(value) })
  const states = new Map<CellState, number>()
  for (const { rows } of view.groups)
    for (const { cells } of rows) for (const { state } of cells) states.set(state, (states.get(state) ?? 0) + 1)
  const parts: SheetPart[] = [
    ...(picture.isPart ? [{ kind: 'note' as const, text: word('coverage.part', { count: picture.total }) }] : []),
    { kind: 'note', text: word(`coverage.legend.${view.legend}${view.hasStale ? 'Stale' : ''}`) },
    {
      kind: 'heatmap',
      rowHead: word('coverage.phase'),
      totalHead: word('coverage.distinct'),
      columns: view.columns.map(({ key, name, distinct }) => ({ name: columnName(key, name), total: String(distinct) })),
      rows: view.groups.flatMap(({ rows }) =>
        rows.map(({ row, cells }) => ({
          name: wholeName(row.key, row.letter === null ? row.name : `${row.letter}  ${row.name}`),
          note: row.score ? percent(row.score.percent) : null,
          total: String(row.distinct),
          cells: cells.map((cell) => cellOf(cell, view.hasTargets, word)),
        })),
      ),
      legend: view.hasTargets
        ? legendOrder.flatMap((state) => {
            const count = states.get(state) ?? 0
            return count === 0 ? [] : [{ state, text: `${word(`coverage.state.${state}`)}: ${count}` }]
          })
        : [],
    },
  ]
  const { filter } = parseFilter(question.filter)
  return {
    title: `${word('coverage.title')}: ${word('coverage.phase')} / ${word(`coverage.dimension.${by}`)}`,
    fileName: `${word('coverage.share.fileName')}-${picture.asOf ?? world.moment.today}`,
    isLandscape: true,
    ...world.frame(filter, [
      { label: word('coverage.asOf.title'), value: asOfText(world, picture.asOf) },
      ...(compare === null ? [] : [{ label: word('coverage.compare.title'), value: world.day(compare) }]),
      { label: word('coverage.mode.label'), value: word(`filter.counts.${question.mode}`) },
      ...(question.lens === null ? [] : [{ label: word('coverage.lens.label'), value: modelName(question.lens, language) }]),
      ...(picture.readiness ? [{ label: word('coverage.readiness.title'), value: percent(picture.readiness.percent) }] : []),
    ]),
    parts,
  }
}

const legendOrder: readonly CellState[] = ['gap', 'thin', 'covered', 'surplus', 'open', 'not_applicable']

const asOfText = ({ day, moment }: SheetWorld, asOf: string | null): string => day(asOf ?? moment.today)

function specialName(word: Word, key: string): string | undefined {
  if (key === untagged) return word('coverage.noPhase')
  if (key === notCovered) return word('coverage.notCovered')
  return key === notRefined ? word('coverage.notRefined') : undefined
}

function modelName(key: string, language: Locale): string {
  const preset = modelPresets.find((known) => known.key === key)
  return preset ? termName(preset, language) : key
}

function cellOf({ state, fresh, stale, target, share, delta }: HeatCell, hasTargets: boolean, word: Word): SheetCell {
  const isNone = state === 'not_applicable'
  return {
    state,
    numbers: numbersOf(),
    word: hasTargets && state !== 'open' && !isNone ? word(`coverage.state.${state}`) : '',
    stale: stale > 0 ? `+${stale}` : '',
    delta,
    share: hasTargets ? 0 : share,
  }
  function numbersOf(): string {
    if (isNone && fresh + stale === 0) return word('coverage.short.not_applicable')
    if (target) return `${fresh} / ${target.ideal}`
    return fresh + stale === 0 ? '·' : String(fresh)
  }
}
