import { NextRequest } from 'next/server'
import { encode } from 'next-auth/jwt'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Database } from '@/db/database'
import type { UserRecord } from '@/db/stores/users'
import type { Workspace } from '@/server/domain/workspaces/workspace.schema'
import { answerExport } from '@/server/http/export-door'
import { answerReport, answerUpload } from '@/server/http/import-door'
import { callerFor } from '@/tests/support/callers'
import { testDatabase } from '@/tests/support/database'
import { makeMember, makeUser, makeWorkspace } from '@/tests/support/factories'
import { runJob } from './support'

const db = testDatabase()
const secret = 'a secret for the tests of these doors only'
// The process's one database, as the doors find it.
const slot = Symbol.for('etappe.database')
const holder = globalThis as typeof globalThis & { [slot]?: Database }

let workspace: Workspace
let editor: UserRecord
let viewer: UserRecord
let stranger: UserRecord

beforeAll(async () => {
  process.env.NEXTAUTH_SECRET = secret
  holder[slot] = db()
  workspace = await makeWorkspace(db())
  editor = await makeMember(db(), workspace, 'editor')
  viewer = await makeMember(db(), workspace, 'viewer')
  stranger = await makeUser(db())
})
afterAll(() => {
  delete holder[slot]
})

const home = 'http://localhost:3000'

async function request(
  user: UserRecord | null,
  path: string,
  init: { method?: string; body?: BodyInit; origin?: string | null } = {},
) {
  const { origin = home, method = 'GET', body } = init
  const headers = new Headers({ host: 'localhost:3000' })
  if (user) headers.set('cookie', `etappe-session=${await encode({ token: { sub: user.id, version: 1 }, secret, maxAge: 60 })}`)
  if (origin !== null) headers.set('origin', origin)
  if (typeof body === 'string') headers.set('content-length', String(Buffer.byteLength(body)))
  return new NextRequest(`${home}${path}`, { method, headers, ...(body === undefined ? {} : { body }) })
}

const at = <P extends object>(params: P) => ({ params: Promise.resolve(params) })
const list = 'Title,URL\nA page,https://example.org/a\nAnother,https://example.org/b\n,,\nno title,javascript:alert(1)\n'

async function upload(user: UserRecord | null, body = list, more: { origin?: string | null; name?: string } = {}) {
  const { name = 'list.csv', origin } = more
  const path = `/api/import/${workspace.slug}?name=${encodeURIComponent(name)}`
  return answerUpload(
    await request(user, path, { method: 'POST', body, ...(origin === undefined ? {} : { origin }) }),
    at({ workspace: workspace.slug }),
  )
}

const problemOf = async (response: Response) => (await response.json()).problem.messageKey

describe('a file comes in', () => {
  test('from an editor, and is ready to be looked at under its own name', async () => {
    const response = await upload(editor, list, { name: 'C:\\lists\\inventory\u0007.csv' })
    expect(response.status).toBe(201)
    const { id } = await response.json()
    expect(await callerFor(db(), editor).imports.get({ workspace: workspace.slug, id })).toMatchObject({
      state: 'draft',
      fileName: 'inventory.csv',
      hasFile: true,
      size: list.length,
      by: { id: editor.id },
    })
  })

  test('from nobody else', async () => {
    expect((await upload(null)).status).toBe(401)
    expect((await upload(viewer)).status).toBe(403)
    const foreign = await upload(stranger)
    expect([foreign.status, await problemOf(foreign)]).toEqual([404, 'access.problem.noSuchWorkspace'])
  })

  test('and not from another site', async () => {
    const foreign = await upload(editor, list, { origin: 'https://evil.example' })
    expect([foreign.status, await problemOf(foreign)]).toEqual([403, 'http.problem.foreignOrigin'])
    expect((await upload(editor, list, { origin: null })).status).toBe(403)
  })

  test('but not when it is no table, and the reason is told', async () => {
    const cases: [string, string][] = [
      ['', 'exchange.problem.empty'],
      ['%PDF-1.7 …', 'exchange.problem.pdf'],
      ['<!DOCTYPE html><html><body>Sign in</body></html>', 'exchange.problem.html'],
      ['{"format":"etappe","version":9,"items":[]}', 'exchange.problem.newerFile'],
    ]
    for (const [body, messageKey] of cases) {
      const response = await upload(editor, body)
      expect([response.status, await problemOf(response)]).toEqual([400, messageKey])
    }
    const { imports } = await callerFor(db(), editor).imports.list({ workspace: workspace.slug })
    expect(imports.length).toBe(1)
  })
})

