import type { RuleDefinition, RuleKey, Severity } from '@/server/domain/gaps/gap.schema'
import type { Stage } from '@/server/domain/vocabulary/vocabulary.schema'
import type { Localized } from '@/server/domain/wire.schema'
import type { ChannelKey } from '@/server/presets/channels'
import { both, type Provenance } from '@/server/presets/preset'
import type { TypeKey } from '@/server/presets/types'

interface RuleTexts {
  readonly name: Localized
  readonly explanation: Localized
  readonly remedy: Localized
  readonly plan?: {
    readonly purpose: string | null
    readonly type: TypeKey | null
    readonly channel: ChannelKey | null
    readonly title: Localized
  }
  readonly numbers?: RuleDefinition['numbers']
  readonly from: Provenance
}

/** Empty stages: the rule looks at every phase, or at items wherever they stand. */
export function rule(key: RuleKey, severity: Severity, stages: readonly Stage[], texts: RuleTexts): RuleDefinition {
  const { name, explanation, remedy, plan = null, numbers = [], from } = texts
  return { key, severity, stages, name, explanation, remedy, plan, numbers, ...from }
}

export function number(
  key: string,
  name: Localized,
  preset: number,
  min: number,
  max: number,
): RuleDefinition['numbers'][number] {
  return { key, name, preset, min, max }
}

export const maxAgeInDays = (preset: number) => number('days', both('Days at most', 'Höchstens Tage'), preset, 1, 3650)
