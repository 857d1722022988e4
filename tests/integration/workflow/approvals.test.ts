import { describe, expect, test } from 'vitest'
import { findApproval } from '@/db/stores/approvals'
import { listSubjectChanges } from '@/db/stores/changes'
import { freezeSelection, runBulk } from '@/server/domain/content/bulk.commands'
import type { BulkEdit } from '@/server/domain/content/bulk.schema'
import { createItem, saveItem } from '@/server/domain/content/item.commands'
import { getItem } from '@/server/domain/content/item.queries'
import type { ItemEdit } from '@/server/domain/content/item.schema'
import type { Context } from '@/server/domain/context'
import { listItemVersions } from '@/server/domain/history/history.queries'
import { undoChangeSet } from '@/server/domain/history/undo.commands'
import { restoreVersion } from '@/server/domain/history/version.commands'
import { listWork } from '@/server/domain/my-work/work.queries'
import { mergeTerms } from '@/server/domain/vocabulary/merge.commands'
import { createTerms, editTerms } from '@/server/domain/vocabulary/term.commands'
import { loadVocabulary } from '@/server/domain/vocabulary/vocabulary.queries'
import type { StepSettings } from '@/server/domain/workflow/step.schema'
import { approveItem } from '@/server/domain/workflow/workflow.commands'
import { getWorkflow } from '@/server/domain/workflow/workflow.queries'
import { emptyWorkspace, memberOf } from '@/tests/integration/content/world'
import { testDatabase } from '@/tests/support/database'

const db = testDatabase()

async function setStep(context: Context, key: string, details: Partial<StepSettings>) {
  const { step } = await loadVocabulary(context.db.read, context.actor.workspaceId)
  const revision = step.find((term) => term.key === key)?.revision ?? 0
  return editTerms(context, { dimension: 'step', edits: [{ key, revision, change: { details } }] })
}

async function world() {
  const system = await emptyWorkspace(db())
  const editor = await memberOf(system, 'editor', 'Ada')
  const author = await memberOf(system, 'author', 'Ben')
  const lead = await memberOf(system, 'lead', 'Cleo')
  return { system, editor, author, lead }
}

const words = {
  title: 'Thanks',
  type: 'email',
  body: 'Thank you for your order.',
  fields: { subject: 'Thanks' },
  tags: { phase: ['retention'], channel: ['email'] },
}

const edit = async (context: Context, id: string, change: ItemEdit) =>
  saveItem(context, { id, revision: (await getItem(context, id)).revision, edit: change })

async function approved(editor: Context, change: Partial<typeof words> = {}) {
  const { item } = await createItem(editor, { ...words, ...change, step: 'in_review' })
  return (await edit(editor, item.id, { step: 'approved' })).item
}

const approvalOf = (context: Context, id: string) => findApproval(context.db.read, context.actor.workspaceId, id)

async function bulk(context: Context, ids: string[], change: BulkEdit) {
  const { selectionId, count } = await freezeSelection(context, { ids })
  return (await runBulk(context, { selectionId, expectedCount: count, edit: change })).result
}

test('moving an item into the approved step keeps who said yes, when, and of what', async () => {
  const { editor } = await world()
  const item = await approved(editor)
  expect(await approvalOf(editor, item.id)).toMatchObject({ step: 'approved', userId: editor.userId })
  expect(await getWorkflow(editor, item.id)).toMatchObject({
    approval: { name: 'Ada', step: 'approved' },
    lost: null,
    hasBody: true,
  })
  const { versions } = await listItemVersions(editor, { id: item.id, limit: 10 })
  expect(versions[0]).toMatchObject({
    operation: 'approve',
    changes: [
      { field: 'approval', before: null, after: editor.userId },
      { field: 'step', before: 'in_review', after: 'approved' },
    ],
  })
})

