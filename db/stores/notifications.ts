import { and, asc, desc, eq, gt, gte, inArray, isNull, lt, sql } from 'drizzle-orm'
import type { Reader, Writer } from '../database'
import { newId } from '../kit'
import { changes, comments, installation, members, notificationChoices, notifications, users } from '../schema'
import type { ChangeRow } from './changes'
import { type CommentRecord, listCommentsById } from './comments'

export type NotificationRecord = typeof notifications.$inferSelect

const idsPerQuery = 5_000

const positionKey = (workspaceId: string): string => `notifications/${workspaceId}`

/** Up to which entry of the log people have been told. Undefined before the first time. */
export async function findNewsPosition(read: Reader, workspaceId: string): Promise<number | undefined> {
  const [row] = await read
    .select({ value: installation.value })
    .from(installation)
    .where(eq(installation.key, positionKey(workspaceId)))
  return row && Number(row.value)
}

export async function saveNewsPosition(tx: Writer, workspaceId: string, seq: number): Promise<void> {
  const value = String(seq)
  await tx
    .insert(installation)
    .values({ key: positionKey(workspaceId), value })
    .onConflictDoUpdate({ target: installation.key, set: { value } })
}

/** Entries of the log after `seq`, in order. */
export async function listEntriesAfter(read: Reader, workspaceId: string, seq: number, limit: number): Promise<ChangeRow[]> {
  return read
    .select()
    .from(changes)
    .where(and(eq(changes.workspaceId, workspaceId), gt(changes.seq, seq)))
    .orderBy(asc(changes.seq))
    .limit(limit)
}

export interface Addressee {
  readonly userId: string
  readonly role: typeof members.$inferSelect.role
  readonly name: string
  readonly email: string
  readonly locale: typeof users.$inferSelect.locale
  /** As stored; null when nothing was ever chosen. */
  readonly choices: unknown
}

/** The members of a workspace with what they chose, one of them when a user is named. */
export async function listAddressees(read: Reader, workspaceId: string, userId?: string): Promise<Addressee[]> {
  return read
    .select({
      userId: members.userId,
      role: members.role,
      name: users.name,
      email: users.email,
      locale: users.locale,
      choices: notificationChoices.choices,
    })
    .from(members)
    .innerJoin(users, eq(users.id, members.userId))
    .leftJoin(
      notificationChoices,
      and(eq(notificationChoices.workspaceId, members.workspaceId), eq(notificationChoices.userId, members.userId)),
    )
    .where(and(eq(members.workspaceId, workspaceId), userId === undefined ? undefined : eq(members.userId, userId)))
    .orderBy(asc(members.userId))
}

export async function saveChoices(
  tx: Writer,
  workspaceId: string,
  userId: string,
  choices: Record<string, unknown>,
  updatedAt: Date,
): Promise<void> {
  await tx
    .insert(notificationChoices)
    .values({ workspaceId, userId, choices, updatedAt })
    .onConflictDoUpdate({ target: [notificationChoices.workspaceId, notificationChoices.userId], set: { choices, updatedAt } })
}

export interface NewNotification extends Pick<NotificationRecord, 'userId' | 'kind' | 'subject' | 'subjectId' | 'actor' | 'at'> {
  readonly details: Record<string, unknown> & { readonly count: number }
  readonly dedupeKey: string
}

/**
 * Writes news down. What was told under the same key before is not told again; when it was about several things, their number
 * grows, as a change set of many pieces comes in several steps.
 */
export async function insertNotifications(
  tx: Writer,
  workspaceId: string,
  rows: readonly NewNotification[],
  /** What becomes of the details of what was told before. */
  onKnown: 'keep' | ((known: Record<string, unknown>, more: Record<string, unknown>) => Record<string, unknown>),
): Promise<void> {
  for (const row of rows) {
    const inserted = await tx
      .insert(notifications)
      .values({ ...row, workspaceId, id: newId() })
      .onConflictDoNothing({ target: [notifications.workspaceId, notifications.userId, notifications.dedupeKey] })
      .returning({ id: notifications.id })
    if (inserted.length > 0 || onKnown === 'keep') continue
    const same = and(
      eq(notifications.workspaceId, workspaceId),
      eq(notifications.userId, row.userId),
      eq(notifications.dedupeKey, row.dedupeKey),
    )
    const [known] = await tx.select({ details: notifications.details }).from(notifications).where(same)
    await tx
      .update(notifications)
      .set({ details: onKnown(known?.details ?? {}, row.details) })
      .where(same)
  }
}

/** Takes back what of one kind was told about these subjects and nobody has read yet. */
export async function withdrawUnread(
  tx: Writer,
  workspaceId: string,
  kind: string,
  subjectIds: readonly string[],
): Promise<void> {
  for (let at = 0; at < subjectIds.length; at += idsPerQuery) {
    const ids = subjectIds.slice(at, at + idsPerQuery)
    await tx
      .delete(notifications)
      .where(
        and(
          eq(notifications.workspaceId, workspaceId),
          eq(notifications.kind, kind),
          inArray(notifications.subjectId, ids),
          isNull(notifications.readAt),
        ),
      )
  }
}

