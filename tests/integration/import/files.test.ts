import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { listChangeSet } from '@/db/stores/changes'
import { findImport, readImportFile } from '@/db/stores/imports'
import { isProblem } from '@/server/domain/errors'
import { exportContent } from '@/server/domain/exchange/export.queries'
import { commitImport, createImport, undoImport } from '@/server/domain/exchange/import.commands'
import { dryRunImport, getImport, inspectImport } from '@/server/domain/exchange/import.queries'
import { forgetOldFiles } from '@/server/domain/exchange/import-cleanup.commands'
import type { ImportContext } from '@/server/domain/exchange/import-file.queries'
import type { Workspace } from '@/server/domain/workspaces/workspace.schema'
import { readTable } from '@/server/exchange/read-table'
import { testDatabase } from '@/tests/support/database'
import { makeWorkspace } from '@/tests/support/factories'
import { runJob } from './support'

const db = testDatabase()
const operator = ({ id }: Workspace, now = () => new Date()): ImportContext => ({
  actor: { kind: 'system', workspaceId: id, job: 'test' },
  db: db(),
  now,
  locale: 'en',
  readTable,
})

const folder = join(process.cwd(), '..', 'shared', 'data', 'fixtures')
const isThere = existsSync(folder)
if (!isThere) console.log(`skipped: the real and the hostile files are read from ${folder}, which is not there`)
const files = isThere
  ? ['adversarial', 'csv', 'xlsx', 'json', 'buttondown', 'hubspot', 'mailchimp'].flatMap((name) =>
      existsSync(join(folder, name))
        ? readdirSync(join(folder, name))
            .map((file) => join(name, file))
            .filter((file) => statSync(join(folder, file)).isFile())
        : [],
    )
  : []

/** The whole way of a file; null when it is refused with a reason. */
async function takeIn(workspace: Workspace, name: string, bytes: Uint8Array) {
  const context = operator(workspace)
  try {
    const { id } = await createImport(context, { fileName: name, bytes })
    const { kind } = await inspectImport(context, id)
    const planned = await dryRunImport(context, id)
    const { revision } = await getImport(context, id)
    await commitImport(context, { id, revision })
    await runJob(db(), workspace, id)
    return { id, kind, planned: planned.counts, done: await getImport(context, id) }
  } catch (error) {
    if (isProblem(error) && error.code === 'invalid' && error.messageKey.startsWith('exchange.problem.')) return null
    throw error
  }
}

describe.skipIf(!isThere)('files as they come', () => {
  test.each(files)('%s comes in as shown before, or is refused with a reason, and is taken back whole', async (name) => {
    const workspace = await makeWorkspace(db())
    const context = operator(workspace)
    const result = await takeIn(workspace, name, readFileSync(join(folder, name)))
    if (!result) {
      expect((await exportContent(context, { filter: '' })).count).toBe(0)
      return
    }
    const { id, planned, done } = result
    expect(done).toMatchObject({ state: 'done', counts: planned })
    const { read, create, update, unchanged, skipped, failed } = planned
    expect(create + update + unchanged + skipped + failed).toBe(read)
    expect((await exportContent(context, { filter: `import=${id}` })).count).toBe(create)
    if (create > 0) await undoImport(context, id)
    expect((await exportContent(context, { filter: '' })).count).toBe(0)
  })

  test('a crawl brings in its 63 indexable pages as published and tells why of the other 152', async () => {
    const workspace = await makeWorkspace(db())
    const name = 'csv/screaming-frog-internal_all.csv'
    const result = await takeIn(workspace, name, readFileSync(join(folder, name)))
    expect(result?.kind).toBe('crawl')
    expect(result?.done.counts).toMatchObject({ read: 215, create: 63, skipped: 152, failed: 0 })
    expect((await exportContent(operator(workspace), { filter: 'status=published&type=page' })).count).toBe(63)
    const again = await takeIn(workspace, name, readFileSync(join(folder, name)))
    expect(again?.done.counts).toMatchObject({ create: 0, update: 0, unchanged: 63, skipped: 152 })
    const { changeSet } = (await findImport(db().read, workspace.id, again?.id ?? '')) ?? {}
    expect(await listChangeSet(db().read, workspace.id, changeSet ?? '')).toEqual([])
  })
})

test('what no database keeps as text is put right', async () => {
  const workspace = await makeWorkspace(db())
  const json = '[{"title":"Zero\\u0000 byte","note":"half \\ud83d","body":"\\udc00","type":"page"}]'
  const result = await takeIn(workspace, 'odd.json', Buffer.from(json))
  expect(result?.done.counts).toMatchObject({ create: 1, failed: 0 })
  for await (const { title, note, body } of (await exportContent(operator(workspace), { filter: '' })).items)
    expect([title, note, body]).toEqual(['Zero byte', 'half \ufffd', '\ufffd'])
})

test('names of columns and values that mean something to JavaScript mean nothing here', async () => {
  const workspace = await makeWorkspace(db())
  const csv = 'Title,__proto__,constructor,Topic,Phase\nA,x,y,__proto__,constructor\n'
  const result = await takeIn(workspace, 'odd.csv', Buffer.from(csv))
  expect(result?.done.counts).toMatchObject({ create: 1, failed: 0, notes: 2 })
})

test('a file of many pieces is read back byte for byte', async () => {
  const workspace = await makeWorkspace(db())
  const context = operator(workspace)
  const bytes = Buffer.from(
    `Title,Body\n${Array.from({ length: 300 }, (_, i) => `Page ${i},"${'ä'.repeat(6000)}${i}"`).join('\n')}\n`,
  )
  const { id } = await createImport(context, { fileName: 'large.csv', bytes })
  expect(bytes.length).toBeGreaterThan(3_000_000)
  expect((await readImportFile(db().read, workspace.id, id))?.equals(bytes)).toBe(true)
})

test('files are forgotten after a week, reports are not, and drafts go with their file', async () => {
  const workspace = await makeWorkspace(db())
  const old = operator(workspace, () => new Date('2026-01-01T10:00:00Z'))
  const bytes = Buffer.from('Title\nA\n')
  const [done, draft] = [
    await createImport(old, { fileName: 'done.csv', bytes }),
    await createImport(old, { fileName: 'draft.csv', bytes }),
  ]
  await commitImport(old, { id: done.id, revision: 1 })
  await runJob(db(), workspace, done.id)
  await forgetOldFiles({ db: db(), now: () => new Date('2026-01-08T09:59:00Z') })
  expect(await getImport(old, draft.id)).toMatchObject({ hasFile: true })
  await forgetOldFiles({ db: db(), now: () => new Date('2026-01-08T10:01:00Z') })
  expect(await readImportFile(db().read, workspace.id, done.id)).toBeUndefined()
  expect(await getImport(old, done.id)).toMatchObject({ state: 'done', hasFile: false, counts: { create: 1 } })
  await expect(getImport(old, draft.id)).rejects.toMatchObject({ code: 'not_found' })
})
