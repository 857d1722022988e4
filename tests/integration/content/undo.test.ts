import { describe, expect, test } from 'vitest'
import { findChangeSet } from '@/db/stores/changes'
import { moveToTrash, purgeItems } from '@/server/domain/content/bulk.commands'
import { createItem, saveItem } from '@/server/domain/content/item.commands'
import { getItem, listItems } from '@/server/domain/content/item.queries'
import { itemListInput } from '@/server/domain/content/item-list.schema'
import { setTarget } from '@/server/domain/coverage/target.commands'
import { listTargets } from '@/server/domain/coverage/target.queries'
import { loadFacts } from '@/server/domain/facts/facts.queries'
import { refreshGaps } from '@/server/domain/gaps/gap-refresh.commands'
import { getItemVersion, listItemVersions, listRecentHistory } from '@/server/domain/history/history.queries'
import { undoChangeSet } from '@/server/domain/history/undo.commands'
import { restoreVersion } from '@/server/domain/history/version.commands'
import { mergeTerms } from '@/server/domain/vocabulary/merge.commands'
import { createTerms, editTerms } from '@/server/domain/vocabulary/term.commands'
import { loadVocabulary } from '@/server/domain/vocabulary/vocabulary.queries'
import { testDatabase } from '@/tests/support/database'
import { at, emptyWorkspace, memberOf } from './world'

const db = testDatabase()

