import { execFileSync } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { connect } from 'node:net'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { startPostgres } from '@/tests/support/postgres-server'
import { apiOf, sessionOf } from '../support/api'
import { freePort, freshFolder, startProgram } from '../support/program'
import { owner } from '../support/test'

const workspace = {
  name: 'Acme',
  locale: 'en',
  timeZone: 'Europe/Berlin',
  country: 'DE',
  segment: 'b2c',
  sellsGoods: true,
  model: 'mckinsey5',
  sample: null,
} as const
const firstVisit = { account: owner, language: 'en', workspace } as const

test.describe('starting', () => {
  test('makes the data folder, the database and a secret that only their owner reads', async () => {
    const program = await startProgram()
    const modeOf = (name: string) => statSync(join(program.dataDir, name)).mode & 0o777
    expect(modeOf('session-secret')).toBe(0o600)
    expect(readFileSync(join(program.dataDir, 'session-secret'), 'utf8').trim().length).toBeGreaterThanOrEqual(32)
    expect(existsSync(join(program.dataDir, 'etappe.db'))).toBe(true)
    expect(program.printed()).not.toContain(readFileSync(join(program.dataDir, 'session-secret'), 'utf8').trim())
    expect(await program.stop()).toBe(0)
  })

  test('again keeps what was there, sessions too', async () => {
    const dataDir = freshFolder()
    const first = await startProgram({ dataDir })
    await apiOf(first.url).start.setUp.mutate(firstVisit)
    const cookie = (await sessionOf(first.url, owner)) ?? ''
    expect(await first.stop()).toBe(0)
    const second = await startProgram({ dataDir, port: first.port })
    await expect(apiOf(second.url, cookie).account.me.query()).resolves.toMatchObject({ email: owner.email })
    expect(await second.stop()).toBe(0)
    rmSync(dataDir, { recursive: true })
  })

  test('with a wrong setting ends with a sentence that names it', async () => {
    await expect(startProgram({ env: { TRUST_PROXY: 'perhaps' } })).rejects.toThrow(
      /ended with 1:\nThe setting TRUST_PROXY is wrong: .+\.\n$/,
    )
    await expect(startProgram({ env: { SESSION_SECRET: 'short' } })).rejects.toThrow(
      /The setting SESSION_SECRET is wrong: must have at least 32 characters\./,
    )
    await expect(startProgram({ env: { DATABASE_URL: 'mysql://x' } })).rejects.toThrow(/The setting DATABASE_URL is wrong/)
  })

  test('on a port that is taken says so, and leaves the other one alone', async () => {
    const first = await startProgram()
    const dataDir = join(freshFolder(), 'not-yet')
    await expect(startProgram({ port: first.port, dataDir })).rejects.toThrow(
      new RegExp(`The port ${first.port} is in use by another program\\. .*the setting PORT, such as PORT=\\d+ `),
    )
    expect(existsSync(dataDir)).toBe(false)
    expect((await fetch(`${first.url}/api/health`)).status).toBe(200)
    expect(await first.stop()).toBe(0)
  })

  test('in a folder that nobody can make ends at once with a sentence', async () => {
    await expect(startProgram({ dataDir: '/proc/nope' })).rejects.toThrow(
      /ended with 1:\nThe setting DATA_DIR is wrong: the folder \/proc\/nope cannot be made or written/,
    )
  })

  test('without a database says which one cannot be used, and why', async () => {
    const port = await freePort()
    await expect(startProgram({ env: { DATABASE_URL: `postgres://nobody@127.0.0.1:${port}/none` } })).rejects.toThrow(
      /The database of DATABASE_URL cannot be used: .*ECONNREFUSED/,
    )
    const dataDir = freshFolder()
    writeFileSync(join(dataDir, 'etappe.db'), 'This is a letter, not a database. '.repeat(100))
    await expect(startProgram({ dataDir })).rejects.toThrow(
      /The database in the folder .+ cannot be used: file is not a database/,
    )
    rmSync(dataDir, { recursive: true })
  })
})

test('links of the command line lead to the program that runs, whatever the settings of the command', async () => {
  const dataDir = freshFolder()
  const program = await startProgram({ dataDir })
  const link = () => {
    const args = ['--import', 'tsx', 'server/scripts/etappe.ts', 'user', 'create-admin', '--email', 'ann@example.org']
    const env = { ...process.env, DATABASE_URL: '', DATA_DIR: dataDir, PORT: '4444', HOST: '', PUBLIC_URL: '' }
    return JSON.parse(execFileSync(process.execPath, [...args, '--format', 'json'], { env, encoding: 'utf8' })).link
  }
  expect(link()).toContain(`${program.url}/reset/`)
  expect((await fetch(link())).status).toBe(200)
  await program.stop('SIGKILL')
  expect(existsSync(join(dataDir, 'etappe.db.running'))).toBe(true)
  expect(link()).toContain('http://localhost:4444/reset/')
  const again = await startProgram({ dataDir })
  expect(await again.stop()).toBe(0)
  expect(existsSync(join(dataDir, 'etappe.db.running'))).toBe(false)
  rmSync(dataDir, { recursive: true })
})

