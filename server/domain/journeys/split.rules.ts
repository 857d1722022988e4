import type { Stage } from '@/server/domain/vocabulary/vocabulary.schema'

/** Where an item of a phase stands after the split: with the old phase, the new one, or both. */
export type Side = 'old' | 'new' | 'both'

/**
 * By the stages that the item's purpose usually serves: only such that move, only such that stay, or some of each.
 * Without a purpose, or with one of neither side, it stays where a person put it.
 */
export function sideOf(purposeStages: readonly Stage[], staying: readonly Stage[], moving: readonly Stage[]): Side {
  const isNew = purposeStages.some((stage) => moving.includes(stage))
  const isOld = purposeStages.some((stage) => staying.includes(stage))
  if (isNew && isOld) return 'both'
  return isNew ? 'new' : 'old'
}

/** The tag list of an item after the split; the new phase stands behind the old one. */
export function splitTag(phases: readonly string[], old: string, fresh: string, side: Side): string[] {
  if (side === 'old') return [...phases]
  return phases.flatMap((phase) => (phase !== old ? [phase] : side === 'new' ? [fresh] : [old, fresh]))
}
