import type { Reader } from '@/db/database'
import { type FeedRecord, findFeedBySecret, listOpenFeeds, touchFeed } from '@/db/stores/feeds'
import { findMember, findMembership } from '@/db/stores/members'
import { listUserNames } from '@/db/stores/users'
import { findView, type ViewRecord } from '@/db/stores/views'
import { findWorkspaceBySlug, type WorkspaceRecord } from '@/db/stores/workspaces'
import { type Actor, can } from '@/server/domain/access/access.rules'
import { authorize } from '@/server/domain/access/authorize'
import { selectItems } from '@/server/domain/content/selection.queries'
import type { Context } from '@/server/domain/context'
import { momentOf } from '@/server/domain/facts/moment.rules'
import { campaignEntries, feedEntries } from '@/server/domain/feeds/feed.rules'
import { type Feed, type FeedEntry, feedScreens } from '@/server/domain/feeds/feed.schema'
import type { Filter } from '@/server/domain/filter/filter.schema'
import { isFilterField, parseFilter } from '@/server/domain/filter/filter-text.rules'
import { linkToken } from '@/server/domain/members/account.schema'
import type { OpenContext } from '@/server/domain/members/account-context'
import { hashOfSecret } from '@/server/domain/members/link-secret'
import { screen } from '@/server/domain/views/view.schema'

const hasDates = (name: string): boolean => (feedScreens as readonly string[]).includes(name)

/** Whether this person sees the view, and it is one whose items have days. */
export const isReadableView = (view: ViewRecord, userId: string): boolean =>
  hasDates(view.screen) && (view.ownerId === null || view.ownerId === userId)

export async function feedOf(read: Reader, actor: Actor, row: FeedRecord): Promise<Feed> {
  const view = await findView(read, row.workspaceId, row.viewId)
  const names = await listUserNames(read, [row.userId])
  const isMine = actor.kind === 'member' && row.userId === actor.userId
  const seen = view && isReadableView(view, row.userId) ? view : undefined
  // What somebody keeps for themselves is named to nobody else.
  const isPrivate = seen !== undefined && !isMine && seen.ownerId !== null
  return {
    id: row.id,
    viewId: row.viewId,
    view: seen && !isPrivate ? { name: seen.name, screen: screen.parse(seen.screen) } : null,
    isPrivate,
    hasLeft: (await findMember(read, row.workspaceId, row.userId)) === undefined,
    isMine,
    isUnreadable: seen !== undefined && readView(seen).isUnreadable,
    owner: names.get(row.userId) ?? null,
    locale: row.locale,
    createdAt: row.createdAt,
    lastReadAt: row.lastReadAt,
  }
}

/** One's own; administrators see everybody's, so that they can end them. */
export async function listFeeds({ actor, db }: Context): Promise<Feed[]> {
  authorize(actor, 'feed.own')
  const all = can(actor, 'workspace.manage')
  const rows = await listOpenFeeds(db.read, actor.workspaceId, all || actor.kind !== 'member' ? null : actor.userId)
  return Promise.all(rows.map((row) => feedOf(db.read, actor, row)))
}

export interface OpenFeed {
  readonly feed: FeedRecord
  readonly view: ViewRecord
  readonly workspace: WorkspaceRecord
  /** Its maker, as the member that they are now. */
  readonly context: Context
  /** What the answer depends on: the same text, the same answer. */
  readonly version: string
}

/**
 * The feed behind an address. Undefined when it is unknown or revoked, its maker no longer a member, or its view gone:
 * whoever asks learns no difference.
 */
export async function findFeed(
  { db, now }: OpenContext,
  { slug, secret }: { slug: string; secret: string },
): Promise<OpenFeed | undefined> {
  if (!linkToken.safeParse(secret).success) return undefined
  const workspace = await findWorkspaceBySlug(db.read, slug)
  const feed = workspace && (await findFeedBySecret(db.read, workspace.id, hashOfSecret(secret)))
  if (!feed) return undefined
  const membership = await findMembership(db.read, feed.userId, slug)
  const view = await findView(db.read, workspace.id, feed.viewId)
  if (!membership || !view || !isReadableView(view, feed.userId)) return undefined
  const actor: Actor = { kind: 'member', userId: feed.userId, ...membership }
  if (!can(actor, 'item.read')) return undefined
  const { filter } = readView(view)
  const { today, localNow } = momentOf(now().getTime(), workspace.timeZone)
  const isTimed = filter.some(({ field }) => field === 'counts')
  const version = [feed.id, workspace.seq, isTimed ? localNow : today].join('-')
  return { feed, view, workspace, context: { actor, db, now, locale: feed.locale }, version }
}

/** What other screens write into the same address, where a filter has a field of that name. */
const notFilter: ReadonlySet<string> = new Set(['sort', 'view', 'peek', 'columns', 'asOf', 'lens'])

/**
 * What a view asks for. A part that cannot be understood would let through what it was to leave out, and nobody looks at a
 * calendar that is read by a program; what belongs to the layout of a screen is passed over.
 */
function readView({ definition }: ViewRecord): { filter: Filter; isUnreadable: boolean } {
  const { filter, ignored } = parseFilter(definition, notFilter)
  return { filter, isUnreadable: ignored.some((part) => isFilterField(part.slice(0, part.indexOf('=')))) }
}

export interface FeedReading {
  readonly entries: readonly FeedEntry[]
  /** How many stand too far away to be told. */
  readonly leftOut: number
  readonly isUnreadable: boolean
}

/** Everything that stands in it now. Remembers, to the minute, that it was read. */
export async function readFeed({ context, feed, view }: OpenFeed): Promise<FeedReading> {
  const { actor, now, locale } = context
  authorize(actor, 'item.read')
  const { filter, isUnreadable } = readView(view)
  await noteReading(context, feed)
  if (isUnreadable) return { entries: [], leftOut: 0, isUnreadable }
  const { held, facts } = await selectItems(context, { filter })
  const world = { moment: momentOf(now().getTime(), held.workspace.timeZone), vocabulary: held.vocabulary, locale }
  const { entries, leftOut } = feedEntries(facts, world)
  return { entries: [...campaignEntries(filter.length === 0 ? null : facts, world), ...entries], leftOut, isUnreadable }
}

const minuteMs = 60_000

/** Programs ask every few minutes; a minute is as exact as anybody wants to know it. */
export async function noteReading({ db, now }: Pick<Context, 'db' | 'now'>, feed: FeedRecord): Promise<void> {
  const at = now()
  const before = new Date(at.getTime() - minuteMs)
  if (feed.lastReadAt !== null && feed.lastReadAt >= before) return
  await db.write(feed.workspaceId, (tx) => touchFeed(tx, feed, at, before))
}
