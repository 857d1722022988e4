import { type SQL, sql } from 'drizzle-orm'
import type { Reader } from '../database'
import { dialect } from '../dialect'
import type { TagRecord } from './items'

/**
 * What facts are made of, read narrowly: a hundred thousand rows go through here, and mapping each column by name and type
 * took four times as long as the query itself. Hence raw rows and the program's second place (beside `search/`) with a
 * spelling per dialect. Instants are milliseconds since 1970.
 */
export interface FactRow {
  id: string
  groupId: string
  title: string
  url: string | null
  type: string
  purpose: string | null
  step: string
  locale: string | null
  ownerId: string | null
  createdBy: string | null
  note: string
  fields: Record<string, unknown>
  vague: string[]
  plannedFor: string | null
  dueOn: string | null
  publishAt: number | null
  publishedAt: number | null
  unpublishAt: number | null
  reviewBy: string | null
  rank: string | null
  revision: number
  createdAt: number
  updatedAt: number
  deletedAt: number | null
  statusSince: number
  tags: TagRecord
}

const isPostgres = dialect === 'postgres'

interface RawSqlite {
  values<T>(query: SQL): T[]
}
interface RawPostgres {
  execute<T>(query: SQL): Promise<{ rows: T[] }>
}

const instant = (column: string): string => (isPostgres ? `(extract(epoch from ${column}) * 1000)::float8` : column)

/** In the order of `rowOf`. */
const columns = [
  'id',
  'group_id',
  'title',
  'url',
  'type',
  'purpose',
  'step',
  'locale',
  'owner_id',
  'created_by',
  'note',
  isPostgres ? 'fields::text' : 'fields',
  isPostgres ? 'vague::text' : 'vague',
  'planned_for',
  'due_on',
  instant('publish_at'),
  instant('published_at'),
  instant('unpublish_at'),
  'review_by',
  'rank',
  'revision',
  instant('created_at'),
  instant('updated_at'),
  instant('deleted_at'),
  instant('status_since'),
]
const columnList = sql.raw(columns.map((column, n) => `${column} as c${n}`).join(', '))
const tagList = sql.raw('item_id as c0, dimension as c1, key as c2')

/** Rows as arrays on both: node-postgres gives objects, in the order of the columns. */
async function rowsOf(read: Reader, query: SQL): Promise<unknown[][]> {
  if (!isPostgres) return (read as unknown as RawSqlite).values<unknown[]>(query)
  const { rows } = await (read as unknown as RawPostgres).execute<Record<string, unknown>>(query)
  return rows.map((row) => Object.values(row))
}

const noFields: Record<string, unknown> = {}
const noList: string[] = []

/** The columns as they come back, in their order. */
type FactColumns = [
  id: string,
  groupId: string,
  title: string,
  url: string | null,
  type: string,
  purpose: string | null,
  step: string,
  locale: string | null,
  ownerId: string | null,
  createdBy: string | null,
  note: string,
  fields: string,
  vague: string,
  plannedFor: string | null,
  dueOn: string | null,
  publishAt: number | null,
  publishedAt: number | null,
  unpublishAt: number | null,
  reviewBy: string | null,
  rank: string | null,
  revision: number,
  createdAt: number,
  updatedAt: number,
  deletedAt: number | null,
  statusSince: number,
]

function rowOf(row: unknown[]): FactRow {
  const [id, groupId, title, url, type, purpose, step, locale, ownerId, createdBy, note, fields, vague, ...dates] =
    row as FactColumns
  const [plannedFor, dueOn, publishAt, publishedAt, unpublishAt, reviewBy, rank, revision, ...times] = dates
  const [createdAt, updatedAt, deletedAt, statusSince] = times
  return {
    id: id ?? '',
    groupId: groupId ?? '',
    title: title ?? '',
    url: url ?? null,
    type: type ?? '',
    purpose: purpose ?? null,
    step: step ?? '',
    locale: locale ?? null,
    ownerId: ownerId ?? null,
    createdBy: createdBy ?? null,
    note: note ?? '',
    fields: !fields || fields === '{}' ? noFields : JSON.parse(fields),
    vague: !vague || vague === '[]' ? noList : JSON.parse(vague),
    plannedFor,
    dueOn,
    publishAt,
    publishedAt,
    unpublishAt,
    reviewBy,
    rank,
    revision,
    createdAt,
    updatedAt,
    deletedAt,
    statusSince,
    tags: { phase: [], channel: [], persona: [], topic: [], question: [], campaign: [] },
  }
}

function joined(rows: unknown[][], tagRows: unknown[][]): FactRow[] {
  const facts = rows.map(rowOf)
  const byId = new Map(facts.map((row) => [row.id, row]))
  for (const [itemId, dimension, key] of tagRows as [string, keyof TagRecord, string][])
    byId.get(itemId)?.tags[dimension]?.push(key)
  return facts
}

