import { chmodSync, constants, copyFileSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startPostgres } from '@/tests/support/postgres-server'
import type { Place } from './program'

/** Raise it when the inventory or the schema changes: databases made before are made anew. */
const version = 2
const keptMs = 7 * 86_400_000

export interface FullDatabase extends Place {
  close(): Promise<void>
}

/** A fresh data folder with the inventory in it. On SQLite the file is kept for a week, so that the next run only copies it. */
export async function fullDatabase(
  root: string,
  items: number,
  usesPostgres: boolean,
  say: (line: string) => void,
): Promise<FullDatabase> {
  const dataDir = mkdtempSync(join(tmpdir(), 'etappe-bench-'))
  chmodSync(dataDir, 0o755)
  const server = usesPostgres ? await startPostgres(dataDir) : undefined
  const close = async () => {
    await server?.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
  try {
    const url = server?.url('postgres')
    // Which database it is, is settled when the stores are loaded.
    process.env.DATABASE_URL = url ?? ''
    const kept = join(root, '.cache', 'bench', `inventory-${version}-${items}.db`)
    const file = join(dataDir, 'etappe.db')
    if (!url && isFresh(kept)) copyFileSync(kept, file, constants.COPYFILE_FICLONE)
    else {
      say(`Making ${items.toLocaleString('en')} items …`)
      const { seed } = await import('./seed')
      const startedAt = performance.now()
      await seed({ dataDir, url }, items, (done) => {
        if (done % 100_000 === 0 || done === items) {
          say(`  ${done.toLocaleString('en')} after ${Math.round((performance.now() - startedAt) / 1000)} s`)
        }
      })
      if (!url) keep(file, kept)
    }
    return { dataDir, url, close }
  } catch (error) {
    await close()
    throw error
  }
}

const isFresh = (file: string): boolean => existsSync(file) && Date.now() - statSync(file).mtimeMs < keptMs

function keep(file: string, kept: string): void {
  mkdirSync(join(kept, '..'), { recursive: true })
  copyFileSync(file, `${kept}.new`, constants.COPYFILE_FICLONE)
  renameSync(`${kept}.new`, kept)
}
