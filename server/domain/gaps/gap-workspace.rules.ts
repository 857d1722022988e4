import type { Target } from '@/server/domain/coverage/coverage.schema'
import type { PresetTarget } from '@/server/domain/coverage/targets.rules'
import type { Stage, TermDetails, Vocabulary } from '@/server/domain/vocabulary/vocabulary.schema'

/** What the rules know of a workspace. Archived terms are no part of it. */
export interface GapWorkspace {
  readonly phases: readonly { readonly key: string; readonly stages: readonly Stage[] }[]
  readonly channels: readonly ({ readonly key: string } & TermDetails<'channel'>)[]
  readonly topics: readonly ({ readonly key: string } & TermDetails<'topic'>)[]
  readonly questions: readonly ({ readonly key: string } & TermDetails<'question'>)[]
  /** Purposes of messages about an order or a request. */
  readonly servicePurposes: ReadonlySet<string>
  readonly targets: readonly Target[]
  readonly presetTarget: PresetTarget
  /** The main language of the content, `de` or `de-AT`. */
  readonly locale: string
  readonly sellsGoods: boolean
}

export function gapWorkspaceOf(
  vocabulary: Vocabulary,
  { locale, sellsGoods }: { readonly locale: string; readonly sellsGoods: boolean },
  targets: readonly Target[],
  presetTarget: PresetTarget,
): GapWorkspace {
  return {
    phases: inUse(vocabulary.phase).map(({ key, details }) => ({ key, stages: details.stages })),
    channels: inUse(vocabulary.channel).map(({ key, details }) => ({ ...details, key })),
    topics: inUse(vocabulary.topic).map(({ key, details }) => ({ ...details, key })),
    questions: inUse(vocabulary.question).map(({ key, details }) => ({ ...details, key })),
    servicePurposes: new Set(vocabulary.purpose.filter(({ details }) => details.isService).map(({ key }) => key)),
    targets,
    presetTarget,
    locale,
    sellsGoods,
  }
}

function inUse<T extends { readonly archivedAt: Date | null }>(terms: readonly T[]): T[] {
  return terms.filter(({ archivedAt }) => archivedAt === null)
}
