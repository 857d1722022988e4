import type { Reader } from '@/db/database'
import { listCommentsById } from '@/db/stores/comments'
import { countUnread, listAddressees, listNotifications, type NotificationRecord } from '@/db/stores/notifications'
import { listUserNames } from '@/db/stores/users'
import { findWorkspace } from '@/db/stores/workspaces'
import { excerptOf, mentionsIn } from '@/server/domain/comments/comment.rules'
import type { Context } from '@/server/domain/context'
import { userIdOf } from '@/server/domain/history/actor.rules'
import type { OpenContext } from '@/server/domain/members/account-context'
import { choicesOf, wantsMustGaps, wayOf } from '@/server/domain/notifications/choices.rules'
import { ownId } from '@/server/domain/notifications/notification.commands'
import {
  type ChoicesView,
  type Notification,
  type NotificationList,
  type NotificationListInput,
  newsDetails,
  newsKind,
  newsKinds,
  type Way,
} from '@/server/domain/notifications/notification.schema'
import { readUnsubscribeToken } from '@/server/domain/notifications/unsubscribe-token'

const rowsPerPage = 50

/** Somebody's own news, newest first. */
export async function listOwnNotifications(context: Context, input: NotificationListInput): Promise<NotificationList> {
  const userId = ownId(context)
  const { read } = context.db
  const { workspaceId } = context.actor
  const found = await listNotifications(read, workspaceId, userId, { ...input, limit: rowsPerPage + 1 })
  const page = found.slice(0, rowsPerPage)
  return {
    rows: await namedNews(context, page),
    unread: await countUnread(read, workspaceId, userId),
    next: found.length > rowsPerPage ? (page.at(-1)?.id ?? null) : null,
  }
}

/** Rows as people see them; kinds that this version does not know are left out. */
export async function namedNews(
  { db, actor: { workspaceId } }: Pick<Context, 'db' | 'actor'>,
  rows: readonly NotificationRecord[],
): Promise<Notification[]> {
  const names = await listUserNames(
    db.read,
    rows.flatMap(({ actor }) => userIdOf(actor) ?? []),
  )
  const said = await excerptsNow(db.read, workspaceId, rows)
  return rows.flatMap(({ id, kind, subject, subjectId, details, actor, at, readAt }) => {
    const known = newsKind.safeParse(kind)
    if (!known.success) return []
    const by = userIdOf(actor)
    const { told: _told, excerpt: then, ...shown } = newsDetails.parse(details)
    const excerpt = subject === 'comment' ? said.get(subjectId) : then
    return [
      {
        id,
        kind: known.data,
        subject,
        subjectId,
        details: { ...shown, ...(excerpt === undefined ? {} : { excerpt }) },
        by: by ? { id: by, name: names.get(by) ?? null } : null,
        at,
        readAt,
      },
    ]
  })
}

/** What comments say as they stand now, by id: words that were taken back are told no longer. */
async function excerptsNow(
  read: Reader,
  workspaceId: string,
  rows: readonly NotificationRecord[],
): Promise<ReadonlyMap<string, string>> {
  const ids = rows.filter(({ subject }) => subject === 'comment').map(({ subjectId }) => subjectId)
  const comments = (await listCommentsById(read, workspaceId, ids)).filter(({ deletedAt }) => deletedAt === null)
  const mentioned = comments.flatMap(({ body }) => mentionsIn(body))
  const names = await listUserNames(read, mentioned)
  return new Map(comments.map(({ id, body }) => [id, excerptOf(body, (one) => names.get(one) ?? null)]))
}

/** The number beside the bell: one look into an index. */
export async function countOwnUnread(context: Context): Promise<{ unread: number }> {
  const userId = ownId(context)
  return { unread: await countUnread(context.db.read, context.actor.workspaceId, userId) }
}

export async function getChoices(context: Context, canMail: boolean): Promise<ChoicesView> {
  const userId = ownId(context)
  const [person] = await listAddressees(context.db.read, context.actor.workspaceId, userId)
  const chosen = choicesOf(person?.choices)
  const { phases, isMailOff, refused } = chosen
  return {
    ways: Object.fromEntries(newsKinds.map((kind) => [kind, wayOf(chosen, kind)])) as Record<(typeof newsKinds)[number], Way>,
    phases,
    mustGaps: wantsMustGaps(chosen, person?.role ?? 'viewer'),
    isMailOff,
    canMail,
    refused: refused && { at: new Date(refused.at), reason: refused.reason },
  }
}

/** To whom mail could not be brought lately, for those who run the workspace. */
export async function listRefused(context: Context): Promise<{ name: string; email: string; at: Date; reason: string }[]> {
  const people = await listAddressees(context.db.read, context.actor.workspaceId)
  return people.flatMap(({ name, email, choices }) => {
    const { refused } = choicesOf(choices)
    return refused ? [{ name, email, at: new Date(refused.at), reason: refused.reason }] : []
  })
}

/** What the page behind the link in a mail shows. Undefined when the link is none of ours. */
export async function findUnsubscription(
  { db }: OpenContext,
  token: string,
  secret: string,
): Promise<{ workspace: string; isOff: boolean } | undefined> {
  const of = readUnsubscribeToken(token, secret)
  const workspace = of && (await findWorkspace(db.read, of.workspaceId))
  const [person] = workspace ? await listAddressees(db.read, workspace.id, of.userId) : []
  if (!workspace || !person) return undefined
  return { workspace: workspace.name, isOff: choicesOf(person.choices).isMailOff }
}
