import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { startPostgres } from './postgres-server'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where the databases of this run lie. */
    databaseFolder: string
    /** Of a database by its name on the run's PostgreSQL; null on SQLite. `{name}` stands for the name. */
    postgresUrl: string | null
  }
}

/** Once per run: the database server when it is PostgreSQL's turn, and a migrated template that each test file copies. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'etappe-test-'))
  chmodSync(folder, 0o755)
  const server = process.env.TEST_DATABASE === 'postgres' ? await startPostgres(folder) : undefined
  try {
    if (server) {
      const { default: pg } = await import('pg')
      const admin = new pg.Client({ connectionString: server.url('postgres') })
      await admin.connect()
      await admin.query('create database template_etappe')
      await admin.end()
      process.env.DATABASE_URL = server.url('template_etappe')
    } else {
      delete process.env.DATABASE_URL
    }
    const { connect } = await import('@/db/connect')
    const template = connect({
      url: server ? server.url('template_etappe') : `file:${join(folder, 'template.db')}`,
      dataDir: folder,
    })
    await template.migrate()
    await template.close()
    project.provide('databaseFolder', folder)
    project.provide('postgresUrl', server ? server.url('{name}') : null)
  } catch (error) {
    await server?.stop()
    throw error
  }
  return async () => {
    await server?.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
