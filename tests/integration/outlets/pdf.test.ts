import { writeFile } from 'node:fs/promises'
import { NextRequest } from 'next/server'
import { encode } from 'next-auth/jwt'
import { getDocumentProxy } from 'unpdf'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Database } from '@/db/database'
import type { UserRecord } from '@/db/stores/users'
import type { PictureSheet } from '@/server/domain/plan-export/sheet.schema'
import type { Workspace } from '@/server/domain/workspaces/workspace.schema'
import { answerPlan } from '@/server/http/plan-door'
import { callerFor } from '@/tests/support/callers'
import { testDatabase } from '@/tests/support/database'
import { makeMember, makeUser, makeWorkspace } from '@/tests/support/factories'

const db = testDatabase()
const secret = 'a secret for the tests of these doors only'
// The process's one database, as the doors find it.
const slot = Symbol.for('etappe.database')
const holder = globalThis as typeof globalThis & { [slot]?: Database }

let workspace: Workspace
let viewer: UserRecord

beforeAll(async () => {
  process.env.NEXTAUTH_SECRET = secret
  holder[slot] = db()
  workspace = await makeWorkspace(db(), { name: 'Haus & Sicher', sample: 'large', locale: 'de' })
  viewer = await makeMember(db(), workspace, 'viewer')
})
afterAll(() => {
  delete holder[slot]
})

async function download(user: UserRecord | null, file: string, query = '', slug = workspace.slug): Promise<Response> {
  const headers = new Headers({ host: 'localhost:3000' })
  if (user) headers.set('cookie', `etappe-session=${await encode({ token: { sub: user.id, version: 1 }, secret, maxAge: 60 })}`)
  const request = new NextRequest(`http://localhost:3000/api/plan/${slug}/${file}?${query}`, { headers })
  return answerPlan(request, { params: Promise.resolve({ workspace: slug, file }) })
}

interface Page {
  readonly text: string
  readonly isLandscape: boolean
  /** Whether every text stands on the paper. */
  readonly isInside: boolean
}

async function pagesOf(response: Response): Promise<Page[]> {
  expect(response.status).toBe(200)
  expect(response.headers.get('content-type')).toBe('application/pdf')
  expect(response.headers.get('cache-control')).toBe('private, no-store')
  const bytes = new Uint8Array(await response.arrayBuffer())
  if (process.env.KEEP_PDF) await writeFile(`${process.env.KEEP_PDF}-${Date.now()}.pdf`, bytes)
  const document = await getDocumentProxy(bytes, { verbosity: 0 })
  const pages: Page[] = []
  for (let n = 1; n <= document.numPages; n += 1) {
    const page = await document.getPage(n)
    const { width, height } = page.getViewport({ scale: 1 })
    const items = (await page.getTextContent()).items.flatMap((item) => ('str' in item ? [item] : []))
    pages.push({
      text: items
        .map(({ str }) => str)
        .join(' ')
        .replace(/\s+/g, ' '),
      isLandscape: width > height,
      isInside: items.every(({ transform, width: wide, str }) => {
        const [right = 1, up = 0, , , x = 0, y = 0] = transform
        // Turned names run upwards.
        const [endX, endY] = Math.abs(up) > Math.abs(right) ? [x, y + wide] : [x + wide, y]
        return str.trim() === '' || (x >= 0 && y >= 0 && endX <= width + 1 && endY <= height)
      }),
    })
  }
  return pages
}

const wholeText = (pages: readonly Page[]) => pages.map(({ text }) => text).join('\n')

