import type { Fact } from '@/server/domain/facts/fact.schema'
import type { Evidence, RuleKey, Scope } from '@/server/domain/gaps/gap.schema'
import type { GapIndex } from '@/server/domain/gaps/gap-index.rules'
import type { Stage } from '@/server/domain/vocabulary/vocabulary.schema'

/** A finding before the rule's setting gives it a severity. */
export interface Draft {
  readonly phase: string | null
  readonly scope: Scope
  readonly evidence: Evidence
}

/** A number of the rule as the workspace set it; the preset when it says nothing. */
export type NumberOf = (key: string, preset: number) => number

export interface GapRule {
  readonly key: RuleKey
  readonly find: (index: GapIndex, number: NumberOf) => readonly Draft[]
}

/** One finding on the phase of a stage when `proof` gives evidence; none where the journey has no such phase. */
export function onStage(key: RuleKey, stage: Stage, proof: (index: GapIndex, phase: string) => Evidence | false): GapRule {
  return {
    key,
    find: (index) => {
      const phase = index.phaseOf(stage)
      const evidence = phase !== undefined && proof(index, phase)
      return phase !== undefined && evidence ? [{ phase, scope: { phase }, evidence }] : []
    },
  }
}

/** One finding for each of several things, on the phase of the rule's first stage or where an item itself stands. */
export function forEachOn(
  key: RuleKey,
  stages: readonly [Stage, ...Stage[]],
  find: (
    index: GapIndex,
    number: NumberOf,
  ) => readonly { readonly scope: Scope; readonly evidence: Evidence; readonly item?: Fact }[],
): GapRule {
  return {
    key,
    find: (index, number) => {
      const home = index.phaseOf(stages[0])
      if (home === undefined) return []
      return find(index, number).map(({ scope, evidence, item }) => ({
        phase: (item && placeOf(index, stages, item)) ?? home,
        scope,
        evidence,
      }))
    },
  }
}

/** The item's phase that the rule speaks of; undefined when it stands elsewhere. */
function placeOf({ workspace }: GapIndex, stages: readonly Stage[], { phase }: Fact): string | undefined {
  const own = workspace.phases.filter(({ key }) => phase.includes(key))
  for (const stage of stages) {
    const found = own.find((candidate) => candidate.stages.includes(stage))
    if (found) return found.key
  }
  return undefined
}

/** Empty reads as none. */
export function promisesNothing({ fields: { promiseKind } }: Fact): boolean {
  return !promiseKind || promiseKind === 'none'
}

export function hasPurpose(...purposes: readonly string[]): (fact: Fact) => boolean {
  return ({ purpose }) => purpose !== null && purposes.includes(purpose)
}

export function isOn(...channels: readonly string[]): (fact: Fact) => boolean {
  return ({ channel }) => channel.some((key) => channels.includes(key))
}

export function products({ workspace }: GapIndex): string[] {
  return workspace.topics.filter(({ kind }) => kind === 'product').map(({ key }) => key)
}
