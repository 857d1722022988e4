import type { TargetNumbers } from '@/server/domain/coverage/coverage.schema'
import type { Stage } from '@/server/domain/vocabulary/vocabulary.schema'
import type { Segment } from '@/server/presets/profiles'
import { purposePresets } from '@/server/presets/purposes'
import { stagePresets } from '@/server/presets/stages'

const usual: TargetNumbers = { min: 1, ideal: 3, max: null }
/** Companies decide slowly and stay long, so two stages need more to read. */
const usualInB2b: TargetNumbers = { min: 1, ideal: 4, max: null }
const b2bStages: ReadonlySet<Stage> = new Set(['consideration', 'loyalty'])

const usualChannels = new Map<Stage, ReadonlySet<string>>(
  stagePresets.map(({ key, channels }) => [
    key,
    new Set<string>([
      ...channels,
      ...purposePresets.filter((purpose) => purpose.stages.includes(key)).flatMap((purpose) => purpose.channels),
    ]),
  ]),
)

/**
 * What a cell of phase and channel has to reach when nobody has set a target; null when the pair is not usual.
 * A phase of several stages takes the union, and the highest ideal among the stages that call the channel usual.
 */
export function presetTarget(stagesOfPhase: readonly Stage[], channel: string, segment: Segment): TargetNumbers | null {
  const callers = stagesOfPhase.filter((stage) => usualChannels.get(stage)?.has(channel))
  if (callers.length === 0) return null
  return segment === 'b2b' && callers.some((stage) => b2bStages.has(stage)) ? usualInB2b : usual
}
