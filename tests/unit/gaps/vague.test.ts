import { describe, expect, test } from 'vitest'
import { findVaguePhrases } from '@/server/domain/gaps/vague.rules'
import { vaguePhrases } from '@/server/presets/vague-phrases'

const phrases = ['in wenigen Tagen', 'schnellstmöglich', 'umgehend', 'shortly', 'a few days']

describe('vague phrases', () => {
  test.each([
    ['Wir melden uns umgehend.', ['umgehend']],
    ['UMGEHEND!', ['umgehend']],
    ['schnellstmoeglich', ['schnellstmöglich']],
    ['schnellstmoglich', ['schnellstmöglich']],
    ['Schnellstmo\u0308glich', ['schnellstmöglich']],
    ['in\n  wenigen\u00a0Tagen', ['in wenigen Tagen']],
    ['in **wenigen** Tagen', ['in wenigen Tagen']],
    ['Shortly, or in a few days', ['shortly', 'a few days']],
    ['umgehend, umgehend', ['umgehend']],
  ])('%s', (text, found) => {
    expect(findVaguePhrases(text, phrases)).toEqual(found)
  })

  test.each(['unumgehend', 'umgehende', 'in wenigen Tagesreisen', 'a few dayslong', 'Innerhalb von 4 Stunden', ''])(
    'not in: %s',
    (text) => {
      expect(findVaguePhrases(text, phrases)).toEqual([])
    },
  )

  test('a word later in the text still counts when the first place is part of another', () => {
    expect(findVaguePhrases('umgehende Antwort, umgehend', phrases)).toEqual(['umgehend'])
  })

  test('no phrases, or an empty one, find nothing', () => {
    expect(findVaguePhrases('umgehend', [])).toEqual([])
    expect(findVaguePhrases('umgehend', ['', '**'])).toEqual([])
  })

  test('every shipped phrase is found in a sentence', () => {
    for (const phrase of [...vaguePhrases.de, ...vaguePhrases.en])
      expect(findVaguePhrases(`So: ${phrase}.`, [phrase])).toEqual([phrase])
  })
})
