import { beforeAll, describe, expect, test } from 'vitest'
import type { Database } from '@/db/database'
import type { Context } from '@/server/domain/context'
import { fileFormats } from '@/server/domain/exchange/exchange.schema'
import { exportContent } from '@/server/domain/exchange/export.queries'
import { planColumns } from '@/server/domain/exchange/export.rules'
import { commitImport, configureImport, createImport } from '@/server/domain/exchange/import.commands'
import { dryRunImport, getImport } from '@/server/domain/exchange/import.queries'
import type { ImportContext } from '@/server/domain/exchange/import-file.queries'
import type { Workspace } from '@/server/domain/workspaces/workspace.schema'
import { exportItems } from '@/server/exchange/export-items'
import { readTable } from '@/server/exchange/read-table'
import { wholeFile } from '@/server/exchange/write-table'
import { callerFor } from '@/tests/support/callers'
import { testDatabase } from '@/tests/support/database'
import { makeMember, makeWorkspace } from '@/tests/support/factories'
import { runJob } from '../import/support'

const db = testDatabase()
const operator = (at: Database, { id }: Workspace): ImportContext => ({
  actor: { kind: 'system', workspaceId: id, job: 'test' },
  db: at,
  now: () => new Date(),
  locale: 'en',
  readTable,
})

async function fileOf(context: Context, format: (typeof fileFormats)[number], filter = ''): Promise<Uint8Array> {
  const { items, vocabulary, owners, exportedAt } = await exportContent(context, { filter })
  return wholeFile(exportItems(format, items, { vocabulary, owners, exportedAt }))
}

/**
 * Everything an item says, without what only tells one copy from another. Questions of the sample's own are not made by an
 * import, and new terms get their key from a name, so `a_b` becomes `a-b`.
 */
async function contents(context: Context): Promise<string[]> {
  const { items } = await exportContent(context, { filter: '' })
  const all: string[] = []
  for await (const { id, groupId, revision, createdAt, updatedAt, createdBy, ownerId, fields, tags, ...rest } of items) {
    const sorted = Object.entries({ ...rest, ...fields, ...tags, question: [] }).sort(([a], [b]) => (a < b ? -1 : 1))
    all.push(JSON.stringify(sorted).replaceAll('_', '-'))
  }
  return all.sort((a, b) => (a < b ? -1 : 1))
}

describe.each(['good', 'worst', 'large'] as const)('the sample %s', (sample) => {
  let workspace: Workspace
  beforeAll(async () => {
    workspace = await makeWorkspace(db(), { sample, locale: 'de' })
  })

  test.each(fileFormats)('exported as %s imports back as no change', async (format) => {
    const context = operator(db(), workspace)
    const bytes = await fileOf(context, format)
    const { id } = await createImport(context, { fileName: `export.${format}`, bytes })
    const { counts } = await dryRunImport(context, id)
    expect(counts).toEqual({
      read: counts.unchanged,
      create: 0,
      update: 0,
      unchanged: counts.read,
      skipped: 0,
      failed: 0,
      notes: 0,
    })
    expect(counts.read).toBeGreaterThan(10)
  })

  test.each(fileFormats)('exported as %s comes into an empty workspace as it was', async (format) => {
    const copy = await makeWorkspace(db(), { locale: 'de', name: `Copy ${format}` })
    const context = operator(db(), copy)
    const bytes = await fileOf(operator(db(), workspace), format)
    const { id } = await createImport(context, { fileName: `export.${format}`, bytes })
    // Personas and topics of a sample are its own; the rest of the words every workspace has.
    const source = (await exportContent(operator(db(), workspace), { filter: '' })).vocabulary
    const own = (dimension: 'persona' | 'topic' | 'phase' | 'channel' | 'purpose') =>
      Object.fromEntries(
        source[dimension].map(({ key }) => [key.replaceAll('_', ' ').replaceAll('-', ' '), { action: 'create' as const }]),
      )
    await configureImport(context, {
      id,
      revision: 1,
      settings: {
        options: {
          decisions: { persona: own('persona'), topic: own('topic'), purpose: own('purpose'), channel: own('channel') },
        },
      },
    })
    await commitImport(context, { id, revision: 2 })
    await runJob(db(), copy, id)
    const { counts } = await getImport(context, id)
    expect(counts).toMatchObject({ update: 0, unchanged: 0, skipped: 0, failed: 0 })
    const [before, after] = [await contents(operator(db(), workspace)), await contents(context)]
    expect(counts?.create).toBe(before.length)
    expect(after.filter((item, i) => item !== before[i])).toEqual([])
  })

  test('a filtered view is exported and nothing else, and imports back as no change', async () => {
    const context = operator(db(), workspace)
    const filter = 'status=published&phase=retention'
    const bytes = await fileOf(context, 'csv', filter)
    const { id } = await createImport(context, { fileName: 'part.csv', bytes })
    const { counts } = await dryRunImport(context, id)
    expect(counts).toMatchObject({ create: 0, update: 0, read: counts.unchanged })
    expect(counts.read).toBe((await exportContent(context, { filter })).count)
  })
})

