import { z } from 'zod'
import { instant } from '@/server/domain/wire.schema'

/** The item, or `new:<anything>` for one that is not saved yet. */
export const draftId = z.string().min(1).max(80)

/** What a person has typed and not saved. Kept as typed: it may be half a date or an empty title, so it is not checked. */
export const draft = z.object({
  itemId: draftId,
  /** The revision it was begun on; 0 for a new item. */
  baseRevision: z.number().int().min(0),
  edit: z.record(z.string(), z.unknown()),
  savedAt: instant,
})
export type Draft = z.infer<typeof draft>

export const draftSave = draft.omit({ savedAt: true })
export type DraftSave = z.infer<typeof draftSave>
