import { writeFile } from 'node:fs/promises'
import { NextRequest } from 'next/server'
import { encode } from 'next-auth/jwt'
import { getDocumentProxy } from 'unpdf'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Database } from '@/db/database'
import type { UserRecord } from '@/db/stores/users'
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
        const [, , , , x = 0, y = 0] = transform
        return str.trim() === '' || (x >= 0 && y >= 0 && x + wide <= width + 1 && y <= height)
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

  test('goes on over further pages when there are many columns, with the phases again', async () => {
    const pages = await pagesOf(await download(viewer, 'heatmap.pdf', 'language=en&by=topic&columns=all'))
    const [phase] = (await callerFor(db(), viewer, { locale: 'en' }).coverage.grid({ workspace: workspace.slug })).rows
    expect(pages.length).toBeGreaterThan(1)
    expect(pages.filter(({ text }) => text.includes(phase?.name ?? '')).length).toBe(pages.length)
    expect(pages.every(({ isInside }) => isInside)).toBe(true)
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
    expect(text).toContain('By date planned date')
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
    expect((await download(viewer, 'campaign-nowhere.pdf')).status).toBe(404)
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
  })
})
