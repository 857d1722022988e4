import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { reasonToInstall } from '@/server/scripts/install.mjs'

let root: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'etappe-install-'))
  mkdirSync(join(root, 'node_modules'))
})
afterEach(() => rmSync(root, { recursive: true }))

const wanted = {
  '': { version: '1.0.0' },
  'node_modules/a': { version: '1.0.0' },
  'node_modules/a/node_modules/@x/b': { version: '2.0.0' },
  'node_modules/for-other-machines': { version: '1.0.0', optional: true },
}
const lock = (file: string, packages: object) => writeFileSync(join(root, file), JSON.stringify({ packages }))

describe('what is installed', () => {
  beforeEach(() => lock('package-lock.json', wanted))

  test('is nothing yet in a clean clone', () => {
    expect(reasonToInstall(root)).toBe('Nothing is installed yet')
  })

  test('is enough when the lock file asks for no more', () => {
    const { 'node_modules/for-other-machines': _, ...installed } = wanted
    lock('node_modules/.package-lock.json', installed)
    expect(reasonToInstall(root)).toBeUndefined()
  })

  test('is not enough when a package is missing or has another version', () => {
    lock('node_modules/.package-lock.json', { 'node_modules/a': { version: '1.0.0' } })
    expect(reasonToInstall(root)).toBe('@x/b is missing')
    lock('node_modules/.package-lock.json', { ...wanted, 'node_modules/a': { version: '0.9.0' } })
    expect(reasonToInstall(root)).toBe('a is 0.9.0 instead of 1.0.0')
  })
})
