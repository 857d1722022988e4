// Runs in a thread of its own, as plain JavaScript so that every Node starts it without a loader: the libraries for .xlsx and
// JSON.parse work through a whole file in one go, which would hold up every other request for seconds, and a hostile file
// can make them fill the memory. Here that ends the thread, not the program. Rows cross in portions that the caller asks for.
import { parentPort, workerData } from 'node:worker_threads'
import { unzipSync, zipSync } from 'fflate'

const PORTION_CELLS = 20_000

class Refusal extends Error {
  constructor(messageKey, details = {}) {
    super(messageKey)
    this.details = details
  }
}

async function readXlsx({ bytes, sheet, limits }) {
  const { readSheet } = await import('read-excel-file/node')
  const files = unpack(bytes, limits)
  const workbook = text(files['xl/workbook.xml'])
  if (!workbook) throw new Refusal('exchange.problem.zip')
  for (const [name, content] of Object.entries(files)) {
    if (text(content.subarray(0, 4096)).includes('<!DOCTYPE')) throw new Refusal('exchange.problem.hostile', { name })
    if (name.startsWith('xl/worksheets/')) refuseFarCells(text(content), name)
  }
  const sheets = [...workbook.matchAll(/<(?:\w+:)?sheet\s[^>]*>/g)].map(([tag]) => ({
    name: unescapeXml(/\sname="([^"]*)"/.exec(tag)?.[1] ?? ''),
    isHidden: /\sstate="(hidden|veryHidden)"/.test(tag),
  }))
  if (sheet !== null && !sheets.some(({ name }) => name === sheet)) throw new Refusal('exchange.problem.noSuchSheet', { sheet })
  // Packed again from what was unpacked within the limits: the library would believe the sizes that the file claims.
  const checked = Buffer.from(zipSync(files, { level: 0 }))
  const candidates = sheet !== null ? [sheet] : sheets.filter(({ isHidden }) => !isHidden).map(({ name }) => name)
  if (candidates.length === 0) candidates.push(...sheets.map(({ name }) => name))
  let chosen = candidates[0] ?? null
  let data = []
  for (const name of candidates) {
    data = await readSheet(checked, name, { trim: false })
    chosen = name
    if (data.length > 0) break
  }
  while (data.length > 0 && data.at(-1).every((cell) => cell === null)) data.pop()
  if (data.length > limits.rows) throw new Refusal('exchange.problem.tooManyRows', { max: limits.rows })
  return { rows: data, sheets, sheet: chosen, isDate1904: /date1904="(1|true)"/.test(workbook) }
}

