import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chdir, cwd } from 'node:process'
import BetterSqlite from 'better-sqlite3'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { connectSqlite } from '@/db/connect-sqlite'

const home = cwd()
const migrations = 'db/migrations/sqlite'
let folder: string
let file: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'etappe-rebuild-'))
  file = join(folder, 'etappe.db')
  await mkdir(join(folder, migrations), { recursive: true })
  await cp(join(home, migrations), join(folder, migrations), { recursive: true })
  chdir(folder)
})

afterAll(async () => {
  chdir(home)
  await rm(folder, { recursive: true })
})

async function migrate(): Promise<void> {
  const db = connectSqlite(file)
  try {
    await db.migrate()
  } finally {
    await db.close()
  }
}

/** As drizzle-kit writes it when a column of the parent changes its type. */
async function addMigration(name: string, statements: readonly string[]): Promise<void> {
  const journalFile = join(migrations, 'meta/_journal.json')
  const journal = JSON.parse(await readFile(journalFile, 'utf8'))
  const last = journal.entries.at(-1)
  journal.entries.push({ ...last, idx: last.idx + 1, when: last.when + 1, tag: name })
  await writeFile(journalFile, JSON.stringify(journal))
  await writeFile(join(migrations, `${name}.sql`), statements.join('\n--> statement-breakpoint\n'))
}

const count = (table: string) => {
  const db = new BetterSqlite(file, { readonly: true })
  const { n } = db.prepare(`select count(*) as n from ${table}`).get() as { n: number }
  db.close()
  return n
}

test('a migration that rebuilds a parent table keeps its children, and the state before it is backed up', async () => {
  await migrate()
  const seed = new BetterSqlite(file)
  const { sql } = seed.prepare("select sql from sqlite_master where name = 'users'").get() as { sql: string }
  seed.exec(`insert into users (id, email, name, locale, preferences, created_at) values ('u', 'a@example.com', 'Ada', 'en', '{}', 0);
    insert into workspaces (id, slug, name, locale, time_zone, segment, sells_goods, model, created_at) values ('w', 'w', 'W', 'en', 'UTC', 'b2c', 1, 'aida', 0);
    insert into members (workspace_id, user_id, role, created_at) values ('w', 'u', 'admin', 0)`)
  seed.close()
  await addMigration('9998_rebuild', [
    'PRAGMA foreign_keys=OFF;',
    sql.replace('`users`', '`__new_users`'),
    'INSERT INTO `__new_users` SELECT * FROM `users`;',
    'DROP TABLE `users`;',
    'ALTER TABLE `__new_users` RENAME TO `users`;',
    'PRAGMA foreign_keys=ON;',
  ])
  await migrate()
  expect([count('users'), count('members')]).toEqual([1, 1])
  expect(await readdir(join(folder, 'backups'))).toEqual([expect.stringMatching(/^before-migration-.+\.db$/)])
})

test('a migration that leaves references to nothing is refused with a word about the backup', async () => {
  await addMigration('9999_dangling', ['DELETE FROM `users`;'])
  await expect(migrate()).rejects.toThrow(/dangling references.+backup/)
})
