import { expect, test } from 'vitest'
import { keywordsIn, proofPointsIn, referencesIn, referencesText } from '@/components/briefs/brief-texts'
import { briefEdit } from '@/server/domain/briefs/brief.schema'

test('lists are read from lines, empty ones left out, never longer than they may be', () => {
  expect(proofPointsIn(' a \n\n b\n')).toEqual(['a', 'b'])
  expect(proofPointsIn('')).toEqual([])
  expect(keywordsIn('door, window; door\nlock')).toEqual(['door', 'window', 'lock'])
})

test('a reference is a title and, at the end of its line, an address', () => {
  const list = referencesIn('A study https://example.org/a\nA book\nhttps://example.org/b\njavascript:alert(1)')
  expect(list).toEqual([
    { title: 'A study', url: 'https://example.org/a' },
    { title: 'A book', url: null },
    { title: 'https://example.org/b', url: 'https://example.org/b' },
    { title: 'javascript:alert(1)', url: null },
  ])
  expect(referencesIn(referencesText(list))).toEqual(list)
})

test('whatever is typed into a list can be saved', () => {
  const flood = `${'x'.repeat(5000)} https://example.org/${'y'.repeat(1500)}\n`.repeat(200)
  for (const text of ['', '\n\n', flood, '<script>\u0000', ',;,;']) {
    const edit = { proofPoints: proofPointsIn(text), keywords: keywordsIn(text), references: referencesIn(text) }
    expect(briefEdit.safeParse(edit).error?.issues ?? []).toEqual([])
  }
})
