import { describe, expect, test } from 'vitest'
import { createItem, duplicateItem, saveItem } from '@/server/domain/content/item.commands'
import { getItem, listItems, listSameAddress, suggestItems } from '@/server/domain/content/item.queries'
import { itemListInput } from '@/server/domain/content/item-list.schema'
import type { Context } from '@/server/domain/context'
import { testDatabase } from '@/tests/support/database'
import { at, emptyWorkspace, memberOf } from './world'

const db = testDatabase()

const titles = async (context: Context, filter: string) =>
  (await listItems(context, itemListInput.parse({ filter, sort: [{ field: 'title', descending: false }] }))).rows.map(
    ({ title }) => title,
  )

describe('an item', () => {
  test('needs a title and a type, and begins as an idea', async () => {
    const editor = await memberOf(await emptyWorkspace(db()), 'editor')
    const { item } = await createItem(editor, { title: 'Kaufberatung', type: 'page' })
    expect(item).toMatchObject({ title: 'Kaufberatung', type: 'page', status: 'idea', revision: 1, groupId: item.id, body: '' })
    expect(item.createdBy).toBe(editor.userId)
    expect(await getItem(editor, item.id)).toEqual(item)
  })

  test('carries tags, fields and body, and what is not named in an edit stays', async () => {
    const editor = await memberOf(await emptyWorkspace(db()), 'editor')
    const { item } = await createItem(editor, {
      title: 'Danke',
      type: 'email',
      purpose: 'thank',
      body: 'Vielen Dank!',
      fields: { subject: 'Danke', sendsThanks: true, preheader: '  ' },
      tags: { phase: ['retention'], channel: ['email'] },
    })
    expect(item.fields).toEqual({ subject: 'Danke', sendsThanks: true })
    const saved = await saveItem(editor, {
      id: item.id,
      revision: 1,
      edit: { fields: { subject: null, sender: 'Wir' }, tags: { phase: ['retention', 'advocacy'] } },
    })
    expect(saved.item).toMatchObject({ title: 'Danke', body: 'Vielen Dank!', purpose: 'thank', revision: 2 })
    expect(saved.item.fields).toEqual({ sendsThanks: true, sender: 'Wir' })
    expect(saved.item.tags).toMatchObject({ phase: ['retention', 'advocacy'], channel: ['email'] })
  })

  test('is not written again when nothing differs', async () => {
    const editor = await memberOf(await emptyWorkspace(db()), 'editor')
    const { item } = await createItem(editor, { title: 'Same', type: 'page', tags: { phase: ['awareness', 'retention'] } })
    const saved = await saveItem(editor, {
      id: item.id,
      revision: 1,
      edit: { title: 'Same', tags: { phase: ['retention', 'awareness'] } },
    })
    expect(saved).toEqual({ item, changeSet: null, voided: null })
  })

  test('refuses terms that do not exist, fields of other types and dangerous addresses, naming each field', async () => {
    const editor = await memberOf(await emptyWorkspace(db()), 'editor')
    const bad = createItem(editor, {
      title: 'Bad',
      type: 'page',
      purpose: 'nonsense',
      url: 'https://good.example@evil.example/',
      fields: { subject: 'only e-mails have one', contactVerifiedOn: '31.12.2026' },
      tags: { phase: ['nowhere'] },
    })
    await expect(bad).rejects.toMatchObject({ code: 'invalid' })
    const faults = await bad.catch((error: { data: { faults: { field: string }[] } }) =>
      error.data.faults.map(({ field }) => field),
    )
    expect(faults).toEqual(['purpose', 'url', 'field.subject', 'field.contactVerifiedOn', 'tags.phase'])
  })

  test('keeps the fields of its former type, unseen, and has them back with the type', async () => {
    const editor = await memberOf(await emptyWorkspace(db()), 'editor')
    const { item } = await createItem(editor, { title: 'Mail', type: 'email', fields: { subject: 'Hello' } })
    const moved = await saveItem(editor, { id: item.id, revision: 1, edit: { type: 'page', fields: { slug: 'mail' } } })
    expect(moved.item.fields).toEqual({ subject: 'Hello', slug: 'mail' })
    const back = await saveItem(editor, { id: item.id, revision: 2, edit: { type: 'email', fields: { subject: 'Hi' } } })
    expect(back.item.fields).toEqual({ subject: 'Hi', slug: 'mail' })
  })

  test('can be copied as a new idea without address and dates', async () => {
    const editor = await memberOf(await emptyWorkspace(db()), 'editor')
    const { item } = await createItem(editor, {
      title: 'Original',
      type: 'page',
      step: 'published',
      url: 'https://example.com/a',
      body: 'Text',
      tags: { phase: ['awareness'] },
    })
    const copy = (await duplicateItem(editor, item.id)).item
    expect(copy).toMatchObject({ title: 'Original', body: 'Text', status: 'idea', url: null, publishedAt: null })
    expect(copy.tags.phase).toEqual(['awareness'])
    expect(copy.id).not.toBe(item.id)
  })

  test('belongs to a workspace: another one does not know it', async () => {
    const here = await memberOf(await emptyWorkspace(db()), 'editor')
    const there = await memberOf(await emptyWorkspace(db()), 'admin')
    const { item } = await createItem(here, { title: 'Ours', type: 'page' })
    await expect(getItem(there, item.id)).rejects.toMatchObject({ code: 'not_found' })
    await expect(saveItem(there, { id: item.id, revision: 1, edit: { title: 'Theirs' } })).rejects.toMatchObject({
      code: 'not_found',
    })
    expect(await titles(there, '')).toEqual([])
  })
})

