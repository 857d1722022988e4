import type { Writer } from './database'

interface Inside {
  readonly session: { readonly client: { prepare(text: string): { run(...values: unknown[]): unknown } } }
}

/**
 * One statement of a write on SQLite, prepared once and run for each of many rows: building and parsing the text anew each time
 * costs several times what running it does. It may be run inside that write only.
 */
export const sqliteStatement = (tx: Writer, text: string): { run(...values: unknown[]): unknown } =>
  (tx as unknown as Inside).session.client.prepare(text)
