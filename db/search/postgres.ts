import { sql } from 'drizzle-orm'
import type { Reader, Writer } from '../database'
import type { SearchDocument, SearchIndex } from './search-index'
import { indexWords, queryWords } from './words'

interface RawPostgres {
  execute<T>(query: ReturnType<typeof sql>): Promise<{ rows: T[] }>
}
const raw = (db: Reader | Writer): RawPostgres => db as unknown as RawPostgres

export const postgresSearch: SearchIndex = {
  async put(tx, workspaceId, documents: readonly SearchDocument[]) {
    for (let at = 0; at < documents.length; at += 500) {
      const values = documents
        .slice(at, at + 500)
        .map(
          ({ itemId, title, text }) =>
            sql`(${workspaceId}, ${itemId}, setweight(to_tsvector('simple', ${indexWords(title)}), 'A') || setweight(to_tsvector('simple', ${indexWords(text).slice(0, 900_000)}), 'D'))`,
        )
      await raw(tx).execute(sql`insert into search_documents (workspace_id, item_id, words) values ${sql.join(values, sql`, `)}
        on conflict (workspace_id, item_id) do update set words = excluded.words`)
    }
  },
  async remove(tx, workspaceId, itemIds) {
    for (let at = 0; at < itemIds.length; at += 5_000) {
      const list = sql.join(
        itemIds.slice(at, at + 5_000).map((id) => sql`${id}`),
        sql`, `,
      )
      await raw(tx).execute(sql`delete from search_documents where workspace_id = ${workspaceId} and item_id in (${list})`)
    }
  },
  async find(read, workspaceId, query) {
    const groups = queryWords(query)
    if (groups.length === 0) return []
    const match = groups
      .map(({ forms, prefix }) => `(${[...forms.map((form) => `'${form}'`), ...(prefix ? [`'${prefix}':*`] : [])].join(' | ')})`)
      .join(' & ')
    const { rows } = await raw(read).execute<{
      item_id: string
    }>(sql`select item_id from search_documents, to_tsquery('simple', ${match}) as query
      where workspace_id = ${workspaceId} and words @@ query order by ts_rank(words, query) desc, item_id`)
    return rows.map((row) => row.item_id)
  },
}