describe('publishing', () => {
  test('dates the item, schedules it no more and sets the day of review from its purpose', async () => {
    const editor = await memberOf(await emptyWorkspace(db()), 'editor')
    const { item } = await createItem(editor, {
      title: 'Versand',
      type: 'email',
      purpose: 'thank',
      plannedFor: '2026-03-01',
      publishAt: new Date('2026-05-01T08:00:00Z'),
    })
    expect(item).toMatchObject({ status: 'idea', publishedAt: null })
    const live = (await saveItem(at(editor, '2026-03-05T22:59:00Z'), { id: item.id, revision: 1, edit: { step: 'published' } }))
      .item
    expect(live.publishedAt).toEqual(new Date('2026-03-05T22:59:00Z'))
    expect(live.publishAt).toBeNull()
    expect(live.plannedFor).toBe('2026-03-01')
    // 365 days after the day in Berlin, where it is still the fifth.
    expect(live.reviewBy).toBe('2027-03-05')
    const off = (await saveItem(editor, { id: item.id, revision: 2, edit: { step: 'in_review' } })).item
    expect(off).toMatchObject({ status: 'in_review', publishedAt: live.publishedAt, reviewBy: live.reviewBy })
  })

  test('is not for authors, neither at once nor by a date', async () => {
    const author = await memberOf(await emptyWorkspace(db()), 'author')
    const { item } = await createItem(author, { title: 'Mine', type: 'page' })
    for (const edit of [{ step: 'published' }, { publishAt: new Date('2027-01-01T00:00:00Z') }]) {
      await expect(saveItem(author, { id: item.id, revision: 1, edit })).rejects.toMatchObject({ code: 'forbidden' })
    }
    await expect(createItem(author, { title: 'Live', type: 'page', step: 'published' })).rejects.toMatchObject({
      code: 'forbidden',
    })
  })
})

describe('two writers', () => {
  test('the second learns who changed what, and nothing of hers is written', async () => {
    const workspace = await emptyWorkspace(db())
    const anna = await memberOf(workspace, 'editor', 'Anna')
    const ben = await memberOf(workspace, 'editor', 'Ben')
    const { item } = await createItem(anna, { title: 'One', type: 'page' })
    await saveItem(ben, { id: item.id, revision: 1, edit: { title: 'Two', tags: { phase: ['advocacy'] } } })
    await saveItem(ben, { id: item.id, revision: 2, edit: { title: 'Three' } })
    const late = saveItem(anna, { id: item.id, revision: 1, edit: { note: 'Late' } })
    await expect(late).rejects.toMatchObject({
      code: 'conflict',
      details: { by: 'Ben', fields: 2 },
      data: {
        current: { title: 'Three', revision: 3, note: '' },
        changes: [
          { field: 'title', before: 'One', after: 'Three', by: { name: 'Ben' } },
          { field: 'tags.phase', before: [], after: ['advocacy'] },
        ],
      },
    })
    const mine = await saveItem(anna, { id: item.id, revision: 3, edit: { note: 'Late' } })
    expect(mine.item).toMatchObject({ title: 'Three', note: 'Late', revision: 4 })
  })

  test('of eight racing saves of one revision exactly one wins', async () => {
    const editor = await memberOf(await emptyWorkspace(db()), 'editor')
    const { item } = await createItem(editor, { title: 'Race', type: 'page' })
    const saves = Array.from({ length: 8 }, (_, n) =>
      saveItem(editor, { id: item.id, revision: 1, edit: { title: `Racer ${n}` } }),
    )
    const won = (await Promise.allSettled(saves)).filter(({ status }) => status === 'fulfilled')
    expect(won).toHaveLength(1)
    expect((await getItem(editor, item.id)).revision).toBe(2)
  })
})