describe('undo', () => {
  test('puts back every kind of field as it was', async () => {
    const editor = await memberOf(await emptyWorkspace(db()), 'editor')
    const { item } = await createItem(editor, {
      title: 'Before',
      type: 'email',
      purpose: 'thank',
      body: 'Old text',
      url: 'https://example.com/old',
      fields: { subject: 'Old', sendsThanks: true },
      tags: { phase: ['retention'], channel: ['email'] },
      dueOn: '2026-04-01',
    })
    const saved = await saveItem(editor, {
      id: item.id,
      revision: 1,
      edit: {
        title: 'After',
        step: 'published',
        body: 'New text',
        url: null,
        fields: { subject: null, sender: 'Us' },
        tags: { phase: ['advocacy', 'awareness'], channel: [] },
        dueOn: null,
      },
    })
    const result = await undoChangeSet(editor, saved.changeSet ?? '')
    expect(result).toMatchObject({ done: 1, refused: [] })
    const now = await getItem(editor, item.id)
    expect(now).toEqual({ ...item, revision: 3, updatedAt: now.updatedAt })
    const found = await listItems(editor, itemListInput.parse({ filter: 'q=old text' }))
    expect(found.rows.map(({ id }) => id)).toEqual([item.id])
  })

  test('leaves what was changed since, and names field, person and time', async () => {
    const workspace = await emptyWorkspace(db())
    const anna = await memberOf(workspace, 'editor', 'Anna')
    const ben = await memberOf(workspace, 'editor', 'Ben')
    const { item } = await createItem(anna, { title: 'One', type: 'page', note: 'a' })
    const first = await saveItem(anna, {
      id: item.id,
      revision: 1,
      edit: { title: 'Two', note: 'b', tags: { phase: ['awareness'] } },
    })
    const later = at(ben, '2026-03-01T11:00:00Z')
    await saveItem(later, { id: item.id, revision: 2, edit: { title: 'Three', tags: { phase: ['retention'] } } })
    const result = await undoChangeSet(anna, first.changeSet ?? '')
    expect(result).toMatchObject({ done: 1, refusedCount: 2 })
    expect(result.refused).toMatchObject([
      { field: 'title', name: 'Three', messageKey: 'history.problem.changedSince', by: { name: 'Ben' }, at: later.now() },
      { field: 'tags.phase', by: { name: 'Ben' } },
    ])
    expect(await getItem(anna, item.id)).toMatchObject({ title: 'Three', note: 'a', tags: { phase: ['retention'] } })
  })

  test('keeps a published item published with its date when only the status was changed since', async () => {
    const editor = await memberOf(await emptyWorkspace(db()), 'editor')
    const { item } = await createItem(editor, { title: 'Live', type: 'page', purpose: 'thank' })
    const published = await saveItem(editor, { id: item.id, revision: 1, edit: { step: 'published' } })
    await saveItem(editor, { id: item.id, revision: 2, edit: { step: 'archived' } })
    const result = await undoChangeSet(editor, published.changeSet ?? '')
    expect(result.refused).toMatchObject([{ field: 'step' }])
    expect(await getItem(editor, item.id)).toMatchObject({
      status: 'archived',
      publishedAt: published.item.publishedAt,
      reviewBy: null,
    })
  })

  test('of a creation deletes the item for good unless somebody has changed it, and can itself be undone', async () => {
    const editor = await memberOf(await emptyWorkspace(db()), 'editor')
    const made = await createItem(editor, { title: 'New', type: 'page', body: 'Text', tags: { phase: ['awareness'] } })
    const undone = await undoChangeSet(editor, made.changeSet ?? '')
    await expect(getItem(editor, made.item.id)).rejects.toMatchObject({ code: 'not_found' })
    expect(await undoChangeSet(editor, made.changeSet ?? '')).toEqual({ changeSet: null, done: 0, refused: [], refusedCount: 0 })
    await undoChangeSet(editor, undone.changeSet ?? '')
    const back = await getItem(editor, made.item.id)
    expect(back).toEqual({ ...made.item, updatedAt: back.updatedAt })

    const touched = await createItem(editor, { title: 'Touched', type: 'page' })
    await saveItem(editor, { id: touched.item.id, revision: 1, edit: { note: 'mine' } })
    const refused = await undoChangeSet(editor, touched.changeSet ?? '')
    expect(refused).toMatchObject({ done: 0, refused: [{ field: null, messageKey: 'history.problem.changedSince' }] })
  })

  test('brings back what was thrown away, even what was deleted for good', async () => {
    const admin = await memberOf(await emptyWorkspace(db()), 'admin')
    const { item } = await createItem(admin, { title: 'Old', type: 'page', body: 'Text', tags: { channel: ['blog'] } })
    const trashed = await moveToTrash(admin, [item.id], 'trash')
    const purged = await purgeItems(admin, [item.id])
    await undoChangeSet(admin, purged.changeSet ?? '')
    expect((await getItem(admin, item.id)).deletedAt).toEqual(admin.now())
    await undoChangeSet(admin, trashed.changeSet ?? '')
    expect(await getItem(admin, item.id)).toMatchObject({
      title: 'Old',
      body: 'Text',
      deletedAt: null,
      tags: { channel: ['blog'] },
    })
  })

  test('is possible for a day, by whoever made the change or edits everything', async () => {
    const workspace = await emptyWorkspace(db())
    const author = await memberOf(workspace, 'author')
    const viewer = await memberOf(workspace, 'viewer')
    const editor = await memberOf(workspace, 'editor')
    const made = await createItem(author, { title: 'Mine', type: 'page' })
    const changeSet = made.changeSet ?? ''
    await expect(undoChangeSet(viewer, changeSet)).rejects.toMatchObject({ code: 'forbidden' })
    await expect(undoChangeSet(at(editor, '2026-03-02T10:00:01Z'), changeSet)).rejects.toMatchObject({
      code: 'conflict',
      messageKey: 'history.problem.tooOld',
    })
    await expect(undoChangeSet(editor, 'nothing')).rejects.toMatchObject({ code: 'not_found' })
    expect(await undoChangeSet(at(author, '2026-03-02T10:00:00Z'), changeSet)).toMatchObject({ done: 1 })
    const theirs = await createItem(editor, { title: 'Theirs', type: 'page' })
    await expect(undoChangeSet(author, theirs.changeSet ?? '')).rejects.toMatchObject({ code: 'forbidden' })
  })

  test('of a merge brings the term back before the tags that name it', async () => {
    const lead = await memberOf(await emptyWorkspace(db()), 'lead')
    const name = (text: string) => ({ en: text, de: text })
    const { terms } = await createTerms(lead, [
      { dimension: 'topic', name: name('Camera') },
      { dimension: 'topic', name: name('Cameras') },
    ])
    const [from = '', into = ''] = terms.map(({ key }) => key)
    const { item } = await createItem(lead, { title: 'A', type: 'page', tags: { topic: [from] } })
    const merged = await mergeTerms(lead, { dimension: 'topic', from, into }, 1)
    expect((await getItem(lead, item.id)).tags.topic).toEqual([into])
    expect(await undoChangeSet(lead, merged.changeSet)).toMatchObject({ refused: [] })
    expect((await getItem(lead, item.id)).tags.topic).toEqual([from])
    const { topic } = await loadVocabulary(db().read, lead.actor.workspaceId)
    expect(topic.map(({ key }) => key)).toContain(from)
  })

  test('of a new term is refused while an item carries it', async () => {
    const lead = await memberOf(await emptyWorkspace(db()), 'lead')
    const made = await createTerms(lead, [{ dimension: 'persona', name: { en: 'Ann', de: 'Ann' } }])
    const key = made.terms[0]?.key ?? ''
    const tagged = await createItem(lead, { title: 'A', type: 'page', tags: { persona: [key] } })
    expect(await undoChangeSet(lead, made.changeSet)).toMatchObject({
      done: 0,
      refused: [{ messageKey: 'history.problem.inUse' }],
    })
    await undoChangeSet(lead, tagged.changeSet ?? '')
    expect(await undoChangeSet(lead, made.changeSet)).toMatchObject({ done: 1, refused: [] })
  })

  test('works for edits of terms and for targets', async () => {
    const lead = await memberOf(await emptyWorkspace(db()), 'lead')
    const edited = await editTerms(lead, {
      dimension: 'phase',
      edits: [{ key: 'retention', revision: 1, change: { name: { en: 'Care', de: 'Pflege' } } }],
    })
    await undoChangeSet(lead, edited.changeSet)
    const { phase } = await loadVocabulary(db().read, lead.actor.workspaceId)
    expect(phase.find(({ key }) => key === 'retention')?.name.en).toBe('Retention')

    await setTarget(lead, {
      dimension: 'channel',
      phase: 'retention',
      value: 'email',
      revision: null,
      content: { numbers: { min: 1, ideal: 2, max: null }, reason: null },
    })
    const [entry] = (await listRecentHistory(lead, { limit: 1 })).entries
    expect(entry?.parts).toMatchObject([{ subject: 'target', count: 1 }])
    await undoChangeSet(lead, entry?.changeSet ?? '')
    expect(await listTargets(lead)).toEqual([])
  })
})

