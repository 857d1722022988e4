import { countsAs } from '@/server/domain/facts/counting.rules'
import type { Fact } from '@/server/domain/facts/fact.schema'
import type { Moment } from '@/server/domain/facts/moment.rules'
import { liveTerms, termByKey } from '@/server/domain/vocabulary/vocabulary.rules'
import type { Stage, Vocabulary } from '@/server/domain/vocabulary/vocabulary.schema'
import { type ChannelKey, channelTypes } from '@/server/presets/channels'
import { type PurposePreset, purposePresets } from '@/server/presets/purposes'

/** What is known of content that is about to be made; null: nothing yet. */
export interface Planned {
  readonly phase: string | null
  readonly channel?: string | null
  readonly type?: string | null
  readonly purpose?: string | null
}

/** Of which purposes a phase has content, live or planned. */
export function purposesServed(facts: Iterable<Fact>, phase: string, moment: Moment): string[] {
  const found = new Set<string>()
  for (const fact of facts) {
    const { purpose } = fact
    if (purpose === null || found.has(purpose) || !fact.phase.includes(phase)) continue
    if (countsAs(fact, 'planned', moment, false) !== false) found.add(purpose)
  }
  return [...found]
}

/**
 * The purpose and type that content for a place usually has, as far as the workspace has them: a type that its channel carries,
 * and a purpose of its phase that is made as that type. Purposes at home in the phase and on the channel come first, then those that
 * the phase has nothing for (`served` tells which it has). What is known already stays.
 */
export function usualOf(
  planned: Planned,
  vocabulary: Vocabulary,
  served: readonly string[] = [],
): { purpose: string | null; type: string | null } {
  const { phase, channel = null, type = null, purpose = null } = planned
  const has = (dimension: 'purpose' | 'type', key: string) => liveTerms(vocabulary, dimension).some((term) => term.key === key)
  const carried = channel === null || !isKnown(channel) ? [] : channelTypes[channel].filter((key) => has('type', key))
  const fits = (key: string) =>
    type === null ? has('type', key) && (carried.length === 0 || carried.some((one) => one === key)) : key === type
  const stages: readonly Stage[] = phase === null ? [] : (termByKey(vocabulary, 'phase', phase)?.details.stages ?? [])
  const rank = ({ key, stages: [first], channels }: PurposePreset): number[] => [
    first !== undefined && stages.includes(first) ? 0 : 1,
    channel !== null && channels.some((one) => one === channel) ? 0 : 1,
    served.includes(key) ? 1 : 0,
  ]
  const [best] = purposePresets
    .filter(({ key, types, stages: its }) =>
      purpose === null ? has('purpose', key) && types.some(fits) && its.some((stage) => stages.includes(stage)) : key === purpose,
    )
    .map((preset) => ({ preset, rank: rank(preset) }))
    .sort((a, b) => byRank(a.rank, b.rank))
  const types = best?.preset.types ?? []
  return {
    purpose: purpose ?? best?.preset.key ?? null,
    type: type ?? types.find(fits) ?? carried[0] ?? types.find((key) => has('type', key)) ?? null,
  }
}

/**
 * Where content of a purpose usually stands, as far as the workspace has it: the phase of the first of its stages that the journey
 * has, and the first of its channels that carries the type.
 */
export function usualPlace(
  { purpose, type }: { readonly purpose: string | null; readonly type: string | null },
  vocabulary: Vocabulary,
): { phase: string | null; channel: string | null } {
  const preset = purposePresets.find(({ key }) => key === purpose)
  if (!preset) return { phase: null, channel: null }
  const phases = liveTerms(vocabulary, 'phase')
  const channels = new Set(liveTerms(vocabulary, 'channel').map(({ key }) => key))
  const at = (stage: Stage) => phases.find(({ details }) => details.stages.includes(stage))?.key
  const carries = (channel: ChannelKey) => type === null || channelTypes[channel].some((key) => key === type)
  return {
    phase: preset.stages.flatMap((stage) => at(stage) ?? [])[0] ?? null,
    channel: preset.channels.find((channel) => channels.has(channel) && carries(channel)) ?? null,
  }
}

const isKnown = (channel: string): channel is ChannelKey => Object.hasOwn(channelTypes, channel)

function byRank(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((part, n) => part !== b[n])
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0)
}
