import { describe, expect, test } from 'vitest'
import {
  cleanSynonyms,
  freeHue,
  freeLetter,
  inBothLanguages,
  moveClaims,
  newKey,
  retag,
} from '@/server/domain/vocabulary/term.rules'
import type { Term } from '@/server/domain/vocabulary/vocabulary.schema'

const phase = (letter: string, hue: number): Term<'phase'> => ({
  dimension: 'phase',
  key: letter,
  name: { en: letter, de: letter },
  position: 0,
  synonyms: [],
  details: { letter, hue, stages: [], goal: { en: '', de: '' }, weight: 1 },
  origin: 'own',
  source: null,
  archivedAt: null,
  revision: 1,
})

describe('a new term', () => {
  test('takes a key from its name, never one that the heatmap or an address needs', () => {
    expect(newKey({ en: '', de: 'Größe & Maße' }, [])).toBe('groesse-masse')
    expect(newKey({ en: 'Blog', de: 'Blog' }, [{ key: 'blog' }])).toBe('blog-2')
    expect(newKey({ en: 'Untagged', de: 'x' }, [])).toBe('untagged-2')
    expect(newKey({ en: '!?', de: '' }, [])).toBe('term')
  })
  test('named in one language is called so in both', () => {
    expect(inBothLanguages({ en: '', de: 'Treue' })).toEqual({ en: 'Treue', de: 'Treue' })
  })
  test('lists no synonym twice, nor its own name', () => {
    expect(cleanSynonyms([' Mail', 'mail', 'E-MAIL', 'Newsletter', ''], { en: 'E-mail', de: 'E-Mail' })).toEqual([
      'Mail',
      'Newsletter',
    ])
  })
  test('of the journey takes the next letter and the hue farthest from the others', () => {
    expect(freeLetter([phase('A', 0), phase('C', 0)])).toBe('B')
    expect(freeLetter([...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'].map((letter) => phase(letter, 0)))).toBe('AA')
    expect(freeHue([phase('A', 0)])).toBe(180)
    expect(freeHue([phase('A', 0), phase('B', 180)])).toBe(90)
  })
})

describe('moving a tag', () => {
  test('puts the other in its place, each once', () => {
    expect(retag(['a', 'b', 'c'], 'b', 'x')).toEqual(['a', 'x', 'c'])
    expect(retag(['a', 'b', 'c'], 'c', 'a')).toEqual(['a', 'b'])
    expect(retag(['a', 'b'], 'a', null)).toEqual(['b'])
  })
  test('takes claims about a topic along, and leaves everything else', () => {
    const fields = { claims: [{ topic: 'cam', kind: 'price', value: '9' }], seo: 'x' }
    expect(moveClaims(fields, 'cam', 'camera')).toEqual({ claims: [{ topic: 'camera', kind: 'price', value: '9' }], seo: 'x' })
    expect(moveClaims(fields, 'cam', null)).toEqual({ claims: [], seo: 'x' })
    expect(moveClaims(fields, 'other', 'camera')).toBe(fields)
  })
})
