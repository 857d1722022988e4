import { kit } from '../kit'
import { workspaces } from './workspaces'

const { table, id, text, oneOf, bool, whole, instant, json, primaryKey, unique } = kit

/** A calendar that other programs subscribe to: what one saved view shows. Only the hash of the secret is stored. */
export const feeds = table(
  'feeds',
  {
    workspaceId: text()
      .notNull()
      .references(() => workspaces.id, { onDelete: 'cascade' }),
    id: id(),
    viewId: text().notNull(),
    /** Whose eyes it reads with. */
    userId: text().notNull(),
    secretHash: text().notNull(),
    locale: oneOf(['en', 'de']).notNull(),
    createdAt: instant().notNull(),
    revokedAt: instant(),
    lastReadAt: instant(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.id] }), unique('feeds_secret').on(t.workspaceId, t.secretHash)],
)

/** Where messages for a team's chat are sent. */
export const hooks = table(
  'hooks',
  {
    workspaceId: text()
      .notNull()
      .references(() => workspaces.id, { onDelete: 'cascade' }),
    id: id(),
    name: text().notNull(),
    url: text().notNull(),
    locale: oneOf(['en', 'de']).notNull(),
    /** What it is told of: `digest`, `gaps`. */
    events: json<string[]>().notNull(),
    isEnabled: bool().notNull().default(true),
    lastSentAt: instant(),
    /** The last day whose digest it was given. */
    digestOn: text(),
    lastError: text(),
    failures: whole().notNull().default(0),
    createdBy: text(),
    createdAt: instant().notNull(),
    revision: whole().notNull().default(1),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.id] })],
)
