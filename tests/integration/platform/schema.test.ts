import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { describe, expect, test } from 'vitest'

interface Column {
  readonly name: string
  readonly notNull: boolean
  readonly primaryKey: boolean
}

interface Table {
  readonly name: string
  readonly columns: Record<string, Column>
  readonly indexes: Record<
    string,
    { readonly columns: readonly (string | { readonly expression: string })[]; readonly isUnique: boolean }
  >
  readonly foreignKeys: Record<
    string,
    { readonly columnsFrom: string[]; readonly tableTo: string; readonly columnsTo: string[]; readonly onDelete?: string }
  >
  readonly compositePrimaryKeys: Record<string, { readonly columns: string[] }>
}

const folderOf = (dialect: string) => join('db/migrations', dialect)

/** As the newest migration leaves it. The tables of the search index are made by hand-written migrations of their own, one per database. */
function tablesOf(dialect: string): Table[] {
  const meta = join(folderOf(dialect), 'meta')
  const newest = readdirSync(meta)
    .filter((name) => name.endsWith('_snapshot.json'))
    .sort()
    .at(-1)
  const { tables } = JSON.parse(readFileSync(join(meta, newest ?? ''), 'utf8')) as { tables: Record<string, Table> }
  return Object.values(tables).sort((a, b) => a.name.localeCompare(b.name))
}

const primaryKeyOf = ({ columns, compositePrimaryKeys }: Table): string[] =>
  Object.values(compositePrimaryKeys)[0]?.columns ??
  Object.values(columns)
    .filter(({ primaryKey }) => primaryKey)
    .map(({ name }) => name)

const indexesOf = (table: Table) =>
  Object.entries(table.indexes)
    .map(([name, { columns, isUnique }]) => ({
      name,
      isUnique,
      columns: columns.map((column) => (typeof column === 'string' ? column : column.expression)),
    }))
    .sort((a, b) => a.name.localeCompare(b.name))

/** What both databases must agree on: the types of columns differ by nature. */
const shapeOf = (table: Table) => ({
  name: table.name,
  columns: Object.values(table.columns)
    .map(({ name, notNull }) => `${name}${notNull ? '' : '?'}`)
    .sort(),
  primaryKey: primaryKeyOf(table),
  indexes: indexesOf(table),
  references: Object.values(table.foreignKeys)
    .map(({ columnsFrom, tableTo, columnsTo, onDelete = 'no action' }) => `${columnsFrom} → ${tableTo}(${columnsTo}) ${onDelete}`)
    .sort(),
})

describe('the schema', () => {
  const sqlite = tablesOf('sqlite')
  const postgres = tablesOf('postgres')

  test('has the same tables, columns, keys and references on both databases', () => {
    expect(sqlite.length).toBeGreaterThan(10)
    expect(sqlite.map(shapeOf)).toEqual(postgres.map(shapeOf))
  })

  test.each(sqlite.filter(({ columns }) => columns.workspace_id?.notNull).map((table) => [table.name, table] as const))(
    'every key of %s begins with the workspace',
    (_, table) => {
      expect(primaryKeyOf(table)[0]).toBe('workspace_id')
      for (const { columns, isUnique } of indexesOf(table)) if (isUnique) expect(columns[0]).toBe('workspace_id')
    },
  )

  test('lies wholly in the migrations: generating them again finds nothing to do', () => {
    const out = mkdtempSync(join(tmpdir(), 'etappe-migrations-'))
    const isPostgres = /^postgres/.test(process.env.DATABASE_URL ?? '')
    cpSync(folderOf(isPostgres ? 'postgres' : 'sqlite'), out, { recursive: true })
    const before = readdirSync(out)
    const wish = [
      '--dialect',
      isPostgres ? 'postgresql' : 'sqlite',
      '--schema',
      './db/schema/index.ts',
      '--casing',
      'snake_case',
      '--out',
      relative('.', out),
    ]
    const said = execFileSync(process.execPath, ['node_modules/drizzle-kit/bin.cjs', 'generate', ...wish], {
      encoding: 'utf8',
      stdio: 'pipe',
    })
    expect(readdirSync(out)).toEqual(before)
    expect(said).toContain('No schema changes')
    rmSync(out, { recursive: true })
  })
})
