import { tally } from '@/server/domain/coverage/tally.rules'
import { phasesNotApplicable, targetResolver } from '@/server/domain/coverage/targets.rules'
import { countsAs } from '@/server/domain/facts/counting.rules'
import type { Fact } from '@/server/domain/facts/fact.schema'
import { foldText } from '@/server/domain/facts/fold.rules'
import type { Filter } from '@/server/domain/filter/filter.schema'
import { evidenceOf, keptItems, liveItems, nearest, ofIds, withQuestions } from '@/server/domain/gaps/evidence.rules'
import type { GapIndex } from '@/server/domain/gaps/gap-index.rules'
import { type Draft, forEachOn, type GapRule } from '@/server/domain/gaps/rule.rules'

function applicable({ workspace }: GapIndex) {
  const left = phasesNotApplicable(workspace.targets)
  return workspace.phases.filter(({ key }) => !left.has(key))
}

const phaseEmpty: GapRule = {
  key: 'phase_empty',
  find: (index) =>
    applicable(index).flatMap(({ key }) => {
      if (index.livePhase(key).length > 0) return []
      const evidence = nearest(index, index.keptPhase(key), keptItems({ phase: [key] }))
      const questions = index.unanswered.filter(({ phase }) => phase === key)
      return [{ phase: key, scope: { phase: key }, evidence: withQuestions(evidence, questions) }]
    }),
}

/** One for each question: one brief answers it. A phase without content asks for its first piece before all answers. */
const questionUnanswered: GapRule = {
  key: 'question_unanswered',
  find: (index) =>
    index.unanswered.flatMap(({ key, phase, topic }) => {
      if (index.livePhase(phase).length === 0) return []
      const nearby = nearest(index, index.keptQuestion(key), keptItems({ question: [key] }))
      const evidence = { ...nearby, questions: [key], ...(topic === null ? {} : { topics: [topic] }) }
      return [{ phase, scope: { phase, question: key }, evidence }]
    }),
}

const phaseThin: GapRule = {
  key: 'phase_thin',
  find: (index, number) => {
    const min = number('min', 3)
    return applicable(index).flatMap(({ key }) => {
      const live = index.livePhase(key)
      if (live.length === 0 || live.length >= min) return []
      return [
        {
          phase: key,
          scope: { phase: key },
          evidence: evidenceOf(live, liveItems(index, { phase: [key] }), { counts: { min } }),
        },
      ]
    })
  },
}

const singleChannel: GapRule = {
  key: 'single_channel',
  find: (index, number) => {
    const least = number('least', 3)
    return index.workspace.phases.flatMap(({ key }) => {
      const live = index.livePhase(key)
      const only = live[0]?.channel
      if (live.length < least || only?.length !== 1) return []
      if (!live.every(({ channel }) => channel === only || (channel.length === 1 && channel[0] === only[0]))) return []
      const evidence = evidenceOf(live, liveItems(index, { phase: [key] }), { texts: { channels: only } })
      return [{ phase: key, scope: { phase: key }, evidence }]
    })
  },
}

/** Speaks of the journey as a whole, so it stands on no phase; a journey that ends at the purchase cannot be balanced. */
const topHeavy: GapRule = {
  key: 'top_heavy',
  find: (index, number) => {
    const { live, liveShare, phaseOf } = index
    if ((['retention', 'loyalty', 'advocacy'] as const).every((stage) => phaseOf(stage) === undefined)) return []
    const shares = { before: (100 * liveShare.before) / live.length, after: (100 * liveShare.after) / live.length }
    if (live.length < number('least', 20) || shares.after >= number('after', 25) || shares.before <= number('before', 50))
      return []
    const counts = { before: Math.round(shares.before), after: Math.round(shares.after) }
    return [{ phase: null, scope: {}, evidence: evidenceOf(live, liveItems(index), { counts }) }]
  },
}

/** Values are compared as a reader would: case and spaces do not make a contradiction. */
function spoken(value: string): string {
  return foldText(value).replace(/\s+/g, ' ').trim()
}

