import { beforeAll, describe, expect, test } from 'vitest'
import { listSubjectChanges } from '@/db/stores/changes'
import type { UserRecord } from '@/db/stores/users'
import { findUser } from '@/db/stores/users'
import { findWorkspace } from '@/db/stores/workspaces'
import type { Role } from '@/server/domain/access/access.rules'
import type { Workspace } from '@/server/domain/workspaces/workspace.schema'
import { callerFor } from '@/tests/support/callers'
import { testDatabase } from '@/tests/support/database'
import { makeTeam, makeUser, makeWorkspace } from '@/tests/support/factories'

const db = testDatabase()
let acme: Workspace
let team: Record<Role, UserRecord>
beforeAll(async () => {
  acme = await makeWorkspace(db())
  team = await makeTeam(db(), acme)
})

describe('settings of a workspace', () => {
  test('are changed by administrators, and what changed stands in the history', async () => {
    const admin = callerFor(db(), team.admin)
    const saved = await admin.workspaces.edit({
      workspace: acme.slug,
      change: { name: 'Acme & Co', sellsGoods: false, revision: 1 },
    })
    expect(saved).toMatchObject({ name: 'Acme & Co', sellsGoods: false, slug: acme.slug, revision: 2 })
    const [entry] = await listSubjectChanges(db().read, acme.id, 'workspace', acme.id, { limit: 1 })
    expect(entry).toMatchObject({ before: { name: 'Acme', sellsGoods: true }, after: { name: 'Acme & Co', sellsGoods: false } })
  })

  test('are refused to everybody else', async () => {
    for (const role of ['viewer', 'author', 'editor', 'lead'] as const) {
      const change = callerFor(db(), team[role]).workspaces.edit({ workspace: acme.slug, change: { name: 'Mine', revision: 2 } })
      await expect(change).rejects.toMatchObject({ code: 'FORBIDDEN' })
    }
  })

  test('saved for an older state say who was faster, and write nothing', async () => {
    const change = callerFor(db(), team.admin).workspaces.edit({ workspace: acme.slug, change: { name: 'Stale', revision: 1 } })
    await expect(change).rejects.toMatchObject({
      code: 'CONFLICT',
      cause: {
        messageKey: 'workspace.problem.changedMeanwhile',
        details: { name: team.admin.name },
        data: { current: { name: 'Acme & Co' } },
      },
    })
    expect((await findWorkspace(db().read, acme.id))?.name).toBe('Acme & Co')
  })

  test('take no zone that does not exist', async () => {
    const change = callerFor(db(), team.admin).workspaces.edit({
      workspace: acme.slug,
      change: { timeZone: 'Europe/Entenhausen', revision: 2 },
    })
    await expect(change).rejects.toMatchObject({ code: 'BAD_REQUEST' })
  })

  test('leave the vague phrases to the rules', async () => {
    expect((await findWorkspace(db().read, acme.id))?.vaguePhrases).toBeNull()
    const change = { vaguePhrases: ['when we can'], revision: 2 }
    const edit = callerFor(db(), team.admin).workspaces.edit({ workspace: acme.slug, change })
    await expect(edit).rejects.toMatchObject({ code: 'BAD_REQUEST' })
  })
})

describe('a further workspace', () => {
  const wish = {
    name: 'Second',
    locale: 'de',
    timeZone: 'Europe/Berlin',
    country: null,
    segment: 'both',
    sellsGoods: true,
    model: 'aida',
    sample: null,
  } as const

  test('is made by whoever is administrator somewhere, who becomes its administrator', async () => {
    const made = await callerFor(db(), team.admin).workspaces.create(wish)
    expect(made.slug).toBe('second')
    expect(await callerFor(db(), team.admin).workspaces.mine()).toContainEqual({ slug: 'second', name: 'Second', role: 'admin' })
  })

  test('is refused to others', async () => {
    await expect(callerFor(db(), team.lead).workspaces.create(wish)).rejects.toMatchObject({ code: 'FORBIDDEN' })
    await expect(callerFor(db(), await makeUser(db())).workspaces.create(wish)).rejects.toMatchObject({ code: 'FORBIDDEN' })
  })

  test('is no place for those who do not belong to it', async () => {
    await expect(callerFor(db(), team.lead).workspaces.get({ workspace: 'second' })).rejects.toMatchObject({ code: 'NOT_FOUND' })
    await expect(callerFor(db(), team.lead).members.list({ workspace: 'second' })).rejects.toMatchObject({ code: 'NOT_FOUND' })
  })
})

describe('preferences', () => {
  const me = () => callerFor(db(), team.viewer).account

  test('are remembered one by one and forgotten with null', async () => {
    await me().setPreference({ key: 'theme', value: 'dark' })
    await me().setPreference({ key: 'content.columns', value: ['title', 'phase'] })
    expect(await me().preferences()).toEqual({ theme: 'dark', 'content.columns': ['title', 'phase'] })
    expect(await me().setPreference({ key: 'theme', value: null })).toEqual({ 'content.columns': ['title', 'phase'] })
    expect(await callerFor(db(), team.author).account.preferences()).toEqual({})
  })

  test('set at the same time all stay', async () => {
    await Promise.all([1, 2, 3, 4].map((n) => me().setPreference({ key: `screen.${n}`, value: n })))
    expect(await me().preferences()).toMatchObject({ 'screen.1': 1, 'screen.2': 2, 'screen.3': 3, 'screen.4': 4 })
  })

  test('that the program reads itself must fit, and none may be large', async () => {
    await expect(me().setPreference({ key: 'theme', value: 'pink' })).rejects.toMatchObject({ code: 'BAD_REQUEST' })
    await expect(me().setPreference({ key: 'a', value: 'x'.repeat(20_001) })).rejects.toMatchObject({ code: 'BAD_REQUEST' })
    await expect(me().setPreference({ key: '__proto__', value: 1 })).rejects.toMatchObject({ code: 'BAD_REQUEST' })
    for (let n = 0; n < 9; n += 1) await me().setPreference({ key: `big.${n}`, value: 'x'.repeat(19_990) })
    await me().setPreference({ key: 'big.9', value: 'x'.repeat(19_000) })
    await expect(me().setPreference({ key: 'big.10', value: 'x'.repeat(19_990) })).rejects.toMatchObject({
      cause: { messageKey: 'profile.problem.preferencesFull' },
    })
  })
})

test('people change their own name and language', async () => {
  const { account } = callerFor(db(), team.editor)
  await account.edit({ name: '  Eva Editor ', locale: 'de' })
  expect(await findUser(db().read, team.editor.id)).toMatchObject({ name: 'Eva Editor', locale: 'de' })
  expect(await account.me()).toMatchObject({ name: 'Eva Editor', mayCreateWorkspace: false })
  await expect(account.edit({ name: ' ' })).rejects.toMatchObject({ code: 'BAD_REQUEST' })
})
