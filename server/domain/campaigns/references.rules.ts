import { Problem } from '@/server/domain/errors'
import type { CampaignPlan, TermDetails, Vocabulary } from '@/server/domain/vocabulary/vocabulary.schema'

type Details = TermDetails<'campaign'>
type Field = 'ownerId' | 'parent' | 'personas' | 'channels' | 'planPhase' | 'planChannel'

/** What a campaign can point to. */
export interface Pointable {
  readonly vocabulary: Pick<Vocabulary, 'campaign' | 'persona' | 'channel' | 'phase'>
  readonly memberIds: readonly string[]
}

/**
 * Throws when the details newly name what is not there, or want the same place in two lines. What they named before may be
 * gone by now; that must not stand in the way of changing something else.
 */
export function refuseUnknown(before: Details | null, after: Details, { vocabulary, memberIds }: Pointable): void {
  const keysOf = (terms: readonly { readonly key: string }[]) => terms.map(({ key }) => key)
  const there: Readonly<Record<Field, ReadonlySet<string>>> = {
    ownerId: new Set(memberIds),
    parent: new Set(keysOf(vocabulary.campaign)),
    personas: new Set(keysOf(vocabulary.persona)),
    channels: new Set(keysOf(vocabulary.channel)),
    planPhase: new Set(keysOf(vocabulary.phase)),
    planChannel: new Set(keysOf(vocabulary.channel)),
  }
  const old = new Set(before ? pointersOf(before).map(String) : [])
  for (const pointer of pointersOf(after)) {
    const [field, key] = pointer
    if (!there[field].has(key) && !old.has(String(pointer)))
      throw new Problem('invalid', 'campaigns.problem.unknown', { field, key }, { field })
  }
  const oldDoubles = before ? doublesOf(before.plan) : new Set()
  if ([...doublesOf(after.plan)].some((place) => !oldDoubles.has(place)))
    throw new Problem('invalid', 'campaigns.problem.sameLine', {}, { field: 'plan' })
}

const pointersOf = ({ ownerId, parent, personas, channels, plan }: Details): (readonly [Field, string])[] => [
  ...(ownerId === null ? [] : [['ownerId', ownerId] as const]),
  ...(parent === null ? [] : [['parent', parent] as const]),
  ...personas.map((key) => ['personas', key] as const),
  ...channels.map((key) => ['channels', key] as const),
  ...plan.map(({ phase }) => ['planPhase', phase] as const),
  ...plan.flatMap(({ channel }) => (channel === null ? [] : [['planChannel', channel] as const])),
]

/** Places that more than one line names. */
function doublesOf(plan: readonly CampaignPlan[]): Set<string> {
  const places = plan.map(({ phase, channel }) => `${phase} ${channel ?? ''}`)
  return new Set(places.filter((place, at) => places.indexOf(place) !== at))
}
