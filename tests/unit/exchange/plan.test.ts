import { describe, expect, test } from 'vitest'
import { importOptions } from '@/server/domain/exchange/exchange.schema'
import { reportOf } from '@/server/domain/exchange/import.rules'
import { mappingSignature, overrideMapping, proposeMapping } from '@/server/domain/exchange/mapping.rules'
import { surveyTable, undecidedDates } from '@/server/domain/exchange/survey.rules'
import { readTable } from '@/server/exchange/read-table'
import { bytes, convert, finish, item, mappingOf, owners, plan, vocabulary } from '../../fixtures/exchange/world'

const read = (text: string) => readTable(bytes(text))

describe('a mapping is proposed', () => {
  test('from German and English names, with samples', async () => {
    const table = await read(
      'Überschrift;Adresse;Customer Journey;Kanäle;Zielgruppe;Schlagworte;Sprache;Prüfen bis;Meta Description;Wortzahl\nA;https://a.example;Kauf;Blog;x;y;de;1.2.2026;d;12\n',
    )
    const { columns, kind } = finish(proposeMapping(table, vocabulary))
    expect(kind).toBe('inventory')
    expect(columns.map(({ target }) => target)).toEqual([
      'title',
      'url',
      'phase',
      'channel',
      'persona',
      'topic',
      'locale',
      'reviewBy',
      'field.seoDescription',
      'ignore',
    ])
    expect(columns[2]).toMatchObject({ column: 'Customer Journey', samples: ['Kauf'], filled: 1 })
    expect(columns[9]?.confidence).toBe(0)
  })

  test('by what stands in a column, where its name could mislead', async () => {
    const { mapping } = finish(proposeMapping(await read('Title,Published,Page\nA,yes,Home\nB,no,About\n'), vocabulary))
    expect(mapping).toEqual({ Title: 'title', Published: 'ignore', Page: 'ignore' })
    expect(mappingOf(await read('Name,Wo\nA,https://a.example/1\nB,https://a.example/2\n'))).toMatchObject({ Wo: 'url' })
  })

  test('as remembered, and as a person decides', async () => {
    const table = await read('Titel,Headline\nA,B\n')
    expect(finish(proposeMapping(table, vocabulary, { Headline: 'title' })).mapping).toEqual({
      Titel: 'ignore',
      Headline: 'title',
    })
    expect(overrideMapping({ Titel: 'title', Headline: 'ignore' }, { Headline: 'title' })).toEqual({
      Titel: 'ignore',
      Headline: 'title',
    })
    expect(mappingSignature(['Titel', 'Headline'])).toBe(mappingSignature(['headline', 'TITEL']))
  })

  test('with page as the type for rows with addresses only', async () => {
    expect(finish(proposeMapping(await read('Titel,URL\nA,https://a.example\n'), vocabulary)).defaultType).toBe('page')
    expect(finish(proposeMapping(await read('Titel,Notiz\nA,x\n'), vocabulary)).defaultType).toBe('blog_post')
  })

  test('without stumbling over columns called like parts of every object', async () => {
    const table = await read('__proto__,constructor,title\na,b,C\n')
    expect(plan(table, []).create[0]?.item.title).toBe('C')
  })
})

