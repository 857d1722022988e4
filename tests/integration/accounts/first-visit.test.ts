import { describe, expect, test } from 'vitest'
import { listRecentChanges, listSubjectChanges } from '@/db/stores/changes'
import { listItemsAfter } from '@/db/stores/items'
import { listMembers } from '@/db/stores/members'
import { listTargets } from '@/db/stores/targets'
import { findUserByEmail } from '@/db/stores/users'
import { listTerms } from '@/db/stores/vocabulary'
import { findWorkspaceBySlug, listMemberWorkspaces, listWorkspaces } from '@/db/stores/workspaces'
import { setUp } from '@/server/domain/members/account.commands'
import { isSetUp } from '@/server/domain/members/account.queries'
import { createWorkspace } from '@/server/domain/workspaces/workspace.commands'
import { samples } from '@/server/presets/samples/samples'
import { testDatabase } from '@/tests/support/database'
import { firstVisit, now, quickHash, wish } from './world'

describe('the first visit', () => {
  const db = testDatabase()

  test('two browsers racing for it get one account', async () => {
    await createWorkspace({ db: db(), now, actor: 'job:command-line' }, wish('Made before'))
    expect(await isSetUp(db())).toBe(false)

    const runs = await Promise.allSettled([
      setUp({ db: db(), now }, firstVisit('Anna'), quickHash),
      setUp({ db: db(), now }, firstVisit('Bert'), quickHash),
      setUp({ db: db(), now }, firstVisit('Cleo'), quickHash),
    ])

    expect(runs.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    for (const run of runs)
      if (run.status === 'rejected')
        expect(run.reason).toMatchObject({ code: 'conflict', messageKey: 'start.problem.alreadySetUp' })
    const people = await Promise.all(['anna', 'bert', 'cleo'].map((name) => findUserByEmail(db().read, `${name}@example.org`)))
    expect(people.filter((found) => found !== undefined)).toHaveLength(1)
    expect(await listWorkspaces(db().read)).toHaveLength(2)
    expect(await isSetUp(db())).toBe(true)
  })

  test('the account is administrator of the new workspace and of those made before', async () => {
    const [winner] = (
      await Promise.all(['anna', 'bert', 'cleo'].map((name) => findUserByEmail(db().read, `${name}@example.org`)))
    ).filter((found) => found !== undefined)
    const mine = await listMemberWorkspaces(db().read, winner?.id ?? '')
    expect(mine.map(({ name, role }) => [name, role])).toEqual([
      ['Acme', 'admin'],
      ['Made before', 'admin'],
    ])
    expect(winner?.isOperator).toBe(true)
  })

  test('nobody gets a second first visit', async () => {
    await expect(setUp({ db: db(), now }, firstVisit('Dora'), quickHash)).rejects.toMatchObject({
      messageKey: 'start.problem.alreadySetUp',
    })
  })

  test('who joined when stands in the history of the workspace', async () => {
    const workspace = await findWorkspaceBySlug(db().read, 'acme')
    const [member] = await listMembers(db().read, workspace?.id ?? '')
    const [entry] = await listSubjectChanges(db().read, workspace?.id ?? '', 'member', member?.userId ?? '', { limit: 10 })
    expect(entry).toMatchObject({ operation: 'create', before: null, after: { role: 'admin' }, actor: `user:${member?.userId}` })
  })
})

describe('a new workspace', () => {
  const db = testDatabase()

  test('starts with the vocabulary of its journey model', async () => {
    const made = await createWorkspace(
      { db: db(), now, actor: 'job:command-line' },
      { ...wish('Sieben'), model: 'ihk7', segment: 'b2b', sellsGoods: false },
    )
    const terms = await listTerms(db().read, made.id)
    expect(terms.filter(({ dimension }) => dimension === 'phase')).toHaveLength(7)
    expect(terms.filter(({ dimension }) => dimension === 'persona').length).toBeGreaterThan(0)
    expect(terms.filter(({ dimension }) => dimension === 'channel')).toHaveLength(22)
  })

  test('of a name that exists gets an address of its own, however many ask at once', async () => {
    const made = await Promise.all(
      [1, 2, 3].map(() => createWorkspace({ db: db(), now, actor: 'job:command-line' }, wish('Zweimal'))),
    )
    expect(made.map(({ slug }) => slug).sort()).toEqual(['zweimal', 'zweimal-2', 'zweimal-3'])
  })

  test('gets no sample with a model that the samples are not written for', async () => {
    await expect(
      createWorkspace({ db: db(), now, actor: 'job:command-line' }, { ...wish('Probe'), model: 'aida', sample: 'good' }),
    ).rejects.toMatchObject({
      code: 'invalid',
      messageKey: 'workspace.problem.sampleNeedsModel',
    })
    expect(await findWorkspaceBySlug(db().read, 'probe')).toBeUndefined()
  })

  test.each(['good', 'worst', 'large'] as const)(
    'with the sample %s holds its items, targets and texts, in one change set',
    async (sample) => {
      const made = await createWorkspace(
        { db: db(), now, actor: 'job:command-line' },
        { ...wish(`Sample ${sample}`), sample, sellsGoods: false },
      )
      const items = await listItemsAfter(db().read, made.id, '', 1000)
      expect(items).toHaveLength(samples[sample].items.length)
      expect(made.sellsGoods).toBe(true)
      expect(await listTargets(db().read, made.id)).toHaveLength(samples[sample].targets.length)
      const sets = new Set((await listRecentChanges(db().read, made.id, { limit: 2000 })).map(({ changeSet }) => changeSet))
      expect(sets.size).toBe(1)
      const [first] = items
      expect(await db().search.find(db().read, made.id, first?.title ?? '')).toContain(first?.id)
      for (const { id, groupId } of items)
        expect(
          items.some((item) => item.id === groupId),
          id,
        ).toBe(true)
    },
  )
})
