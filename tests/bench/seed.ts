import { setImmediate } from 'node:timers/promises'
import { connect } from '@/db/connect'
import type { Database } from '@/db/database'
import { newId } from '@/db/kit'
import { insertMember } from '@/db/stores/members'
import { findWorkspaceBySlug } from '@/db/stores/workspaces'
import { hashPassword } from '@/server/auth/password'
import { itemWorldOf } from '@/server/domain/content/item.rules'
import { phrasesOf } from '@/server/domain/content/item-world.queries'
import { addItems, prepareItem } from '@/server/domain/content/writing.commands'
import { momentOf } from '@/server/domain/facts/moment.rules'
import { setUp } from '@/server/domain/members/account.commands'
import { addTerm } from '@/server/domain/vocabulary/term.commands'
import type { TermCreate } from '@/server/domain/vocabulary/term.schema'
import { loadVocabulary } from '@/server/domain/vocabulary/vocabulary.queries'
import { makeUser } from '@/tests/support/factories'
import { account } from './account'
import { inventoryItem, paletteOf } from './inventory'

const itemsPerWrite = 1_000
const colleagues = 11
/** The inventory has been entered over this time, so that "changed last week" means something. */
const historyMs = 400 * 86_400_000

/**
 * A fresh database with one account, a workspace, its vocabulary and the inventory, all written as the program writes them.
 * The settings of the database are read when this module is loaded.
 */
export async function seed(
  place: { readonly dataDir: string; readonly url: string | undefined },
  count: number,
  say: (done: number) => void,
): Promise<void> {
  const db = connect(place)
  try {
    await db.migrate()
    await seedInto(db, count, say)
  } finally {
    await db.close()
  }
}

async function seedInto(db: Database, count: number, say: (done: number) => void): Promise<void> {
  const nowMs = Date.now()
  const startMs = nowMs - historyMs
  const { slug } = await setUp(
    { db, now: () => new Date(startMs) },
    {
      account,
      language: 'en',
      workspace: {
        name: 'Bench',
        locale: 'de',
        timeZone: 'Europe/Berlin',
        country: 'DE',
        segment: 'both',
        sellsGoods: true,
        model: 'mckinsey5',
        sample: null,
      },
    },
    hashPassword,
  )
  const workspace = await findWorkspaceBySlug(db.read, slug)
  if (!workspace) throw new Error('the workspace just made is not there')
  const stampAt = (at: Date) => ({ workspaceId: workspace.id, changeSet: newId(), actor: 'job:bench', at })
  const owners: string[] = []
  for (let n = 1; n <= colleagues; n += 1) {
    const { id } = await makeUser(db, { name: `Colleague ${n}` })
    await db.write(workspace.id, async (tx) => insertMember(tx, stampAt(new Date(startMs)), id, 'editor'))
    owners.push(id)
  }
  await db.write(workspace.id, async (tx) => {
    for (const term of ownTerms()) await addTerm(tx, stampAt(new Date(startMs)), term)
  })
  const vocabulary = await loadVocabulary(db.read, workspace.id)
  const palette = paletteOf(vocabulary, owners, nowMs)
  for (let from = 0; from < count; from += itemsPerWrite) {
    const at = new Date(startMs + Math.floor((historyMs * from) / count))
    const world = { ...itemWorldOf(vocabulary, momentOf(at.getTime(), workspace.timeZone)), phrases: phrasesOf(workspace) }
    const items = Array.from({ length: Math.min(itemsPerWrite, count - from) }, (_, k) => {
      const prepared = prepareItem(inventoryItem(from + k, palette), { id: newId(), createdBy: null }, world)
      if (prepared.faults) throw new Error(`item ${from + k} cannot be: ${JSON.stringify(prepared.faults)}`)
      return prepared.value
    })
    await db.write(workspace.id, async (tx) => addItems(tx, db.search, stampAt(at), items, world, 'import'))
    say(from + items.length)
    await setImmediate()
  }
}

function ownTerms(): TermCreate[] {
  const named = (name: string) => ({ name: { en: name, de: name } })
  const list = (count: number, word: string) => Array.from({ length: count }, (_, n) => `${word} ${n + 1}`)
  return [
    ...list(6, 'Persona').map((name): TermCreate => ({ dimension: 'persona', ...named(name) })),
    ...list(40, 'Product').map((name): TermCreate => ({ dimension: 'topic', ...named(name), details: { kind: 'product' } })),
    ...list(20, 'Campaign').map((name): TermCreate => ({ dimension: 'campaign', ...named(name) })),
    ...list(20, 'Theme').map((name): TermCreate => ({ dimension: 'topic', ...named(name), details: { kind: 'theme' } })),
  ]
}
