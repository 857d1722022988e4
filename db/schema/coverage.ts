import { kit } from '../kit'
import { workspaces } from './workspaces'

const { table, text, bool, whole, instant, json, primaryKey } = kit

export const targets = table(
  'targets',
  {
    workspaceId: text()
      .notNull()
      .references(() => workspaces.id, { onDelete: 'cascade' }),
    dimension: text().notNull(),
    /** `''`: the default of a column. */
    phase: text().notNull(),
    /** `''`: the default of a row. */
    value: text().notNull(),
    min: whole(),
    ideal: whole(),
    max: whole(),
    /** Set when the cell is not applicable. */
    reason: text(),
    revision: whole().notNull().default(1),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.dimension, t.phase, t.value] })],
)

/** What a workspace changed about a built-in rule. */
export const ruleSettings = table(
  'rule_settings',
  {
    workspaceId: text()
      .notNull()
      .references(() => workspaces.id, { onDelete: 'cascade' }),
    key: text().notNull(),
    enabled: bool().notNull(),
    severity: text().notNull(),
    numbers: json<Record<string, number>>().notNull(),
    revision: whole().notNull().default(1),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.key] })],
)

/** What was found, when, and what people decided about it. */
export const findings = table(
  'findings',
  {
    workspaceId: text()
      .notNull()
      .references(() => workspaces.id, { onDelete: 'cascade' }),
    /** Rule and scope. */
    id: text().notNull(),
    rule: text().notNull(),
    severity: text().notNull(),
    phase: text(),
    scope: json<Record<string, string>>().notNull(),
    evidence: json<unknown>().notNull(),
    state: text().notNull(),
    ownerId: text(),
    waiverReason: text(),
    waivedUntil: text(),
    waivedBy: text(),
    plannedItem: text(),
    firstSeenAt: instant().notNull(),
    lastSeenAt: instant().notNull(),
    resolvedAt: instant(),
    revision: whole().notNull().default(1),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.id] })],
)
