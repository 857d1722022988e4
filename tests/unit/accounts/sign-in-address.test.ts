import { describe, expect, test } from 'vitest'
import { localTarget, signInAddress } from '@/server/auth/sign-in-address'

describe('after signing in', () => {
  test.each(['/acme/content?q=a%20b&item=1#notes', '/invite/abc', '/'])('%s is gone to', (target) => {
    expect(localTarget(target)).toBe(target)
  })

  test.each([
    'https://evil.example/',
    '//evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/\t/evil.example',
    'javascript:alert(1)',
    'acme/content',
    '',
    null,
    undefined,
    `/${'a'.repeat(5000)}`,
  ])('%s leads nowhere but to the start', (target) => {
    expect(localTarget(target)).toBe('/')
  })
})

test('the target stands in the address of the sign-in page', () => {
  expect(signInAddress('/acme/gaps?state=open')).toBe('/sign-in?to=%2Facme%2Fgaps%3Fstate%3Dopen')
  expect(signInAddress('/')).toBe('/sign-in')
  expect(signInAddress('https://evil.example')).toBe('/sign-in')
})
