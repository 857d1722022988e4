import { sql } from 'drizzle-orm'
import type { Reader, Writer } from '../database'
import { sqliteStatement } from '../sqlite-statement'
import type { SearchDocument, SearchIndex } from './search-index'
import { indexWords, queryWords } from './words'

/** The SQLite builders run raw SQL through `all`, which the portable type leaves out. */
interface RawSqlite {
  all<T>(query: ReturnType<typeof sql>): T[]
}
const raw = (db: Reader | Writer): RawSqlite => db as unknown as RawSqlite

/** A workspace's own word in each document: a query with it never leaves the workspace. */
const workspaceWord = (workspaceId: string): string => `ws${workspaceId.replace(/[^a-z0-9]/gi, '').toLowerCase()}`

export const sqliteSearch: SearchIndex = {
  async put(tx, workspaceId, documents: readonly SearchDocument[]) {
    if (documents.length === 0) return
    const put = sqliteStatement(
      tx,
      `insert into search_documents (workspace_id, item_id, title, words, scope) values (?, ?, ?, ?, ?)
        on conflict (workspace_id, item_id) do update set title = excluded.title, words = excluded.words
        where title <> excluded.title or words <> excluded.words`,
    )
    const scope = workspaceWord(workspaceId)
    for (const { itemId, title, text } of documents) put.run(workspaceId, itemId, indexWords(title), indexWords(text), scope)
  },
  async remove(tx, workspaceId, itemIds) {
    if (itemIds.length === 0) return
    const remove = sqliteStatement(tx, 'delete from search_documents where workspace_id = ? and item_id = ?')
    for (const itemId of itemIds) remove.run(workspaceId, itemId)
  },
  async find(read, workspaceId, query) {
    const groups = queryWords(query)
    if (groups.length === 0) return []
    const match = groups
      .map(({ forms, prefix }) => `(${[...forms.map((form) => `"${form}"`), ...(prefix ? [`"${prefix}"*`] : [])].join(' OR ')})`)
      .join(' AND ')
    const rows = raw(read).all<{
      item_id: string
    }>(sql`select d.item_id from search_index i join search_documents d on d.id = i.rowid
      where search_index match ${`scope:${workspaceWord(workspaceId)} AND {title words}: (${match})`} and d.workspace_id = ${workspaceId}
      order by bm25(search_index, 4.0, 1.0, 0.0)`)
    return rows.map((row) => row.item_id)
  },
}
