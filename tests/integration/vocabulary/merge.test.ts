import { expect, test } from 'vitest'
import { listChangeSet } from '@/db/stores/changes'
import { findItem } from '@/db/stores/items'
import { setTarget } from '@/server/domain/coverage/target.commands'
import { listTargets } from '@/server/domain/coverage/target.queries'
import { mergeTerms, previewMerge } from '@/server/domain/vocabulary/merge.commands'
import { createTerms } from '@/server/domain/vocabulary/term.commands'
import { getVocabulary } from '@/server/domain/vocabulary/vocabulary.queries'
import { testDatabase } from '@/tests/support/database'
import { itemWith, workspaceFor } from './workspace'

const db = testDatabase()
const numbers = { min: 1, ideal: 2, max: null }

test('a merge moves items and targets, keeps the old names as synonyms, and is one change set', async () => {
  const ctx = await workspaceFor(db())
  const { workspaceId } = ctx.actor
  const moving = await itemWith(ctx, { channel: ['shop', 'blog', 'email'] })
  const both = await itemWith(ctx, { channel: ['website', 'blog'] })
  const aside = await itemWith(ctx, { channel: ['email'] })
  const cell = (phase: string, value: string) =>
    ({ dimension: 'channel', phase, value, revision: null, content: { numbers, reason: null } }) as const
  await setTarget(ctx, cell('awareness', 'blog'))
  await setTarget(ctx, cell('retention', 'blog'))
  await setTarget(ctx, { ...cell('retention', 'website'), content: { numbers: null, reason: 'no' } })

  const merge = { dimension: 'channel', from: 'blog', into: 'website' } as const
  expect(await previewMerge(ctx, merge)).toEqual({ items: 2, both: 1, targets: 2, targetsDropped: 1, questions: 0 })
  const { changeSet } = await mergeTerms(ctx, merge, 2)

  expect((await findItem(db().read, workspaceId, moving))?.tags.channel).toEqual(['shop', 'website', 'email'])
  expect((await findItem(db().read, workspaceId, both))?.tags.channel).toEqual(['website'])
  expect((await findItem(db().read, workspaceId, aside))?.revision).toBe(1)
  expect((await listTargets(ctx)).map(({ phase, value, reason }) => [phase, value, reason])).toEqual([
    ['awareness', 'website', null],
    ['retention', 'website', 'no'],
  ])
  const { channel } = await getVocabulary(ctx)
  expect(channel.some(({ key }) => key === 'blog')).toBe(false)
  expect(channel.find(({ key }) => key === 'website')?.synonyms).toEqual(expect.arrayContaining(['Blog', 'Ratgeber']))

  const log = await listChangeSet(db().read, workspaceId, changeSet)
  expect(log.filter(({ subject }) => subject === 'item')).toHaveLength(2)
  // Undone backwards, the term is there again before its tags return.
  expect(log.at(-1)).toMatchObject({ subject: 'term', subjectId: 'channel/blog', operation: 'delete', after: null })
})

test('a merge whose count no longer holds is refused', async () => {
  const ctx = await workspaceFor(db())
  await itemWith(ctx, { channel: ['blog'] })
  const merge = mergeTerms(ctx, { dimension: 'channel', from: 'blog', into: 'website' }, 0)
  await expect(merge).rejects.toMatchObject({ code: 'conflict', details: { items: 1 } })
})

test('claims and questions follow their topic', async () => {
  const ctx = await workspaceFor(db())
  const topic = (en: string) => ({ dimension: 'topic', name: { en, de: en } }) as const
  await createTerms(ctx, [topic('Camera'), topic('Cam')])
  await createTerms(ctx, [{ dimension: 'question', name: { en: 'How?', de: 'Wie?' }, details: { topic: 'cam' } }])
  const claims = [{ topic: 'cam', kind: 'price', value: '10' }]
  const id = await itemWith(ctx, { topic: ['cam'] }, { fields: { claims, excerpt: 'kept' } })
  const untagged = await itemWith(ctx, {}, { fields: { claims } })
  await mergeTerms(ctx, { dimension: 'topic', from: 'cam', into: 'camera' }, 1)
  const item = await findItem(db().read, ctx.actor.workspaceId, id)
  expect(item?.tags.topic).toEqual(['camera'])
  expect(item?.fields).toEqual({ claims: [{ topic: 'camera', kind: 'price', value: '10' }], excerpt: 'kept' })
  const other = await findItem(db().read, ctx.actor.workspaceId, untagged)
  expect(other?.tags.topic).toEqual([])
  expect(other?.fields).toEqual({ claims: [{ topic: 'camera', kind: 'price', value: '10' }] })
  expect((await getVocabulary(ctx)).question.at(-1)?.details.topic).toBe('camera')
})
