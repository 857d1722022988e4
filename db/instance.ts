import { connect } from './connect'
import type { Database } from './database'

const slot = Symbol.for('etappe.database')
const holder = globalThis as typeof globalThis & { [slot]?: Database }

/**
 * The process's one database. It lives on `globalThis` because the server, pages and route handlers load this module apart.
 * The settings were checked at the start (`server/env.ts`); here they are only read.
 */
export function database(): Database {
  holder[slot] ??= connect({ url: process.env.DATABASE_URL || undefined, dataDir: process.env.DATA_DIR || './data' })
  return holder[slot]
}

/** For the scripts that end: closes the instance when one was opened. */
export async function closeDatabase(): Promise<void> {
  await holder[slot]?.close()
  delete holder[slot]
}
