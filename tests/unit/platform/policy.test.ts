import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { policyOfPage, securityHeaders, toastStyleHash } from '@/server/http/security-headers'

const rulesOf = (policy: string) =>
  new Map(policy.split('; ').map((rule) => [rule.slice(0, rule.indexOf(' ')), rule.slice(rule.indexOf(' ') + 1).split(' ')]))

describe('the content security policy', () => {
  const rules = rulesOf(policyOfPage('bm9uY2U=', false))

  test('runs scripts with the nonce of this answer only', () => {
    expect(rules.get('script-src')).toEqual(["'self'", "'nonce-bm9uY2U='", "'strict-dynamic'"])
  })

  test('allows style attributes, but no style element without the nonce', () => {
    expect(rules.get('style-src-attr')).toEqual(["'unsafe-inline'"])
    expect(rules.get('style-src')).toContain("'nonce-bm9uY2U='")
    expect(rules.get('style-src')).not.toContain("'unsafe-inline'")
  })

  test('lets nobody frame the page, move its base or send its forms elsewhere', () => {
    expect(rules.get('frame-ancestors')).toEqual(["'none'"])
    expect(rules.get('base-uri')).toEqual(["'self'"])
    expect(rules.get('form-action')).toEqual(["'self'"])
    expect(rules.get('object-src')).toEqual(["'none'"])
  })

  test('allows evaluating code in development only', () => {
    expect(policyOfPage('x', false)).not.toContain('unsafe-eval')
    expect(policyOfPage('x', true)).toContain("'unsafe-eval'")
  })

  test('knows the style sheet of the installed toast library', () => {
    const script = readFileSync('node_modules/sonner/dist/index.mjs', 'utf8')
    const literal = /__insertCSS\(("(?:[^"\\]|\\.)*")\)/.exec(script)?.[1]
    const style: unknown = JSON.parse(literal ?? '""')
    expect(`sha256-${createHash('sha256').update(String(style)).digest('base64')}`).toBe(toastStyleHash)
  })
})

test('only over https are browsers told to stay there', () => {
  expect(securityHeaders(false)).not.toHaveProperty('strict-transport-security')
  expect(securityHeaders(true)['strict-transport-security']).toMatch(/^max-age=\d{8}/)
})