describe('before the rows are read, the person is asked', () => {
  test('about unknown and ambiguous values with counts, and about dates', async () => {
    const table = await read('Titel;Phase;Kanal;Datum\nA;Kauf, Quatsch;Blog;03/05/2024\nB;QUATSCH;Funk;04/05/2024\n')
    const survey = finish(surveyTable(table, mappingOf(table), importOptions.parse({}), vocabulary, owners))
    expect(survey.values).toEqual([
      { lookup: 'phase', column: 'Phase', value: 'quatsch', written: 'Quatsch', rows: 2, candidates: [], isDecided: false },
      { lookup: 'channel', column: 'Kanal', value: 'funk', written: 'Funk', rows: 1, candidates: [], isDecided: false },
    ])
    const answered = importOptions.parse({ decisions: { phase: { quatsch: { action: 'leave' } } } })
    expect(finish(surveyTable(table, mappingOf(table), answered, vocabulary, owners)).values).toMatchObject([
      { value: 'quatsch', rows: 2, isDecided: true },
      { value: 'funk', isDecided: false },
    ])
    expect(undecidedDates(survey, importOptions.parse({}))).toEqual([
      { column: 'Datum', order: 'ambiguous', unreadable: 0, example: '03/05/2024' },
    ])
    expect(undecidedDates(survey, importOptions.parse({ dateOrders: { Datum: 'dmy' } }))).toEqual([])
  })

  test('and an undecided date fails its row instead of being guessed', async () => {
    const table = await read('Titel,URL,Datum\nA,https://a.example/1,03/05/2024\nB,https://a.example/2,2024-05-03\n')
    const { create, conversion } = plan(table, [])
    expect(create.map(({ item: { title } }) => title)).toEqual(['B'])
    expect(conversion.failed).toEqual([
      { row: 2, messageKey: 'exchange.failed.dateAmbiguous', details: { column: 'Datum', value: '03/05/2024' } },
    ])
    expect(plan(table, [], { dateOrder: 'mdy' }).create[0]?.item.publishedAt).toEqual(new Date('2024-03-04T23:00:00Z'))
  })
})

describe('new items', () => {
  test('are published with an address, on the day of the file or today, else ideas', async () => {
    const { create } = plan(
      await read(
        'Titel,URL,Veröffentlicht am\nA,https://a.example/1,3.5.2024\nB,https://a.example/2,\nC,,\nD,https://a.example/4,1.1.2030\n',
      ),
      [],
    )
    expect(
      create.map(({ item: { title, step, publishedAt, plannedFor } }) => [title, step, publishedAt?.toISOString(), plannedFor]),
    ).toEqual([
      ['A', 'published', '2024-05-02T22:00:00.000Z', undefined],
      ['B', 'published', '2026-06-14T22:00:00.000Z', undefined],
      ['C', 'idea', undefined, undefined],
      ['D', 'planned', undefined, '2030-01-01'],
    ])
  })

  test('take the status that the file or the person says', async () => {
    const table = await read(
      'Titel,URL,Status,Veröffentlicht am\nA,https://a.example/1,Entwurf,3.5.2024\nB,https://a.example/2,,\n',
    )
    const { create, conversion } = plan(table, [], { defaultStep: 'idea' })
    expect(create.map(({ item: { step, publishedAt } }) => [step, publishedAt])).toEqual([
      ['in_progress', undefined],
      ['idea', undefined],
    ])
    expect(conversion.notes.map(({ messageKey }) => messageKey)).toEqual(['exchange.note.dateOfUnpublished'])
  })

  test('are not scheduled for a time that has passed, or the import would publish them', async () => {
    const table = await read('Titel,Status,Terminiert\nA,Entwurf,3.5.2024 10:00\nB,Entwurf,3.5.2030 10:00\n')
    const { create, conversion } = plan(table, [], {}, { Titel: 'title', Status: 'status', Terminiert: 'publishAt' })
    expect(create.map(({ item: { publishAt } }) => publishAt?.toISOString())).toEqual([undefined, '2030-05-03T08:00:00.000Z'])
    expect(conversion.notes.map(({ row, messageKey }) => [row, messageKey])).toEqual([[2, 'exchange.note.scheduledInPast']])
  })

  test('need a title and a type, and everything unknown is named', async () => {
    const table = await read('Titel,Phase,Zweck\n,Kauf,\nA,"Kauf, Quatsch",Unsinn\n')
    const { create, failed, conversion } = plan(table, [])
    expect(create).toHaveLength(1)
    expect(create[0]?.item.tags).toEqual({ phase: ['conversion'] })
    expect(failed).toEqual([{ row: 2, messageKey: 'exchange.failed.titleMissing', details: {} }])
    expect(conversion.notes).toEqual([
      { row: 3, messageKey: 'exchange.note.unknownValue', details: { column: 'Phase', value: 'Quatsch' } },
      { row: 3, messageKey: 'exchange.note.unknownValue', details: { column: 'Zweck', value: 'Unsinn' } },
    ])
    expect(plan(table, [], { defaultType: null }).failed.map(({ messageKey }) => messageKey)).toEqual([
      'exchange.failed.titleMissing',
      'exchange.failed.typeMissing',
    ])
  })

  test('never get an address that runs code, nor a text that is too long', async () => {
    const table = await read(`Titel,URL\nA,https://a.example\nB,javascript:alert(1)\n${'x'.repeat(501)},https://a.example/2\n`)
    const { create, conversion } = plan(table, [])
    expect(create).toHaveLength(1)
    expect(conversion.failed.map(({ row, messageKey }) => [row, messageKey])).toEqual([
      [3, 'exchange.failed.address.dangerous'],
      [4, 'exchange.failed.invalidField'],
    ])
  })

  test('leave out fields that their type does not have, saying so', async () => {
    const { create, notes } = plan(await read('Titel,Typ,Preheader\nA,E-Mail,hallo\nB,Seite,hallo\n'), [])
    expect(create.map(({ item: { fields } }) => fields)).toEqual([{ preheader: 'hallo' }, undefined])
    expect([...notes, ...plan(await read('Titel,Preheader\nB,hallo\n'), []).notes].map(({ messageKey }) => messageKey)).toContain(
      'exchange.note.fieldNotOfType',
    )
  })
})

