import { zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { MAX_FILE_BYTES, MAX_ROWS } from '@/server/exchange/limits'
import { readTable } from '@/server/exchange/read-table'
import { csvParts, jsonParts, wholeFile, writeXlsx } from '@/server/exchange/write-table'
import { cutForCells } from '@/server/exchange/xlsx-text'
import { bytes } from '../../fixtures/exchange/world'

const texts = (table: Awaited<ReturnType<typeof readTable>>) => table.rows.map(({ cells }) => cells)
const encode = (text: string, width: number, isLittle: boolean) => {
  const view = new DataView(new ArrayBuffer(text.length * width))
  for (let i = 0; i < text.length; i++) view.setUint16(i * width, text.charCodeAt(i), isLittle)
  return new Uint8Array(view.buffer)
}

/** A workbook of one sheet, written by hand so that it can be wrong. */
const workbook = (sheet: string, more: Record<string, string> = {}) =>
  zipSync(
    Object.fromEntries(
      Object.entries({
        'xl/workbook.xml': '<workbook xmlns:r="r"><sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>',
        'xl/_rels/workbook.xml.rels':
          '<Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
        'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${sheet}</sheetData></worksheet>`,
        ...more,
      }).map(([name, content]) => [name, bytes(content)]),
    ),
  )
const row = (number: number | string, ...cells: string[]) =>
  `<row r="${number}">${cells.map((cell, i) => `<c r="${String.fromCharCode(65 + i)}${number}" t="inlineStr"><is><t>${cell}</t></is></c>`).join('')}</row>`

/** The same archive with another size for its sheet in the directory at its end. */
function withSize(archive: Uint8Array, size: number): Uint8Array {
  const changed = archive.slice()
  const view = new DataView(changed.buffer)
  for (let i = 0; i < changed.length - 46; i++) {
    if (view.getUint32(i, true) !== 0x02014b50) continue
    const name = new TextDecoder().decode(changed.subarray(i + 46, i + 46 + view.getUint16(i + 28, true)))
    if (name.includes('sheet1')) view.setUint32(i + 24, size, true)
  }
  return changed
}

describe('the encoding of a text', () => {
  const text = 'Titel;Ort\nBüro für Möbel;Zürich\nGrüße aus Köln;Straße\n'
  test.each([
    ['UTF-8', bytes(text), 'utf-8'],
    ['UTF-8 with a mark', bytes(`\ufeff${text}`), 'utf-8'],
    ['UTF-16 LE with a mark', encode(`\ufeff${text}`, 2, true), 'utf-16le'],
    ['UTF-16 BE with a mark', encode(`\ufeff${text}`, 2, false), 'utf-16be'],
    ['UTF-16 LE without a mark', encode(text, 2, true), 'utf-16le'],
    ['UTF-16 BE without a mark', encode(text, 2, false), 'utf-16be'],
    ['Windows-1252', Uint8Array.from(text, (sign) => sign.charCodeAt(0)), 'windows-1252'],
  ])('%s is recognised', async (_, file, encoding) => {
    const table = await readTable(file)
    expect(table.encoding).toBe(encoding)
    expect(table.columns).toEqual(['Titel', 'Ort'])
    expect(texts(table)).toEqual([
      ['Büro für Möbel', 'Zürich'],
      ['Grüße aus Köln', 'Straße'],
    ])
  })

  test('may be overruled by a person', async () => {
    const table = await readTable(Uint8Array.from([...bytes('Titel\nM'), 0x9f, ...bytes('ller\n')]), { encoding: 'macroman' })
    expect(texts(table)).toEqual([['Müller']])
  })

  test('is UTF-8 also when a few bytes are broken, and says how many', async () => {
    const table = await readTable(Uint8Array.from([...bytes('Titel\nä ö ü ä ö ü '), 0xff, ...bytes('x\n')]))
    expect(table.encoding).toBe('utf-8')
    expect(table.complaints).toContainEqual({
      level: 'note',
      row: null,
      messageKey: 'exchange.note.damagedCharacters',
      details: { count: 1 },
    })
  })
})

describe('the shape of a CSV', () => {
  test.each([
    [',', 'a,b,c\n1,"x;y;z",3\n'],
    [';', 'a;b;c\n1,5;2,5;3,5\n2,5;2,5;3,5\n'],
    ['\t', 'a\tb\n1, 2, 3\t4\n'],
    ['|', 'a|b|c\nx|y|z\n'],
    [';', 'sep=;\na;b,c;d\n1;2;3\n'],
    [',', 'Titel\nEins, zwei\nDrei, vier\n'],
  ])('is cut at %j', async (delimiter, text) => {
    expect((await readTable(bytes(text))).delimiter).toBe(delimiter)
  })

  test('has its header under a title, and rows as a spreadsheet counts them', async () => {
    const table = await readTable(
      bytes('Inventar 2026;;\n;;\nTitel;URL;Phase\nA;https://a.example;Kauf\n\n"B\nC";https://b.example;\n'),
    )
    expect(table.columns).toEqual(['Titel', 'URL', 'Phase'])
    expect(table.rows.map(({ line }) => line)).toEqual([4, 6])
    expect(table.complaints.map(({ messageKey, row: line }) => [messageKey, line])).toEqual([['exchange.note.aboveHeader', 1]])
  })

  test('may have no header at all', async () => {
    const table = await readTable(bytes('https://a.example/1\nhttps://a.example/2\n'))
    expect(table.columns).toEqual(['#1'])
    expect(table.rows).toHaveLength(2)
    expect(table.complaints.map(({ messageKey }) => messageKey)).toEqual(['exchange.note.noHeader'])
  })

  test('goes on after a quotation mark that is never closed', async () => {
    const table = await readTable(bytes('Titel,Ort\nA,1\n"B,2\nC,3\nD,4\n'))
    expect(texts(table)).toEqual([
      ['A', '1'],
      ['C', '3'],
      ['D', '4'],
    ])
    expect(table.complaints).toEqual([
      { level: 'lost', row: 3, messageKey: 'exchange.lost.quoteNotClosed', details: { text: '"B,2' } },
    ])
  })

  test('is read in portions, so that nobody waits', async () => {
    const file = bytes(
      `Titel,Text\n${Array.from({ length: 20_000 }, (_, i) => `Titel ${i},"Text ${i} mit ""Zitat"""`).join('\n')}`,
    )
    let turns = 0
    const timer = setInterval(() => {
      turns += 1
    }, 0)
    const table = await readTable(file)
    clearInterval(timer)
    expect(table.rows).toHaveLength(20_000)
    expect(turns).toBeGreaterThan(3)
  })
})

describe('files beyond the limits', () => {
  test('are refused before they are read', async () => {
    await expect(readTable(new Uint8Array(MAX_FILE_BYTES + 1))).rejects.toMatchObject({ messageKey: 'exchange.problem.tooLarge' })
    await expect(readTable(bytes(`a\n${'x\n'.repeat(MAX_ROWS + 1)}`))).rejects.toMatchObject({
      messageKey: 'exchange.problem.tooManyRows',
    })
    await expect(readTable(bytes(','.repeat(600)))).rejects.toMatchObject({ messageKey: 'exchange.problem.empty' })
    await expect(readTable(bytes(`${Array.from({ length: 501 }, (_, i) => `c${i}`).join(',')}\n`))).rejects.toMatchObject({
      messageKey: 'exchange.problem.tooManyColumns',
    })
  })

  test('a workbook that unpacks to gigabytes is not unpacked, whether it says so or not', async () => {
    const honest = withSize(workbook(row(1, 'a')), 4_000_000_000)
    await expect(readTable(honest)).rejects.toMatchObject({ messageKey: 'exchange.problem.unpacksTooLarge' })
    const liar = withSize(workbook(row(1, 'x'.repeat(5_000_000))), 10)
    await expect(readTable(liar)).rejects.toMatchObject({ name: 'UnreadableFile' })
  })

  test.each([
    ['a row of thousands of millions', row('99999999999', 'x')],
    ['a column far to the right', '<row r="1"><c r="ZZZZZZ1" t="n"><v>1</v></c></row>'],
  ])('%s does not fill the memory', async (_, sheet) => {
    await expect(readTable(workbook(row(1, 'Titel') + sheet))).rejects.toMatchObject({ messageKey: 'exchange.problem.hostile' })
  })
})

describe('workbooks', () => {
  test('by hand are read', async () => {
    expect(texts(await readTable(workbook(`${row(1, 'Titel', 'URL')}${row(3, 'A &amp; B', ' x ')}`)))).toEqual([['A & B', ' x ']])
  })

  test.each([
    [
      'with a document type',
      workbook(row(1, 'a'), { 'xl/styles.xml': '<!DOCTYPE x [<!ENTITY e "e">]><x/>' }),
      'exchange.problem.hostile',
    ],
    ['with broken XML', workbook('<row r="1"><c r="A1"'), 'exchange.problem.broken'],
    ['without rows', workbook(''), 'exchange.problem.empty'],
    ['that are another archive', zipSync({ 'word/document.xml': bytes('<x/>') }), 'exchange.problem.zip'],
    ['that are cut off', workbook(row(1, 'a')).slice(0, 300), 'exchange.problem.broken'],
  ])('%s are refused in words', async (_, file, messageKey) => {
    await expect(readTable(file)).rejects.toMatchObject({ name: 'UnreadableFile', messageKey })
  })
})

describe('other files', () => {
  test.each([
    ['%PDF-1.7', 'exchange.problem.pdf'],
    ['\n <!DOCTYPE html><html>', 'exchange.problem.html'],
    ['<?xml version="1.0"?><rss/>', 'exchange.problem.xml'],
    ['', 'exchange.problem.empty'],
    [' \n \n', 'exchange.problem.empty'],
    ['{"format":"etappe","version":2,"items":[]}', 'exchange.problem.newerFile'],
    ['{"posts":[]}', 'exchange.problem.foreignJson'],
    ['[1,', 'exchange.problem.brokenJson'],
    ['\0\0\0\0\0\0', 'exchange.problem.notText'],
  ])('%j are refused in words', async (text, messageKey) => {
    await expect(readTable(bytes(text))).rejects.toMatchObject({ messageKey })
  })

  test('JSON may be a plain list of flat objects; what is no object is lost with a line', async () => {
    const table = await readTable(
      bytes('[{"title":"A","__proto__":{"admin":true},"n":1},7,{"title":"B","tags":["x","y"],"meta":{"a":{"b":2}}}]'),
    )
    expect(table.columns).toEqual(['title', '__proto__.admin', 'n', 'tags', 'meta.a'])
    expect(table.rows).toEqual([
      { line: 1, cells: ['A', true, 1, null, null] },
      { line: 3, cells: ['B', null, null, '["x","y"]', '{"b":2}'] },
    ])
    expect(table.complaints).toEqual([{ level: 'lost', row: 2, messageKey: 'exchange.lost.notAnObject', details: {} }])
    expect(Object.hasOwn(Object.prototype, 'admin')).toBe(false)
  })
})

describe('what is written', () => {
  const cells = ['=1+1', -5, true, null, "it's", "'=x", 'a"b;c\r\nd', ' x ', '-10% auf alles', '\t=1']

  test('is CSV with a mark, quoted texts, numbers that stay numbers, and nothing that a spreadsheet would run', async () => {
    const columns = cells.map((_, i) => `c${i}`)
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await wholeFile(csvParts(columns, [cells])))
    expect(text.startsWith('\ufeff"c0"')).toBe(true)
    expect(text.split('\r\n')[1]).toBe(`"'=1+1",-5,true,,"it's","''=x","a""b;c`)
    expect(text).toContain(`"'-10% auf alles"`)
    const [first] = texts(await readTable(bytes(text)))
    expect(first).toEqual(['=1+1', '-5', 'true', null, "it's", "'=x", 'a"b;c\r\nd', ' x ', '-10% auf alles', '\t=1'])
  })

  test('is XLSX with the same texts, also ones longer than a cell may be', async () => {
    const long = `=${'😀ä'.repeat(40_000)}'=`
    const table = await readTable(await writeXlsx([...cells.map((_, i) => `c${i}`), 'body'], [[...cells, long]]))
    expect(texts(table)).toEqual([[...cells, long]])
    expect(table.columns.at(-1)).toBe('body')
  })

  test('cuts no sign in two where a text goes on in another cell', () => {
    for (const text of ['😀'.repeat(40_000), `x${'😀'.repeat(40_000)}`]) {
      const parts = cutForCells(text)
      expect(parts.length).toBe(3)
      expect(parts.every((part) => part.isWellFormed() && part.length <= 32_767)).toBe(true)
      expect(parts.join('')).toBe(text)
    }
  })

  test('is JSON of our own format, also without items', async () => {
    const table = await readTable(await wholeFile(jsonParts([], new Date(0))))
    expect([table.format, table.isOwn, table.rows]).toEqual(['json', true, []])
  })

  test('an apostrophe in a foreign file is part of its text', async () => {
    expect(texts(await readTable(bytes("Titel,Ort\n'=x,'-y\n")))).toEqual([["'=x", "'-y"]])
  })
})
