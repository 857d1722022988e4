import { z } from 'zod'
import { coverageDimension, type Target } from '@/server/domain/coverage/coverage.schema'
import { key } from '@/server/domain/wire.schema'

export const mostWanted = 100_000
const count = z.number().int().min(0).max(mostWanted)

export const targetNumbers = z
  .object({ min: count, ideal: count, max: count.nullable() })
  .refine(({ min, ideal, max }) => min <= ideal && (max === null || ideal <= max), { error: 'targets.problem.outOfOrder' })

/** A cell, or with `phase` or `value` empty the default of a column or row. Both empty is no place. */
export const targetPlace = z.object({
  dimension: coverageDimension,
  phase: z.union([key, z.literal('')]),
  value: z.string().max(80),
})
export type TargetPlaceInput = z.infer<typeof targetPlace>

/** Numbers, or a reason why the cell is not applicable, or neither: explicitly no target, whatever row, column or preset say. */
export const targetContent = z.union([
  z.object({ numbers: targetNumbers, reason: z.null() }),
  z.object({ numbers: z.null(), reason: z.string().trim().min(1, { error: 'targets.problem.reasonMissing' }).max(500) }),
  z.object({ numbers: z.null(), reason: z.null() }),
])

/** The revision that the person saw; null: nothing stood there. */
const seen = z.object({ revision: z.number().int().positive().nullable() })
export const targetSet = targetPlace.extend(seen.shape).extend({ content: targetContent })
export type TargetSet = z.infer<typeof targetSet>
export const targetClear = targetPlace.extend(seen.shape)
export type TargetClear = z.infer<typeof targetClear>

export const target = z.object({
  dimension: coverageDimension,
  phase: z.string(),
  value: z.string(),
  numbers: z.object({ min: z.number(), ideal: z.number(), max: z.number().nullable() }).nullable(),
  reason: z.string().nullable(),
  revision: z.number(),
}) satisfies z.ZodType<Target>