describe('items that exist', () => {
  const stock = [
    item({
      id: 'a',
      title: 'Alarm',
      url: 'https://www.example.org/alarm/',
      note: 'alt',
      tags: { phase: ['awareness'], channel: ['blog'], persona: [], topic: [], question: [], campaign: [] },
      publishedAt: new Date('2024-05-03T08:00:00Z'),
    }),
    item({ id: 'b', title: 'Fenster' }),
    item({ id: 'c', title: 'FAQ', url: 'https://example.org/faq' }),
    item({ id: 'd', title: 'Doppelt' }),
    item({ id: 'e', title: 'doppelt ' }),
    item({ id: 'z', title: 'Im Papierkorb', url: 'https://example.org/trash', deletedAt: new Date(0) }),
  ]

  test('are found by id, else by address, else by title with type', async () => {
    const table = await read(
      'ID,Titel,URL,Notiz\nb,Fenster neu,,\n,Alarm,http://example.org/alarm?utm_source=x,neu\n,FENSTER,,x\n',
    )
    const { update, skipped } = plan(table, stock)
    expect(update.map(({ id, matchedBy, changes }) => [id, matchedBy, changes])).toEqual([
      ['b', 'id', [{ field: 'title', before: 'Fenster', after: 'Fenster neu' }]],
      ['a', 'address', [{ field: 'note', before: 'alt', after: 'neu' }]],
    ])
    expect(skipped).toEqual([{ row: 4, messageKey: 'exchange.skipped.duplicate', details: { first: 2 } }])
  })

  test('are not taken for one another because of a common title', async () => {
    const { create, update, failed } = plan(await read('Titel,URL\nFAQ,https://example.org/other-faq\nDoppelt,\n'), stock)
    expect(create.map(({ item: { url } }) => url)).toEqual(['https://example.org/other-faq'])
    expect(update).toEqual([])
    expect(failed[0]).toMatchObject({ row: 3, messageKey: 'exchange.failed.ambiguous.title', details: { count: 2 } })
  })

  test('in the trash are passed over by id, and do not catch others by address', async () => {
    const { skipped, create } = plan(await read('ID,Titel,URL\nz,x,\n,Neu,https://example.org/trash\n'), stock)
    expect(skipped).toEqual([{ row: 2, messageKey: 'exchange.skipped.inTrash', details: { title: 'Im Papierkorb' } }])
    expect(create).toHaveLength(1)
  })

  test('keep what the file does not speak of, and what its empty cells do not say', async () => {
    const table = await read('URL,Notiz,Phase,Veröffentlicht am\nhttps://example.org/alarm,,,03.05.2024\n')
    expect(plan(table, stock).unchanged).toEqual([{ row: 2, id: 'a', matchedBy: 'address' }])
    const cleared = plan(table, stock, { emptyCells: 'clear' }).update[0]
    expect(cleared?.edit).toEqual({ note: '', tags: { phase: [] } })
  })

  test('get tags replaced or added, as chosen, and one change for the whole set', async () => {
    const table = await read('URL,Phase\nhttps://example.org/alarm,Kauf\n')
    expect(plan(table, stock).update[0]?.changes).toEqual([{ field: 'tags.phase', before: ['awareness'], after: ['conversion'] }])
    expect(plan(table, stock, { tags: 'add' }).update[0]?.edit).toEqual({ tags: { phase: ['awareness', 'conversion'] } })
  })

  test('are changed once, however often the file names them', async () => {
    const { update, skipped } = plan(
      await read(
        'URL,Notiz\nhttps://example.org/alarm,1\nhttps://example.org/alarm/,2\nhttps://new.example,3\nhttps://new.example/,4\n',
      ),
      stock,
    )
    expect(update).toHaveLength(1)
    expect(skipped.map(({ row, details }) => [row, details.first])).toEqual([
      [3, 2],
      [5, 4],
    ])
  })
})

