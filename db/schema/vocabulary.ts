import { kit } from '../kit'
import { workspaces } from './workspaces'

const { table, text, whole, instant, json, primaryKey } = kit

/** Phases, channels, personas, topics, questions, purposes, types and steps: what items are tagged and described with. */
export const vocabulary = table(
  'vocabulary',
  {
    workspaceId: text()
      .notNull()
      .references(() => workspaces.id, { onDelete: 'cascade' }),
    dimension: text().notNull(),
    key: text().notNull(),
    nameEn: text().notNull(),
    nameDe: text().notNull(),
    position: whole().notNull(),
    synonyms: json<string[]>().notNull(),
    details: json<unknown>().notNull(),
    origin: text().notNull(),
    source: text(),
    archivedAt: instant(),
    revision: whole().notNull().default(1),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.dimension, t.key] })],
)
