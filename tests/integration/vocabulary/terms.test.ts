import { describe, expect, test } from 'vitest'
import { listChangeSet } from '@/db/stores/changes'
import { archiveTerm, createTerms, deleteTerm, editTerms } from '@/server/domain/vocabulary/term.commands'
import { countUse } from '@/server/domain/vocabulary/term.queries'
import { getVocabulary } from '@/server/domain/vocabulary/vocabulary.queries'
import { testDatabase } from '@/tests/support/database'
import { itemWith, workspaceFor } from './workspace'

const db = testDatabase()

describe('adding', () => {
  test('the key is a slug of the name, umlauts spelled out, and never a reserved word', async () => {
    const ctx = await workspaceFor(db())
    const { terms: made } = await createTerms(ctx, [
      { dimension: 'topic', name: { en: '', de: 'Türen & Fenster' } },
      { dimension: 'topic', name: { en: 'Untagged', de: '' } },
    ])
    expect(made.map(({ key }) => key)).toEqual(['tueren-fenster', 'untagged-2'])
    expect(made[0]?.name).toEqual({ en: 'Türen & Fenster', de: 'Türen & Fenster' })
  })

  test('a second one of the same name is refused, and says which it is', async () => {
    const ctx = await workspaceFor(db())
    await expect(createTerms(ctx, [{ dimension: 'channel', name: { en: 'e-mail', de: 'Post' } }])).rejects.toMatchObject({
      messageKey: 'vocabulary.problem.nameTaken',
      data: { dimension: 'channel', key: 'email' },
    })
  })

  test('a new phase takes a free letter and a hue apart from the others', async () => {
    const ctx = await workspaceFor(db())
    await createTerms(ctx, [{ dimension: 'phase', name: { en: 'Win back', de: 'Rückgewinnung' } }])
    const { phase } = await getVocabulary(ctx)
    const fresh = phase.at(-1)
    expect(fresh?.details.letter).toBe('F')
    expect(phase.slice(0, -1).every(({ details }) => Math.abs(details.hue - (fresh?.details.hue ?? 0)) > 15)).toBe(true)
  })

  test('an editor adds topics but no phases; an author adds nothing', async () => {
    const ctx = await workspaceFor(db(), 'editor')
    await expect(createTerms(ctx, [{ dimension: 'topic', name: { en: 'A', de: 'A' } }])).resolves.toBeDefined()
    await expect(createTerms(ctx, [{ dimension: 'phase', name: { en: 'B', de: 'B' } }])).rejects.toMatchObject({
      code: 'forbidden',
    })
    const author = { ...ctx, actor: { ...ctx.actor, kind: 'member', userId: 'x', role: 'author' } as const }
    await expect(createTerms(author, [{ dimension: 'topic', name: { en: 'C', de: 'C' } }])).rejects.toMatchObject({
      code: 'forbidden',
    })
  })
})

