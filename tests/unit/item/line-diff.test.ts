import fc from 'fast-check'
import { expect, test } from 'vitest'
import { diffLines, hunksOf } from '@/components/item/line-diff'

const text = fc.array(fc.constantFrom('a', 'b', 'c', ''), { maxLength: 12 }).map((lines) => lines.join('\n'))

test('both texts can be read out of their difference', () => {
  fc.assert(
    fc.property(text, text, (before, after) => {
      const lines = diffLines(before, after)
      const without = (kind: string) => lines.filter((line) => line.kind !== kind).map((line) => line.text)
      expect(without('added').join('\n')).toBe(before)
      expect(without('removed').join('\n')).toBe(after)
    }),
  )
})

test('one changed line is one line out and one in', () => {
  expect(diffLines('a\nb\nc', 'a\nx\nc').map(({ kind, text: line }) => `${kind} ${line}`)).toEqual([
    'same a',
    'removed b',
    'added x',
    'same c',
  ])
})

test('equal texts have no changed line', () => {
  expect(diffLines('a\nb', 'a\nb').every(({ kind }) => kind === 'same')).toBe(true)
})

test('far from a change the lines are left out', () => {
  const many = Array.from({ length: 20 }, (_, n) => `line ${n}`)
  const shown = hunksOf(diffLines(many.join('\n'), many.with(10, 'changed').join('\n')))
  expect(shown.map((line) => line?.text ?? null)).toEqual([
    null,
    'line 8',
    'line 9',
    'line 10',
    'changed',
    'line 11',
    'line 12',
    null,
  ])
})

test('very long texts that share nothing are told apart within a moment', () => {
  const long = (word: string) => Array.from({ length: 5_000 }, (_, n) => `${word} ${n}`).join('\n')
  expect(diffLines(long('old'), long('new'))).toHaveLength(10_000)
})