const mine = (workspaceId: string, userId: string) =>
  and(eq(notifications.workspaceId, workspaceId), eq(notifications.userId, userId))

/** Somebody's news, newest first; `before` is the id where the last page ended. */
export async function listNotifications(
  read: Reader,
  workspaceId: string,
  userId: string,
  options: { limit: number; before?: string | null; kind?: string | null; onlyUnread?: boolean },
): Promise<NotificationRecord[]> {
  const { limit, before = null, kind = null, onlyUnread = false } = options
  return read
    .select()
    .from(notifications)
    .where(
      and(
        mine(workspaceId, userId),
        before === null ? undefined : lt(notifications.id, before),
        kind === null ? undefined : eq(notifications.kind, kind),
        onlyUnread ? isNull(notifications.readAt) : undefined,
      ),
    )
    .orderBy(desc(notifications.id))
    .limit(limit)
}

export async function countUnread(read: Reader, workspaceId: string, userId: string): Promise<number> {
  return read.$count(notifications, and(mine(workspaceId, userId), isNull(notifications.readAt)))
}

/** Marks these as read or unread, all of the person's when none are named. Returns which changed. */
export async function markNotifications(
  tx: Writer,
  workspaceId: string,
  userId: string,
  ids: readonly string[] | null,
  readAt: Date | null,
): Promise<string[]> {
  const rows = await tx
    .update(notifications)
    .set({ readAt })
    .where(
      and(
        mine(workspaceId, userId),
        ids === null ? undefined : inArray(notifications.id, [...ids]),
        readAt === null ? undefined : isNull(notifications.readAt),
      ),
    )
    .returning({ id: notifications.id })
  return rows.map(({ id }) => id)
}

/** What somebody has neither read nor been mailed since a moment, oldest first. */
export async function listUnmailed(
  read: Reader,
  workspaceId: string,
  userId: string,
  since: Date,
): Promise<NotificationRecord[]> {
  return read
    .select()
    .from(notifications)
    .where(
      and(mine(workspaceId, userId), isNull(notifications.mailedAt), isNull(notifications.readAt), gte(notifications.at, since)),
    )
    .orderBy(asc(notifications.id))
    .limit(500)
}

export async function markMailed(tx: Writer, workspaceId: string, ids: readonly string[], mailedAt: Date): Promise<void> {
  if (ids.length === 0) return
  await tx
    .update(notifications)
    .set({ mailedAt })
    .where(and(eq(notifications.workspaceId, workspaceId), inArray(notifications.id, [...ids])))
}

/** What of one kind was told somebody since a moment. */
export async function listNewsOfKind(read: Reader, workspaceId: string, kind: string, since: Date) {
  return read
    .select({ userId: notifications.userId, details: notifications.details })
    .from(notifications)
    .where(and(eq(notifications.workspaceId, workspaceId), eq(notifications.kind, kind), gte(notifications.at, since)))
}

/** Who wrote in these threads, by the comment at their head. */
export async function listThreadAuthors(
  read: Reader,
  workspaceId: string,
  heads: readonly string[],
): Promise<{ head: string; authorId: string }[]> {
  if (heads.length === 0) return []
  const head = sql<string>`coalesce(${comments.parentId}, ${comments.id})`
  const rows = await read
    .selectDistinct({ head, authorId: comments.authorId })
    .from(comments)
    .where(and(eq(comments.workspaceId, workspaceId), inArray(head, [...heads]), isNull(comments.deletedAt)))
  return rows.flatMap(({ head: of, authorId }) => (authorId === null ? [] : [{ head: of, authorId }]))
}

/** The heads of threads in which somebody was named and that nobody has settled, newest first. */
export async function listOpenMentions(
  read: Reader,
  workspaceId: string,
  userId: string,
  limit: number,
): Promise<CommentRecord[]> {
  const rows = await read
    .select({ id: notifications.subjectId })
    .from(notifications)
    .where(and(mine(workspaceId, userId), eq(notifications.kind, 'mentioned')))
    .orderBy(desc(notifications.id))
    .limit(limit)
  const found = await listCommentsById(
    read,
    workspaceId,
    rows.map(({ id }) => id),
  )
  const heads = new Map(
    (
      await listCommentsById(
        read,
        workspaceId,
        found.flatMap(({ parentId }) => parentId ?? []),
      )
    ).map((row) => [row.id, row]),
  )
  return found.filter(
    ({ resolvedAt, parentId, deletedAt }) =>
      deletedAt === null && resolvedAt === null && (parentId === null || heads.get(parentId)?.resolvedAt === null),
  )
}
