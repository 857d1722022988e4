import { appendFileSync } from 'node:fs'
import { connect } from '@/db/connect'
import { newId } from '@/db/kit'
import { findItem } from '@/db/stores/items'
import { createItem, saveItem } from '@/server/domain/content/item.commands'
import type { Context } from '@/server/domain/context'
import { isProblem } from '@/server/domain/errors'
import { publishItems, schedulePublication } from '@/server/domain/publication/publication.commands'
import { startRunner } from '@/server/jobs/runner'
import { contentOf, type Told } from './told'

/**
 * One of two processes that write and publish on the same database until they are killed. What it is about to do and what was
 * acknowledged goes into a file of its own, line by line, so that it survives the process.
 */
const [url = '', workspaceId = '', file = ''] = process.argv.slice(2)
const db = connect({ url, dataDir: '.' })
const context: Context = { actor: { kind: 'system', workspaceId, job: 'fault-test' }, db, now: () => new Date(), locale: 'en' }
const runner = startRunner(db, { pollMs: 40, leaseMs: 2_000 })
const tell = (told: Told) => appendFileSync(file, `${JSON.stringify(told)}\n`)
const mine: { id: string; version: number }[] = []
let isEnding = false
process.on('SIGTERM', () => {
  isEnding = true
})

const soon = () => new Date(Date.now() + 100 + Math.random() * 1_500)
const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(Math.random() * list.length)]

/** A slow machine may come too late for the moment it chose. */
function unlessPast(error: unknown): undefined {
  if (!isProblem(error) || error.messageKey !== 'publication.problem.past') throw error
}

/** Made and scheduled in one write, or made and then scheduled. */
async function make(): Promise<void> {
  const name = newId()
  const publishAt = soon()
  const { title, body, tags } = contentOf(name, 1)
  const together = Math.random() < 0.7
  tell({ what: 'begin', name, version: 1 })
  const given = { title, body, tags, type: 'blog_post', step: 'in_progress', ...(together ? { publishAt } : {}) }
  const made = await createItem(context, given).catch(unlessPast)
  if (!made) return
  const { item } = made
  tell({ what: 'made', name, version: 1, id: item.id })
  mine.push({ id: item.id, version: 1 })
  if (together) return tell({ what: 'scheduled', name, id: item.id })
  const { done, failed } = await schedulePublication(context, [item.id], { publishAt })
  // Then the item is only written.
  if (done === 1) tell({ what: 'scheduled', name, id: item.id })
  else if (failed[0]?.messageKey !== 'publication.problem.past') throw new Error(`not scheduled: ${failed[0]?.messageKey}`)
}

async function rewrite(): Promise<void> {
  const chosen = pick(mine)
  if (!chosen) return
  const item = await findItem(db.read, workspaceId, chosen.id)
  if (!item) throw new Error(`the item ${chosen.id} was acknowledged and is gone`)
  const name = item.title.split(' ')[0] ?? ''
  const version = chosen.version + 1
  tell({ what: 'begin', name, version })
  try {
    await saveItem(context, { id: item.id, revision: item.revision, edit: contentOf(name, version) })
  } catch (error) {
    // The job published it between reading and saving.
    if (error instanceof Error && 'code' in error && error.code === 'conflict') return
    throw error
  }
  chosen.version = version
  tell({ what: 'saved', name, version, id: item.id })
}

/** By hand and by the clock at the same time: whoever comes second finds it done. */
async function byHand(): Promise<void> {
  const chosen = pick(mine)
  if (chosen) await publishItems(context, [chosen.id])
}

process.stdout.write('ready\n')
while (!isEnding) {
  const dice = Math.random()
  if (dice < 0.5) await make()
  else if (dice < 0.95) await rewrite()
  else await byHand()
}
await runner.stop()
await db.close()
