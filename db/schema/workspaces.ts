import { kit } from '../kit'
import { users } from './users'

const { table, id, text, oneOf, bool, whole, instant, json, primaryKey, unique, index } = kit

export const workspaces = table(
  'workspaces',
  {
    id: id().primaryKey(),
    slug: text().notNull(),
    name: text().notNull(),
    /** Main locale of the content, IANA zone, ISO 3166 country. */
    locale: text().notNull(),
    timeZone: text().notNull(),
    country: text(),
    segment: oneOf(['b2b', 'b2c', 'both']).notNull(),
    sellsGoods: bool().notNull(),
    /** The model that the journey was copied from. */
    model: text().notNull(),
    /** Null: the preset list. */
    vaguePhrases: json<string[]>(),
    /** Rises by one with each row of `changes`, in the order of commits. */
    seq: whole().notNull().default(0),
    revision: whole().notNull().default(1),
    createdAt: instant().notNull(),
  },
  (t) => [unique('workspaces_slug').on(t.slug)],
)

export const members = table(
  'members',
  {
    workspaceId: text()
      .notNull()
      .references(() => workspaces.id, { onDelete: 'cascade' }),
    userId: text()
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    role: oneOf(['viewer', 'author', 'editor', 'lead', 'admin']).notNull(),
    revision: whole().notNull().default(1),
    createdAt: instant().notNull(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.userId] }), index('members_user').on(t.userId)],
)

export const views = table(
  'views',
  {
    workspaceId: text()
      .notNull()
      .references(() => workspaces.id, { onDelete: 'cascade' }),
    id: id(),
    screen: text().notNull(),
    name: text().notNull(),
    /** Null: shared with the team. */
    ownerId: text(),
    createdBy: text(),
    isDefault: bool().notNull().default(false),
    isLocked: bool().notNull().default(false),
    /** The address's search part: filter, sort, columns, lens, mode. */
    definition: text().notNull(),
    position: whole().notNull().default(0),
    revision: whole().notNull().default(1),
    updatedAt: instant().notNull(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.id] })],
)

/** A selection frozen on the server before a bulk edit: the ids it means, and how it was made. */
export const selections = table(
  'selections',
  {
    workspaceId: text()
      .notNull()
      .references(() => workspaces.id, { onDelete: 'cascade' }),
    id: id(),
    userId: text(),
    filter: text().notNull(),
    itemIds: json<string[]>().notNull(),
    /** How far a bulk edit of many items has come, and in the end its result; null until one is queued. */
    progress: json<unknown>(),
    createdAt: instant().notNull(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.id] })],
)
