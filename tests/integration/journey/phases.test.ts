import { expect, test } from 'vitest'
import { findItem } from '@/db/stores/items'
import { setTarget } from '@/server/domain/coverage/target.commands'
import { listTargets } from '@/server/domain/coverage/target.queries'
import { undoChangeSet } from '@/server/domain/history/undo.commands'
import { previewRemoval, previewSplit, removePhase, splitPhase } from '@/server/domain/journeys/phase.commands'
import { getVocabulary } from '@/server/domain/vocabulary/vocabulary.queries'
import { testDatabase } from '@/tests/support/database'
import { itemWith, workspaceFor } from '../vocabulary/workspace'

const db = testDatabase()
const target = {
  dimension: 'channel',
  value: 'email',
  revision: null,
  content: { numbers: { min: 1, ideal: 2, max: 4 }, reason: null },
} as const

test('a removed phase hands items, targets and questions to the one chosen', async () => {
  const ctx = await workspaceFor(db())
  const id = await itemWith(ctx, { phase: ['awareness', 'advocacy'] })
  await setTarget(ctx, { ...target, phase: 'advocacy' })
  const asked = (await getVocabulary(ctx)).question.filter(({ details }) => details.phase === 'advocacy').map(({ key }) => key)
  expect(await previewRemoval(ctx, 'advocacy', 'retention')).toEqual({
    items: 1,
    both: 0,
    targets: 1,
    targetsDropped: 0,
    questions: asked.length,
  })

  await removePhase(ctx, { key: 'advocacy', revision: 1, into: 'retention', expectedItems: 1 })
  expect((await findItem(db().read, ctx.actor.workspaceId, id))?.tags.phase).toEqual(['awareness', 'retention'])
  expect((await listTargets(ctx)).map(({ phase }) => phase)).toEqual(['retention'])
  const { phase, question } = await getVocabulary(ctx)
  expect(phase.map(({ key }) => key)).not.toContain('advocacy')
  expect(asked.length).toBeGreaterThan(0)
  expect(question.filter(({ key }) => asked.includes(key)).every(({ details }) => details.phase === 'retention')).toBe(true)
})

test('the stages of a removed phase go where its items go, or where somebody says, and come back with an undo', async () => {
  const ctx = await workspaceFor(db())
  const stagesOf = async () =>
    Object.fromEntries((await getVocabulary(ctx)).phase.map(({ key, details }) => [key, details.stages] as const))
  const before = await stagesOf()
  const { changeSet } = await removePhase(ctx, { key: 'advocacy', revision: 1, into: 'retention', expectedItems: 0 })
  expect((await stagesOf()).retention).toEqual([...(before.retention ?? []), ...(before.advocacy ?? [])])
  await undoChangeSet(ctx, changeSet)
  expect(await stagesOf()).toEqual(before)

  const current = (await getVocabulary(ctx)).phase.find(({ key }) => key === 'awareness')
  const removal = { key: 'awareness', revision: current?.revision ?? 0, into: null, expectedItems: 0 }
  await removePhase(ctx, { ...removal, stagesInto: 'consideration' })
  expect((await stagesOf()).consideration).toEqual([...(before.awareness ?? []), ...(before.consideration ?? [])])
})

test('a phase removed without an heir leaves its items untagged and takes its targets along', async () => {
  const ctx = await workspaceFor(db())
  const id = await itemWith(ctx, { phase: ['advocacy'] })
  await setTarget(ctx, { ...target, phase: 'advocacy' })
  await removePhase(ctx, { key: 'advocacy', revision: 1, into: null, expectedItems: 1 })
  expect((await findItem(db().read, ctx.actor.workspaceId, id))?.tags.phase).toEqual([])
  expect(await listTargets(ctx)).toEqual([])
})

test('the last phase stays', async () => {
  const ctx = await workspaceFor(db())
  const [kept, ...others] = (await getVocabulary(ctx)).phase
  for (const { key, revision } of others) await removePhase(ctx, { key, revision, into: null, expectedItems: 0 })
  const last = removePhase(ctx, { key: kept?.key ?? '', revision: 1, into: null, expectedItems: 0 })
  await expect(last).rejects.toMatchObject({ messageKey: 'vocabulary.problem.lastPhase' })
})

test('a split stands beside the old phase and takes the items whose purpose belongs to its stages', async () => {
  const ctx = await workspaceFor(db())
  const loyal = await itemWith(ctx, { phase: ['retention'] }, { purpose: 'newsletter' })
  const help = await itemWith(ctx, { phase: ['retention'] }, { purpose: 'support' })
  const plain = await itemWith(ctx, { phase: ['retention'] })
  const split = { key: 'retention', stages: ['loyalty'], items: 'byPurpose' } as const
  expect(await previewSplit(ctx, { ...split, stages: [...split.stages] })).toEqual({ items: 3, moving: 1, both: 0 })
  const question = (await getVocabulary(ctx)).question.find(({ details }) => details.phase === 'retention')?.key ?? ''
  const { key } = await splitPhase(ctx, {
    ...split,
    stages: [...split.stages],
    revision: 1,
    name: { en: 'Loyalty', de: 'Treue' },
    questions: [question],
  })

  const { phase, question: questions } = await getVocabulary(ctx)
  expect(phase.map((one) => [one.key, one.details.stages])).toEqual([
    ['awareness', ['pre_awareness', 'awareness']],
    ['consideration', ['consideration', 'preference']],
    ['conversion', ['purchase']],
    ['retention', ['retention']],
    [key, ['loyalty']],
    ['advocacy', ['advocacy']],
  ])
  const tags = async (id: string) => (await findItem(db().read, ctx.actor.workspaceId, id))?.tags.phase
  expect(await tags(loyal)).toEqual([key])
  expect(await tags(help)).toEqual(['retention'])
  expect(await tags(plain)).toEqual(['retention'])
  expect(questions.find((one) => one.key === question)?.details.phase).toBe(key)
})

test('an editor does not touch the journey', async () => {
  const ctx = await workspaceFor(db(), 'editor')
  await expect(removePhase(ctx, { key: 'advocacy', revision: 1, into: null, expectedItems: 0 })).rejects.toMatchObject({
    code: 'forbidden',
  })
})
