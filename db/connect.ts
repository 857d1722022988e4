import { join } from 'node:path'
import { connectPostgres } from './connect-postgres'
import { connectSqlite } from './connect-sqlite'
import type { Database } from './database'
import { dialect } from './dialect'
import { makeFolder } from './stores/data-folder'

/** Opens the database of the settings: `url` for PostgreSQL, else the file `etappe.db` in the data folder, which is made when absent. */
export function connect({ url, dataDir }: { url?: string | undefined; dataDir: string }): Database {
  if (dialect === 'postgres' && url) return connectPostgres(url)
  const file = url?.startsWith('file:') ? url.slice('file:'.length) : join(dataDir, 'etappe.db')
  if (!url) makeFolder(dataDir)
  return connectSqlite(file)
}
