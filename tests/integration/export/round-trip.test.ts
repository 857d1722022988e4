import { unzipSync } from 'fflate'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Database } from '@/db/database'
import type { UserRecord } from '@/db/stores/users'
import type { Context } from '@/server/domain/context'
import { type Cell, fileFormats } from '@/server/domain/exchange/exchange.schema'
import { exportContent } from '@/server/domain/exchange/export.queries'
import { commitImport, configureImport, createImport } from '@/server/domain/exchange/import.commands'
import { dryRunImport, getImport } from '@/server/domain/exchange/import.queries'
import type { ImportContext } from '@/server/domain/exchange/import-file.queries'
import { loadPlanTable } from '@/server/domain/plan-export/plan-table.queries'
import type { Locale } from '@/server/domain/wire.schema'
import type { Workspace } from '@/server/domain/workspaces/workspace.schema'
import { exportItems } from '@/server/exchange/export-items'
import { planFile } from '@/server/exchange/plan-file'
import { readTable } from '@/server/exchange/read-table'
import { wholeFile } from '@/server/exchange/write-table'
import { translatorOf } from '@/server/i18n/translate'
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
  const planOf = async (context: Context, format: 'csv' | 'xlsx', language: Locale, filter = '') => {
    const table = await loadPlanTable(context, {
      ...{ filter, sort: 'title', selectionId: undefined, language, word: translatorOf(language) },
      addressOf: (id) => `https://plan.example/${id}`,
    })
    return wholeFile(planFile(format, table))
  }
  let workspace: Workspace
  let owner: UserRecord
  let id: string
  let key: string
  beforeAll(async () => {
    workspace = await makeWorkspace(db(), { sample: 'good', locale: 'de' })
    owner = await makeMember(db(), workspace, 'editor')
    const caller = callerFor(db(), owner)
    const campaign = await caller.campaigns.create({
      workspace: workspace.slug,
      campaign: { name: 'Herbst, die zweite' },
    })
    key = campaign.key
    for (const title of ['=1+1', '+49 30 123', '-2', '@sum']) {
      const { item } = await caller.content.create({
        workspace: workspace.slug,
        item: {
          ...{ title, type: 'page', tags: { campaign: [key], phase: ['awareness'] }, ownerId: owner.id, dueOn: '2026-08-31' },
          ...{ plannedFor: '2026-09-01T09:30', reviewBy: '1900-02-28', publishedAt: new Date('2026-07-01T22:30:00Z') },
        },
      })
      if (title === '=1+1') id = item.id
    }
    for (const title of ['Write', 'Check'])
      await caller.tasks.create({ workspace: workspace.slug, about: { subject: 'item', subjectId: id }, task: { title } })
  })

  test('is a workbook to read: headings and names in the language of the reader, dates that sort, in the zone of the workspace', async () => {
    const { columns, rows, isOwn } = await readTable(await planOf(operator(db(), workspace), 'xlsx', 'de', `campaign=${key}`))
    expect(columns).toEqual([
      ...['Titel', 'Typ', 'Status', 'Phasen', 'Kanäle', 'Kampagnen', 'Zuständig', 'Geplant für (Europe/Berlin)', 'Fällig'],
      ...['Terminiert für (Europe/Berlin)', 'Veröffentlicht (Europe/Berlin)', 'Offline ab (Europe/Berlin)', 'Prüfen bis'],
      ...['Offene Aufgaben', 'Briefing', 'Adresse in Etappe'],
    ])
    expect(isOwn).toBe(false)
    expect(rows.map(({ cells }) => cells[0])).toEqual(expect.arrayContaining(['=1+1', '+49 30 123', '-2', '@sum']))
    const row = rows.find(({ cells }) => cells[0] === '=1+1')
    // A time is a fraction of a day, which no number holds exactly.
    const toSeconds = (cell: Cell) => (cell instanceof Date ? new Date(Math.round(cell.getTime() / 1000) * 1000) : cell)
    expect(row?.cells.map(toSeconds)).toEqual([
      ...['=1+1', 'Seite', expect.any(String), 'Bewusstsein', null, 'Herbst, die zweite', owner.name],
      ...[new Date('2026-09-01T09:30Z'), new Date('2026-08-31T00:00Z'), null, new Date('2026-07-02T00:30Z'), null],
      ...['1900-02-28', 2, 'nein', `https://plan.example/${id}`],
    ])
  })

  test('has widths, a header that stays and can be filtered by, and no formula', async () => {
    const files = unzipSync(await planOf(operator(db(), workspace), 'xlsx', 'en', `campaign=${key}`))
    const sheet = new TextDecoder().decode(files['xl/worksheets/sheet1.xml'])
    expect(sheet).toContain('</sheetData><autoFilter ref="A1:P5"/>')
    expect(sheet).toMatch(/<col [^>]*width="50/)
    expect(sheet).toMatch(/ySplit="1"/)
    expect(sheet).not.toMatch(/<f[ >]/)
    expect(new TextDecoder().decode(files['xl/styles.xml'])).toContain('d mmm yyyy hh:mm')
  })

  test('is CSV with the same words, harmless, and numbers as people write them', async () => {
    const csv = Buffer.from(await planOf(operator(db(), workspace), 'csv', 'en', `campaign=${key}`)).toString()
    const [head = '', ...rows] = csv.replace('\ufeff', '').trim().split('\r\n')
    expect(head).toMatch(/^"Title","Type",.*"Planned for \(Europe\/Berlin\)","Due",.*"Address in Etappe"$/)
    expect(rows.map((row) => /^"(.*?)"/.exec(row)?.[1]).sort()).toEqual(["'=1+1", "'@sum", '+49 30 123', '-2'])
    expect(rows.find((row) => row.includes(id))).toContain(
      '"2026-09-01 09:30","2026-08-31",,"2026-07-02 00:30",,"1900-02-28",2,"no"',
    )
  })

  test('of nothing is a header', async () => {
    const bytes = await planOf(operator(db(), workspace), 'xlsx', 'en', 'q=nothing-is-called-this')
    expect((await readTable(bytes)).rows).toEqual([])
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
