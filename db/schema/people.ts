import { kit } from '../kit'
import { users } from './users'
import { workspaces } from './workspaces'

const { table, id, text, bool, whole, instant, json, primaryKey, unique, index } = kit

export const comments = table(
  'comments',
  {
    workspaceId: text()
      .notNull()
      .references(() => workspaces.id, { onDelete: 'cascade' }),
    id: id(),
    /** `item`, `brief`, `gap` or `campaign`. */
    subject: text().notNull(),
    subjectId: text().notNull(),
    /** The comment it answers; null at the head of a thread. */
    parentId: text(),
    body: text().notNull(),
    /** Ids of the members named in it. */
    mentions: json<string[]>().notNull(),
    /** Null for a reviewer without an account. */
    authorId: text(),
    /** What a reviewer called himself. */
    authorName: text(),
    reviewLinkId: text(),
    createdAt: instant().notNull(),
    editedAt: instant(),
    resolvedAt: instant(),
    resolvedBy: text(),
    deletedAt: instant(),
    revision: whole().notNull().default(1),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.id] }), index('comments_subject').on(t.workspaceId, t.subject, t.subjectId)],
)

/** What somebody is told. Written in the write of its cause, mailed later. */
export const notifications = table(
  'notifications',
  {
    workspaceId: text()
      .notNull()
      .references(() => workspaces.id, { onDelete: 'cascade' }),
    id: id(),
    userId: text()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    kind: text().notNull(),
    subject: text().notNull(),
    subjectId: text().notNull(),
    /** What the sentence needs beside the name of the subject. */
    details: json<Record<string, unknown>>().notNull(),
    actor: text().notNull(),
    /** The same news is told once. */
    dedupeKey: text(),
    at: instant().notNull(),
    readAt: instant(),
    /** When it went out by e-mail, or was found not to be wanted there. */
    mailedAt: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    unique('notifications_dedupe').on(t.workspaceId, t.userId, t.dedupeKey),
    index('notifications_user').on(t.workspaceId, t.userId, t.at),
  ],
)

/** What a member wants to be told, and how. Absent: the defaults. Personal, so not in the change log. */
export const notificationChoices = table(
  'notification_choices',
  {
    workspaceId: text()
      .notNull()
      .references(() => workspaces.id, { onDelete: 'cascade' }),
    userId: text()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    choices: json<Record<string, unknown>>().notNull(),
    updatedAt: instant().notNull(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.userId] })],
)

/** Lets somebody without an account read and comment on one item or brief. Only the hash of the secret is stored. */
export const reviewLinks = table(
  'review_links',
  {
    workspaceId: text()
      .notNull()
      .references(() => workspaces.id, { onDelete: 'cascade' }),
    id: id(),
    /** `item` or `brief`. */
    subject: text().notNull(),
    subjectId: text().notNull(),
    /** For whom, as its maker writes it. */
    label: text().notNull(),
    secretHash: text().notNull(),
    mayComment: bool().notNull().default(true),
    createdBy: text(),
    createdAt: instant().notNull(),
    expiresAt: instant().notNull(),
    revokedAt: instant(),
    lastUsedAt: instant(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.id] }), unique('review_links_secret').on(t.workspaceId, t.secretHash)],
)
