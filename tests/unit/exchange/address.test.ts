import { describe, expect, test } from 'vitest'
import { normaliseAddress, readAddress, titleFromAddress } from '@/server/domain/exchange/address.rules'

const same = (a: string, b: string) => normaliseAddress(a) === normaliseAddress(b)

describe('two addresses are the same', () => {
  test.each([
    ['https://example.org/a', 'http://example.org/a'],
    ['https://example.org', 'HTTPS://WWW.Example.ORG/'],
    ['https://example.org:443/a/', 'http://example.org:80/a'],
    ['https://example.org/a?utm_source=mail&b=1&gclid=x', 'https://example.org/a?b=1'],
    ['https://example.org/a?b=1&a=2', 'https://example.org/a?a=2&b=1'],
    ['https://example.org/%7euser/%c3%a4', 'https://example.org/~user/ä'],
    ['https://bücher.example/x', 'https://xn--bcher-kva.example/x'],
    ['https://example.org/a#:~:text=word', 'https://example.org/a#'],
    [' https://example.org/a ', 'https://example.org/a'],
  ])('%s and %s', (a, b) => expect(same(a, b)).toBe(true))
})

describe('two addresses differ', () => {
  test.each([
    ['https://example.org/a', 'https://example.org/A'],
    ['https://example.org/faq#delivery', 'https://example.org/faq#payment'],
    ['https://example.org/?p=1', 'https://example.org/?p=2'],
    ['https://example.org/a', 'https://shop.example.org/a'],
    ['https://example.org/a', 'https://example.org:8080/a'],
    ['https://example.org/a%2Fb', 'https://example.org/a/b'],
  ])('%s and %s', (a, b) => expect(same(a, b)).toBe(false))
})

test('both ways of normalising agree, the quick one and the thorough one', () => {
  for (const address of [
    'https://example.org',
    'http://www.example.org/',
    'https://a-b.example.co.uk/blog/post-1.html',
    'https://example.org/a/../b',
    'https://example.org/a/./b',
    'https://example.org//a',
    'https://example.org/...',
    'https://1.2.3.4/a',
  ]) {
    expect(normaliseAddress(address)).toBe(normaliseAddress(`${address}?utm_source=x`))
  }
})

describe('a cell with an address', () => {
  test.each([
    ['https://example.org/a b', 'https://example.org/a%20b'],
    ['example.org/post', 'https://example.org/post'],
    ['www.example.org', 'https://www.example.org'],
    ['//example.org/x', 'https://example.org/x'],
  ])('%s is completed', (cell, url) => expect(readAddress(cell)).toEqual({ url }))

  test.each([
    ['javascript:alert(1)', 'dangerous'],
    ['java\nscript:alert(1)', 'dangerous'],
    [' DATA:text/html,x', 'dangerous'],
    ['vbscript:x', 'dangerous'],
    ['https://bank.example@evil.example/', 'dangerous'],
    ['/blog/post', 'relative'],
    ['mailto:a@example.org', 'notAnAddress'],
    ['see intranet', 'notAnAddress'],
    ['https://', 'notAnAddress'],
    [`https://example.org/${'x'.repeat(2000)}`, 'tooLong'],
  ])('%s is refused as %s', (cell, problem) => expect(readAddress(cell)).toEqual({ problem }))

  test('is completed by the site when that is told', () => {
    expect(readAddress('/blog/post', 'https://example.org')).toEqual({ url: 'https://example.org/blog/post' })
    expect(readAddress('/blog/post', 'not a site')).toEqual({ problem: 'relative' })
  })
})

test('an address gives a title in words', () => {
  const titles = {
    'https://example.org/blog/how-to_choose.html?x=1': 'how to choose',
    'https://example.org/': 'example.org',
    'https://example.org/%E0%A4%A': 'example.org/%E0%A4%A',
    'https://example.org/0': 'example.org/0',
    'https://example.org/de/0?page=2': 'example.org/de/0?page=2',
    'https://example.org/ratgeber/0': 'ratgeber 0',
    'https://example.org/news/2026/05/': 'news 2026 05',
    'https://example.org/alarm/index.php': 'alarm',
    'https://example.org/artikel/3f2504e0-4f89-11d3-9a0c-0305e82c3301': 'artikel',
    'https://example.org/t%C3%BCren': 'türen',
    'https://example.org/%E6%B0%B4': '水',
  }
  expect(Object.fromEntries(Object.keys(titles).map((url) => [url, titleFromAddress(url)]))).toEqual(titles)
})
