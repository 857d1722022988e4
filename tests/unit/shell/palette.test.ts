import { describe, expect, test } from 'vitest'
import { matchOf, type PaletteEntry, ranked } from '@/components/shell/palette-match'

const entry = (label: string, words: string[] = []): PaletteEntry => ({ id: label, label, words })
const found = (label: string): PaletteEntry => ({ ...entry(label), isFound: true })
const labels = (groups: readonly { entries: readonly PaletteEntry[] }[]) =>
  groups.flatMap(({ entries }) => entries.map(({ label }) => label))

describe('the palette', () => {
  test('finds by name, by the other language and in spite of umlauts', () => {
    const gaps = entry('Lücken', ['Gaps'])
    expect(matchOf(gaps, 'luck')).toBe(3)
    expect(matchOf(gaps, 'GAP')).toBe(3)
    expect(matchOf(gaps, 'content')).toBe(0)
  })

  test('finds by the beginnings of several words, in any order', () => {
    expect(matchOf(entry('Farbschema: dunkel'), 'dunk farb')).toBe(2)
    expect(matchOf(entry('Farbschema: dunkel'), 'dunk hell')).toBe(0)
  })

  test('forgives left-out letters from the third on', () => {
    expect(matchOf(entry('Abdeckung'), 'abdkg')).toBe(1)
    expect(matchOf(entry('Abdeckung'), 'ag')).toBe(0)
    expect(matchOf(entry('Dark mode'), 'kamera')).toBe(0)
  })

  test('shows everything before something is typed, then the best first', () => {
    const groups = [
      { key: 'goTo', entries: [entry('Coverage'), entry('Content')] },
      { key: 'items', entries: [found('Wiring in ten minutes'), found('Contents of the box')] },
      { key: 'language', entries: [] },
    ]
    expect(ranked(groups, ' ').map(({ key }) => key)).toEqual(['goTo', 'items'])
    expect(labels(ranked(groups, 'conten'))).toEqual(['Content', 'Contents of the box', 'Wiring in ten minutes'])
    expect(labels(ranked(groups, 'wires'))).toEqual(['Wiring in ten minutes', 'Contents of the box'])
  })
})
