import { countsAs } from '@/server/domain/facts/counting.rules'
import type { Fact } from '@/server/domain/facts/fact.schema'
import type { Moment } from '@/server/domain/facts/moment.rules'
import { languageOf } from '@/server/domain/filter/filter.rules'
import { inOrderOfIds } from '@/server/domain/filter/sort.rules'
import type { GapWorkspace } from '@/server/domain/gaps/gap-workspace.rules'
import type { Stage } from '@/server/domain/vocabulary/vocabulary.schema'

const after: readonly Stage[] = ['retention', 'loyalty', 'advocacy']
const before: readonly Stage[] = ['pre_awareness', 'awareness', 'consideration', 'preference']

/** What all rules read, gathered in one pass over the facts. Every list is in the order of ids. */
export interface GapIndex {
  readonly workspace: GapWorkspace
  readonly moment: Moment
  readonly facts: readonly Fact[]
  /** Live: published, fresh, and without a locale or in the main language. */
  readonly live: readonly Fact[]
  readonly livePhase: (phase: string) => readonly Fact[]
  /** Live items of any of the stages, each once. */
  readonly liveStage: (...stages: Stage[]) => readonly Fact[]
  readonly livePurpose: (...purposes: string[]) => readonly Fact[]
  /** Neither in the trash nor archived, whatever their state. */
  readonly keptPurpose: (...purposes: string[]) => readonly Fact[]
  readonly keptPhase: (phase: string) => readonly Fact[]
  readonly keptQuestion: (question: string) => readonly Fact[]
  readonly isLive: (fact: Fact) => boolean
  readonly isStale: (fact: Fact) => boolean
  /** Published and past their review day, in whatever language. */
  readonly stale: readonly Fact[]
  /** Published and fresh in another language than the main one. */
  readonly foreign: readonly Fact[]
  readonly liveShare: { readonly before: number; readonly after: number }
  readonly isInUse: (channel: string) => boolean
  /** The customer questions of the journey that nothing live answers, in their order. */
  readonly unanswered: readonly { readonly key: string; readonly phase: string; readonly topic: string | null }[]
  /** The first phase of the journey that stands for the stage; undefined when it has none. */
  readonly phaseOf: (stage: Stage) => string | undefined
}

export function indexGaps(unordered: readonly Fact[], workspace: GapWorkspace, moment: Moment): GapIndex {
  const facts = inOrderOfIds(unordered)
  const language = languageOf(workspace.locale)
  const stagesOf = stageLists(workspace)
  const live: Fact[] = []
  const stale: Fact[] = []
  const foreign: Fact[] = []
  const isLive = new Set<Fact>()
  const isStale = new Set<Fact>()
  const livePhase = new Grouped<string>()
  const liveStage = new Grouped<Stage>()
  const livePurpose = new Grouped<string | null>()
  const keptPurpose = new Grouped<string | null>()
  const keptPhase = new Grouped<string>()
  const keptQuestion = new Grouped<string>()
  const liveChannels = new Set<string>()
  const answered = new Set<string>()
  const liveShare = { before: 0, after: 0 }
  for (const fact of facts) {
    if (fact.deletedAt !== null || fact.status === 'archived') continue
    keptPurpose.add(fact.purpose, fact)
    keptPhase.addAll(fact.phase, fact)
    keptQuestion.addAll(fact.question, fact)
    const counted = countsAs(fact, 'published', moment, false)
    if (counted === false) continue
    if (counted === 'stale') {
      stale.push(fact)
      isStale.add(fact)
      continue
    }
    if (fact.locale !== null && languageOf(fact.locale) !== language) {
      foreign.push(fact)
      continue
    }
    live.push(fact)
    isLive.add(fact)
    livePurpose.add(fact.purpose, fact)
    livePhase.addAll(fact.phase, fact)
    const stages = stagesOf(fact.phase)
    liveStage.addAll(stages, fact)
    if (stages.some((stage) => before.includes(stage))) liveShare.before++
    if (stages.some((stage) => after.includes(stage))) liveShare.after++
    for (const channel of fact.channel) liveChannels.add(channel)
    for (const question of fact.question) answered.add(question)
  }
  const inUse = new Map(workspace.channels.map((channel) => [channel.key, channel.inUse]))
  return {
    workspace,
    moment,
    facts,
    live,
    livePhase: (phase) => livePhase.get(phase),
    liveStage: (...stages) => liveStage.union(stages),
    livePurpose: (...purposes) => livePurpose.union(purposes),
    keptPurpose: (...purposes) => keptPurpose.union(purposes),
    keptPhase: (phase) => keptPhase.get(phase),
    keptQuestion: (question) => keptQuestion.get(question),
    isLive: (fact) => isLive.has(fact),
    isStale: (fact) => isStale.has(fact),
    stale,
    foreign,
    liveShare,
    isInUse: (channel) => inUse.get(channel) === 'yes' || (inUse.get(channel) === 'automatic' && liveChannels.has(channel)),
    unanswered: unansweredOf(workspace, answered),
    phaseOf: (stage) => workspace.phases.find(({ stages }) => stages.includes(stage))?.key,
  }
}

function unansweredOf({ phases, questions }: GapWorkspace, answered: ReadonlySet<string>): GapIndex['unanswered'] {
  const journey = new Set(phases.map(({ key }) => key))
  return questions.flatMap(({ key, phase, topic }) =>
    phase !== null && journey.has(phase) && !answered.has(key) ? [{ key, phase, topic }] : [],
  )
}

/** The stages that a list of phases stands for; lists are shared, so each is worked out once. */
function stageLists({ phases }: GapWorkspace): (list: readonly string[]) => readonly Stage[] {
  const stagesOfPhase = new Map(phases.map(({ key, stages }) => [key, stages]))
  const known = new Map<readonly string[], readonly Stage[]>()
  return (list) => {
    let stages = known.get(list)
    if (!stages) {
      stages = [...new Set(list.flatMap((phase) => stagesOfPhase.get(phase) ?? []))]
      known.set(list, stages)
    }
    return stages
  }
}

class Grouped<K> {
  private readonly groups = new Map<K, Fact[]>()
  private readonly unions = new Map<string, readonly Fact[]>()

  add(key: K, fact: Fact): void {
    const group = this.groups.get(key)
    if (group) group.push(fact)
    else this.groups.set(key, [fact])
  }

  addAll(keys: readonly K[], fact: Fact): void {
    for (const key of keys) this.add(key, fact)
  }

  get(key: K): readonly Fact[] {
    return this.groups.get(key) ?? []
  }

  /** Each fact once, in the order of ids. Asked for by several rules, so kept; nothing is added after the first asking. */
  union(keys: readonly K[]): readonly Fact[] {
    const groups = keys.map((key) => this.get(key)).filter(({ length }) => length > 0)
    if (groups.length <= 1) return groups[0] ?? []
    const name = keys.join('\n')
    const known = this.unions.get(name)
    if (known) return known
    const made = inOrderOfIds([...new Set(groups.flat())])
    this.unions.set(name, made)
    return made
  }
}
