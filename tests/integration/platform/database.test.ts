import { describe, expect, test } from 'vitest'
import { newId } from '@/db/kit'
import { findWorkspace, insertWorkspace } from '@/db/stores/workspaces'
import { testDatabase } from '@/tests/support/database'

const db = testDatabase()

const settings = {
  name: 'Acme',
  locale: 'en',
  timeZone: 'Europe/Berlin',
  country: 'DE',
  segment: 'b2c',
  sellsGoods: true,
  model: 'mckinsey5',
  vaguePhrases: null,
} as const

describe('the database', () => {
  test('is migrated', async () => {
    expect(await db().isCurrent()).toBe(true)
  })

  test('keeps what was written', async () => {
    const stamp = { workspaceId: newId(), changeSet: newId(), actor: 'job:test', at: new Date() }
    await db().write(stamp.workspaceId, (tx) => insertWorkspace(tx, stamp, { ...settings, slug: 'acme' }))
    expect(await findWorkspace(db().read, stamp.workspaceId)).toMatchObject({ slug: 'acme', seq: 1, createdAt: stamp.at })
  })
})
