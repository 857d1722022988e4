import { kit } from '../kit'
import { workspaces } from './workspaces'

const { table, text, whole, instant, json, primaryKey, index } = kit

/**
 * The change log: append-only, one row per thing changed in a change set. `before` and `after` hold the changed fields and
 * tag sets only; `before` is null for a creation, `after` for a deletion for good.
 */
export const changes = table(
  'changes',
  {
    workspaceId: text()
      .notNull()
      .references(() => workspaces.id, { onDelete: 'cascade' }),
    seq: whole().notNull(),
    changeSet: text().notNull(),
    at: instant().notNull(),
    actor: text().notNull(),
    subject: text().notNull(),
    subjectId: text().notNull(),
    operation: text().notNull(),
    before: json<Record<string, unknown> | null>(),
    after: json<Record<string, unknown> | null>(),
  },
  (t) => [
    primaryKey({ columns: [t.workspaceId, t.seq] }),
    index('changes_set').on(t.workspaceId, t.changeSet),
    index('changes_subject').on(t.workspaceId, t.subject, t.subjectId, t.seq),
    index('changes_at').on(t.workspaceId, t.at),
  ],
)
