import { beforeAll, describe, expect, test } from 'vitest'
import { findLink } from '@/db/stores/links'
import { findMembership, listMembers } from '@/db/stores/members'
import { findUser, findUserByEmail } from '@/db/stores/users'
import type { Role } from '@/server/domain/access/access.rules'
import { createItem } from '@/server/domain/content/item.commands'
import type { Context } from '@/server/domain/context'
import {
  createAdminLink,
  inviteMember,
  joinWithNewAccount,
  joinWorkspace,
  makePasswordLink,
  resetPasswordLink,
  revokeInvite,
  setPasswordByLink,
} from '@/server/domain/members/link.commands'
import { findInvitation, findPasswordReset, listInvites } from '@/server/domain/members/link.queries'
import { hashOfSecret } from '@/server/domain/members/link-secret'
import { changeRole, removeMember } from '@/server/domain/members/member.commands'
import { createTask } from '@/server/domain/tasks/task.commands'
import { createWorkspace } from '@/server/domain/workspaces/workspace.commands'
import { testDatabase } from '@/tests/support/database'
import { begin, daysLater, now, person, quickHash, wish } from './world'

function suite() {
  const db = testDatabase()
  const world = { userId: '', slug: '', workspaceId: '' }
  beforeAll(async () => {
    Object.assign(world, await begin(db()))
    world.workspaceId = (await findMembership(db().read, world.userId, world.slug))?.workspaceId ?? ''
  })
  const as = (userId: string, role: Role): Context => ({
    actor: { kind: 'member', userId, workspaceId: world.workspaceId, role },
    db: db(),
    now,
    locale: 'de',
  })
  const admin = () => as(world.userId, 'admin')
  const idOf = async (name: string) => (await findUserByEmail(db().read, `${name}@example.org`))?.id ?? ''
  const memberOf = async (name: string) =>
    (await listMembers(db().read, world.workspaceId)).find(({ email }) => email === `${name}@example.org`)
  const newcomer = async (name: string, role: Role) => {
    const { token } = await inviteMember(admin(), { role, email: null })
    await joinWithNewAccount({ db: db(), now }, { token, account: person(name), language: 'en' }, quickHash)
    return idOf(name)
  }
  return { db, world, as, admin, idOf, memberOf, newcomer }
}