describe('a plan', () => {
  const planOf = async (context: Context, format: (typeof fileFormats)[number]) => {
    const { items, vocabulary, owners, exportedAt } = await exportContent(context, { filter: '', isPlan: true })
    return wholeFile(exportItems(format, items, { vocabulary, owners, exportedAt, columns: 'plan' }))
  }

  test('tells what is still to do, and imports back as no change', async () => {
    const workspace = await makeWorkspace(db(), { sample: 'good' })
    const context = operator(db(), workspace)
    const editor = await makeMember(db(), workspace, 'editor')
    const caller = callerFor(db(), editor)
    const { item } = await caller.content.create({
      workspace: workspace.slug,
      item: { title: '=Planned, "soon"', type: 'page', plannedFor: '2026-09-01T09:30' },
    })
    for (const title of ['Write', 'Check'])
      await caller.tasks.create({ workspace: workspace.slug, about: { subject: 'item', subjectId: item.id }, task: { title } })
    const csv = Buffer.from(await planOf(context, 'csv')).toString()
    const [head = '', ...rows] = csv.replace('\ufeff', '').split('\r\n')
    expect(head.replaceAll('"', '').split(',').slice(0, -1)).toEqual([...planColumns])
    expect(rows.find((row) => row.includes(item.id))).toContain('"2026-09-01T09:30",,,,,,2,false')
    for (const format of ['csv', 'xlsx'] as const) {
      const { id } = await createImport(context, { fileName: `plan.${format}`, bytes: await planOf(context, format) })
      const { counts } = await dryRunImport(context, id)
      expect(counts).toMatchObject({ create: 0, update: 0, skipped: 0, failed: 0, read: counts.unchanged })
      expect(counts.read).toBeGreaterThan(10)
    }
  })
})

describe('owners', () => {
  let workspace: Workspace
  beforeAll(async () => {
    workspace = await makeWorkspace(db(), { sample: 'good' })
  })

  test('stand as addresses and are found again', async () => {
    const member = await makeMember(db(), workspace, 'editor')
    const context = operator(db(), workspace)
    const { items } = await exportContent(context, { filter: '' })
    let csv = 'Title,Type,Owner\n'
    for await (const { title, type } of items)
      if (!title.includes(',') && !title.includes('"')) csv += `${title},${type},${member.email}\n`
    const { id } = await createImport(context, { fileName: 'owners.csv', bytes: Buffer.from(csv) })
    await commitImport(context, { id, revision: 1 })
    await runJob(db(), workspace, id)
    expect((await exportContent(context, { filter: `owner=${member.id}` })).count).toBeGreaterThan(5)
    const again = await createImport(context, { fileName: 'export.csv', bytes: await fileOf(context, 'csv') })
    expect((await dryRunImport(context, again.id)).counts).toMatchObject({ create: 0, update: 0, notes: 0 })
  })
})
