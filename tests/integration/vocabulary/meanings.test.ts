import { expect, test } from 'vitest'
import { findMeanings } from '@/server/domain/vocabulary/meaning.queries'
import { archiveTerm, createTerms } from '@/server/domain/vocabulary/term.commands'
import { emptyWorkspace, memberOf } from '@/tests/integration/content/world'
import { testDatabase } from '@/tests/support/database'

const db = testDatabase()

test('words that people use for a phase or a channel lead to it, whatever model they come from', async () => {
  const viewer = await memberOf(await emptyWorkspace(db()), 'viewer')
  const meant = async (word: string) =>
    (await findMeanings(viewer, word)).map(({ dimension, keys }) => `${dimension} ${keys.join()}`)
  expect(await meant('Nachkauf')).toEqual(['phase retention'])
  expect(await meant('after-sale')).toEqual(['phase retention'])
  expect(await meant('Newsletter')).toEqual(['channel email', 'purpose newsletter'])
  expect(await meant('camera')).toEqual([])
})

test('an ambiguous word names all it can mean; an archived term nobody', async () => {
  const lead = await memberOf(await emptyWorkspace(db()), 'lead')
  const name = (words: string) => ({ name: { en: words, de: words } })
  const { terms } = await createTerms(lead, [
    { dimension: 'topic', ...name('Alarm'), synonyms: ['Siren'] },
    { dimension: 'topic', ...name('Horn'), synonyms: ['Siren'] },
  ])
  expect(await findMeanings(lead, 'siren')).toEqual([{ dimension: 'topic', keys: ['alarm', 'horn'] }])
  const revision = terms[0]?.revision ?? 0
  await archiveTerm(lead, { dimension: 'topic', key: 'alarm', revision, archived: true })
  expect(await findMeanings(lead, 'Siren')).toEqual([{ dimension: 'topic', keys: ['horn'] }])
})
