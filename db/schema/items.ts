import { kit } from '../kit'
import { vocabulary } from './vocabulary'
import { workspaces } from './workspaces'

const { table, id, text, whole, instant, json, primaryKey, foreignKey, index } = kit

/** Narrow on purpose: facts are read from here, bodies lie apart. */
export const items = table(
  'items',
  {
    workspaceId: text()
      .notNull()
      .references(() => workspaces.id, { onDelete: 'cascade' }),
    id: id(),
    groupId: text().notNull(),
    title: text().notNull(),
    type: text().notNull(),
    purpose: text(),
    step: text().notNull(),
    url: text(),
    /** The normalised form that imports match by. */
    urlKey: text(),
    locale: text(),
    ownerId: text(),
    note: text().notNull(),
    fields: json<Record<string, unknown>>().notNull(),
    /** Vague phrases found in title, body and fields; worked out again when text or list changes. */
    vague: json<string[]>().notNull(),
    plannedFor: text(),
    dueOn: text(),
    publishAt: instant(),
    publishedAt: instant(),
    unpublishAt: instant(),
    reviewBy: text(),
    statusSince: instant().notNull(),
    /** Where it stands on the board among its neighbours, as a fractional key; null: where its planned day puts it. */
    rank: text(),
    revision: whole().notNull().default(1),
    createdAt: instant().notNull(),
    createdBy: text(),
    updatedAt: instant().notNull(),
    deletedAt: instant(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    index('items_url').on(t.workspaceId, t.urlKey),
    index('items_publish').on(t.publishAt),
    index('items_unpublish').on(t.unpublishAt),
  ],
)

export const itemBodies = table(
  'item_bodies',
  {
    workspaceId: text().notNull(),
    itemId: text().notNull(),
    body: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.itemId] }),
    foreignKey({
      name: 'item_bodies_item',
      columns: [t.workspaceId, t.itemId],
      foreignColumns: [items.workspaceId, items.id],
    }).onDelete('cascade'),
  ],
)

export const itemTags = table(
  'item_tags',
  {
    workspaceId: text().notNull(),
    itemId: text().notNull(),
    dimension: text().notNull(),
    key: text().notNull(),
    position: whole().notNull().default(0),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.itemId, t.dimension, t.key] }),
    index('item_tags_term').on(t.workspaceId, t.dimension, t.key),
    foreignKey({
      name: 'item_tags_item',
      columns: [t.workspaceId, t.itemId],
      foreignColumns: [items.workspaceId, items.id],
    }).onDelete('cascade'),
    foreignKey({
      name: 'item_tags_term_fk',
      columns: [t.workspaceId, t.dimension, t.key],
      foreignColumns: [vocabulary.workspaceId, vocabulary.dimension, vocabulary.key],
    }),
  ],
)

/** What a person has typed and not yet saved; survives a reload, a crash and an expired session. */
export const itemDrafts = table(
  'item_drafts',
  {
    workspaceId: text()
      .notNull()
      .references(() => workspaces.id, { onDelete: 'cascade' }),
    userId: text().notNull(),
    /** The item, or `new:<id>` for one that is not saved yet. */
    itemId: text().notNull(),
    baseRevision: whole().notNull(),
    edit: json<Record<string, unknown>>().notNull(),
    savedAt: instant().notNull(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.userId, t.itemId] })],
)

/**
 * Items that were due to go live or to leave and could not, with the reason. One that was changed since is `again`: it is looked
 * at once more. The entry goes when the item is published, taken offline, or due no more.
 */
export const publicationFailures = table(
  'publication_failures',
  {
    workspaceId: text().notNull(),
    itemId: text().notNull(),
    /** `publish` or `unpublish`. */
    act: text().notNull(),
    dueAt: instant().notNull(),
    messageKey: text().notNull(),
    details: json<Record<string, string | number | boolean | null>>().notNull(),
    again: kit.bool().notNull().default(false),
    at: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.itemId, t.act] }),
    foreignKey({
      name: 'publication_failures_item',
      columns: [t.workspaceId, t.itemId],
      foreignColumns: [items.workspaceId, items.id],
    }).onDelete('cascade'),
  ],
)
