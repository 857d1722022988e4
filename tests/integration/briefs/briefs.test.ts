import { describe, expect, test } from 'vitest'
import { findBrief } from '@/db/stores/briefs'
import { createBrief, createBriefWithItem, deleteBrief, saveBrief } from '@/server/domain/briefs/brief.commands'
import { briefsByItem, getBrief } from '@/server/domain/briefs/brief.queries'
import type { BriefConflict } from '@/server/domain/briefs/brief.schema'
import { createItem, saveItem } from '@/server/domain/content/item.commands'
import { getItem } from '@/server/domain/content/item.queries'
import type { Context } from '@/server/domain/context'
import { isProblem } from '@/server/domain/errors'
import { listRecentHistory } from '@/server/domain/history/history.queries'
import { undoChangeSet } from '@/server/domain/history/undo.commands'
import { at, emptyWorkspace, memberOf } from '@/tests/integration/content/world'
import { testDatabase } from '@/tests/support/database'

const db = testDatabase()

async function newItem(context: Context, title = 'First steps') {
  return (await createItem(context, { title, type: 'faq', locale: 'en' })).item
}

const save = (context: Context, itemId: string, revision: number, edit: Parameters<typeof saveBrief>[1]['edit']) =>
  saveBrief(context, { itemId, revision, edit })

describe('a brief', () => {
  test('belongs to an item, begins from a template in the language of the item, and there is one only', async () => {
    const editor = await memberOf(await emptyWorkspace(db()), 'editor')
    const item = await newItem(editor)
    expect(await getBrief(editor, item.id)).toBeNull()
    const { brief } = await createBrief(editor, { itemId: item.id, template: 'faq' })
    expect(brief).toMatchObject({ revision: 1, content: { language: 'en', evidence: null } })
    expect(brief.content.checklist[0]).toMatchObject({ isDone: false })
    await expect(createBrief(editor, { itemId: item.id, template: null })).rejects.toMatchObject({ code: 'conflict' })
    await expect(createBrief(editor, { itemId: item.id, template: 'nothing' })).rejects.toMatchObject({ code: 'invalid' })
    await expect(createBrief(editor, { itemId: 'nowhere', template: null })).rejects.toMatchObject({ code: 'not_found' })
    await expect(getBrief(editor, 'nowhere')).rejects.toMatchObject({ code: 'not_found' })
    expect([...(await briefsByItem(db().read, editor.actor.workspaceId, [item.id, 'x'])).keys()]).toEqual([item.id])
  })

  test('is written by whoever may write the item', async () => {
    const system = await emptyWorkspace(db())
    const [editor, author, other, viewer] = [
      await memberOf(system, 'editor'),
      await memberOf(system, 'author'),
      await memberOf(system, 'author'),
      await memberOf(system, 'viewer'),
    ]
    const { brief } = await createBriefWithItem(author, { title: 'Mine', template: 'guide_post' })
    await expect(save(other, brief.itemId, 1, { aim: 'Theirs' })).rejects.toMatchObject({ code: 'forbidden' })
    await expect(save(viewer, brief.itemId, 1, { aim: 'Theirs' })).rejects.toMatchObject({ code: 'forbidden' })
    await expect(deleteBrief(other, brief.itemId)).rejects.toMatchObject({ code: 'forbidden' })
    await save(author, brief.itemId, 1, { aim: 'Mine' })
    await save(editor, brief.itemId, 2, { aim: 'Ours' })
    expect(await getBrief(viewer, brief.itemId)).toMatchObject({ revision: 3, content: { aim: 'Ours' } })
    const stranger = await emptyWorkspace(db())
    await expect(getBrief(stranger, brief.itemId)).rejects.toMatchObject({ code: 'not_found' })
  })

  test('keeps what somebody else wrote meanwhile, and tells who wrote what', async () => {
    const system = await emptyWorkspace(db())
    const editor = await memberOf(system, 'editor')
    const anna = await memberOf(system, 'editor', 'Anna')
    const { id } = await newItem(editor)
    await createBrief(editor, { itemId: id, template: null })
    await save(anna, id, 1, { keyMessage: 'Hers' })
    const late = await save(editor, id, 1, { keyMessage: 'His' }).catch((error: unknown) => error)
    if (!isProblem(late)) throw late
    expect(late).toMatchObject({ code: 'conflict', details: { by: 'Anna' } })
    const { current, changes } = late.data as BriefConflict
    expect(current).toMatchObject({ revision: 2, content: { keyMessage: 'Hers' } })
    expect(changes).toMatchObject([{ field: 'keyMessage', by: { name: 'Anna' } }])
    expect(await save(editor, id, 2, { keyMessage: 'Hers' })).toMatchObject({ changeSet: null, brief: { revision: 2 } })
  })

  test('points only at what is there', async () => {
    const editor = await memberOf(await emptyWorkspace(db()), 'editor')
    const { id } = await newItem(editor)
    await createBrief(editor, { itemId: id, template: null })
    const nextStep = { text: '', phase: null, itemId: null }
    await expect(save(editor, id, 1, { question: 'nothing' })).rejects.toMatchObject({ code: 'invalid' })
    await expect(save(editor, id, 1, { nextStep: { ...nextStep, phase: 'nothing' } })).rejects.toMatchObject({ code: 'invalid' })
    await expect(save(editor, id, 1, { nextStep: { ...nextStep, itemId: 'x' } })).rejects.toMatchObject({ code: 'not_found' })
    await save(editor, id, 1, { nextStep: { text: 'On', phase: 'retention', itemId: id } })
    expect((await getBrief(editor, id))?.content.nextStep).toEqual({ text: 'On', phase: 'retention', itemId: id })
  })
})

