import { describe, expect, test } from 'vitest'
import { bodyLimitOf, refusalOf } from '@/server/http/guard'

const ask = (method: string, headers: Record<string, string>, publicUrl?: string, path = '/api/trpc/x') =>
  refusalOf({ method, path, header: (name) => ({ host: 'localhost:3000', ...headers })[name] }, publicUrl)?.status

describe('a write', () => {
  test.each([
    ['from our own page', { origin: 'http://localhost:3000', 'sec-fetch-site': 'same-origin', cookie: 'a=b' }, undefined],
    [
      'from our own page, by a browser that says nothing of the site',
      { origin: 'http://localhost:3000', cookie: 'a=b' },
      undefined,
    ],
    [
      'from a page of ours over https, the usual port left out',
      { origin: 'https://plan.example', host: 'plan.example:443', cookie: 'a=b' },
      undefined,
    ],
    ['by a program without cookies and without an origin', {}, undefined],
    ['from another site', { origin: 'https://elsewhere.example', 'sec-fetch-site': 'cross-site', cookie: 'a=b' }, 403],
    ['from another site without cookies', { origin: 'https://elsewhere.example' }, 403],
    ['from another port of this machine', { origin: 'http://localhost:3001', 'sec-fetch-site': 'same-site', cookie: 'a=b' }, 403],
    ['from a subdomain', { origin: 'http://x.localhost:3000', cookie: 'a=b' }, 403],
    ['from a sandboxed frame', { origin: 'null', cookie: 'a=b' }, 403],
    ['that a browser says comes from elsewhere', { 'sec-fetch-site': 'cross-site' }, 403],
    ['with cookies and no word where from', { cookie: 'a=b' }, 403],
    ['from a program that is no web page', { origin: 'file://localhost:3000', cookie: 'a=b' }, 403],
  ])('%s', (_, headers, status) => {
    expect(ask('POST', headers as Record<string, string>)).toBe(status)
  })

  test('behind a proxy that changes the host is known by the public address', () => {
    const headers = { host: '10.0.0.4:3000', origin: 'https://plan.example', cookie: 'a=b' }
    expect(ask('POST', headers, 'https://plan.example/')).toBeUndefined()
    expect(ask('POST', headers)).toBe(403)
  })

  test.each(['PUT', 'PATCH', 'DELETE', 'POST', 'PROPFIND'])('%s is one', (method) => {
    expect(ask(method, { origin: 'https://elsewhere.example' })).toBe(403)
  })
})

test.each(['GET', 'HEAD', 'OPTIONS'])('%s may come from anywhere', (method) => {
  expect(ask(method, { origin: 'https://elsewhere.example', cookie: 'a=b' })).toBeUndefined()
})

describe('a body', () => {
  test('of up to 2 MB is let in, of up to 60 MB where files are imported', () => {
    const length = (bytes: number, path: string) =>
      ask('POST', { 'content-length': String(bytes), origin: 'http://localhost:3000' }, undefined, path)
    expect(length(2 * 1024 ** 2, '/api/trpc/x')).toBeUndefined()
    expect(length(2 * 1024 ** 2 + 1, '/api/trpc/x')).toBe(413)
    expect(length(60 * 1024 ** 2, '/api/import')).toBeUndefined()
    expect(length(60 * 1024 ** 2 + 1, '/api/import/file')).toBe(413)
    expect(bodyLimitOf('/api/importer')).toBe(2 * 1024 ** 2)
  })

  test('of unknown length, or whose length is no number, is not let in', () => {
    expect(ask('POST', { 'transfer-encoding': 'chunked' })).toBe(411)
    expect(ask('POST', { 'content-length': 'many' })).toBe(413)
  })
})
