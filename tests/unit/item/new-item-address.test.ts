import { expect, test } from 'vitest'
import { startOf } from '@/components/item/new-item-address'
import { vocabularyOf } from '@/server/domain/vocabulary/vocabulary.rules'
import { dimensions } from '@/server/domain/vocabulary/vocabulary.schema'
import { presetVocabulary } from '@/server/presets/vocabulary'

const preset = presetVocabulary({ model: 'mckinsey5', segment: 'b2c', sellsGoods: true, locale: 'en' })
const rows = dimensions.flatMap((dimension) =>
  preset[dimension].map((term) => ({
    ...term,
    nameEn: term.name.en,
    nameDe: term.name.de,
    archivedAt: null,
    revision: 1,
  })),
)
const vocabulary = vocabularyOf(rows)
const start = (search: string) => {
  const parameters = new URLSearchParams(search)
  return startOf((name) => parameters.get(name), vocabulary, 'de')
}

test('the form begins with what the address asks for', () => {
  expect(
    start('type=email&purpose=thank&phase=retention,advocacy&channel=email&title=Thanks&plannedFor=2026-12-24&locale=en'),
  ).toMatchObject({
    type: 'email',
    purpose: 'thank',
    'tags.phase': ['retention', 'advocacy'],
    'tags.channel': ['email'],
    title: 'Thanks',
    plannedFor: '2026-12-24',
    locale: 'en',
  })
})

test('what the workspace does not know is passed over', () => {
  expect(start('type=nonsense&phase=nowhere,retention&plannedFor=soon')).toMatchObject({ type: '', 'tags.phase': ['retention'] })
  expect(start('plannedFor=soon')).not.toHaveProperty('plannedFor')
})

test('without a word it is an idea in the language of the workspace', () => {
  expect(start('')).toMatchObject({ step: 'idea', locale: 'de', title: '', type: '' })
})
