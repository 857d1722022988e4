import { beforeAll, describe, expect, test } from 'vitest'
import type { UserRecord } from '@/db/stores/users'
import type { Workspace } from '@/server/domain/workspaces/workspace.schema'
import { callerFor } from '@/tests/support/callers'
import { testDatabase } from '@/tests/support/database'
import { makeMember, makeWorkspace } from '@/tests/support/factories'
import { importText, listOf, runJob } from './support'

const db = testDatabase()
let workspace: Workspace
let editor: UserRecord
let place: { workspace: string }

beforeAll(async () => {
  workspace = await makeWorkspace(db(), { model: 'mckinsey5' })
  editor = await makeMember(db(), workspace, 'editor')
  place = { workspace: workspace.slug }
})

const inventory = [
  'Titel;Adresse;Phase;Kanal;Thema;Veröffentlicht am',
  'Alarmanlagen im Vergleich;https://example.org/vergleich;Überlegung;Website;Alarm;31.12.2025',
  'Montage in drei Schritten;https://example.org/montage;Nachkauf;Hilfe-Center;Alarm;05.01.2026',
  'Einfach weitersagen;;Empfehlung der Kunden;E-Mail;;',
  ';;Kauf;;;',
].join('\r\n')

describe('an inventory on its way through the wizard', () => {
  let id: string

  test('is recognised, with a column for each thing it names', async () => {
    ;({ id } = await callerFor(db(), editor).imports.create({ ...place, fileName: 'inventar.csv', text: inventory }))
    const seen = await callerFor(db(), editor).imports.inspect({ ...place, id })
    expect(seen).toMatchObject({ kind: 'inventory', format: 'csv', delimiter: ';', rows: 4, isRemembered: false })
    expect(Object.fromEntries(seen.columns.map(({ column, target }) => [column, target]))).toEqual({
      Titel: 'title',
      Adresse: 'url',
      Phase: 'phase',
      Kanal: 'channel',
      Thema: 'topic',
      'Veröffentlicht am': 'publishedAt',
    })
    expect(seen.head[0]).toEqual({
      row: 2,
      cells: ['Alarmanlagen im Vergleich', 'https://example.org/vergleich', 'Überlegung', 'Website', 'Alarm', '31.12.2025'],
    })
    expect(seen.options).toMatchObject({ defaultType: 'page', defaultStep: null })
  })

  test('asks about the words nobody knows, and only about those', async () => {
    const survey = await callerFor(db(), editor).imports.survey({ ...place, id })
    expect(survey.values.map(({ lookup, written, rows, canCreate }) => ({ lookup, written, rows, canCreate }))).toEqual([
      { lookup: 'topic', written: 'Alarm', rows: 2, canCreate: true },
      { lookup: 'phase', written: 'Empfehlung der Kunden', rows: 1, canCreate: false },
    ])
  })

  test('says before anything happens what would become of every row', async () => {
    const draft = await callerFor(db(), editor).imports.get({ ...place, id })
    await callerFor(db(), editor).imports.configure({
      ...place,
      id,
      revision: draft.revision,
      settings: {
        options: {
          decisions: {
            topic: { alarm: { action: 'create' } },
            phase: { 'empfehlung der kunden': { action: 'use', key: 'retention' } },
          },
        },
      },
    })
    const dry = await callerFor(db(), editor).imports.dryRun({ ...place, id })
    expect(dry.counts).toEqual({ read: 4, create: 3, update: 0, unchanged: 0, skipped: 0, failed: 1, notes: 0 })
    expect(dry.newTerms).toEqual([{ dimension: 'topic', key: 'alarm', name: 'Alarm' }])
    const failed = await callerFor(db(), editor).imports.rows({ ...place, id, list: 'failed' })
    expect(failed.rows).toMatchObject([{ row: 5, reason: { messageKey: 'exchange.failed.titleMissing' } }])
    expect(await listOf(db(), workspace, editor)).toEqual([])
  })

  test('comes in as shown, with its new term in the same change set', async () => {
    const { revision } = await callerFor(db(), editor).imports.dryRun({ ...place, id })
    expect(await callerFor(db(), editor).imports.commit({ ...place, id, revision })).toMatchObject({ state: 'queued' })
    expect(await runJob(db(), workspace, id)).toBe(true)
    const done = await callerFor(db(), editor).imports.get({ ...place, id })
    expect(done).toMatchObject({
      state: 'done',
      counts: { read: 4, create: 3, failed: 1 },
      canUndo: true,
      progress: null,
      problem: null,
    })
    const items = await listOf(db(), workspace, editor)
    expect(items.map(({ title, type, status, tags }) => ({ title, type, status, phase: tags.phase, topic: tags.topic }))).toEqual(
      [
        { title: 'Alarmanlagen im Vergleich', type: 'page', status: 'published', phase: ['consideration'], topic: ['alarm'] },
        { title: 'Einfach weitersagen', type: 'page', status: 'idea', phase: ['retention'], topic: [] },
        { title: 'Montage in drei Schritten', type: 'page', status: 'published', phase: ['retention'], topic: ['alarm'] },
      ],
    )
    expect(items.map(({ publishedAt }) => publishedAt?.toISOString() ?? null)).toEqual([
      '2025-12-30T23:00:00.000Z',
      null,
      '2026-01-04T23:00:00.000Z',
    ])
    expect((await listOf(db(), workspace, editor, `import=${id}`)).length).toBe(3)
  })

  test('changes nothing when it comes a second time, and remembers what its columns meant', async () => {
    const again = await callerFor(db(), editor).imports.create({ ...place, fileName: 'inventar.csv', text: inventory })
    expect(await callerFor(db(), editor).imports.inspect({ ...place, id: again.id })).toMatchObject({ isRemembered: true })
    expect((await callerFor(db(), editor).imports.dryRun({ ...place, id: again.id })).counts).toMatchObject({
      create: 0,
      update: 0,
      unchanged: 3,
      failed: 1,
    })
    await callerFor(db(), editor).imports.discard({ ...place, id: again.id })
    await expect(callerFor(db(), editor).imports.get({ ...place, id: again.id })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })

  test('shows a changed cell field by field and writes that alone', async () => {
    const changed = inventory.replace('Montage in drei Schritten', 'Montage in vier Schritten')
    const done = await importText(db(), workspace, editor, changed, {
      options: { decisions: { phase: { 'empfehlung der kunden': { action: 'use', key: 'retention' } } } },
    })
    expect(done.counts).toMatchObject({ create: 0, update: 1, unchanged: 2, failed: 1 })
    expect((await listOf(db(), workspace, editor)).map(({ title }) => title)).toContain('Montage in vier Schritten')
    const { result } = await callerFor(db(), editor).imports.undo({ ...place, id: done.id })
    expect(result).toMatchObject({ done: 1, refusedCount: 0 })
    expect((await listOf(db(), workspace, editor)).map(({ title }) => title)).toContain('Montage in drei Schritten')
  })

  test('is taken back whole: items and term are gone', async () => {
    const undone = await callerFor(db(), editor).imports.undo({ ...place, id })
    expect(undone.import).toMatchObject({ state: 'undone', canUndo: false })
    expect(undone.result).toMatchObject({ done: 4, refusedCount: 0 })
    expect(await listOf(db(), workspace, editor)).toEqual([])
    const { topic } = await callerFor(db(), editor).vocabulary.get(place)
    expect(topic.map(({ key }) => key)).not.toContain('alarm')
  })
})

describe('a list that tells another status', () => {
  test('moves an item that exists only where it could be moved by hand; the row says why not and brings the rest', async () => {
    const own = await makeWorkspace(db(), { model: 'mckinsey5' })
    const [lead, ada] = [await makeMember(db(), own, 'lead'), await makeMember(db(), own, 'editor')]
    const at = { workspace: own.slug }
    const { vocabulary, content, imports } = callerFor(db(), lead)
    const { step } = await vocabulary.get(at)
    const live = step.find(({ key }) => key === 'published')
    const edits = [{ key: 'published', revision: live?.revision ?? 0, change: { details: { requires: ['purpose' as const] } } }]
    await vocabulary.edit({ ...at, save: { dimension: 'step', edits } })
    const make = (title: string, more: object = {}) =>
      content.create({ ...at, item: { title, type: 'page', url: `https://example.org/${title.toLowerCase()}`, ...more } })
    await make('Empty')
    await make('Renamed')
    await make('Full', { purpose: 'thank' })
    const rows = [
      'Title,Type,Status,URL',
      'Empty,page,Published,https://example.org/empty',
      'Renamed anew,page,Published,https://example.org/renamed',
      'Full,page,Published,https://example.org/full',
      'Found,page,Published,https://example.org/found',
    ].join('\n')

    const { id } = await callerFor(db(), ada).imports.create({ ...at, fileName: 'list.csv', text: rows })
    const dry = await callerFor(db(), ada).imports.dryRun({ ...at, id })
    expect(dry.counts).toMatchObject({ create: 1, update: 2, unchanged: 1, failed: 0, notes: 2 })
    const done = await importText(db(), own, ada, rows)
    expect(done.counts).toEqual(dry.counts)
    const why = { messageKey: 'exchange.note.stepStays', details: { why: 'missing', needs: 'Purpose' } }
    const notes = await imports.rows({ ...at, id: done.id, list: 'notes', offset: 0, limit: 10 })
    expect(notes.rows).toMatchObject([
      { row: 2, reason: why },
      { row: 3, reason: why },
    ])
    expect((await listOf(db(), own, ada)).map(({ title, status }) => [title, status])).toEqual([
      ['Empty', 'idea'],
      ['Found', 'published'],
      ['Full', 'published'],
      ['Renamed anew', 'idea'],
    ])
  })
})
