import type { CoverageGrid, Mode, PhaseScore } from '@/server/domain/coverage/coverage.schema'
import { type Tally, type TallyQuestion, tally } from '@/server/domain/coverage/tally.rules'
import type { TargetOf } from '@/server/domain/coverage/targets.rules'
import type { Fact } from '@/server/domain/facts/fact.schema'
import type { Moment } from '@/server/domain/facts/moment.rules'

export interface ScoreQuestion {
  readonly mode: Mode
  readonly moment: Moment
  readonly picked: boolean
  /** The journey, never a lens. */
  readonly phases: readonly { readonly key: string; readonly weight: number }[]
  /** The channels that are columns of the grid. */
  readonly channels: readonly string[]
  /** Of the channel dimension. */
  readonly targetOf: TargetOf
  /** What `scoreTally` asks for, when it is counted already. */
  readonly counts?: Tally
}

export interface JourneyScores {
  readonly byPhase: ReadonlyMap<string, PhaseScore>
  readonly readiness: CoverageGrid['readiness']
  readonly weakest: CoverageGrid['weakest']
}

/** What is counted for the scores. */
export function scoreTally({ mode, moment, picked, phases, channels }: Omit<ScoreQuestion, 'targetOf'>): TallyQuestion {
  return { by: 'channel', mode, moment, picked, rows: phases.map(({ key }) => key), columns: channels }
}

/** Scores are always those of the channel grid over all facts, whatever dimension, filter or lens a screen shows. */
export function scoreJourney(facts: readonly Fact[], question: ScoreQuestion): JourneyScores {
  const { phases, channels, targetOf } = question
  const counts = question.counts ?? tally(facts, scoreTally(question))
  const byPhase = new Map<string, PhaseScore>()
  for (const [row, { key }] of phases.entries()) {
    let reached = 0
    let wanted = 0
    for (const [column, channel] of channels.entries()) {
      const target = targetOf(key, channel)
      if (target.kind !== 'numbers') continue
      reached += Math.min(counts.fresh[row * counts.columns.length + column] ?? 0, target.numbers.ideal)
      wanted += target.numbers.ideal
    }
    if (wanted > 0) byPhase.set(key, { percent: percentOf(reached, wanted), reached, wanted })
  }
  return { byPhase, readiness: readinessOf(phases, byPhase), weakest: weakestOf(phases, byPhase) }
}

function readinessOf(phases: ScoreQuestion['phases'], scores: ReadonlyMap<string, PhaseScore>): CoverageGrid['readiness'] {
  const parts = phases.flatMap(({ key, weight }) => {
    const score = scores.get(key)
    return score ? [{ phase: key, weight, ratio: score.reached / score.wanted }] : []
  })
  const weights = sum(parts.map(({ weight }) => weight))
  if (weights <= 0) return null
  const weighted = sum(parts.map(({ weight, ratio }) => weight * ratio))
  return {
    percent: percentOf(weighted, weights),
    parts: parts.map(({ phase, weight, ratio }) => ({ phase, weight, percent: percentOf(ratio, 1) })),
  }
}

/** The first in the journey's order where several are equally weak. */
function weakestOf(phases: ScoreQuestion['phases'], scores: ReadonlyMap<string, PhaseScore>): CoverageGrid['weakest'] {
  let weakest: CoverageGrid['weakest'] = null
  for (const { key } of phases) {
    const score = scores.get(key)
    if (!score) continue
    if (!weakest || score.reached * weakest.score.wanted < weakest.score.reached * score.wanted) weakest = { phase: key, score }
  }
  return weakest
}

/** To one decimal; 100 only when all is reached. */
function percentOf(part: number, whole: number): number {
  const percent = Math.round((part / whole) * 1000) / 10
  return part < whole ? Math.min(percent, 99.9) : percent
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, n) => total + n, 0)
}