const promiseMismatch = forEachOn('promise_mismatch', ['awareness', 'consideration', 'preference', 'purchase'], (index) => {
  const claimed = new Map<string, Map<string, Map<string, { value: string; items: Set<Fact> }>>>()
  for (const item of index.live) {
    for (const { topic, kind, value } of item.fields.claims ?? []) {
      const kinds = claimed.get(topic) ?? new Map<string, Map<string, { value: string; items: Set<Fact> }>>()
      const values = kinds.get(kind) ?? new Map<string, { value: string; items: Set<Fact> }>()
      const said = values.get(spoken(value)) ?? { value, items: new Set<Fact>() }
      said.items.add(item)
      claimed.set(topic, kinds.set(kind, values.set(spoken(value), said)))
    }
  }
  return [...claimed].flatMap(([topic, kinds]) => {
    const items = new Set<Fact>()
    const texts: Record<string, readonly string[]> = {}
    for (const [kind, values] of kinds) {
      const saying = new Set([...values.values()].flatMap((said) => [...said.items]))
      // One item that contradicts itself is no case of two.
      if (values.size < 2 || saying.size < 2) continue
      texts[kind] = [...values.values()].map(({ value }) => value)
      for (const item of saying) items.add(item)
    }
    if (items.size === 0) return []
    const list = [...items].sort((a, b) => (a.id < b.id ? -1 : 1))
    return [{ scope: { topic }, evidence: evidenceOf(list, ofIds(list), { texts, topics: [topic] }) }]
  })
})

/** One finding for each phase and one for what has none: a list of ten thousand single items would help nobody. */
function byPhase(
  { workspace }: GapIndex,
  items: readonly Fact[],
  filterOf: (phase: string | null, items: readonly Fact[]) => Filter | undefined,
): Draft[] {
  const groups = new Map<string | null, Fact[]>()
  for (const { key } of workspace.phases) groups.set(key, [])
  groups.set(null, [])
  for (const item of items) {
    const known = item.phase.filter((key) => groups.has(key))
    for (const key of known.length > 0 ? known : [null]) groups.get(key)?.push(item)
  }
  return [...groups].flatMap(([phase, list]) =>
    list.length === 0
      ? []
      : [{ phase, scope: phase === null ? {} : { phase }, evidence: evidenceOf(list, filterOf(phase, list)) }],
  )
}

const stale: GapRule = {
  key: 'stale',
  find: (index) =>
    byPhase(index, index.stale, (phase, items) => {
      // A phase that is no longer part of the journey leaves its items without one, but no filter says that in a word.
      if (phase === null && items.some((item) => item.phase.length > 0)) return ofIds(items)
      return [
        phase === null ? { field: 'phase', op: 'empty', values: [] } : { field: 'phase', op: 'anyOf', values: [phase] },
        { field: 'counts', op: 'is', values: ['published'] },
        { field: 'stale', op: 'is', values: ['yes'] },
      ]
    }),
}

const surplus: GapRule = {
  key: 'surplus',
  find: ({ facts, workspace, moment, keptPhase }) => {
    const targetOf = targetResolver('channel', workspace.targets, workspace.presetTarget)
    const limits = workspace.phases.flatMap((phase) =>
      workspace.channels.flatMap((channel) => {
        const target = targetOf(phase.key, channel.key)
        return target.kind === 'numbers' && target.numbers.max !== null
          ? [{ phase: phase.key, channel: channel.key, max: target.numbers.max }]
          : []
      }),
    )
    if (limits.length === 0) return []
    const counts = tally(facts, {
      by: 'channel',
      mode: 'published',
      moment,
      picked: false,
      rows: workspace.phases.map(({ key }) => key),
      columns: workspace.channels.map(({ key }) => key),
    })
    return limits.flatMap(({ phase, channel, max }) => {
      const fresh = counts.fresh[counts.rows.indexOf(phase) * counts.columns.length + counts.columns.indexOf(channel)] ?? 0
      if (fresh <= max) return []
      const items = keptPhase(phase).filter(
        (fact) => fact.channel.includes(channel) && countsAs(fact, 'published', moment, false) === 'fresh',
      )
      const filter: Filter = [
        { field: 'phase', op: 'anyOf', values: [phase] },
        { field: 'channel', op: 'anyOf', values: [channel] },
        { field: 'counts', op: 'is', values: ['published'] },
        { field: 'stale', op: 'is', values: ['no'] },
      ]
      return [{ phase, scope: { phase, channel }, evidence: evidenceOf(items, filter, { counts: { max } }) }]
    })
  },
}

/** Live in another language while no item of the same group is live in the main one. */
const localeMissing: GapRule = {
  key: 'locale_missing',
  find: (index) => {
    if (index.foreign.length === 0) return []
    const spokenGroups = new Set(index.live.map(({ groupId }) => groupId))
    const lonely = index.foreign.filter(({ groupId }) => !spokenGroups.has(groupId))
    return byPhase(index, lonely, (_, items) => ofIds(items))
  },
}

export const wholeJourneyRules: readonly GapRule[] = [
  phaseEmpty,
  questionUnanswered,
  phaseThin,
  topHeavy,
  singleChannel,
  promiseMismatch,
  stale,
  surplus,
  localeMissing,
]