test('the same program runs on PostgreSQL', async () => {
  const folder = freshFolder()
  chmodSync(folder, 0o755)
  const server = await startPostgres(folder)
  const program = await startProgram({ env: { DATABASE_URL: server.url('postgres') } })
  await apiOf(program.url).start.setUp.mutate(firstVisit)
  const cookie = (await sessionOf(program.url, owner)) ?? ''
  await expect(apiOf(program.url, cookie).account.me.query()).resolves.toMatchObject({ email: owner.email })
  expect(existsSync(join(program.dataDir, 'etappe.db'))).toBe(false)
  expect(await program.stop()).toBe(0)
  await server.stop()
  rmSync(folder, { recursive: true })
})

test.describe('stopping', () => {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    test(`on ${signal} ends cleanly and folds the write-ahead log in`, async () => {
      const dataDir = freshFolder()
      const program = await startProgram({ dataDir })
      await apiOf(program.url).start.setUp.mutate(firstVisit)
      expect(await program.stop(signal)).toBe(0)
      expect(readdirSync(dataDir).sort()).toEqual(['etappe.db', 'session-secret'])
      rmSync(dataDir, { recursive: true })
    })
  }

  test('lets a request that is under way finish', async () => {
    const program = await startProgram()
    const body = JSON.stringify({ json: firstVisit })
    const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body), origin: program.url }
    const asked = request(`${program.url}/api/trpc/start.setUp`, { method: 'POST', headers })
    asked.write(body.slice(0, 10))
    await once(asked, 'socket').then(([socket]) => (socket.connecting ? once(socket, 'connect') : undefined))
    // Answered only after the connection above: so the program has it.
    await fetch(`${program.url}/api/health`)
    const stopped = program.stop()
    await expect.poll(() => program.printed()).toContain('Stopping')
    asked.end(body.slice(10))
    const [answer] = await once(asked, 'response')
    answer.resume()
    expect(answer.statusCode).toBe(200)
    expect(await stopped).toBe(0)
  })
})

test.describe('the door', () => {
  test('answers health with the version', async () => {
    const program = await startProgram()
    const answer = await fetch(`${program.url}/api/health`)
    const { version } = JSON.parse(readFileSync('package.json', 'utf8'))
    expect(await answer.json()).toEqual({
      status: 'ok',
      version,
      database: 'reachable',
      migrations: 'current',
      jobs: { lastRunAt: null, due: expect.any(Number), overdueSeconds: expect.any(Number), failed: 0 },
      publication: { lastRunAt: null, failed: 0, overdue: 0 },
    })
    await program.stop()
  })

  test('turns away writes from other sites, bodies that are too large and bodies of unknown length', async () => {
    const program = await startProgram()
    const url = `${program.url}/api/trpc/start.setUp`
    const post = (headers: Record<string, string>, body = '{}') =>
      fetch(url, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body })
    expect((await post({ origin: 'https://elsewhere.example' })).status).toBe(403)
    expect((await post({ cookie: 'etappe-session=x' })).status).toBe(403)
    expect((await post({ origin: program.url, cookie: 'etappe-session=x' })).status).toBe(400)
    const answer = await post({ origin: program.url }, JSON.stringify({ json: 'x'.repeat(2 * 1024 * 1024) }))
    expect(answer.status).toBe(413)
    expect(await answer.json()).toEqual({
      problem: { code: 'limit_reached', messageKey: 'http.problem.bodyTooLarge', details: {} },
    })
    expect(
      await rawStatus(
        program.port,
        'POST /api/trpc/start.setUp HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n',
      ),
    ).toBe(411)
    await program.stop()
  })

  test('writes a line per request that holds neither query nor cookie nor the secret of a link', async () => {
    const program = await startProgram({ env: { LOG_LEVEL: 'info' } })
    await fetch(`${program.url}/invite/${'s3cret'.repeat(7)}?mail=ada%40example.com`, {
      headers: { cookie: 'etappe-session=c00kie', 'x-request-id': 'chosen-by-the-client' },
    })
    await expect.poll(() => program.printed()).toContain('/invite/')
    const line = JSON.parse(
      program
        .printed()
        .split('\n')
        .find((text) => text.includes('/invite/')) ?? '',
    )
    expect(line).toMatchObject({
      method: 'GET',
      path: '/invite/[hidden]',
      status: expect.any(Number),
      ms: expect.any(Number),
      requestId: expect.stringMatching(/^[0-9a-f-]{36}$/),
    })
    expect(program.printed()).not.toMatch(/s3cret|c00kie|ada%40example|chosen-by-the-client/)
    await program.stop()
  })
})

function rawStatus(port: number, text: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, 'localhost', () => socket.write(text))
    socket.once('data', (chunk) => {
      socket.destroy()
      resolve(Number(chunk.toString().split(' ')[1]))
    })
    socket.once('error', reject)
  })
}
