import { countCoverage, type GridQuestion } from '@/server/domain/coverage/coverage.rules'
import type { CoverageDimension, CoverageGrid, Mode, Model, Target } from '@/server/domain/coverage/coverage.schema'
import { projectJourney } from '@/server/domain/coverage/lens.rules'
import { scoreJourney } from '@/server/domain/coverage/score.rules'
import { type PresetTarget, targetResolver } from '@/server/domain/coverage/targets.rules'
import type { Fact } from '@/server/domain/facts/fact.schema'
import { endOfDay } from '@/server/domain/facts/moment.rules'
import { modelPreset } from '@/server/presets/models'
import { now, zone } from '@/tests/unit/facts/make-fact'

const { phases: preset } = modelPreset('mckinsey5')
export const journey = preset.map((phase) => ({ ...phase, name: phase.name.en, weight: 1 }))
export const channels = ['website', 'email', 'social'].map((key) => ({ key, name: key }))

export interface Asked {
  readonly by?: CoverageDimension
  readonly mode?: Mode
  readonly asOf?: string | null
  readonly lens?: Model | null
  readonly targets?: readonly Target[]
  readonly preset?: PresetTarget
  readonly weights?: Readonly<Record<string, number>>
  readonly matches?: (fact: Fact) => boolean
  readonly columns?: GridQuestion['columns']
  readonly columnsOf?: GridQuestion['columnsOf']
  readonly isPart?: boolean
}

/** The heatmap of the five phases against three channels, asked the way the program asks. */
export function ask(facts: readonly Fact[], asked: Asked = {}): CoverageGrid {
  const {
    by = 'channel',
    mode = 'published',
    asOf = null,
    lens: model = null,
    targets = [],
    preset = () => null,
    weights = {},
    matches,
    columnsOf,
    isPart = false,
  } = asked
  const moment = asOf === null ? now : endOfDay(asOf, zone)
  const picked = asOf !== null
  const phases = journey.map((phase) => ({ ...phase, weight: weights[phase.key] ?? 1 }))
  const scores = scoreJourney(facts, {
    mode,
    moment,
    picked,
    phases,
    channels: channels.map(({ key }) => key),
    targetOf: targetResolver('channel', targets, preset),
  })
  const columns = asked.columns ?? (by === 'channel' ? channels : [])
  const lensModel = model === null ? null : modelPreset(model)
  const lens = lensModel && {
    projection: projectJourney(phases, lensModel.key, lensModel.phases),
    phases: lensModel.phases.map((phase) => ({ ...phase, name: phase.name.en })),
  }
  return countCoverage(facts, {
    by,
    mode,
    moment,
    picked,
    phases,
    columns,
    lens,
    targetOf: targetResolver(by, targets, preset),
    scores,
    nameOf: (key) => `(${key})`,
    ...(matches ? { matches } : {}),
    ...(columnsOf ? { columnsOf } : {}),
    isPart,
  })
}

export function cellOf(grid: CoverageGrid, row: string, column: string) {
  const cell = grid.cells.find((candidate) => candidate.row === row && candidate.column === column)
  if (!cell) throw new Error(`no cell ${row} x ${column}`)
  return cell
}

export function rowOf(grid: CoverageGrid, key: string) {
  const row = grid.rows.find((candidate) => candidate.key === key)
  if (!row) throw new Error(`no row ${key}`)
  return row
}

export function target(phase: string, value: string, said: [min: number, ideal: number, max?: number] | string | null): Target {
  const numbers = Array.isArray(said) ? { min: said[0], ideal: said[1], max: said[2] ?? null } : null
  return { dimension: 'channel', phase, value, numbers, reason: typeof said === 'string' ? said : null, revision: 1 }
}