describe('a change of words, fields or placement makes it void', () => {
  const changes: [string, ItemEdit, string[]][] = [
    ['body', { body: 'Thank you.' }, ['body']],
    ['title', { title: 'Thank you' }, ['title']],
    ['a field', { fields: { subject: 'Thank you' } }, ['field.subject']],
    ['a field taken away', { fields: { subject: null } }, ['field.subject']],
    ['type', { type: 'page' }, ['type']],
    ['purpose', { purpose: 'review_request' }, ['purpose']],
    ['language', { locale: 'de' }, ['locale']],
    ['address', { url: 'https://example.org/thanks' }, ['url']],
    ['phases and channels', { tags: { phase: ['advocacy'], channel: [] } }, ['tags.phase', 'tags.channel']],
    ['another step beside', { body: 'Thank you.', step: 'published' }, ['body']],
  ]
  test.each(changes)('%s', async (_what, change, because) => {
    const { editor } = await world()
    const item = await approved(editor)
    const { item: saved, voided } = await edit(editor, item.id, change)
    expect(voided).toMatchObject({ userId: editor.userId, name: 'Ada', because })
    expect(saved.step).toBe(change.step ?? 'in_review')
    expect(saved.status).toBe(change.step ?? 'in_review')
    expect(await approvalOf(editor, item.id)).toBeUndefined()
    expect(await getWorkflow(editor, item.id)).toMatchObject({ approval: null, lost: { name: 'Ada', by: 'Ada', because } })
  })

  const harmless: [string, ItemEdit][] = [
    ['a note', { note: 'Ask sales' }],
    ['dates', { plannedFor: '2026-04-01', dueOn: '2026-03-20', reviewBy: '2027-01-01' }],
    ['the same words again', { body: words.body, tags: { channel: ['email'], phase: ['retention'] } }],
    ['going on to be published', { step: 'published' }],
  ]
  test.each(harmless)('not %s', async (_what, change) => {
    const { editor } = await world()
    const item = await approved(editor)
    const { voided } = await edit(editor, item.id, change)
    expect(voided).toBeNull()
    expect(await approvalOf(editor, item.id)).toMatchObject({ userId: editor.userId })
  })

  test('not the owner, and not a campaign', async () => {
    const { editor, author, lead } = await world()
    await createTerms(lead, [{ dimension: 'campaign', name: { en: 'Spring', de: 'Spring' } }])
    const item = await approved(editor)
    await edit(editor, item.id, { ownerId: author.userId, tags: { campaign: ['spring'] } })
    expect(await approvalOf(editor, item.id)).toBeDefined()
  })
})

test('what is published stays so and loses the approval', async () => {
  const { editor } = await world()
  const item = await approved(editor)
  await edit(editor, item.id, { step: 'published' })
  const { item: saved, voided } = await edit(editor, item.id, { body: 'Other words' })
  expect(saved.step).toBe('published')
  expect(voided?.because).toEqual(['body'])
  expect((await edit(editor, item.id, { step: 'approved' })).item.step).toBe('approved')
  expect(await approvalOf(editor, item.id)).toMatchObject({ userId: editor.userId })
})

test('sent back, an item is not approved any more, though its words are the same', async () => {
  const { editor } = await world()
  const item = await approved(editor)
  const { changeSet, voided } = await edit(editor, item.id, { step: 'in_progress' })
  expect(voided).toBeNull()
  expect(await approvalOf(editor, item.id)).toBeUndefined()
  expect((await getWorkflow(editor, item.id)).lost).toBeNull()
  await undoChangeSet(editor, changeSet ?? '')
  expect((await getItem(editor, item.id)).step).toBe('approved')
  expect(await approvalOf(editor, item.id)).toMatchObject({ userId: editor.userId })
})

test('undoing the change brings the approval back, undoing that takes it again', async () => {
  const { editor, lead } = await world()
  const item = await approved(editor)
  const before = await approvalOf(editor, item.id)
  const { changeSet } = await edit(lead, item.id, { body: 'Other words', tags: { channel: ['phone'] } })
  const undone = await undoChangeSet(lead, changeSet ?? '')
  expect(undone.refused).toEqual([])
  expect((await getItem(editor, item.id)).step).toBe('approved')
  expect(await approvalOf(editor, item.id)).toEqual(before)
  await undoChangeSet(lead, undone.changeSet ?? '')
  expect(await getItem(editor, item.id)).toMatchObject({ step: 'in_review', body: 'Other words' })
  expect(await approvalOf(editor, item.id)).toBeUndefined()
})

