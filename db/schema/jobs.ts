import { kit } from '../kit'
import { workspaces } from './workspaces'

const { table, id, text, whole, instant, json, bytes, primaryKey, unique, index } = kit

/** Follow-up work, queued in the same write as its cause. Held by a lease while it runs; runs at least once. */
export const jobs = table(
  'jobs',
  {
    id: id().primaryKey(),
    workspaceId: text(),
    name: text().notNull(),
    payload: json<unknown>().notNull(),
    dedupeKey: text(),
    runAt: instant().notNull(),
    leasedUntil: instant(),
    attempts: whole().notNull().default(0),
    lastError: text(),
    failedAt: instant(),
    createdAt: instant().notNull(),
  },
  (t) => [unique('jobs_dedupe').on(t.dedupeKey), index('jobs_due').on(t.runAt)],
)

/** How jobs went lately, for whoever runs the program. Old rows are swept away. */
export const jobRuns = table(
  'job_runs',
  {
    id: id().primaryKey(),
    workspaceId: text(),
    name: text().notNull(),
    startedAt: instant().notNull(),
    endedAt: instant().notNull(),
    attempt: whole().notNull(),
    /** Null: it went well. */
    error: text(),
    /** What it did, as the job itself counts. */
    done: json<Record<string, unknown> | null>(),
  },
  (t) => [index('job_runs_name').on(t.name, t.startedAt), index('job_runs_workspace').on(t.workspaceId, t.startedAt)],
)

/** An import from upload to undo. The file itself lies in `import_files`, cut in pieces. */
export const imports = table(
  'imports',
  {
    workspaceId: text()
      .notNull()
      .references(() => workspaces.id, { onDelete: 'cascade' }),
    id: id(),
    userId: text(),
    fileName: text().notNull(),
    state: text().notNull(),
    /** Reading options, mapping, decisions: what the wizard's steps have settled so far. */
    settings: json<unknown>().notNull(),
    progress: json<unknown>(),
    report: json<unknown>(),
    changeSet: text(),
    revision: whole().notNull().default(1),
    createdAt: instant().notNull(),
    updatedAt: instant().notNull(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.id] })],
)

export const importFiles = table(
  'import_files',
  {
    workspaceId: text().notNull(),
    importId: text().notNull(),
    piece: whole().notNull(),
    bytes: bytes().notNull(),
  },
  (t) => [primaryKey({ columns: [t.workspaceId, t.importId, t.piece] })],
)
