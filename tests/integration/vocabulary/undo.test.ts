import { expect, test } from 'vitest'
import { findItem } from '@/db/stores/items'
import { setTarget } from '@/server/domain/coverage/target.commands'
import { listTargets } from '@/server/domain/coverage/target.queries'
import { undoChangeSet } from '@/server/domain/history/undo.commands'
import { removePhase, splitPhase } from '@/server/domain/journeys/phase.commands'
import { mergeTerms } from '@/server/domain/vocabulary/merge.commands'
import { createTerms, editTerms } from '@/server/domain/vocabulary/term.commands'
import { getVocabulary } from '@/server/domain/vocabulary/vocabulary.queries'
import { testDatabase } from '@/tests/support/database'
import { itemWith, workspaceFor } from './workspace'

const db = testDatabase()

/** The vocabulary and targets without revisions, which only ever rise. */
async function picture(ctx: Awaited<ReturnType<typeof workspaceFor>>) {
  const terms = Object.values(await getVocabulary(ctx)).flat()
  const targets = await listTargets(ctx)
  return {
    terms: terms.map(({ revision: _revision, ...term }) => term),
    targets: targets.map(({ revision: _revision, ...target }) => target),
  }
}

test('undoing a merge brings the term back with its items, targets and questions', async () => {
  const ctx = await workspaceFor(db())
  const { workspaceId } = ctx.actor
  const id = await itemWith(ctx, { phase: ['retention', 'advocacy'] })
  const numbers = { min: 1, ideal: 2, max: null }
  await setTarget(ctx, {
    dimension: 'channel',
    phase: 'retention',
    value: 'email',
    revision: null,
    content: { numbers, reason: null },
  })
  const before = await picture(ctx)
  const { changeSet } = await mergeTerms(ctx, { dimension: 'phase', from: 'retention', into: 'conversion' }, 1)
  expect((await findItem(db().read, workspaceId, id))?.tags.phase).toEqual(['conversion', 'advocacy'])
  const { refusedCount } = await undoChangeSet(ctx, changeSet)
  expect(refusedCount).toBe(0)
  expect((await findItem(db().read, workspaceId, id))?.tags.phase).toEqual(['retention', 'advocacy'])
  expect(await picture(ctx)).toEqual(before)
})

test('undoing a removal and a split leaves the journey as it was', async () => {
  const ctx = await workspaceFor(db())
  const { workspaceId } = ctx.actor
  const id = await itemWith(ctx, { phase: ['retention'] }, { purpose: 'newsletter' })
  const before = await picture(ctx)
  const removal = await removePhase(ctx, { key: 'retention', revision: 1, into: null, expectedItems: 1 })
  await undoChangeSet(ctx, removal.changeSet)
  expect(await picture(ctx)).toEqual(before)
  const revision = (await getVocabulary(ctx)).phase.find(({ key }) => key === 'retention')?.revision ?? 0
  const name = { en: 'Loyalty', de: 'Treue' }
  const split = await splitPhase(ctx, {
    key: 'retention',
    revision,
    name,
    stages: ['loyalty'],
    items: 'byPurpose',
    questions: [],
  })
  expect((await findItem(db().read, workspaceId, id))?.tags.phase).toEqual([split.key])
  await undoChangeSet(ctx, split.changeSet)
  expect((await findItem(db().read, workspaceId, id))?.tags.phase).toEqual(['retention'])
  expect(await picture(ctx)).toEqual(before)
})

test('undoing edits, an order and a new term', async () => {
  const ctx = await workspaceFor(db())
  const before = await picture(ctx)
  const order = (await getVocabulary(ctx)).phase.map(({ key }) => key).toReversed()
  const change = { name: { en: 'Attention', de: 'Beachtung' }, details: { weight: 3 } }
  const edit = await editTerms(ctx, { dimension: 'phase', order, edits: [{ key: 'awareness', revision: 1, change }] })
  const add = await createTerms(ctx, [{ dimension: 'topic', name: { en: 'Camera', de: 'Kamera' } }])
  for (const changeSet of [add.changeSet, edit.changeSet]) expect((await undoChangeSet(ctx, changeSet)).refusedCount).toBe(0)
  expect(await picture(ctx)).toEqual(before)
})

test('an undo leaves alone what somebody changed since', async () => {
  const ctx = await workspaceFor(db())
  const rename = (revision: number, en: string) =>
    editTerms(ctx, { dimension: 'channel', edits: [{ key: 'blog', revision, change: { name: { en, de: en } } }] })
  const { changeSet } = await rename(1, 'Gazette')
  await rename(2, 'Herald')
  const { done, refusedCount } = await undoChangeSet(ctx, changeSet)
  expect({ done, refused: refusedCount > 0 }).toEqual({ done: 0, refused: true })
  expect((await getVocabulary(ctx)).channel.find(({ key }) => key === 'blog')?.name.en).toBe('Herald')
})
