import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { styleHashes } from '@/components/ui/style-hashes'

test('the content security policy knows the one style element that a library writes', () => {
  const source = readFileSync(new URL('../../../node_modules/sonner/dist/index.mjs', import.meta.url), 'utf8')
  const rules = /__insertCSS\(("(?:[^"\\]|\\.)*")\)/.exec(source)?.[1]
  expect(rules).toBeDefined()
  const hashOf = (css: string) => `'sha256-${createHash('sha256').update(css).digest('base64')}'`
  expect(styleHashes).toEqual([hashOf(''), hashOf(String(JSON.parse(String(rules))))])
})
