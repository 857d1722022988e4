import type { Model } from '@/server/domain/coverage/coverage.schema'
import type { Stage } from '@/server/domain/vocabulary/vocabulary.schema'

/**
 * Which phase of a model a stage stands for. A cell that names several is ambiguous in the sources; there only the first
 * corresponds, the others are kept so that a reader of the table can see the choice. Empty: the model has no such phase.
 */
const phasesOfStage: Readonly<Record<Stage, Readonly<Record<Model, readonly string[]>>>> = {
  pre_awareness: row(['awareness'], ['pre_awareness'], ['stimulus'], ['attention'], ['aware'], ['before']),
  awareness: row(['awareness'], ['awareness'], ['stimulus', 'zmot'], ['attention'], ['aware'], ['before']),
  consideration: row(['consideration'], ['consideration'], ['zmot'], ['interest'], ['appeal', 'ask'], ['before']),
  preference: row(['consideration'], ['preference'], ['fmot'], ['desire'], ['ask'], ['before']),
  purchase: row(['conversion'], ['purchase'], ['fmot'], ['action'], ['act'], ['during']),
  retention: row(['retention'], ['retention'], ['smot'], [], ['act'], ['after']),
  loyalty: row(['retention', 'advocacy'], ['loyalty'], ['smot'], [], ['advocate'], ['after']),
  advocacy: row(['advocacy'], ['loyalty'], ['tmot'], [], ['advocate'], ['after']),
}

/** The phase of the model that stands for the stage; null where the model does not cover it. */
export function crosswalk(stage: Stage, model: Model): string | null {
  return phasesOfStage[stage][model][0] ?? null
}

function row(
  mckinsey5: readonly string[],
  ihk7: readonly string[],
  mot4: readonly string[],
  aida: readonly string[],
  kotler5a: readonly string[],
  simple3: readonly string[],
): Record<Model, readonly string[]> {
  return { mckinsey5, ihk7, mot4, aida, kotler5a, simple3 }
}
