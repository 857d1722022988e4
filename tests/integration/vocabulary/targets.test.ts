import { expect, test } from 'vitest'
import { clearTarget, setTarget } from '@/server/domain/coverage/target.commands'
import { listTargets } from '@/server/domain/coverage/target.queries'
import { testDatabase } from '@/tests/support/database'
import { workspaceFor } from './workspace'

const db = testDatabase()
const cell = { dimension: 'channel', phase: 'retention', value: 'email' } as const
const content = { numbers: { min: 1, ideal: 3, max: null }, reason: null }

test('a target is set, changed, marked as not applicable and cleared, each at the revision seen', async () => {
  const ctx = await workspaceFor(db())
  const { target } = await setTarget(ctx, { ...cell, revision: null, content })
  expect(target).toEqual({ ...cell, numbers: content.numbers, reason: null, revision: 1 })
  await expect(setTarget(ctx, { ...cell, revision: null, content })).rejects.toMatchObject({
    code: 'conflict',
    data: { target: { revision: 1 } },
  })
  await setTarget(ctx, { ...cell, revision: 1, content: { numbers: null, reason: 'Nobody reads it' } })
  expect(await listTargets(ctx)).toEqual([{ ...cell, numbers: null, reason: 'Nobody reads it', revision: 2 }])
  await clearTarget(ctx, { ...cell, revision: 2 })
  expect(await listTargets(ctx)).toEqual([])
})

test('rows and columns have defaults; nowhere and unknown terms have none', async () => {
  const ctx = await workspaceFor(db())
  await setTarget(ctx, { ...cell, value: '', revision: null, content })
  await setTarget(ctx, { ...cell, phase: '', revision: null, content })
  await setTarget(ctx, { dimension: 'locale', phase: '', value: 'de', revision: null, content })
  expect(await listTargets(ctx)).toHaveLength(3)
  await expect(setTarget(ctx, { ...cell, phase: '', value: '', revision: null, content })).rejects.toMatchObject({
    code: 'invalid',
  })
  await expect(setTarget(ctx, { ...cell, value: 'pigeon', revision: null, content })).rejects.toMatchObject({ code: 'not_found' })
})

test('only a lead sets targets', async () => {
  const ctx = await workspaceFor(db(), 'editor')
  await expect(setTarget(ctx, { ...cell, revision: null, content })).rejects.toMatchObject({ code: 'forbidden' })
})