describe('the history of an item', () => {
  test('tells versions field by field with their people, newest first', async () => {
    const workspace = await emptyWorkspace(db())
    const anna = await memberOf(workspace, 'editor', 'Anna')
    const { item } = await createItem(anna, { title: 'One', type: 'page', body: 'x'.repeat(1000) })
    await saveItem(anna, { id: item.id, revision: 1, edit: { title: 'Two', fields: { slug: 'two' }, step: 'published' } })
    const { versions } = await listItemVersions(anna, { id: item.id, limit: 10 })
    expect(versions).toHaveLength(2)
    expect(versions[0]).toMatchObject({ actor: { name: 'Anna' }, operation: 'edit', canUndo: true })
    expect(versions[0]?.changes).toEqual([
      { field: 'title', before: 'One', after: 'Two' },
      { field: 'step', before: 'idea', after: 'published' },
      { field: 'field.slug', before: null, after: 'two' },
      { field: 'publishedAt', before: null, after: '2026-03-01T10:00:00.000Z' },
    ])
    expect(versions[1]).toMatchObject({ operation: 'create', isCut: true })
    const old = await getItemVersion(anna, item.id, versions[1]?.seq ?? 0)
    expect(old).toMatchObject({ title: 'One', status: 'idea', publishedAt: null, fields: {} })
    expect(old.body).toHaveLength(1000)
  })

  test('restores an old version as a new one without taking the page offline', async () => {
    const editor = await memberOf(await emptyWorkspace(db()), 'editor')
    const { item } = await createItem(editor, { title: 'One', type: 'page', body: 'First', tags: { phase: ['awareness'] } })
    const edit = { title: 'Two', body: 'Second', tags: { phase: ['retention'] }, step: 'published', fields: { slug: 'two' } }
    await saveItem(editor, { id: item.id, revision: 1, edit })
    const { versions } = await listItemVersions(editor, { id: item.id, limit: 10 })
    const restored = await restoreVersion(editor, { id: item.id, seq: versions[1]?.seq ?? 0, revision: 2 })
    expect(restored.item).toMatchObject({ title: 'One', body: 'First', fields: {}, status: 'published', revision: 3 })
    expect(restored.item.tags.phase).toEqual(['awareness'])
    expect((await listItemVersions(editor, { id: item.id, limit: 10 })).versions).toHaveLength(3)
  })
})