describe('undo', () => {
  test('takes an item and its brief back together, and puts both back again', async () => {
    const editor = await memberOf(await emptyWorkspace(db()), 'editor')
    const wish = { title: 'Both', template: 'order_email', tags: { phase: ['retention'] }, plannedFor: '2026-04-01' }
    const made = await createBriefWithItem(editor, wish)
    const { itemId } = made.brief
    expect(await getItem(editor, itemId)).toMatchObject({ type: 'email', purpose: 'order_confirmation', status: 'planned' })
    const undone = await undoChangeSet(editor, made.changeSet ?? '')
    expect(undone).toMatchObject({ done: 2, refused: [] })
    await expect(getItem(editor, itemId)).rejects.toMatchObject({ code: 'not_found' })
    expect(await findBrief(db().read, editor.actor.workspaceId, itemId)).toBeUndefined()
    expect(await undoChangeSet(editor, undone.changeSet ?? '')).toMatchObject({ done: 2, refused: [] })
    expect((await getBrief(editor, itemId))?.content).toEqual(made.brief.content)
  })

  test('leaves an item whose brief was written since', async () => {
    const editor = await memberOf(await emptyWorkspace(db()), 'editor')
    const made = await createBriefWithItem(editor, { title: 'Written', template: null })
    const { itemId } = made.brief
    const edit = await save(editor, itemId, 1, { aim: 'An hour of work' })
    const undone = await undoChangeSet(editor, made.changeSet ?? '')
    expect(undone).toMatchObject({ done: 0, changeSet: null })
    expect(undone.refused.map(({ subject }) => subject).sort()).toEqual(['brief', 'item'])
    expect((await getBrief(editor, itemId))?.content.aim).toBe('An hour of work')
    await undoChangeSet(editor, edit.changeSet ?? '')
    expect((await getBrief(editor, itemId))?.content.aim).toBe('')
  })

  test('brings a deleted brief back; saving an item does not touch its brief', async () => {
    const editor = await memberOf(await emptyWorkspace(db()), 'editor')
    const item = await newItem(editor)
    const { brief } = await createBrief(editor, { itemId: item.id, template: 'faq' })
    await saveItem(editor, { id: item.id, revision: item.revision, edit: { title: 'Another' } })
    const { changeSet } = await deleteBrief(editor, item.id)
    expect(await getBrief(editor, item.id)).toBeNull()
    expect(await deleteBrief(editor, item.id)).toEqual({ changeSet: null })
    await undoChangeSet(editor, changeSet ?? '')
    expect((await getBrief(editor, item.id))?.content).toEqual(brief.content)
    const { entries } = await listRecentHistory(editor, { limit: 5, subject: 'brief' })
    expect(entries[0]?.parts[0]).toMatchObject({ subject: 'brief', examples: [{ name: 'Another' }] })
    const tomorrow = at(editor, '2026-03-03T10:00:00Z')
    await expect(undoChangeSet(tomorrow, changeSet ?? '')).rejects.toMatchObject({ code: 'conflict' })
  })
})
