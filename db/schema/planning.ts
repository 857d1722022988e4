import { kit } from '../kit'
import { items } from './items'
import { workspaces } from './workspaces'

const { table, id, text, whole, instant, json, primaryKey, foreignKey, index } = kit

/** What is to be written and why, one for an item. Its shape is `brief.schema.ts`. */
export const briefs = table(
  'briefs',
  {
    workspaceId: text().notNull(),
    itemId: text().notNull(),
    content: json<Record<string, unknown>>().notNull(),
    revision: whole().notNull().default(1),
    updatedAt: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.itemId] }),
    foreignKey({
      name: 'briefs_item',
      columns: [t.workspaceId, t.itemId],
      foreignColumns: [items.workspaceId, items.id],
    }).onDelete('cascade'),
  ],
)

/** That somebody said yes to an item as it was then. The row goes when what it was said of changes; the change log keeps both. */
export const approvals = table(
  'approvals',
  {
    workspaceId: text().notNull(),
    itemId: text().notNull(),
    /** The step that the yes led to. */
    step: text().notNull(),
    userId: text().notNull(),
    at: instant().notNull(),
    /** Of body, fields and placement. */
    hash: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.itemId] }),
    foreignKey({
      name: 'approvals_item',
      columns: [t.workspaceId, t.itemId],
      foreignColumns: [items.workspaceId, items.id],
    }).onDelete('cascade'),
  ],
)

/** Entries of a step's checklist that somebody ticked for an item. */
export const checks = table(
  'checks',
  {
    workspaceId: text().notNull(),
    itemId: text().notNull(),
    step: text().notNull(),
    key: text().notNull(),
    userId: text(),
    at: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.itemId, t.step, t.key] }),
    foreignKey({
      name: 'checks_item',
      columns: [t.workspaceId, t.itemId],
      foreignColumns: [items.workspaceId, items.id],
    }).onDelete('cascade'),
  ],
)

/** Work on an item or a campaign. */
export const tasks = table(
  'tasks',
  {
    workspaceId: text()
      .notNull()
      .references(() => workspaces.id, { onDelete: 'cascade' }),
    id: id(),
    /** `item` or `campaign`. */
    subject: text().notNull(),
    subjectId: text().notNull(),
    title: text().notNull(),
    note: text().notNull(),
    assigneeId: text(),
    /** A day, or null when it is told by `dueRule` or not at all. */
    dueOn: text(),
    /** So many days before (negative) or after a date of the item or the campaign. */
    dueRule: json<{ anchor: 'planned' | 'publish' | 'start' | 'end'; days: number } | null>(),
    /** Ids of tasks that come first. */
    after: json<string[]>().notNull(),
    /** A task that is done makes the next one. */
    recurrence: json<{ every: number; unit: 'day' | 'week' | 'month'; until: string | null } | null>(),
    position: whole().notNull().default(0),
    doneAt: instant(),
    doneBy: text(),
    createdBy: text(),
    createdAt: instant().notNull(),
    revision: whole().notNull().default(1),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.id] }),
    index('tasks_subject').on(t.workspaceId, t.subject, t.subjectId),
    index('tasks_assignee').on(t.workspaceId, t.assigneeId),
  ],
)