describe('a report goes out', () => {
  let id: string
  const report = async (user: UserRecord | null) =>
    answerReport(await request(user, `/api/import/${workspace.slug}/${id}/report`), at({ workspace: workspace.slug, id }))
  const linesOf = async (response: Response) => (await response.text()).replace('\ufeff', '').trim().split('\r\n')

  test('before the import with what would become of each row', async () => {
    id = (await (await upload(editor)).json()).id
    const response = await report(editor)
    expect(response.headers.get('content-disposition')).toContain('list-report.csv')
    const lines = await linesOf(response)
    expect(lines[0]).toBe('"Row","Outcome","Item","Title","Field","Before","After","Reason"')
    expect(lines).toContain('2,"new",,"A page","url",,"https://example.org/a",')
    expect(lines.at(-1)).toMatch(/^5,"failed",.*"“javascript:alert\(1\)” \(URL\) is not an address that may be linked\."$/)
    expect((await report(viewer)).status).toBe(403)
  })

  test('afterwards with every row that did not come in', async () => {
    const { revision } = await callerFor(db(), editor).imports.get({ workspace: workspace.slug, id })
    await callerFor(db(), editor).imports.commit({ workspace: workspace.slug, id, revision })
    await runJob(db(), workspace, id)
    expect((await linesOf(await report(editor))).slice(1).map((line) => line.split(',').slice(0, 2).join())).toEqual([
      '5,"failed"',
    ])
  })
})

describe('an export goes out', () => {
  const download = async (user: UserRecord | null, query: string) =>
    answerExport(await request(user, `/api/export/${workspace.slug}?${query}`), at({ workspace: workspace.slug }))

  test('to every member, filtered and sorted as the list is', async () => {
    const response = await download(viewer, 'format=json&url=~example&sort=-title')
    expect(response.status).toBe(200)
    const { items } = await response.json()
    const shown = await callerFor(db(), viewer).content.list({
      workspace: workspace.slug,
      filter: 'url=~example',
      sort: [{ field: 'title', descending: true }],
    })
    expect(items.map(({ id }: { id: string }) => id)).toEqual(shown.rows.map(({ id }) => id))
    expect(items.map(({ title }: { title: string }) => title)).toEqual(['Another', 'A page'])
  })

  test('with the columns that were asked for', async () => {
    const text = await (await download(viewer, 'format=csv&columns=title,status&sort=title')).text()
    expect(text.split('\r\n').map((line) => line.split(',').length)).toEqual([4, 4, 4, 1])
    expect(text.split('\r\n')[1]).toMatch(/^"[0-9a-f]{32}","A page","published",$/)
  })

  test('as a plan in the words of the reader, with addresses that lead back', async () => {
    const response = await download(viewer, 'format=csv&preset=plan&sort=title&columns=title')
    expect(response.headers.get('content-disposition')).toMatch(new RegExp(`"${workspace.slug}-plan-[\\d-]+\\.csv"`))
    const [head = '', first = ''] = (await response.text()).split('\r\n')
    expect(head).toMatch(/"Title",.*"Address in Etappe"$/)
    expect(first).toMatch(new RegExp(`^"A page",.*"http://[^"]+/${workspace.slug}/content/[0-9a-f]{32}"$`))
  })

  test('of a frozen selection, to the one who froze it', async () => {
    const caller = callerFor(db(), editor)
    const { rows } = await caller.content.list({ workspace: workspace.slug, filter: '' })
    const { selectionId } = await caller.bulk.freeze({ workspace: workspace.slug, selection: { ids: [rows[0]?.id ?? ''] } })
    const { items } = await (await download(editor, `format=json&selection=${selectionId}`)).json()
    expect(items.map(({ id }: { id: string }) => id)).toEqual([rows[0]?.id])
    expect((await download(viewer, `format=json&selection=${selectionId}`)).status).toBe(404)
  })

  test('to nobody else, and in no other format', async () => {
    expect((await download(null, '')).status).toBe(401)
    expect((await download(stranger, '')).status).toBe(404)
    expect((await download(viewer, 'format=pdf')).status).toBe(400)
  })
})
