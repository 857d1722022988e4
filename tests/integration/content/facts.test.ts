import { afterAll, describe, expect, test } from 'vitest'
import { connect } from '@/db/connect'
import type { Database } from '@/db/database'
import { moveToTrash, purgeItems } from '@/server/domain/content/bulk.commands'
import { createItem, saveItem } from '@/server/domain/content/item.commands'
import { listItems } from '@/server/domain/content/item.queries'
import { itemListInput } from '@/server/domain/content/item-list.schema'
import { refreshVague } from '@/server/domain/content/vague.commands'
import type { Context } from '@/server/domain/context'
import { loadFacts } from '@/server/domain/facts/facts.queries'
import { savePhrases } from '@/server/domain/gaps/rule.commands'
import { editTerms } from '@/server/domain/vocabulary/term.commands'
import { copyOfTemplate, testDatabase } from '@/tests/support/database'
import { at, emptyWorkspace, memberOf } from './world'

const db = testDatabase()
const open: Database[] = []
afterAll(async () => {
  for (const database of open) await database.close()
})

/** Two processes on one database: each has a connection and facts of its own. */
async function twoProcesses(): Promise<[Database, Database]> {
  const copy = await copyOfTemplate()
  const pair: [Database, Database] = [connect({ url: copy.url, dataDir: '.' }), connect({ url: copy.url, dataDir: '.' })]
  open.push(...pair)
  return pair
}

const titlesIn = async (context: Context) =>
  (await loadFacts(context, context.actor.workspaceId)).facts.map(({ title }) => title).sort((a, b) => (a < b ? -1 : 1))

describe('facts', () => {
  test('are those of every change committed before, also by another process', async () => {
    const [here, there] = await twoProcesses()
    const mine = await memberOf(await emptyWorkspace(here), 'admin')
    const theirs = { ...mine, db: there }
    expect(await titlesIn(theirs)).toEqual([])
    const { item } = await createItem(mine, { title: 'A', type: 'page' })
    await createItem(theirs, { title: 'B', type: 'page' })
    expect(await titlesIn(mine)).toEqual(['A', 'B'])
    expect(await titlesIn(theirs)).toEqual(['A', 'B'])
    await saveItem(theirs, { id: item.id, revision: 1, edit: { title: 'C' } })
    expect(await titlesIn(mine)).toEqual(['B', 'C'])
    await moveToTrash(mine, [item.id], 'trash')
    await purgeItems(theirs, [item.id])
    expect(await titlesIn(mine)).toEqual(['B'])
  })

  test('hold what the list shows, so one process sees what the other tagged', async () => {
    const [here, there] = await twoProcesses()
    const mine = await memberOf(await emptyWorkspace(here), 'admin')
    const theirs = { ...mine, db: there }
    const { item } = await createItem(mine, { title: 'A', type: 'page' })
    const retained = itemListInput.parse({ filter: 'phase=retention' })
    expect((await listItems(theirs, retained)).total).toBe(0)
    await saveItem(mine, { id: item.id, revision: 1, edit: { tags: { phase: ['retention'] } } })
    expect((await listItems(theirs, retained)).total).toBe(1)
  })

  test('once handed out never change', async () => {
    const editor = await memberOf(await emptyWorkspace(db()), 'editor')
    const { item } = await createItem(editor, { title: 'Before', type: 'page' })
    const held = await loadFacts(editor, editor.actor.workspaceId)
    await saveItem(editor, { id: item.id, revision: 1, edit: { title: 'After' } })
    const added = await createItem(editor, { title: 'Added', type: 'page' })
    const newer = await loadFacts(editor, editor.actor.workspaceId)
    expect(held.byId.get(item.id)?.title).toBe('Before')
    expect(held.byId.has(added.item.id)).toBe(false)
    expect([...held.byId.keys()]).toEqual([item.id])
    expect(newer.byId.get(item.id)?.title).toBe('After')
    expect([...newer.byId.values()]).toEqual(newer.facts)
  })

  test('asked for by many at once are read once, and each sees its own write', async () => {
    const editor = await memberOf(await emptyWorkspace(db()), 'editor')
    const seen = await Promise.all(
      Array.from({ length: 20 }, async (_, n) => {
        const { item } = await createItem(editor, { title: `Item ${n}`, type: 'page' })
        return (await loadFacts(editor, editor.actor.workspaceId)).byId.get(item.id)?.title
      }),
    )
    expect(seen).toEqual(Array.from({ length: 20 }, (_, n) => `Item ${n}`))
  })

  test('come with the vocabulary as it is now', async () => {
    const lead = await memberOf(await emptyWorkspace(db()), 'lead')
    await createItem(lead, { title: 'A', type: 'page', step: 'in_review' })
    await editTerms(lead, {
      dimension: 'phase',
      edits: [{ key: 'retention', revision: 1, change: { name: { en: 'Care', de: 'Pflege' } } }],
    })
    const held = await loadFacts(lead, lead.actor.workspaceId)
    expect(held.vocabulary.phase.map(({ name }) => name.en)).toContain('Care')
    expect(held.facts[0]?.status).toBe('in_review')
  })

  test('know the vague phrases of a text, and of a new list when the job has run', async () => {
    const admin = await memberOf(await emptyWorkspace(db()), 'admin')
    const { item } = await createItem(admin, { title: 'Mail', type: 'email', body: 'Wir melden uns zeitnah, sehr bald.' })
    const vague = async () => (await loadFacts(admin, admin.actor.workspaceId)).byId.get(item.id)?.vague
    expect(await vague()).toEqual(['zeitnah'])
    await saveItem(admin, { id: item.id, revision: 1, edit: { fields: { subject: 'In Kürze' } } })
    expect(await vague()).toEqual(['in Kürze', 'zeitnah'])
    const { workspace } = await loadFacts(admin, admin.actor.workspaceId)
    await savePhrases(admin, { revision: workspace.revision, phrases: ['sehr bald'] })
    expect(await refreshVague(admin, () => false)).toBe(true)
    expect(await vague()).toEqual(['sehr bald'])
  })
})