test('every row of the file is in exactly one number of the report', async () => {
  const table = await read(
    'Titel,URL,Datum\nA,https://a.example,1.1.2024\nA,https://a.example,1.1.2024\nB,,32.1.2024\n,,\nC,javascript:x,\nD,,\nE,https://e.example,"\n',
  )
  const planned = plan(table, [item({ id: 'd', title: 'D' })])
  const report = reportOf(table, planned.conversion, planned)
  expect(report.read).toBe(6)
  expect(report.create + report.update + report.unchanged + report.skipped.length + report.failed.length).toBe(report.read)
  expect(report.failed.map(({ row }) => row)).toEqual([4, 6, 8])
})

test('an export that went through a spreadsheet program in German, with rows added by hand, is still understood', async () => {
  const table = await read(
    'id;title;type;status;url;phase;reviewBy;publishedAt;field.sendsThanks;etappe:1\n' +
      'a;Alarm;email;published;;awareness;31.12.2026;2024-05-03T08:00:00.000Z;WAHR;\n' +
      ";'-10% auf alles;Seite;Entwurf;www.example.org/neu;Kauf, Bewusstsein;;;;\n",
  )
  const stored = item({
    id: 'a',
    title: 'Alarm',
    type: 'email',
    step: 'published',
    reviewBy: '2026-12-31',
    fields: { sendsThanks: true },
    publishedAt: new Date('2024-05-03T08:00:00Z'),
    tags: { phase: ['awareness'], channel: [], persona: [], topic: [], question: [], campaign: [] },
  })
  const { unchanged, create, failed, conversion } = plan(table, [stored])
  expect([unchanged.length, failed, conversion.failed, conversion.notes]).toEqual([1, [], [], []])
  expect(create.map(({ item: made }) => made)).toEqual([
    {
      title: '-10% auf alles',
      type: 'page',
      step: 'in_progress',
      url: 'https://www.example.org/neu',
      tags: { phase: ['conversion', 'awareness'] },
    },
  ])
})

test('a table without rows makes an empty plan', async () => {
  expect(convert(await read('Titel,URL\n')).rows).toEqual([])
})