/** Rows page by page in the order of ids, trash included: `after` is the last id seen, `''` to begin. */
export async function listFactRowsAfter(read: Reader, workspaceId: string, after: string, limit: number): Promise<FactRow[]> {
  const rows = await rowsOf(
    read,
    sql`select ${columnList} from items where workspace_id = ${workspaceId} and id > ${after} order by id limit ${limit}`,
  )
  const last = rows.at(-1)?.[0]
  if (last === undefined) return []
  const tags = await rowsOf(
    read,
    sql`select ${tagList} from item_tags where workspace_id = ${workspaceId} and item_id > ${after} and item_id <= ${last}`,
  )
  return joined(rows, tags)
}

/** The rows of these ids that exist, in no particular order, trash included. */
export async function listFactRows(read: Reader, workspaceId: string, ids: readonly string[]): Promise<FactRow[]> {
  if (ids.length === 0) return []
  const list = sql.join(
    ids.map((id) => sql`${id}`),
    sql`, `,
  )
  const rows = await rowsOf(read, sql`select ${columnList} from items where workspace_id = ${workspaceId} and id in (${list})`)
  const tags = await rowsOf(
    read,
    sql`select ${tagList} from item_tags where workspace_id = ${workspaceId} and item_id in (${list})`,
  )
  return joined(rows, tags)
}

export interface ItemLogRow {
  seq: number
  subjectId: string
  operation: string
  at: number
  before: Record<string, unknown> | null
  after: Record<string, unknown> | null
}

/** Rolling back reads what was there before, and of what came after only which fields there were. Bodies stay where they are. */
const beforeHalf = isPostgres ? "(before - 'body')::text" : "json_remove(before, '$.body')"
const fieldsAfter = isPostgres
  ? "jsonb_build_object('fields', after -> 'fields')::text"
  : "json_object('fields', json_extract(after, '$.fields'))"
const afterHalf = `case when after is null then null when before is null then '{}' else ${fieldsAfter} end`
const logList = sql.raw(
  `seq as c0, subject_id as c1, operation as c2, ${instant('at')} as c3, ${beforeHalf} as c4, ${afterHalf} as c5`,
)

const momentOf = (atMs: number) => (isPostgres ? sql`to_timestamp(${atMs / 1000})` : sql`${atMs}`)

/** The first entry of the log after a moment; null when there is none. */
export async function firstSeqAfter(read: Reader, workspaceId: string, atMs: number): Promise<number | null> {
  const [row] = await rowsOf(
    read,
    sql`select min(seq) as c0 from changes where workspace_id = ${workspaceId} and at > ${momentOf(atMs)}`,
  )
  return typeof row?.[0] === 'number' ? row[0] : null
}

/**
 * The item changes after a moment, newest first and page by page: from `firstSeqAfter` to below `beforeSeq`, without the
 * bodies in them.
 */
export async function listItemLogSince(
  read: Reader,
  workspaceId: string,
  atMs: number,
  range: { fromSeq: number; beforeSeq: number },
  limit: number,
): Promise<ItemLogRow[]> {
  // The sign keeps SQLite on the key's order; it would sort every entry about items for each page.
  const [subject, at] = isPostgres ? [sql`subject`, sql`at`] : [sql`+subject`, sql`+at`]
  const rows = await rowsOf(
    read,
    sql`select ${logList} from changes where workspace_id = ${workspaceId} and seq >= ${range.fromSeq} and seq < ${range.beforeSeq}
      and ${subject} = 'item' and ${at} > ${momentOf(atMs)} order by seq desc limit ${limit}`,
  )
  return (rows as [number, string, string, number, string | null, string | null][]).map(
    ([seq, subjectId, operation, at, before, after]) => ({
      seq,
      subjectId,
      operation,
      at,
      before: before ? JSON.parse(before) : null,
      after: after ? JSON.parse(after) : null,
    }),
  )
}

/** One field's texts page by page in the order of ids; items without it are left out. */
export async function listFieldTextsAfter(
  read: Reader,
  workspaceId: string,
  field: string,
  after: string,
  limit: number,
): Promise<{ id: string; text: string }[]> {
  const text = isPostgres ? sql`fields ->> ${field}` : sql`json_extract(fields, ${`$."${field}"`})`
  const rows = await rowsOf(
    read,
    sql`select id as c0, ${text} as c1 from items where workspace_id = ${workspaceId} and id > ${after} and ${text} is not null order by id limit ${limit}`,
  )
  return (rows as [string, unknown][]).map(([id, value]) => ({ id, text: String(value) }))
}