describe('an invitation', () => {
  const { db, world, admin, as, idOf, memberOf, newcomer } = suite()
  const join = (token: string, name: string, at = now) =>
    joinWithNewAccount({ db: db(), now: at }, { token, account: person(name), language: 'en' }, quickHash)

  test('makes an account and a member with the role it names, once', async () => {
    const { token } = await inviteMember(admin(), { role: 'editor', email: null })
    expect(await findInvitation({ db: db(), now }, token)).toEqual({
      workspace: 'Acme',
      role: 'editor',
      email: null,
      invitedBy: 'Anna',
    })
    expect(await join(token, 'Bert')).toEqual({ slug: 'acme' })
    expect(await memberOf('bert')).toMatchObject({ role: 'editor', name: 'Bert' })

    await expect(join(token, 'Cleo')).rejects.toMatchObject({ code: 'not_found', messageKey: 'auth.problem.linkGone' })
    expect(await idOf('cleo')).toBe('')
    expect(await findInvitation({ db: db(), now }, token)).toBeUndefined()
  })

  test('is used up by one of two who follow it at the same time, and the other leaves no account', async () => {
    const { token } = await inviteMember(admin(), { role: 'author', email: null })
    const runs = await Promise.allSettled([join(token, 'Dora'), join(token, 'Emil')])
    expect(runs.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect([await idOf('dora'), await idOf('emil')].filter((id) => id !== '')).toHaveLength(1)
  })

  test('is kept as a hash only', async () => {
    const { token } = await inviteMember(admin(), { role: 'viewer', email: null })
    const stored = await findLink(db().read, 'invite', hashOfSecret(token))
    expect(Buffer.from(token, 'base64url')).toHaveLength(32)
    expect(JSON.stringify(stored)).not.toContain(token)
  })

  test('expires after seven days', async () => {
    const { token, expiresAt } = await inviteMember(admin(), { role: 'viewer', email: null })
    expect(expiresAt).toEqual(daysLater(7)())
    await expect(join(token, 'Finn', daysLater(7))).rejects.toMatchObject({ messageKey: 'auth.problem.linkGone' })
    expect(await join(token, 'Finn', daysLater(6.9))).toEqual({ slug: 'acme' })
  })

  test('can be taken back as long as it is open', async () => {
    const { token } = await inviteMember(admin(), { role: 'lead', email: 'gina@example.org' })
    const open = (await listInvites(admin())).find(({ email }) => email === 'gina@example.org')
    expect(open).toMatchObject({ role: 'lead', invitedBy: 'Anna' })
    await revokeInvite(admin(), open?.id ?? '')
    await expect(join(token, 'Gina')).rejects.toMatchObject({ messageKey: 'auth.problem.linkGone' })
    await expect(revokeInvite(admin(), open?.id ?? '')).rejects.toMatchObject({ code: 'not_found' })
  })

  test('made for an address lets nobody else in', async () => {
    const { token } = await inviteMember(admin(), { role: 'lead', email: 'hanna@example.org' })
    await expect(join(token, 'Ida')).rejects.toMatchObject({
      code: 'forbidden',
      messageKey: 'members.problem.inviteForSomebodyElse',
    })
    expect(await join(token, 'Hanna')).toEqual({ slug: 'acme' })
  })

  test('asks somebody who has an account to sign in, and lets them in then', async () => {
    const { token } = await inviteMember(admin(), { role: 'admin', email: null })
    await expect(join(token, 'Bert')).rejects.toMatchObject({ code: 'conflict', messageKey: 'auth.problem.emailTaken' })

    const other = await createWorkspace({ db: db(), now, actor: 'job:command-line' }, wish('Other'))
    const invited = await inviteMember(
      { ...admin(), actor: { kind: 'system', workspaceId: other.id, job: 'test' } },
      { role: 'author', email: null },
    )
    const bert = { db: db(), now, user: { id: await idOf('bert') } }
    expect(await joinWorkspace(bert, invited.token)).toEqual({ slug: 'other' })
    expect(await findMembership(db().read, bert.user.id, 'other')).toMatchObject({ role: 'author' })
  })

  test('followed by a member changes nothing and stays open', async () => {
    const { token } = await inviteMember(admin(), { role: 'viewer', email: null })
    expect(await joinWorkspace({ db: db(), now, user: { id: world.userId } }, token)).toEqual({ slug: 'acme' })
    expect(await memberOf('anna')).toMatchObject({ role: 'admin' })
    expect(await findInvitation({ db: db(), now }, token)).toBeDefined()
  })

  test('is made, seen and taken back by administrators only', async () => {
    const lead = as(await newcomer('Jule', 'lead'), 'lead')
    await expect(inviteMember(lead, { role: 'viewer', email: null })).rejects.toMatchObject({ code: 'forbidden' })
    await expect(listInvites(lead)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(revokeInvite(lead, 'x')).rejects.toMatchObject({ code: 'forbidden' })
  })
})

describe('a member', () => {
  const { db, world, admin, as, idOf, memberOf, newcomer } = suite()

  test('changes role, unless somebody else was faster', async () => {
    const userId = await newcomer('Karl', 'viewer')
    await changeRole(admin(), { userId, role: 'editor', revision: 1 })
    expect(await memberOf('karl')).toMatchObject({ role: 'editor', revision: 2 })
    await expect(changeRole(admin(), { userId, role: 'viewer', revision: 1 })).rejects.toMatchObject({
      code: 'conflict',
      messageKey: 'members.problem.changedMeanwhile',
    })
  })

  test('who is the last administrator stays one', async () => {
    await expect(removeMember(admin(), world.userId)).rejects.toMatchObject({ messageKey: 'members.problem.lastAdmin' })
    await expect(changeRole(admin(), { userId: world.userId, role: 'lead', revision: 1 })).rejects.toMatchObject({
      messageKey: 'members.problem.lastAdmin',
    })
  })

  test('one of two administrators who remove each other at once stays', async () => {
    const second = await newcomer('Lena', 'admin')
    const runs = await Promise.allSettled([removeMember(admin(), second), removeMember(as(second, 'admin'), world.userId)])
    expect(runs.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const left = (await listMembers(db().read, world.workspaceId)).filter(({ role }) => role === 'admin')
    expect(left).toHaveLength(1)
    if (left[0]?.userId !== world.userId)
      await createAdminLink({ db: db(), now }, { email: 'anna@example.org', workspace: world.slug, locale: 'de' })
  })

  test('is gone at the next request', async () => {
    const userId = await newcomer('Mona', 'editor')
    expect(await findMembership(db().read, userId, world.slug)).toMatchObject({ role: 'editor' })
    const { item } = await createItem(admin(), { title: 'Guide', type: 'page', ownerId: userId })
    await createItem(admin(), { title: 'Old', type: 'page', ownerId: userId, step: 'archived' })
    await createTask(admin(), { subject: 'item', subjectId: item.id }, { title: 'Call', assigneeId: userId })
    expect(await removeMember(admin(), userId)).toEqual({ items: 1, tasks: 1 })
    expect(await findMembership(db().read, userId, world.slug)).toBeUndefined()
    expect(await findUser(db().read, userId)).toBeDefined()
  })

  test('may leave, but not send others away', async () => {
    const userId = await newcomer('Nils', 'author')
    await expect(removeMember(as(userId, 'author'), await idOf('karl'))).rejects.toMatchObject({ code: 'forbidden' })
    await removeMember(as(userId, 'author'), userId)
    expect(await memberOf('nils')).toBeUndefined()
  })
})

describe('a link that sets a password', () => {
  const { db, admin, newcomer, idOf, world } = suite()
  const next = 'Der Wal zog in den Garten'

  test('works once and ends every session', async () => {
    const userId = await newcomer('Olga', 'viewer')
    const { token, expiresAt } = await makePasswordLink(admin(), userId)
    expect(expiresAt).toEqual(daysLater(1)())
    expect(await findPasswordReset({ db: db(), now }, token)).toEqual({ email: 'olga@example.org', name: 'Olga', isNew: false })

    expect(await setPasswordByLink({ db: db(), now }, { token, password: next }, quickHash)).toEqual({
      email: 'olga@example.org',
    })
    expect(await findUser(db().read, userId)).toMatchObject({ passwordHash: `hash of ${next}`, sessionVersion: 2 })
    await expect(setPasswordByLink({ db: db(), now }, { token, password: next }, quickHash)).rejects.toMatchObject({
      messageKey: 'auth.problem.linkGone',
    })
  })

  test('expires after a day, and is replaced by a newer one', async () => {
    const userId = await idOf('olga')
    const older = await makePasswordLink(admin(), userId)
    const newer = await makePasswordLink(admin(), userId)
    expect(await findPasswordReset({ db: db(), now }, older.token)).toBeUndefined()
    expect(await findPasswordReset({ db: db(), now: daysLater(1) }, newer.token)).toBeUndefined()
    expect(await findPasswordReset({ db: db(), now: daysLater(0.9) }, newer.token)).toBeDefined()
  })

  test('refuses a weak password and stays open then', async () => {
    const { token } = await makePasswordLink(admin(), await idOf('olga'))
    await expect(setPasswordByLink({ db: db(), now }, { token, password: 'kurz' }, quickHash)).rejects.toMatchObject({
      messageKey: 'auth.password.complaint.tooShort',
    })
    expect(await findPasswordReset({ db: db(), now }, token)).toBeDefined()
  })

  test("is not made by an administrator for somebody who also belongs to others' workspaces", async () => {
    const other = await createWorkspace({ db: db(), now, actor: 'job:command-line' }, wish('Elsewhere'))
    const ofOther = { ...admin(), actor: { kind: 'system' as const, workspaceId: other.id, job: 'test' } }
    const second = await newcomer('Paul', 'admin')
    const paul: Context = { ...admin(), actor: { kind: 'member', userId: second, workspaceId: world.workspaceId, role: 'admin' } }
    const userId = await newcomer('Quinn', 'viewer')
    await makePasswordLink(paul, userId)

    const { token } = await inviteMember(ofOther, { role: 'viewer', email: null })
    await joinWorkspace({ db: db(), now, user: { id: userId } }, token)
    await expect(makePasswordLink(paul, userId)).rejects.toMatchObject({
      code: 'forbidden',
      messageKey: 'members.problem.resetReachesFurther',
    })
    await expect(makePasswordLink(paul, world.userId)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(makePasswordLink(paul, 'nobody')).rejects.toMatchObject({ code: 'not_found' })
  })

  test('is made on the command line for an address that exists', async () => {
    const { token } = await resetPasswordLink({ db: db(), now }, 'Olga@Example.org')
    expect(await findPasswordReset({ db: db(), now }, token)).toMatchObject({ email: 'olga@example.org' })
    await expect(resetPasswordLink({ db: db(), now }, 'nobody@example.org')).rejects.toMatchObject({ code: 'not_found' })
  })

  test('comes with a new administrator made on the command line, who names themselves', async () => {
    const { token } = await createAdminLink(
      { db: db(), now },
      { email: 'rosa@example.org', workspace: 'elsewhere', locale: 'de' },
    )
    expect(await findPasswordReset({ db: db(), now }, token)).toEqual({ email: 'rosa@example.org', name: 'rosa', isNew: true })
    await setPasswordByLink({ db: db(), now }, { token, password: next, name: 'Rosa Roth', language: 'en' }, quickHash)
    const rosa = await findUserByEmail(db().read, 'rosa@example.org')
    expect(rosa).toMatchObject({ name: 'Rosa Roth', locale: 'en', isOperator: false })
    expect(await findMembership(db().read, rosa?.id ?? '', 'elsewhere')).toMatchObject({ role: 'admin' })
    expect(await findMembership(db().read, rosa?.id ?? '', world.slug)).toBeUndefined()
  })

  test('made without a workspace makes administrator of all', async () => {
    await createAdminLink({ db: db(), now }, { email: 'olga@example.org', locale: 'de' })
    const userId = await idOf('olga')
    for (const slug of [world.slug, 'elsewhere'])
      expect(await findMembership(db().read, userId, slug)).toMatchObject({ role: 'admin' })
    await expect(
      createAdminLink({ db: db(), now }, { email: 'olga@example.org', workspace: 'no-such', locale: 'de' }),
    ).rejects.toMatchObject({ code: 'not_found' })
  })
})
