import { type Model, notCovered, type PurchaseGroup } from '@/server/domain/coverage/coverage.schema'
import { type Stage, stages } from '@/server/domain/vocabulary/vocabulary.schema'

/** In a filter: items whose phase spans several phases of the lens. */
export const notRefined = 'not_refined'

interface StagedPhase {
  readonly key: string
  readonly stages: readonly Stage[]
}

/** How the phases of a journey look through another model. Tags stay as they are. */
export interface LensProjection {
  readonly model: Model
  /** The lens's phases in order. */
  readonly phases: readonly string[]
  /** Phases of the lens that an item with these phases stands in, each once; `not_covered` when it reaches none; none for none. */
  readonly rowsOf: (phases: readonly string[]) => readonly string[]
  /** One of its phases stands for several stages that the lens tells apart. */
  readonly isRefined: (phases: readonly string[]) => boolean
}

/**
 * A phase reaches every phase of the lens with which it shares a stage. `modelPhases` are the model's preset phases with the
 * stages of the crosswalk, where each stage has at most one phase; the unchanged model is therefore its own identity.
 */
export function projectJourney(
  journey: readonly StagedPhase[],
  model: Model,
  modelPhases: readonly StagedPhase[],
): LensProjection {
  const reached = new Map<string, readonly string[]>()
  for (const phase of journey) {
    const rows = modelPhases.filter((lensPhase) => lensPhase.stages.some((stage) => phase.stages.includes(stage)))
    reached.set(
      phase.key,
      rows.map(({ key }) => key),
    )
  }
  const order = modelPhases.map(({ key }) => key)
  const rowsOf = (phases: readonly string[]): readonly string[] => {
    if (phases.length === 0) return []
    const rows = new Set(phases.flatMap((phase) => reached.get(phase) ?? []))
    return rows.size === 0 ? [notCovered] : order.filter((key) => rows.has(key))
  }
  const isRefined = (phases: readonly string[]) => phases.every((phase) => (reached.get(phase)?.length ?? 0) <= 1)
  return { model, phases: order, rowsOf, isRefined }
}

const groupOfStage: Readonly<Record<Stage, PurchaseGroup>> = {
  pre_awareness: 'before',
  awareness: 'before',
  consideration: 'before',
  preference: 'before',
  purchase: 'during',
  retention: 'after',
  loyalty: 'after',
  advocacy: 'after',
}

/** Where a phase stands around the purchase: the group of its first stage; null for a phase without stages. */
export function groupOf(stagesOfPhase: readonly Stage[]): PurchaseGroup | null {
  const first = stages.find((stage) => stagesOfPhase.includes(stage))
  return first ? groupOfStage[first] : null
}
