import { describe, expect, test } from 'vitest'
import { clientOf, loggedPath, rewriteHeaders } from '@/server/http/client'

describe('who asks', () => {
  test('is the other end of the connection, whatever the client claims', () => {
    const client = clientOf(
      { 'x-forwarded-for': '1.2.3.4', 'x-request-id': 'chosen-by-client', 'x-forwarded-proto': 'https' },
      '203.0.113.9',
      0,
    )
    expect(client).toMatchObject({ address: '203.0.113.9', isHttps: false })
    expect(client.requestId).not.toBe('chosen-by-client')
  })

  test('is what the trusted proxies say, and no further', () => {
    const headers = { 'x-forwarded-for': '6.6.6.6, 198.51.100.7', 'x-request-id': 'from-the-proxy', 'x-forwarded-proto': 'https' }
    expect(clientOf(headers, '10.0.0.1', 1)).toEqual({ address: '198.51.100.7', requestId: 'from-the-proxy', isHttps: true })
    expect(clientOf({ 'x-forwarded-for': '198.51.100.7, 10.0.0.2' }, '10.0.0.1', 2).address).toBe('198.51.100.7')
  })

  test('is the nearest that is known when there are fewer proxies than said', () => {
    expect(clientOf({}, '10.0.0.1', 2).address).toBe('10.0.0.1')
    expect(clientOf({}, undefined, 0).address).toBe('unknown')
  })

  test('gets an id of our own when the proxy hands on a malformed one', () => {
    expect(clientOf({ 'x-request-id': 'a\nb' }, '10.0.0.1', 1).requestId).toMatch(/^[0-9a-f-]{36}$/)
  })
})

test('further in, every header says what the door found out', () => {
  const headers = {
    host: 'localhost:3000',
    'x-forwarded-for': '1.2.3.4',
    'x-forwarded-host': 'elsewhere.example',
    'x-real-ip': '1.2.3.4',
    forwarded: 'for=1.2.3.4',
  }
  rewriteHeaders(headers, { requestId: 'r', address: '203.0.113.9', isHttps: false }, 0)
  expect(headers).toEqual({
    host: 'localhost:3000',
    'x-request-id': 'r',
    'x-forwarded-for': '203.0.113.9',
    'x-forwarded-proto': 'http',
    'x-forwarded-host': 'localhost:3000',
  })
})

test.each([
  ['/acme/content?q=secret', '/acme/content'],
  ['/invite/abc', '/invite/[hidden]'],
  ['/reset/abc/more?x', '/reset/[hidden]'],
  ['/review/acme/abc', '/review/[hidden]'],
  [`/somewhere/${'A1_-'.repeat(11)}/x`, '/somewhere/[hidden]/x'],
  ['/acme/content/019a0000000070008000000000000000', '/acme/content/019a0000000070008000000000000000'],
])('%s stands in the log as %s', (url, path) => {
  expect(loggedPath(url)).toBe(path)
})
