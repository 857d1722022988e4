import type { Reader, Writer } from '../database'

/** One item's text as it is to be found. */
export interface SearchDocument {
  readonly itemId: string
  readonly title: string
  readonly text: string
}

/**
 * Full-text search behind one interface; `sqlite.ts` on FTS5, `postgres.ts` on tsvector. Both index the same words, made by
 * `words.ts`, so a query finds the same items on both. The tables belong to the index alone and are made by migrations.
 */
export interface SearchIndex {
  put(tx: Writer, workspaceId: string, documents: readonly SearchDocument[]): Promise<void>
  remove(tx: Writer, workspaceId: string, itemIds: readonly string[]): Promise<void>
  /** Ids of the items that hold every word of the query (the last one as a beginning), best first. Empty for a query without words. */
  find(read: Reader, workspaceId: string, query: string): Promise<string[]>
}