/** The library fills every gap before a row or cell, so one far number would fill the memory. Excel ends at XFD1048576. */
function refuseFarCells(xml, name) {
  for (const [, number] of xml.matchAll(/<(?:\w+:)?row\s[^>]*?\br="(\d+)"/g))
    if (Number(number) > 1_048_576) throw new Refusal('exchange.problem.hostile', { name })
  if (/<(?:\w+:)?c\s[^>]*?\br="(?:[A-Z]{4,}|[A-Z]+\d{8,})/.test(xml)) throw new Refusal('exchange.problem.hostile', { name })
}

function unpack(bytes, limits) {
  let total = 0
  const seen = new Set()
  return unzipSync(bytes, {
    filter({ name, originalSize }) {
      if (!name.endsWith('.xml') && !name.endsWith('.rels')) return false
      if (seen.has(name)) throw new Refusal('exchange.problem.hostile', { name })
      seen.add(name)
      total += originalSize
      if (total > limits.unpackedBytes)
        throw new Refusal('exchange.problem.unpacksTooLarge', { max: limits.unpackedBytes / 1024 / 1024 })
      return true
    },
  })
}

const text = (content) => (content ? new TextDecoder().decode(content) : '')
const entities = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' }
const unescapeXml = (escaped) =>
  escaped.replace(/&(?:#(\d+)|#x([0-9a-f]+)|(\w+));/gi, (whole, decimal, hex, name) =>
    decimal || hex ? String.fromCodePoint(Number.parseInt(decimal ?? hex, decimal ? 10 : 16)) : (entities[name] ?? whole),
  )

function readJson({ text: source, limits }) {
  refuseDeep(source, limits.depth)
  let value
  try {
    value = JSON.parse(source)
  } catch (error) {
    throw new Refusal('exchange.problem.brokenJson', { position: Number(/position (\d+)/.exec(error.message)?.[1] ?? 0) })
  }
  const isOwn = !Array.isArray(value) && value !== null && value.format === 'etappe'
  if (isOwn && value.version !== 1) throw new Refusal('exchange.problem.newerFile', { version: String(value.version) })
  const items = Array.isArray(value) ? value : isOwn ? value.items : undefined
  if (!Array.isArray(items)) throw new Refusal('exchange.problem.foreignJson')
  if (items.length > limits.rows) throw new Refusal('exchange.problem.tooManyRows', { max: limits.rows })
  const columns = new Map()
  const complaints = []
  const rows = []
  for (const [i, item] of items.entries()) {
    if (item === null || typeof item !== 'object' || Array.isArray(item)) {
      complaints.push({ level: 'lost', row: i + 1, messageKey: 'exchange.lost.notAnObject', details: {} })
      rows.push([])
      continue
    }
    const cells = []
    for (const [name, cell] of flatten(item, '')) {
      if (!columns.has(name)) columns.set(name, columns.size)
      if (columns.size > limits.columns)
        throw new Refusal('exchange.problem.tooManyColumns', { count: columns.size, max: limits.columns })
      cells[columns.get(name)] = cell
    }
    rows.push(Array.from(cells, (cell) => cell ?? null))
  }
  return { rows, columns: [...columns.keys()], complaints, isOwn }
}

/** `fields: {slug}` becomes `fields.slug`; lists and deeper objects stay JSON, which the list columns read again. */
function* flatten(object, prefix) {
  for (const [name, value] of Object.entries(object)) {
    if (value !== null && typeof value === 'object' && !Array.isArray(value) && prefix === '') yield* flatten(value, `${name}.`)
    else if (value !== null && typeof value === 'object') yield [prefix + name, JSON.stringify(value)]
    else yield [prefix + name, value]
  }
}

/** Walks the text instead of the value: a value of 100,000 levels cannot be walked without falling. */
function refuseDeep(source, most) {
  let depth = 0
  let isString = false
  for (let i = 0; i < source.length; i++) {
    const code = source.charCodeAt(i)
    if (isString) {
      if (code === 92) i += 1
      else if (code === 34) isString = false
    } else if (code === 34) isString = true
    else if (code === 91 || code === 123) {
      depth += 1
      if (depth > most) throw new Refusal('exchange.problem.tooDeep', { max: most })
    } else if (code === 93 || code === 125) depth -= 1
  }
}

async function writeXlsx(next, look) {
  const { default: writeExcel } = await import('write-excel-file/node')
  const { getCellAddress } = await import('write-excel-file/utility')
  const sheet = []
  for (;;) {
    const { rows, columns } = await next()
    for (const row of rows ?? []) sheet.push(row.map((value) => cellOf(value, look)))
    if (!columns) continue
    // The header comes last: only now is it known which texts needed further columns.
    sheet.unshift(columns.map((value) => ({ value, type: String, fontWeight: 'bold' })))
    const widths = look ? { columns: look.widths.map((width) => ({ width })) } : {}
    const features = look ? { features: [filterOver(`A1:${getCellAddress(sheet.length - 1, columns.length - 1)}`)] } : {}
    return await writeExcel(sheet, { sheet: 'Etappe', stickyRowsCount: 1, ...widths }, features).toBuffer()
  }
}

function cellOf(value, look) {
  if (value === null || value === '') return null
  if (look && value instanceof Date) return { value, type: Date, format: value % DAY === 0 ? look.dates.day : look.dates.time }
  return { value, type: typeof value === 'string' ? String : value.constructor }
}

const DAY = 24 * 60 * 60 * 1000

/** The arrows in the header by which Excel sorts and filters; they stand right behind the cells. */
const filterOver = (range) => ({
  files: {
    transform: {
      'xl/worksheets/sheet{id}.xml': {
        transform: (xml) => xml.replace('</sheetData>', `</sheetData><autoFilter ref="${range}"/>`),
      },
    },
  },
})

// One request, one answer; what is long goes over in portions, each asked for by the other side.
const inbox = []
let wake = () => undefined
parentPort.on('message', (message) => {
  inbox.push(message)
  wake()
})
async function receive() {
  while (inbox.length === 0) await new Promise((resolve) => (wake = resolve))
  return inbox.shift()
}

try {
  if (workerData.task === 'write') {
    const bytes = await writeXlsx(async () => {
      parentPort.postMessage({ kind: 'more' })
      return await receive()
    }, workerData.look)
    parentPort.postMessage({ kind: 'bytes', bytes })
  } else {
    const { rows, ...about } = workerData.task === 'xlsx' ? await readXlsx(workerData) : readJson(workerData)
    parentPort.postMessage({ kind: 'about', about: { ...about, count: rows.length } })
    let at = 0
    while (at < rows.length) {
      await receive()
      const from = at
      for (let cells = 0; at < rows.length && cells < PORTION_CELLS; at++) cells += rows[at].length + 1
      parentPort.postMessage({ kind: 'rows', from, rows: rows.slice(from, at) })
    }
  }
} catch (error) {
  const messageKey = error instanceof Refusal ? error.message : 'exchange.problem.broken'
  parentPort.postMessage({ kind: 'refused', messageKey, details: error instanceof Refusal ? error.details : {} })
}
parentPort.close()