describe('the heatmap as PDF', () => {
  test('shows what the screen shows, in either language, on A4 across', async () => {
    const pages = await pagesOf(await download(viewer, 'heatmap.pdf', 'language=de&mode=planned'))
    const text = wholeText(pages)
    const picture = await callerFor(db(), viewer, { locale: 'de' }).coverage.grid({ workspace: workspace.slug, mode: 'planned' })
    for (const { name } of picture.rows.filter(({ letter }) => letter !== null)) expect(text).toContain(name)
    expect(text).toContain('Haus & Sicher')
    expect(text).toContain('Lücke')
    expect(text).toContain(`Seite 1 von ${pages.length}`)
    expect(pages.every(({ isLandscape, isInside }) => isLandscape && isInside)).toBe(true)
    const english = wholeText(await pagesOf(await download(viewer, 'heatmap.pdf', 'language=en&by=type')))
    expect(english).toContain('Page 1 of')
    expect(english).toContain('Coverage')
    // Long names are written out, over several lines.
    const purposes = wholeText(await pagesOf(await download(viewer, 'heatmap.pdf', 'language=de&by=purpose&columns=all')))
    const shown = await callerFor(db(), viewer, { locale: 'de' }).coverage.grid({ workspace: workspace.slug, by: 'purpose' })
    const words = shown.columns.filter(({ key }) => key !== 'untagged').flatMap(({ name }) => name.split(' '))
    expect(words.filter((word) => !purposes.includes(word))).toEqual([])
  })

  test('says filter and day in words', async () => {
    const text = wholeText(
      await pagesOf(await download(viewer, 'heatmap.pdf', 'language=en&phase=retention&owner=me&asOf=2031-02-03&title=~a%3Cb')),
    )
    expect(text).toContain('Retention')
    expect(text).toContain('Owner is me')
    expect(text).toContain('3 Feb 2031')
    expect(text).toContain('Title contains “a<b”')
  })

  test('fits on one page with two dozen columns, and goes on over further pages with the phases again', async () => {
    const editor = callerFor(db(), await makeMember(db(), workspace, 'admin'))
    let there = (await editor.vocabulary.get({ workspace: workspace.slug })).topic.length
    const grow = async (upTo: number) => {
      for (; there < upTo; there += 1)
        await editor.vocabulary.create({
          workspace: workspace.slug,
          term: { dimension: 'topic', name: { de: `Reisethema ${there}`, en: `Travel topic ${there}` } },
        })
    }
    const [phase] = (await callerFor(db(), viewer, { locale: 'en' }).coverage.grid({ workspace: workspace.slug })).rows
    await grow(21)
    const single = await pagesOf(await download(viewer, 'heatmap.pdf', 'language=de&by=topic&columns=all'))
    expect(single.length).toBe(1)
    expect(single[0]?.text).toContain('verschiedene')
    await grow(40)
    const pages = await pagesOf(await download(viewer, 'heatmap.pdf', 'language=en&by=topic&columns=all'))
    expect(pages.length).toBe(2)
    expect(pages.filter(({ text }) => text.includes(phase?.name ?? '')).length).toBe(pages.length)
    expect([...single, ...pages].every(({ isInside }) => isInside)).toBe(true)
  })

  test('draws the difference from another day and says which', async () => {
    const text = wholeText(await pagesOf(await download(viewer, 'heatmap.pdf', 'language=en&mode=planned&compare=2020-01-31')))
    expect(text).toContain('Compare with: 31 Jan 2020')
    expect((await download(viewer, 'heatmap.pdf', 'compare=yesterday')).status).toBe(400)
  })
})

describe('the board as PDF', () => {
  test('holds every item of the filter, column by column, over as many pages as it takes', async () => {
    const pages = await pagesOf(await download(viewer, 'board.pdf', 'language=en&columns=step&status=planned,in_progress,idea'))
    const { rows } = await callerFor(db(), viewer).content.list({
      workspace: workspace.slug,
      filter: 'status=planned,in_progress,idea',
      limit: 200,
    })
    const text = wholeText(pages).replace(/[\s-]/g, '')
    const cut = rows.filter(({ title }) => !text.includes(title.replace(/[\s-]/g, '').slice(0, 24)))
    expect(rows.length).toBeGreaterThan(10)
    expect(cut.map(({ title }) => title)).toEqual([])
    expect(pages.every(({ isInside }) => isInside)).toBe(true)
  })

  test('shows each column of thousands with its first cards and says so, and no empty lanes', async () => {
    const total = (await callerFor(db(), viewer).content.list({ workspace: workspace.slug, filter: '', limit: 1 })).total
    const pages = await pagesOf(await download(viewer, 'board.pdf', 'language=de'))
    const text = wholeText(pages)
    expect(total).toBeGreaterThan(300)
    expect(text).toContain('Spalten: Status')
    expect(text).toMatch(/Je Spalte die ersten \d+ Karten/)
    expect(text).toMatch(/\+\d+ mehr/)
    expect(pages.length).toBeLessThan(20)
    // All steps stand beside each other on the first page.
    const { step } = await callerFor(db(), viewer).vocabulary.get({ workspace: workspace.slug })
    for (const { name } of step) expect(pages[0]?.text).toContain(name.de)
  })

  test('has lanes, and survives every hostile title', async () => {
    const editor = await makeMember(db(), workspace, 'editor')
    for (const title of ['\u202e</text> %PDF-1.7 (\\)', 'Wort'.repeat(100), '👩‍👩‍👧 漢字 ١٢٣ \u0000', 'a\nb\tc'])
      await callerFor(db(), editor)
        .content.create({ workspace: workspace.slug, item: { title, type: 'page', note: 'hostile' } })
        .catch(() => null)
    const pages = await pagesOf(await download(viewer, 'board.pdf', 'language=de&columns=phase&lanes=owner&note=~hostile'))
    expect(wholeText(pages)).toContain('WortWort')
    expect(pages.every(({ isInside }) => isInside)).toBe(true)
  })
})

