import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { sessionSecretIn } from '@/server/http/session-secret'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'etappe-secret-'))
})
afterEach(() => rm(folder, { recursive: true }))

const modeOf = async (file: string) => (await stat(file)).mode & 0o777

test('the session secret is made once, for its owner only, in a data folder that is closed to others', async () => {
  const dataDir = join(folder, 'data')
  const secret = sessionSecretIn(dataDir)
  expect(secret).toMatch(/^[A-Za-z0-9_-]{64}$/)
  expect(await readdir(dataDir)).toEqual(['session-secret'])
  expect(await modeOf(join(dataDir, 'session-secret'))).toBe(0o600)
  expect(await modeOf(dataDir)).toBe(0o700)
  expect(sessionSecretIn(dataDir)).toBe(secret)
  expect(await readFile(join(dataDir, 'session-secret'), 'utf8')).toBe(`${secret}\n`)
})

test('a session secret that others could read is closed to them', async () => {
  const secret = sessionSecretIn(folder)
  await chmod(join(folder, 'session-secret'), 0o644)
  expect(sessionSecretIn(folder)).toBe(secret)
  expect(await modeOf(join(folder, 'session-secret'))).toBe(0o600)
})

test('a session secret that is too short is refused with a way out', async () => {
  await writeFile(join(folder, 'session-secret'), 'short')
  expect(() => sessionSecretIn(folder)).toThrow(/too short\. Delete the file/)
})
