import { z } from 'zod'
import { stage } from '@/server/domain/vocabulary/vocabulary.schema'
import { key, localized } from '@/server/domain/wire.schema'

const revision = z.number().int().positive()

/**
 * `into` null: the items lose the phase, its questions stand without one and its targets go. `stagesInto`: which phase takes
 * its stages; left out, the one that takes the items.
 */
export const phaseRemoval = z.object({
  key,
  revision,
  into: key.nullable(),
  stagesInto: key.nullable().optional(),
  expectedItems: z.number().int().min(0),
})
export type PhaseRemoval = z.infer<typeof phaseRemoval>

/**
 * Which items the new phase takes: none; all, which then carry both; or those whose purpose belongs to the stages that
 * move (an item whose purpose belongs to both sides carries both, one without purpose stays).
 */
export const splitItems = ['stay', 'both', 'byPurpose'] as const

export const phaseSplit = z.object({
  key,
  revision,
  name: localized.refine((text) => text.en !== '' || text.de !== '', { error: 'vocabulary.problem.nameMissing' }),
  letter: z.string().trim().min(1).max(3).optional(),
  hue: z.number().int().min(0).max(359).optional(),
  /** Stages that move to the new phase. */
  stages: z.array(stage),
  items: z.enum(splitItems),
  questions: z.array(key).max(2000),
})
export type PhaseSplit = z.infer<typeof phaseSplit>

export const splitPreview = z.object({ items: z.number(), moving: z.number(), both: z.number() })
export type SplitPreview = z.infer<typeof splitPreview>
