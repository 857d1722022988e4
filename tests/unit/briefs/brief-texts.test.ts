import { expect, test } from 'vitest'
import { keywordsIn, listFault, proofPointsIn, referencesIn, referencesText } from '@/components/briefs/brief-texts'
import { briefEdit } from '@/server/domain/briefs/brief.schema'

test('lists are read from lines, empty ones left out', () => {
  expect(proofPointsIn(' a \n\n b\n')).toEqual({ edit: { proofPoints: ['a', 'b'] }, fault: null })
  expect(proofPointsIn('').edit).toEqual({ proofPoints: [] })
  expect(keywordsIn('door, window; door\nlock').edit).toEqual({ keywords: ['door', 'window', 'lock'] })
})

test('a reference is a title and, at the end of its line, an address', () => {
  const { edit, fault } = referencesIn('A study https://example.org/a\nA book\nhttps://example.org/b\njavascript:alert(1)')
  expect(fault).toBeNull()
  expect(edit.references).toEqual([
    { title: 'A study', url: 'https://example.org/a' },
    { title: 'A book', url: null },
    { title: 'https://example.org/b', url: 'https://example.org/b' },
    { title: 'javascript:alert(1)', url: null },
  ])
  expect(referencesIn(referencesText(edit.references ?? [])).edit).toEqual(edit)
  const long = referencesIn(`https://example.org/${'y'.repeat(900)}`)
  expect(long.fault).toBeNull()
  expect(referencesIn(referencesText(long.edit.references ?? [])).edit).toEqual(long.edit)
})

test('nothing is cut off: what does not fit is named, with how much would', () => {
  const points = Array.from({ length: 35 }, (_, n) => `Point ${n}`)
  const many = proofPointsIn(points.join('\n'))
  expect(many.edit.proofPoints).toEqual(points)
  expect(many.fault).toEqual({ what: 'tooMany', entry: 0, count: 35, most: 30 })
  expect(proofPointsIn(points.slice(0, 30).join('\n')).fault).toBeNull()
  expect(proofPointsIn(`short\n${'x'.repeat(700)}`).fault).toEqual({ what: 'tooLong', entry: 2, count: 700, most: 500 })
  expect(proofPointsIn('x'.repeat(500)).fault).toBeNull()
  expect(keywordsIn('x'.repeat(121)).fault).toMatchObject({ what: 'tooLong', most: 120 })
  expect(keywordsIn(Array.from({ length: 61 }, (_, n) => `k${n}`).join(', ')).fault).toMatchObject({ what: 'tooMany', most: 60 })
  expect(referencesIn(`${'x'.repeat(301)} https://example.org`).fault).toMatchObject({ what: 'tooLong', count: 301, most: 300 })
  expect(
    listFault(
      'checklist',
      Array.from({ length: 41 }, () => 'x'),
    ),
  ).toMatchObject({ what: 'tooMany', most: 40 })
  expect(listFault('checklist', ['x'.repeat(301)])).toMatchObject({ what: 'tooLong', entry: 1 })
})

test('whatever is typed into a list is refused at the field or can be saved', () => {
  const flood = `${'x'.repeat(5000)} https://example.org/${'y'.repeat(1500)}\n`.repeat(200)
  for (const text of ['', '\n\n', flood, '<script>\u0000', ',;,;', 'x\n'.repeat(29), `${'😀'.repeat(250)}`]) {
    for (const { edit, fault } of [proofPointsIn(text), keywordsIn(text), referencesIn(text)]) {
      expect(briefEdit.safeParse(edit).success).toBe(fault === null)
    }
  }
})
