import { z } from 'zod'
import { instant } from '@/server/domain/wire.schema'

export const screens = ['coverage', 'gaps', 'content', 'triage', 'campaigns', 'calendar', 'board', 'journey'] as const
export const screen = z.enum(screens)

/** A saved view: the search part of a screen's address under a name. A definition, never a list of ids. */
export const view = z.object({
  id: z.string(),
  screen,
  name: z.string().trim().min(1).max(80),
  isTeam: z.boolean(),
  /** Whether it is the asker's own or made by them. */
  isMine: z.boolean(),
  isDefault: z.boolean(),
  /** Only its maker and leads can change it. */
  isLocked: z.boolean(),
  definition: z.string().max(20_000),
  revision: z.number().int(),
  updatedAt: instant,
  /** Whether the asker can change it. */
  canEdit: z.boolean(),
})
export type View = z.infer<typeof view>

/** The answer to a change of a view. */
export const savedView = view.extend({ changeSet: z.string() })
export type SavedView = z.infer<typeof savedView>

export const viewCreate = view.pick({ screen: true, name: true, definition: true }).extend({ isTeam: z.boolean().default(false) })
export type ViewCreate = z.infer<typeof viewCreate>

export const viewEdit = z.object({
  id: z.string(),
  revision: z.number().int(),
  change: view.pick({ name: true, definition: true, isLocked: true, isDefault: true }).partial().strict(),
})
export type ViewEdit = z.infer<typeof viewEdit>