describe('paging', () => {
  const page = (context: Context, more: object) => listItems(context, itemListInput.parse({ limit: 3, ...more }))
  const byTitle = [{ field: 'title', descending: false }]

  test('with a cursor neither repeats nor skips when items come and go', async () => {
    const editor = await memberOf(await emptyWorkspace(db()), 'editor')
    const made = []
    for (const title of ['b', 'd', 'f', 'h', 'j', 'l']) made.push((await createItem(editor, { title, type: 'page' })).item)
    const first = await page(editor, { sort: byTitle })
    expect(first.rows.map(({ title }) => title)).toEqual(['b', 'd', 'f'])
    // One comes before the page's end, one behind it; the page's last item goes away.
    await createItem(editor, { title: 'a', type: 'page' })
    await createItem(editor, { title: 'g', type: 'page' })
    await moveToTrash(editor, [made[2]?.id ?? ''], 'trash')
    const second = await page(editor, { sort: byTitle, cursor: first.nextCursor ?? '' })
    expect(second.rows.map(({ title }) => title)).toEqual(['g', 'h', 'j'])
    expect(second).toMatchObject({ offset: 3, total: 7 })
    const third = await page(editor, { sort: byTitle, cursor: second.nextCursor ?? '' })
    expect(third).toMatchObject({ rows: [{ title: 'l' }], nextCursor: null })
  })

  test('keeps its place when the last row seen has moved', async () => {
    const editor = await memberOf(await emptyWorkspace(db()), 'editor')
    const ids: string[] = []
    for (let n = 0; n < 6; n += 1) {
      const later = at(editor, `2026-03-01T1${n}:00:00Z`)
      ids.push((await createItem(later, { title: `${n}`, type: 'page' })).item.id)
    }
    const first = await page(editor, {})
    expect(first.rows.map(({ title }) => title)).toEqual(['5', '4', '3'])
    await saveItem(at(editor, '2026-03-01T18:00:00Z'), { id: ids[3] ?? '', revision: 1, edit: { note: 'now on top' } })
    const second = await page(editor, { cursor: first.nextCursor ?? '' })
    expect(second.rows.map(({ title }) => title)).toEqual(['2', '1', '0'])
  })

  test('jumps by offset, and a cursor that is none begins at the top', async () => {
    const editor = await memberOf(await emptyWorkspace(db()), 'editor')
    for (const title of ['a', 'b', 'c', 'd']) await createItem(editor, { title, type: 'page' })
    expect((await page(editor, { sort: byTitle, offset: 2 })).rows.map(({ title }) => title)).toEqual(['c', 'd'])
    expect((await page(editor, { sort: byTitle, offset: 99 })).rows).toEqual([])
    expect((await page(editor, { sort: byTitle, cursor: 'nonsense' })).offset).toBe(0)
  })

  test('names the parts of a filter that cannot be read', async () => {
    const editor = await memberOf(await emptyWorkspace(db()), 'editor')
    expect((await page(editor, { filter: 'nonsense=1&phase=retention' })).ignored).toEqual(['nonsense=1'])
  })

  test('shows the past: what an item was on a picked day', async () => {
    const editor = await memberOf(await emptyWorkspace(db()), 'editor')
    const { item } = await createItem(editor, { title: 'A', type: 'page', tags: { phase: ['awareness'] } })
    const later = at(editor, '2026-03-10T10:00:00Z')
    await saveItem(later, { id: item.id, revision: 1, edit: { tags: { phase: ['retention'] } } })
    expect((await page(later, { filter: 'phase=awareness&asOf=2026-03-05' })).total).toBe(1)
    expect((await page(later, { filter: 'phase=awareness' })).total).toBe(0)
    expect((await page(later, { filter: 'phase=retention&asOf=2026-03-05' })).total).toBe(0)
  })
})
