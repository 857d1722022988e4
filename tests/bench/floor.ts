import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import BetterSqlite from 'better-sqlite3'
import { parse } from 'csv-parse/sync'
import { inventoryItem, type Palette } from './inventory'

/**
 * The floor: the same inventory in an indexed table of plain better-sqlite3, asked in this process without a server, a change
 * log to read, rules or a check of rights. No program on this machine that keeps its items in SQLite answers much sooner,
 * whatever else the machine is doing at the moment; figures are read as multiples of it.
 */
export class Floor {
  readonly #db: BetterSqlite.Database
  readonly #insert: (rows: Iterable<FloorRow>, operation: string) => void
  #seq = 0

  constructor(dataDir: string) {
    this.#db = new BetterSqlite(join(dataDir, 'floor.db'))
    this.#db.pragma('journal_mode = WAL')
    this.#db.pragma('synchronous = NORMAL')
    this.#db.pragma('cache_size = -64000')
    this.#db.pragma('mmap_size = 1073741824')
    this.#db.exec(`
      create table items (id text primary key, title text, type text, purpose text, status text, url text, locale text, owner text,
        note text, published_at integer, planned_for text, review_by text, updated_at integer, revision integer) without rowid;
      create table tags (item text, dimension text, key text, primary key (item, dimension, key)) without rowid;
      create table log (seq integer primary key, at integer, item text, operation text, after text);
      create virtual table texts using fts5(item unindexed, title, body);
      create index items_type on items(type, status, updated_at);
      create index items_status on items(status, updated_at);
      create index items_locale on items(locale, updated_at);
      create index items_owner on items(owner, updated_at);
      create index items_published on items(published_at);
      create index items_updated on items(updated_at desc, id);
      create index items_url on items(url);
      create index tags_key on tags(dimension, key, item);`)
    const item = this.#db.prepare('insert into items values (?,?,?,?,?,?,?,?,?,?,?,?,?,1)')
    const tag = this.#db.prepare('insert into tags values (?,?,?)')
    const log = this.#db.prepare('insert into log values (?,?,?,?,?)')
    const text = this.#db.prepare('insert into texts values (?,?,?)')
    this.#insert = this.#db.transaction((rows: Iterable<FloorRow>, operation: string) => {
      for (const row of rows) {
        const { id, columns, tags, body } = row
        item.run(id, ...columns)
        for (const [dimension, key] of tags) tag.run(id, dimension, key)
        this.#seq += 1
        log.run(this.#seq, 0, id, operation, JSON.stringify(row))
        text.run(id, columns[0], body)
      }
    })
  }

  /** In pieces, so that this process notices what happens to its connections meanwhile. */
  async fill(count: number, palette: Palette): Promise<void> {
    const batch = 5_000
    for (let from = 0; from < count; from += batch) {
      const rows = Array.from({ length: Math.min(batch, count - from) }, (_, n) => rowOf(from + n, palette))
      this.#insert(rows, 'create')
      await setImmediate()
    }
    this.#db.exec('analyze')
  }

  /** First page and total of what a condition means, last touched first. */
  page(where: string, ...values: string[]): unknown {
    const rows = this.#db.prepare(`select * from items where ${where} order by updated_at desc, id limit 50`).all(...values)
    const total = this.#db
      .prepare(`select count(*) from items where ${where}`)
      .pluck()
      .get(...values)
    return { rows, total }
  }

  /** Items of each phase in each channel, with the totals of both. */
  grid(where: string, ...values: string[]): unknown {
    const from = `from items i left join tags p on p.item = i.id and p.dimension = 'phase'
      left join tags c on c.item = i.id and c.dimension = 'channel' where ${where}`
    return this.#db
      .prepare(`select p.key, c.key, count(*) ${from} group by 1, 2`)
      .raw()
      .all(...values)
  }

  /** Every item and every tag once: no rule can decide without having looked. */
  readEverything(): number {
    let seen = 0
    for (const _row of this.#db.prepare('select * from items').raw().iterate()) seen += 1
    for (const _row of this.#db.prepare('select * from tags').raw().iterate()) seen += 1
    return seen
  }

  search(word: string): unknown {
    return this.#db.prepare('select item from texts where texts match ? order by rank').pluck().all(`"${word}"`)
  }

  ids(count: number): string[] {
    return this.#db.prepare('select id from items order by updated_at desc limit ?').pluck().all(count) as string[]
  }

  tag(ids: readonly string[], key: string): void {
    const tag = this.#db.prepare("insert or ignore into tags values (?, 'topic', ?)")
    const item = this.#db.prepare('update items set revision = revision + 1, updated_at = ? where id = ?')
    const log = this.#db.prepare('insert into log values (?,?,?,?,?)')
    this.#db.transaction(() => {
      for (const id of ids) {
        tag.run(id, key)
        item.run(Date.now(), id)
        this.#seq += 1
        log.run(this.#seq, Date.now(), id, 'edit', JSON.stringify({ topic: [key] }))
      }
    })()
  }

  /** Reads a file and writes its rows, all in one transaction, without looking whether they are there or what their words mean. */
  import(csv: string): void {
    const records: Record<string, string>[] = parse(csv, { columns: true })
    this.#insert(
      records.map((record, n) => ({
        id: `import-${this.#seq + n}`,
        columns: [
          record.Title,
          record.Type,
          null,
          record.Status,
          record.URL,
          record.Language,
          null,
          record.Note,
          null,
          null,
          null,
          0,
        ],
        tags: [
          ...listOf('phase', record['Journey stage']),
          ...listOf('channel', record.Channel),
          ...listOf('topic', record.Topic),
        ],
        body: '',
      })),
      'import',
    )
  }

  close(): void {
    this.#db.close()
  }
}

type Column = string | number | null | undefined
interface FloorRow {
  readonly id: string
  readonly columns: readonly Column[]
  readonly tags: readonly (readonly [dimension: string, key: string])[]
  readonly body: string
}

const listOf = (dimension: string, cell = ''): [string, string][] =>
  [...new Set(cell.split(', '))].filter(Boolean).map((key) => [dimension, key])

function rowOf(n: number, palette: Palette): FloorRow {
  const item = inventoryItem(n, palette)
  const { title, type, purpose, step, url, locale, ownerId, note, publishedAt, plannedFor, reviewBy } = item
  const updatedAt = palette.nowMs - n * 1000
  const texts = [title, type, purpose, step, url, locale, ownerId, note].map((value) => value ?? null)
  return {
    id: `item-${String(n).padStart(8, '0')}`,
    columns: [...texts, publishedAt?.getTime() ?? null, plannedFor ?? null, reviewBy ?? null, updatedAt],
    tags: Object.entries(item.tags ?? {}).flatMap(([dimension, keys]) => keys.map((key): [string, string] => [dimension, key])),
    body: item.body ?? '',
  }
}