test('it stays away when the words are not what they were', async () => {
  const { editor } = await world()
  const item = await approved(editor)
  const { changeSet } = await edit(editor, item.id, { body: 'Other words' })
  await edit(editor, item.id, { title: 'Another title' })
  const { refused } = await undoChangeSet(editor, changeSet ?? '')
  expect(refused).toMatchObject([{ subject: 'approval', name: 'Another title' }])
  expect(await approvalOf(editor, item.id)).toBeUndefined()
  expect((await getItem(editor, item.id)).step).toBe('in_review')
})

test('undoing the approval takes it back', async () => {
  const { editor } = await world()
  const { item } = await createItem(editor, { ...words, step: 'in_review' })
  const { changeSet } = await edit(editor, item.id, { step: 'approved' })
  const { changeSet: redo } = await undoChangeSet(editor, changeSet ?? '')
  expect((await getItem(editor, item.id)).step).toBe('in_review')
  expect(await approvalOf(editor, item.id)).toBeUndefined()
  await undoChangeSet(editor, redo ?? '')
  expect((await getItem(editor, item.id)).step).toBe('approved')
  expect(await approvalOf(editor, item.id)).toMatchObject({ userId: editor.userId })
})

test('every way to change items makes it void: bulk edits, merged terms, restored versions, deleting for good', async () => {
  const { system, editor, lead } = await world()
  const ids = [(await approved(editor)).id, (await approved(editor, { tags: { phase: ['retention'], channel: ['phone'] } })).id]
  const [mail = '', phone = ''] = ids
  const result = await bulk(editor, ids, { tags: [{ dimension: 'channel', action: 'add', keys: ['phone'] }] })
  expect(result).toMatchObject({ done: 1, skipped: 1, voided: 1 })
  expect((await getItem(editor, mail)).step).toBe('in_review')
  expect(await approvalOf(editor, phone)).toBeDefined()
  await undoChangeSet(editor, result.changeSet ?? '')
  expect(await approvalOf(editor, mail)).toBeDefined()

  await mergeTerms(lead, { dimension: 'channel', from: 'phone', into: 'email' }, 1)
  expect(await approvalOf(editor, phone)).toBeUndefined()
  expect((await getItem(editor, phone)).step).toBe('in_review')

  const { versions } = await listItemVersions(editor, { id: mail, limit: 50 })
  await edit(editor, mail, { body: 'Other words' })
  await edit(editor, mail, { step: 'approved' })
  const { revision } = await getItem(editor, mail)
  await restoreVersion(editor, { id: mail, seq: versions.at(-1)?.seq ?? 0, revision })
  expect(await getItem(editor, mail)).toMatchObject({ body: words.body, step: 'in_review' })
  expect(await approvalOf(editor, mail)).toBeUndefined()
  const rows = await listSubjectChanges(db().read, system.actor.workspaceId, 'approval', mail, { limit: 1 })
  expect(rows[0]).toMatchObject({ operation: 'void', before: { userId: editor.userId, because: ['body'] }, after: null })
})

