import { z } from 'zod'
import { screen } from '@/server/domain/views/view.schema'
import { instant, locale } from '@/server/domain/wire.schema'

/** Screens whose saved views speak of items with dates. */
export const feedScreens = ['content', 'calendar', 'board'] as const satisfies readonly z.infer<typeof screen>[]

/** A saved view as a calendar that other programs subscribe to. Its secret is seen once, when it is made. */
export const feed = z.object({
  id: z.string(),
  viewId: z.string(),
  /** Null: the view is gone, or hidden from its maker, so nothing can be read; or it is somebody's own (`isPrivate`). */
  view: z.object({ name: z.string(), screen }).nullable(),
  /** Its view is kept by its maker for themselves, so its name is not told. */
  isPrivate: z.boolean(),
  /** Its maker is no longer a member, so it does not answer any more. */
  hasLeft: z.boolean(),
  isMine: z.boolean(),
  /** The view asks for something that cannot be understood, so nothing stands in the calendar rather than too much. */
  isUnreadable: z.boolean(),
  /** Whose eyes it reads with; null: an account that is gone. */
  owner: z.string().nullable(),
  locale,
  createdAt: instant,
  lastReadAt: instant.nullable(),
})
export type Feed = z.infer<typeof feed>

export const madeFeed = z.object({ feed, secret: z.string() })
export type MadeFeed = z.infer<typeof madeFeed>

/** Why something stands on a day. `campaign`: from its first day to its last. */
export const feedKinds = ['published', 'scheduled', 'planned', 'due', 'campaign'] as const
export type FeedKind = (typeof feedKinds)[number]

/** An entry of such a calendar. */
export interface FeedEntry {
  /** Stays the same for as long as it is about the same thing. */
  readonly uid: string
  readonly kind: FeedKind
  readonly title: string
  /** A day, or an instant in milliseconds. */
  readonly start: string | number
  /** The last day, included; null for a single one. */
  readonly lastDay: string | null
  /** The name of its step. */
  readonly step: string | null
  readonly phases: readonly string[]
  readonly channels: readonly string[]
  readonly campaigns: readonly string[]
  /** Where it stands in the program, below the workspace. */
  readonly path: string
  /** Rises with every change. */
  readonly sequence: number
  /** In milliseconds; null where nobody keeps it. */
  readonly changedAt: number | null
}
