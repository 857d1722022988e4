import type { Stage, Term } from '@/server/domain/vocabulary/vocabulary.schema'
import type { CampaignTemplate } from '@/server/presets/campaigns'

type Phases = readonly Pick<Term<'phase'>, 'key' | 'details'>[]

/** The first phase of the journey that stands for the stage. */
export const phaseOfStage = (stage: Stage, phases: Phases): string | undefined =>
  phases.find(({ details }) => details.stages.includes(stage))?.key

interface TemplateMisfit {
  /** How many of the template's items find no phase, and so count for none and in no line of the plan. */
  readonly items: number
  /** What the journey would need a phase for. */
  readonly stages: readonly Stage[]
  /** Whether the journey has nothing at all for those who have bought. */
  readonly lacksAfterSales: boolean
}

const afterSales: readonly Stage[] = ['retention', 'loyalty', 'advocacy']

/** What of a template has no place in this journey; null: all of it has one. */
export function misfitOf({ items }: Pick<CampaignTemplate, 'items'>, phases: Phases): TemplateMisfit | null {
  const isMissing = (stage: Stage) => phaseOfStage(stage, phases) === undefined
  const homeless = items.filter(({ stage }) => isMissing(stage))
  if (homeless.length === 0) return null
  return {
    items: homeless.length,
    stages: [...new Set(homeless.map(({ stage }) => stage))],
    lacksAfterSales: afterSales.every(isMissing),
  }
}