describe('who says yes', () => {
  test('an author may not, and reads what to do instead', async () => {
    const { author } = await world()
    const { item } = await createItem(author, { ...words, step: 'in_review' })
    await expect(edit(author, item.id, { step: 'approved' })).rejects.toMatchObject({
      code: 'invalid',
      messageKey: 'workflow.refusal.approvalRole',
      data: { faults: [{ field: 'step' }] },
    })
    await expect(createItem(author, { ...words, step: 'approved' })).rejects.toMatchObject({
      messageKey: 'workflow.refusal.approvalRole',
    })
    await expect(approveItem(author, { id: item.id, revision: item.revision })).rejects.toMatchObject({
      messageKey: 'workflow.refusal.approvalRole',
    })
  })

  test('not the author, not by handing it over and not by rewriting it in the same save', async () => {
    const { editor, author, lead } = await world()
    await setStep(lead, 'approved', { approval: { role: 'editor', notAuthor: true } })
    const notAuthor = { messageKey: 'workflow.refusal.notAuthor' }
    const { item } = await createItem(editor, { ...words, step: 'in_review' })
    const { id } = item
    await expect(edit(editor, id, { step: 'approved' })).rejects.toMatchObject(notAuthor)
    await expect(edit(editor, id, { step: 'approved', ownerId: lead.userId })).rejects.toMatchObject(notAuthor)
    await expect(edit(lead, id, { step: 'approved', body: 'Mine now' })).rejects.toMatchObject(notAuthor)
    await expect(createItem(editor, { ...words, step: 'approved', ownerId: author.userId })).rejects.toMatchObject(notAuthor)
    expect((await getWorkflow(lead, id)).hasWritten).toBe(false)
    const mine = (await createItem(editor, { ...words, step: 'in_review' })).item.id
    const theirs = (await createItem(author, { ...words, step: 'in_review' })).item.id
    const result = await bulk(editor, [mine, theirs], { set: { step: 'approved' } })
    expect(result).toMatchObject({ done: 1, failed: [{ id: mine, ...notAuthor }] })
    expect(await approvalOf(editor, theirs)).toMatchObject({ userId: editor.userId })
  })

  test('not the author, not in a second save after handing it over or rewriting it', async () => {
    const { editor, author, lead } = await world()
    await setStep(lead, 'approved', { approval: { role: 'editor', notAuthor: true } })
    const notAuthor = { messageKey: 'workflow.refusal.notAuthor' }
    const made = (await createItem(editor, { ...words, step: 'in_review' })).item.id
    await edit(editor, made, { ownerId: author.userId })
    await expect(edit(editor, made, { step: 'approved' })).rejects.toMatchObject(notAuthor)
    expect((await edit(lead, made, { step: 'approved' })).item.step).toBe('approved')

    const { id } = (await createItem(author, { ...words, step: 'in_review' })).item
    await edit(editor, id, { note: 'Ask sales', plannedFor: '2026-04-01' })
    expect((await getWorkflow(editor, id)).hasWritten).toBe(false)
    const waiting = async () => (await listWork(editor, null)).sections.flatMap(({ entries }) => entries.map((entry) => entry.id))
    expect(await waiting()).toContain(id)
    await edit(editor, id, { title: 'Mine', body: 'My words' })
    expect(await waiting()).not.toContain(id)
    expect((await getWorkflow(editor, id)).hasWritten).toBe(true)
    await expect(edit(editor, id, { step: 'approved' })).rejects.toMatchObject(notAuthor)
    expect(await bulk(editor, [id], { set: { step: 'approved' } })).toMatchObject({ failed: [notAuthor] })
    // Words that somebody else has approved are no longer a reason; those written afterwards are.
    await edit(lead, id, { step: 'approved' })
    await edit(author, id, { body: 'Other words' })
    expect((await edit(editor, id, { step: 'approved' })).item.step).toBe('approved')
  })

  test('of what stands there without an approval, as an import leaves it', async () => {
    const { system, editor } = await world()
    const { item } = await createItem(system, { ...words, step: 'approved' })
    expect(await approvalOf(editor, item.id)).toBeUndefined()
    const { changeSet } = await approveItem(editor, { id: item.id, revision: item.revision })
    expect(await approvalOf(editor, item.id)).toMatchObject({ userId: editor.userId })
    expect((await approveItem(editor, { id: item.id, revision: item.revision })).changeSet).toBeNull()
    await undoChangeSet(editor, changeSet ?? '')
    expect(await approvalOf(editor, item.id)).toBeUndefined()
  })

  test('of two at once one is told that somebody was faster', async () => {
    const { editor, lead } = await world()
    const { item } = await createItem(editor, { ...words, step: 'in_review' })
    const wish = { id: item.id, revision: item.revision }
    const [yes, change] = await Promise.allSettled([
      saveItem(editor, { ...wish, edit: { step: 'approved' } }),
      saveItem(lead, { ...wish, edit: { body: 'Other words' } }),
    ])
    expect([yes.status, change.status].sort()).toEqual(['fulfilled', 'rejected'])
    const now = await getItem(editor, item.id)
    expect(now.step === 'approved').toBe((await approvalOf(editor, item.id)) !== undefined)
  })
})

test('an item in the trash keeps its approval', async () => {
  const { editor } = await world()
  const item = await approved(editor)
  await bulk(editor, [item.id], { trash: 'trash' })
  expect(await approvalOf(editor, item.id)).toBeDefined()
})