describe('the calendar as PDF', () => {
  test.each(['month', 'week', 'agenda', 'quarter'])('%s: lists every entry that the screen shows', async (show) => {
    const { items } = await busyDay()
    const pages = await pagesOf(await download(viewer, 'calendar.pdf', `language=en&show=${show}&at=2027-03-29&title=~Busy`))
    const text = wholeText(pages)
    for (const title of items) expect(text).toContain(title)
    expect(text).toContain('By date: planned date')
    if (show === 'month') expect(text).toContain('+')
    expect(pages.every(({ isLandscape, isInside }) => isLandscape && isInside)).toBe(true)
  })

  test('knows public holidays, campaigns and empty spans, in German', async () => {
    const text = wholeText(
      await pagesOf(await download(viewer, 'calendar.pdf', 'language=de&at=2027-03-29&axis=due&title=~nirgends')),
    )
    expect(text).toContain('Kalender: März 2027')
    expect(text).toContain('Ostermontag')
    expect(text).toContain('An diesen Tagen ist nichts.')
  })

  test('shows every day of a month however full the first one is, and says where the list ends', async () => {
    const caller = callerFor(db(), await makeMember(db(), workspace, 'editor'))
    for (let n = 0; n < 260; n += 1)
      await caller.content.create({
        workspace: workspace.slug,
        item: { title: `Full day ${n}`, type: 'page', plannedFor: '2029-02-02' },
      })
    await caller.content.create({
      workspace: workspace.slug,
      item: { title: 'Full, last', type: 'page', plannedFor: '2029-02-27' },
    })
    const pages = await pagesOf(await download(viewer, 'calendar.pdf', 'language=en&at=2029-02-01&title=~Full'))
    expect(pages[0]?.text).toContain('Full, last')
    expect(pages[0]?.text).toMatch(/\+25\d more/)
    expect(wholeText(pages)).toContain('The list shows the first 250 entries and ends on 2 Feb 2029. 11 more are in the plan')
    expect(pages.length).toBeLessThan(15)
  })

  test('has the campaigns as bars in the month', async () => {
    const caller = callerFor(db(), await makeMember(db(), workspace, 'editor'))
    await caller.campaigns.create({
      workspace: workspace.slug,
      campaign: { name: 'Balken', startsOn: '2030-05-06', endsOn: '2030-05-24' },
    })
    const response = await download(viewer, 'calendar.pdf', 'language=de&at=2030-05-01&title=~nirgends')
    expect(response.headers.get('content-disposition')).toContain('-kalender-2030-05.pdf')
    const [first] = await pagesOf(response)
    // Once in each of its three weeks.
    expect(first?.text.match(/Balken/g)?.length).toBeGreaterThanOrEqual(3)
  })

  async function busyDay() {
    const caller = callerFor(db(), await makeMember(db(), workspace, 'editor'))
    const items = Array.from({ length: 12 }, (_, n) => `Busy ${n + 1} x`)
    for (const title of items) {
      await caller.content.create({ workspace: workspace.slug, item: { title, type: 'page', plannedFor: '2027-03-29T09:30' } })
    }
    return { items }
  }
})

