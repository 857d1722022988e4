import { expect, test } from 'vitest'
import { linesIn } from '@/server/exchange/pdf/in-box'
import { drawable, spoken } from '@/server/exchange/pdf/pdf-fonts'

/** Letters of different widths, as in a face. */
const widthOf = (text: string) =>
  Array.from(text).reduce((sum, letter) => sum + (letter === ' ' ? 3 : 4 + (letter.length % 3)), 0)

test('no line of a text is wider than its box, whatever it says, and dots tell that something is left out', () => {
  const hostile = [
    'Wort'.repeat(100),
    '👩‍👩‍👧 漢字 ١٢٣',
    '\u202eabc def',
    'a\nb\tc',
    '',
    ' ',
    'eins zwei drei '.repeat(80),
    '🚀'.repeat(50),
  ]
  for (const text of hostile)
    for (const width of [20, 37, 90, 200])
      for (const most of [1, 2, 4]) {
        const lines = linesIn(text, width, most, widthOf)
        expect(lines.length).toBeLessThanOrEqual(most)
        expect(lines.filter((line) => widthOf(line) > width)).toEqual([])
      }
  expect(linesIn('Wort'.repeat(100), 60, 2, widthOf).at(-1)).toMatch(/…$/)
  expect(linesIn('a short one', 200, 2, widthOf)).toEqual(['a short one'])
  expect(linesIn('one two three', 40, 3, widthOf).join(' ')).toBe('one two three')
})

test('paper leaves pictures out that no face has, the same everywhere, and what is read out keeps them', () => {
  expect(drawable('🚀 Start in 🇩🇪 den\nHerbst 🍂')).toBe('Start in den\nHerbst ')
  expect(drawable('🚀🍂')).toBe('\ufffd')
  expect(spoken('🚀 Start\u202e\u0000')).toBe('🚀 Start')
})
