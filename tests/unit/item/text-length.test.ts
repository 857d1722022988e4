import { expect, test } from 'vitest'
import { countWords, readingMinutes } from '@/components/item/text-length'

test('words are counted as readers see them', () => {
  expect(countWords('')).toBe(0)
  expect(countWords('## Two words')).toBe(2)
  expect(countWords('A [short link](https://example.com/not/these) and ![a door](https://example.com/x.png)')).toBe(6)
  expect(countWords('Müller-Lüdenscheidt don’t 3,5 Grüße')).toBe(4)
  expect(countWords('Hallo Welt **fett** &lt;b>x&lt;/b>')).toBe(4)
  expect(countWords('a &lt; b, c &gt; d')).toBe(4)
  expect(countWords('- [x] done\n- [ ] open')).toBe(3)
})

test('reading takes a minute at least, where there is anything to read', () => {
  expect(readingMinutes(0)).toBe(0)
  expect(readingMinutes(10)).toBe(1)
  expect(readingMinutes(1_100)).toBe(5)
})
