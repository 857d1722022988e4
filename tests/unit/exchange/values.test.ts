import { describe, expect, test } from 'vitest'
import { readField } from '@/server/domain/exchange/field-cells.rules'
import { readLocale } from '@/server/domain/exchange/locales.rules'
import { ValueReader } from '@/server/domain/exchange/values.rules'
import { owners, vocabulary } from '../../fixtures/exchange/world'

const reader = new ValueReader(vocabulary, owners, {})
const keyOf = (lookup: Parameters<ValueReader['read']>[0], written: string) => {
  const meaning = reader.read(lookup, written)
  return meaning.kind === 'one' ? meaning.key : meaning.kind
}

describe('values are matched', () => {
  test.each([
    ['phase', 'awareness', 'awareness'],
    ['phase', 'Bewusstsein', 'awareness'],
    ['phase', 'UEBERLEGUNG', 'consideration'],
    ['phase', 'Nachkauf', 'retention'],
    ['phase', 'After-Sale', 'retention'],
    ['channel', 'E-Mail', 'email'],
    ['channel', 'Hilfe-Center', 'help_center'],
    ['channel', 'search_organic', 'search_organic'],
    ['type', 'Blogbeitrag', 'blog_post'],
    ['type', 'Landingpage', 'page'],
    ['purpose', 'Vergleich', 'compare'],
    ['topic', 'Alarm systems', 'alarm'],
    ['status', 'Entwurf', 'in_progress'],
    ['status', 'draft', 'in_progress'],
    ['status', 'Live', 'published'],
    ['status', 'veröffentlicht', 'published'],
    ['status', 'Geplant', 'planned'],
    ['status', 'Idee', 'idea'],
    ['status', 'In Prüfung', 'in_review'],
    ['owner', 'Müller, Jürgen', 'u1'],
    ['owner', 'JUERGEN@example.org', 'u1'],
    ['owner', 'ada öz', 'u2'],
    ['phase', 'Quatsch', 'unknown'],
    ['topic', '__proto__', 'unknown'],
  ] as const)('%s “%s” is %s', (lookup, written, key) => expect(keyOf(lookup, written)).toBe(key))

  test('and a word for several of them names its candidates', () => {
    const [first, second, ...rest] = vocabulary.phase
    if (!first || !second) throw new Error('the preset has phases')
    const both = { ...vocabulary, phase: [{ ...first, synonyms: ['Doppelt'] }, { ...second, synonyms: ['doppelt'] }, ...rest] }
    expect(new ValueReader(both, [], {}).read('phase', 'DOPPELT')).toEqual({
      kind: 'many',
      candidates: [
        { key: first.key, name: first.name.en },
        { key: second.key, name: second.name.en },
      ],
    })
  })

  test('an archived term only when no used one goes by the name', () => {
    const [alarm, doors] = vocabulary.topic
    if (!alarm || !doors) throw new Error('the fixture has topics')
    const old = { ...vocabulary, topic: [{ ...alarm, key: 'old', archivedAt: new Date(0) }, doors] }
    expect(new ValueReader(old, [], {}).read('topic', 'Alarmanlagen')).toEqual({ kind: 'one', key: 'old' })
    expect(new ValueReader({ ...old, topic: [...old.topic, alarm] }, [], {}).read('topic', 'Alarmanlagen')).toEqual({
      kind: 'one',
      key: 'alarm',
    })
  })
})

describe('a cell with several values', () => {
  test.each([
    ['Kauf, Bewusstsein', ['Kauf', 'Bewusstsein']],
    ['Kauf;Bewusstsein | Überlegung', ['Kauf', 'Bewusstsein', 'Überlegung']],
    ['Kauf\nBewusstsein\r\n', ['Kauf', 'Bewusstsein']],
    ['Kauf / Bewusstsein', ['Kauf', 'Bewusstsein']],
    ['Kauf/Unsinn', ['Kauf/Unsinn']],
    ['["Kauf","Bewusstsein"]', ['Kauf', 'Bewusstsein']],
    [' , ;', []],
  ])('%j', (cell, values) => expect(reader.split('phase', cell)).toEqual(values))

  test('is not torn apart at the comma of a name', () => {
    expect(reader.split('topic', 'Türen, Fenster und Tore, Alarmanlagen')).toEqual(['Türen, Fenster und Tore', 'Alarmanlagen'])
  })
})

test('decisions make, map and leave out values, one key for all spellings', () => {
  const decided = new ValueReader(vocabulary, [], {
    topic: {
      smart: { action: 'create' },
      'doors and windows': { action: 'create' },
      alt: { action: 'leave' },
      einbruch: { action: 'use', key: 'alarm' },
    },
    type: { x: { action: 'create' } },
  })
  expect(decided.read('topic', 'Smart!')).toEqual({ kind: 'one', key: 'smart' })
  expect(decided.read('topic', 'SMART')).toEqual({ kind: 'one', key: 'smart' })
  expect(decided.read('topic', 'Doors and windows')).toEqual({ kind: 'one', key: 'doors-and-windows-2' })
  expect(decided.read('topic', 'Alt')).toEqual({ kind: 'left' })
  expect(decided.read('topic', 'Einbruch')).toEqual({ kind: 'one', key: 'alarm' })
  expect(decided.read('type', 'x')).toEqual({ kind: 'unknown' })
  expect(decided.newTerms).toEqual([
    { dimension: 'topic', key: 'smart', name: 'Smart!' },
    { dimension: 'topic', key: 'doors-and-windows-2', name: 'Doors and windows' },
  ])
})

test.each([
  ['Deutsch', 'de'],
  ['DE', 'de'],
  ['de_at', 'de-AT'],
  ['English', 'en'],
  ['Klingon!', 'klingon!'],
])('the language %s is %s', (written, locale) => expect(readLocale(written)).toBe(locale))

describe('fields of types', () => {
  const read = (kind: 'number' | 'yesNo' | 'list' | 'choice' | 'claims' | 'url', cell: string | number | boolean) =>
    readField(
      cell,
      { kind, options: kind === 'choice' ? [{ key: 'one_off', name: { en: 'One-off', de: 'Einmalig' } }] : undefined },
      false,
      null,
    )
  test.each([
    ['number', '1.234,50', 1234.5],
    ['number', '1,234.50', 1234.5],
    ['number', '-5', -5],
    ['number', '12,5 %', 12.5],
    ['number', 7, 7],
    ['yesNo', 'Ja', true],
    ['yesNo', 'x', true],
    ['yesNo', 'FALSE', false],
    ['list', 'a, b; c', ['a, b', 'c']],
    ['choice', 'einmalig', 'one_off'],
    ['claims', '[{"topic":"alarm","kind":"price","value":" 5 € "}]', [{ topic: 'alarm', kind: 'price', value: '5 €' }]],
    ['url', 'example.org', 'https://example.org'],
  ] as const)('%s from %s', (kind, cell, value) => expect(read(kind, cell)).toEqual({ value }))
  test.each([
    ['number', 'viele', 'number'],
    ['yesNo', 'vielleicht', 'yesNo'],
    ['choice', 'nie', 'choice'],
    ['claims', '{"__proto__":1}', 'claims'],
    ['url', 'javascript:x', 'fieldAddress'],
  ] as const)('%s not from %s', (kind, cell, problem) => expect(read(kind, cell)).toEqual({ problem }))
})