describe('authors', () => {
  test('write what they own or made, and nothing else', async () => {
    const workspace = await emptyWorkspace(db())
    const author = await memberOf(workspace, 'author')
    const editor = await memberOf(workspace, 'editor')
    const theirs = (await createItem(editor, { title: 'Theirs', type: 'page' })).item
    const given = (await createItem(editor, { title: 'Given', type: 'page', ownerId: author.userId })).item
    await expect(saveItem(author, { id: theirs.id, revision: 1, edit: { title: 'X' } })).rejects.toMatchObject({
      code: 'forbidden',
    })
    expect((await saveItem(author, { id: given.id, revision: 1, edit: { title: 'Y' } })).item.title).toBe('Y')
    await expect(createItem(editor, { title: 'Z', type: 'page', ownerId: 'nobody' })).rejects.toMatchObject({ code: 'invalid' })
  })
})

describe('finding', () => {
  test('full text folds umlauts and stems German and English in title, body and fields', async () => {
    const editor = await memberOf(await emptyWorkspace(db()), 'editor')
    await createItem(editor, { title: 'Straße', type: 'page' })
    await createItem(editor, { title: 'Übung', type: 'page' })
    await createItem(editor, { title: 'Plain', type: 'page', body: 'Viele Häuser' })
    await createItem(editor, { title: 'Fields', type: 'email', fields: { subject: 'He was running' } })
    await createItem(editor, { title: 'Inflected', type: 'page', body: 'Die dunkle Seite' })
    await createItem(editor, { title: 'Uninflected', type: 'page', body: 'Es war teuer und trocken und nachts dunkel' })
    for (const [query, title] of [
      ['strasse', 'Straße'],
      ['uebung', 'Übung'],
      ['ubung', 'Übung'],
      ['Haus', 'Plain'],
      ['run', 'Fields'],
      ['dunkel seite', 'Inflected'],
      ['dunkle nacht', 'Uninflected'],
      ['teures', 'Uninflected'],
      ['trockne', 'Uninflected'],
    ]) {
      expect([query, await titles(editor, `q=${query}`)]).toEqual([query, [title]])
    }
  })

  test('follows each save, also of a field alone', async () => {
    const editor = await memberOf(await emptyWorkspace(db()), 'editor')
    const { item } = await createItem(editor, { title: 'Post', type: 'email', body: 'Erster Text' })
    await saveItem(editor, { id: item.id, revision: 1, edit: { fields: { subject: 'Gutschein' } } })
    expect(await titles(editor, 'q=gutschein erster')).toEqual(['Post'])
    await saveItem(editor, { id: item.id, revision: 2, edit: { body: 'Neu' } })
    expect(await titles(editor, 'q=erster')).toEqual([])
  })

  test('long texts of fields are read through', async () => {
    const editor = await memberOf(await emptyWorkspace(db()), 'editor')
    await createItem(editor, { title: 'A', type: 'page', fields: { seoDescription: 'Alles über TÜREN' } })
    await createItem(editor, { title: 'B', type: 'page', fields: { seoDescription: 'Fenster' } })
    await createItem(editor, { title: 'C', type: 'page' })
    expect(await titles(editor, 'field.seoDescription=~turen')).toEqual(['A'])
    expect(await titles(editor, 'field.seoDescription=-')).toEqual(['C'])
    expect(await titles(editor, 'field.seoDescription=!~fenster')).toEqual(['A', 'C'])
  })

  test('the palette suggests from two letters, beginnings first', async () => {
    const editor = await memberOf(await emptyWorkspace(db()), 'editor')
    await createItem(editor, { title: 'Meine Kamera', type: 'page' })
    await createItem(editor, { title: 'Kamera kaufen', type: 'page' })
    await createItem(editor, { title: 'Anderes', type: 'page' })
    expect((await suggestItems(editor, 'kam', 5)).map(({ title }) => title)).toEqual(['Kamera kaufen', 'Meine Kamera'])
    expect(await suggestItems(editor, 'k', 5)).toEqual([])
  })

  test('the same address is recognised however it is written', async () => {
    const editor = await memberOf(await emptyWorkspace(db()), 'editor')
    const { item } = await createItem(editor, { title: 'A', type: 'page', url: 'https://www.example.com/a/?utm_source=x' })
    expect(await listSameAddress(editor, 'http://example.com/a', null)).toMatchObject([{ id: item.id }])
    expect(await listSameAddress(editor, 'http://example.com/a', item.id)).toEqual([])
  })
})
