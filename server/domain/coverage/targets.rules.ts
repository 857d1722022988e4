import {
  type CoverageDimension,
  type EffectiveTarget,
  type Target,
  type TargetNumbers,
  untagged,
} from '@/server/domain/coverage/coverage.schema'

/** What a cell has to reach. */
export type TargetOf = (phase: string, value: string) => EffectiveTarget

/** What a preset wants of a pair of phase and channel; null where the pair is not usual. */
export type PresetTarget = (phase: string, channel: string) => TargetNumbers | null

const none: EffectiveTarget = { kind: 'none' }

/**
 * Looks at the cell itself, else its row's default, else its column's default, else the preset; the first that says
 * anything decides, be it numbers, "not applicable" or "no target". Presets speak of channels only; nothing is ever wanted of
 * untagged items.
 */
export function targetResolver(dimension: CoverageDimension, targets: readonly Target[], preset: PresetTarget): TargetOf {
  const stored = new Map<string, Target>()
  for (const target of targets) if (target.dimension === dimension) stored.set(nameOf(target.phase, target.value), target)
  return (phase, value) => {
    if (phase === untagged || value === untagged) return none
    const levels = [
      ['cell', stored.get(nameOf(phase, value))],
      ['row', stored.get(nameOf(phase, ''))],
      ['column', stored.get(nameOf('', value))],
    ] as const
    for (const [from, target] of levels) {
      if (!target) continue
      if (target.reason !== null) return { kind: 'not_applicable', reason: target.reason, from }
      return target.numbers ? { kind: 'numbers', numbers: target.numbers, from } : none
    }
    const numbers = dimension === 'channel' ? preset(phase, value) : null
    return numbers ? { kind: 'numbers', numbers, from: 'preset' } : none
  }
}

/** The phases that the workspace has taken out of the picture as a whole: their row default says "not applicable". */
export function phasesNotApplicable(targets: readonly Target[]): Set<string> {
  const rows = targets.filter(
    ({ dimension, value, phase, reason }) => dimension === 'channel' && value === '' && phase !== '' && reason !== null,
  )
  return new Set(rows.map(({ phase }) => phase))
}

function nameOf(phase: string, value: string): string {
  return `${phase}\n${value}`
}