describe('editing', () => {
  test('several edits and an order are one change set', async () => {
    const ctx = await workspaceFor(db())
    const { phase } = await getVocabulary(ctx)
    const [first, second] = phase
    if (!first || !second) throw new Error('no phases')
    const order = [second.key, first.key, ...phase.slice(2).map(({ key }) => key)]
    const { changeSet } = await editTerms(ctx, {
      dimension: 'phase',
      order,
      edits: [
        {
          key: first.key,
          revision: 1,
          change: { name: { en: 'Attention', de: 'Beachtung' }, details: { letter: 'B', weight: 2 } },
        },
        { key: second.key, revision: 1, change: { details: { letter: 'A' } } },
      ],
    })
    const after = (await getVocabulary(ctx)).phase
    expect(after.map(({ key, details }) => [key, details.letter]).slice(0, 2)).toEqual([
      [second.key, 'A'],
      [first.key, 'B'],
    ])
    expect(after[1]).toMatchObject({ name: { de: 'Beachtung' }, details: { weight: 2, stages: first.details.stages } })
    const log = await listChangeSet(db().read, ctx.actor.workspaceId, changeSet)
    expect(log[0]).toMatchObject({
      subject: 'term',
      subjectId: `phase/${first.key}`,
      before: { nameEn: first.name.en },
      after: { nameEn: 'Attention' },
    })
  })

  test('two phases cannot share a letter', async () => {
    const ctx = await workspaceFor(db())
    const edit = { dimension: 'phase', edits: [{ key: 'awareness', revision: 1, change: { details: { letter: 'b' } } }] } as const
    await expect(editTerms(ctx, { ...edit, edits: [...edit.edits] })).rejects.toMatchObject({
      messageKey: 'vocabulary.problem.letterTaken',
    })
  })

  test('a stale edit is refused whole, and says who changed what', async () => {
    const ctx = await workspaceFor(db())
    const rename = (key: string, revision: number, en: string) => ({ key, revision, change: { name: { en, de: en } } })
    await editTerms(ctx, { dimension: 'channel', edits: [rename('blog', 1, 'Gazette')] })
    const late = editTerms(ctx, { dimension: 'channel', edits: [rename('shop', 1, 'Store'), rename('blog', 1, 'Journal')] })
    await expect(late).rejects.toMatchObject({
      code: 'conflict',
      details: { name: 'Gazette' },
      data: {
        term: 'blog',
        since: {
          fields: expect.toSatisfy(
            (fields: string[]) => new Set(fields).symmetricDifference(new Set(['nameEn', 'nameDe'])).size === 0,
          ),
        },
      },
    })
    const { channel } = await getVocabulary(ctx)
    expect(channel.find(({ key }) => key === 'shop')?.name.en).toBe('Shop')
  })

  test('an order that misses a term somebody added is out of date', async () => {
    const ctx = await workspaceFor(db())
    const seen = (await getVocabulary(ctx)).channel.map(({ key }) => key)
    await createTerms(ctx, [{ dimension: 'channel', name: { en: 'Podcast', de: 'Podcast' } }])
    await expect(editTerms(ctx, { dimension: 'channel', edits: [], order: seen })).rejects.toMatchObject({ code: 'conflict' })
  })
})

describe('archive and delete', () => {
  test('an archived channel stays on its items and can be restored', async () => {
    const ctx = await workspaceFor(db())
    await itemWith(ctx, { channel: ['blog'] })
    await archiveTerm(ctx, { dimension: 'channel', key: 'blog', revision: 1, archived: true })
    const find = async () => (await getVocabulary(ctx)).channel.find(({ key }) => key === 'blog')
    expect((await find())?.archivedAt).toEqual(ctx.now())
    expect(await countUse(ctx, 'channel')).toEqual({ blog: { items: 1, trashed: 0 } })
    await archiveTerm(ctx, { dimension: 'channel', key: 'blog', revision: 2, archived: false })
    expect((await find())?.archivedAt).toBeNull()
  })

  test('what an item of the trash carries cannot be deleted, what nothing carries can', async () => {
    const ctx = await workspaceFor(db())
    await itemWith(ctx, { channel: ['tv'] }, { deletedAt: ctx.now() })
    await expect(deleteTerm(ctx, { dimension: 'channel', key: 'tv', revision: 1 })).rejects.toMatchObject({
      messageKey: 'vocabulary.problem.inUse',
      details: { items: 1 },
    })
    await deleteTerm(ctx, { dimension: 'channel', key: 'press', revision: 1 })
    expect((await getVocabulary(ctx)).channel.some(({ key }) => key === 'press')).toBe(false)
  })

  test('use is counted for purposes and steps too', async () => {
    const ctx = await workspaceFor(db())
    await itemWith(ctx, {}, { purpose: 'compare' })
    await itemWith(ctx, {}, { purpose: 'compare', deletedAt: ctx.now() })
    expect(await countUse(ctx, 'purpose')).toEqual({ compare: { items: 1, trashed: 1 } })
    expect(await countUse(ctx, 'step')).toEqual({ idea: { items: 1, trashed: 1 } })
  })
})