test('the audit log shows change sets with their size, page by page, each once', async () => {
  const workspace = await emptyWorkspace(db())
  const editor = await memberOf(workspace, 'editor', 'Ed')
  const ids: string[] = []
  for (let n = 0; n < 7; n += 1) ids.push((await createItem(editor, { title: `Item ${n}`, type: 'page' })).item.id)
  const trashed = await moveToTrash(editor, ids, 'trash')
  const { entries } = await listRecentHistory(editor, { limit: 3 })
  expect(entries[0]).toMatchObject({ changeSet: trashed.changeSet, actor: { name: 'Ed' }, canUndo: true })
  expect(entries[0]?.parts).toMatchObject([{ subject: 'item', operation: 'trash', count: 7 }])
  const seen: string[] = []
  for (let beforeSeq: number | undefined; ; ) {
    const page = await listRecentHistory(editor, { limit: 3, beforeSeq })
    seen.push(...page.entries.map(({ changeSet }) => changeSet))
    if (page.nextBeforeSeq === null) break
    beforeSeq = page.nextBeforeSeq
  }
  // Seven items, the trash, the member and the workspace with its vocabulary.
  expect(seen).toHaveLength(10)
  expect(new Set(seen).size).toBe(10)
  expect((await listRecentHistory(editor, { limit: 50, subject: 'member' })).entries).toHaveLength(1)
  expect(await findChangeSet(db().read, editor.actor.workspaceId, trashed.changeSet ?? '')).toMatchObject({
    actor: `user:${editor.userId}`,
  })
  expect((await loadFacts(editor, editor.actor.workspaceId)).facts).toHaveLength(7)
})

test('the log names things in the language of its reader, members by name, and offers no undo for what was found', async () => {
  const lead = await memberOf(await emptyWorkspace(db()), 'lead', 'Lea')
  const founding = (await listRecentHistory({ ...lead, locale: 'de' }, { limit: 50 })).entries
  const partOf = (subject: string) => founding.flatMap(({ parts }) => parts).find((part) => part.subject === subject)
  expect(partOf('member')?.examples).toMatchObject([{ name: 'Lea' }])
  const { terms } = await createTerms(lead, [{ dimension: 'topic', name: { de: 'Türen', en: 'Doors' } }])
  const [term] = terms
  if (!term) throw new Error('no term')
  await editTerms(lead, {
    dimension: 'topic',
    edits: [{ key: term.key, revision: term.revision, change: { synonyms: ['Tore'] } }],
  })
  const namesIn = async (locale: 'de' | 'en') =>
    (await listRecentHistory({ ...lead, locale }, { limit: 2 })).entries.map(({ parts }) => parts[0]?.examples[0]?.name)
  expect(await namesIn('de')).toEqual(['Türen', 'Türen'])
  expect(await namesIn('en')).toEqual(['Doors', 'Doors'])
  await refreshGaps(lead)
  const [found] = (await listRecentHistory(lead, { limit: 1, subject: 'finding' })).entries
  expect(found).toMatchObject({ parts: [{ subject: 'finding', operation: 'found' }], canUndo: false })
})