describe('a campaign as PDF', () => {
  test('holds goal, plan, effect, gaps and items', async () => {
    const caller = callerFor(db(), await makeMember(db(), workspace, 'editor'))
    const { key, items } = await caller.campaigns.create({
      workspace: workspace.slug,
      campaign: { template: 'after_sales', name: 'Nach dem Kauf', startsOn: '2027-02-01' },
    })
    const pages = await pagesOf(await download(viewer, `campaign-${key}.pdf`, 'language=de'))
    const text = wholeText(pages)
    const { rows } = await caller.content.list({ workspace: workspace.slug, filter: `campaign=${key}` })
    expect(rows.length).toBe(items)
    for (const { title } of rows) expect(text).toContain(title.slice(0, 20))
    for (const heading of ['Nach dem Kauf', 'Ziel', 'Plan', 'Lücken, die sie schließt', 'Ohne', 'Mit', 'Seite 1 von'])
      expect(text).toContain(heading)
    expect(pages.every(({ isLandscape, isInside }) => !isLandscape && isInside)).toBe(true)
    // A rule's name that asks something takes no colon.
    expect(text).not.toMatch(/\?:/)
    expect((await download(viewer, 'campaign-nowhere.pdf')).status).toBe(404)
  })

  test('of one day names that day once; the heatmap says which campaigns its forecast leaves out', async () => {
    const caller = callerFor(db(), await makeMember(db(), workspace, 'editor'))
    const campaign = { name: 'Messetag', startsOn: '2027-05-05', endsOn: '2027-05-05' }
    const { key } = await caller.campaigns.create({ workspace: workspace.slug, campaign })
    const text = wholeText(await pagesOf(await download(viewer, `campaign-${key}.pdf`, 'language=de')))
    expect(text.match(/05\.05\.2027/g)).toHaveLength(1)
    const heatmap = await pagesOf(await download(viewer, 'heatmap.pdf', `language=de&mode=planned&campaignsOff=${key}`))
    expect(wholeText(heatmap)).toContain('Vorschau ohne Messetag')
  })
})

describe('a PDF', () => {
  test('is made for members only, and only where the address says what', async () => {
    const stranger = await makeUser(db())
    expect((await download(null, 'heatmap.pdf')).status).toBe(401)
    expect((await download(stranger, 'heatmap.pdf')).status).toBe(404)
    const problems: [string, string, number][] = [
      ['heatmap.pdf', 'language=fr', 400],
      ['heatmap.pdf', 'by=nonsense', 400],
      ['board.pdf', 'columns=phase&lanes=phase', 400],
      ['board.pdf', 'columns=%00', 400],
      ['calendar.pdf', 'show=decade', 400],
      ['calendar.pdf', 'at=2026-02-31', 400],
      ['nonsense.pdf', '', 404],
      ['../heatmap.pdf', '', 404],
      ['heatmap.exe', '', 404],
    ]
    for (const [file, query, status] of problems)
      expect([file, query, (await download(viewer, file, query)).status]).toEqual([file, query, status])
  })

  test('has a file name that is safe everywhere', async () => {
    const response = await download(viewer, 'heatmap.pdf')
    expect(response.headers.get('content-disposition')).toMatch(/^attachment; filename="[\w.-]+\.pdf"/)
    const nameOf = async (file: string, query: string) =>
      /filename="([^"]+)"/.exec((await download(viewer, file, query)).headers.get('content-disposition') ?? '')?.[1]
    const day = /-\d{4}-\d\d-\d\d\.pdf$/
    expect(await nameOf('heatmap.pdf', 'language=de&asOf=2031-02-03')).toBe(`${workspace.slug}-abdeckung-2031-02-03.pdf`)
    expect(await nameOf('calendar.pdf', 'language=de&show=week&at=2027-03-29')).toBe(`${workspace.slug}-kalender-2027-kw13.pdf`)
    expect(await nameOf('calendar.pdf', 'language=en&show=quarter&at=2027-03-29')).toBe(`${workspace.slug}-calendar-2027-q1.pdf`)
    expect(await nameOf('board.pdf', 'language=en')).toMatch(day)
  })

  test('is what pictures are drawn from as well: the first cards, the first gaps, each day with its count', async () => {
    const sheetOf = async (file: string, query: string): Promise<PictureSheet> => (await download(viewer, file, query)).json()
    const board = await sheetOf('board.json', 'language=en')
    const [columns] = board.parts.flatMap((part) => (part.kind === 'board' ? [part.columns] : []))
    expect(columns?.every(({ cards }) => cards.length <= 12)).toBe(true)
    expect(columns?.some(({ rest }) => /^\+\d/.test(rest))).toBe(true)
    const calendar = await sheetOf('calendar.json', 'language=de&at=2030-05-01')
    expect(calendar.fileName).toBe('kalender-2030-05')
    expect(calendar.parts.map(({ kind }) => kind)).toEqual(['month'])
    expect((await download(null, 'board.json')).status).toBe(401)
  })
})
