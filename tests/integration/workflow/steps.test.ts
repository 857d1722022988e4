import { describe, expect, test } from 'vitest'
import { findApproval } from '@/db/stores/approvals'
import { listTerms, updateTerm } from '@/db/stores/vocabulary'
import { createBriefWithItem, saveBrief } from '@/server/domain/briefs/brief.commands'
import type { BriefEdit } from '@/server/domain/briefs/brief.schema'
import { freezeSelection, runBulk } from '@/server/domain/content/bulk.commands'
import { createItem, saveItem } from '@/server/domain/content/item.commands'
import { getItem } from '@/server/domain/content/item.queries'
import type { ItemEdit } from '@/server/domain/content/item.schema'
import { type Context, stampOf } from '@/server/domain/context'
import { undoChangeSet } from '@/server/domain/history/undo.commands'
import { publishDue } from '@/server/domain/publication/due.commands'
import { publishItems, schedulePublication } from '@/server/domain/publication/publication.commands'
import { archiveTerm, createTerms, editTerms } from '@/server/domain/vocabulary/term.commands'
import { termEdits } from '@/server/domain/vocabulary/term.schema'
import { loadVocabulary } from '@/server/domain/vocabulary/vocabulary.queries'
import { plainStep, type StepSettings } from '@/server/domain/workflow/step.schema'
import { tickCheck } from '@/server/domain/workflow/workflow.commands'
import { getWorkflow } from '@/server/domain/workflow/workflow.queries'
import { emptyWorkspace, memberOf } from '@/tests/integration/content/world'
import { testDatabase } from '@/tests/support/database'

const db = testDatabase()

async function world() {
  const system = await emptyWorkspace(db())
  return {
    system,
    lead: await memberOf(system, 'lead', 'Cleo'),
    editor: await memberOf(system, 'editor', 'Ada'),
    author: await memberOf(system, 'author', 'Ben'),
  }
}

const stepsOf = async ({ db: { read }, actor }: Context) => (await loadVocabulary(read, actor.workspaceId)).step

async function setStep(context: Context, key: string, details: Partial<StepSettings>) {
  const revision = (await stepsOf(context)).find((term) => term.key === key)?.revision ?? 0
  return editTerms(context, termEdits.parse({ dimension: 'step', edits: [{ key, revision, change: { details } }] }))
}

const edit = async (context: Context, id: string, change: ItemEdit) =>
  saveItem(context, { id, revision: (await getItem(context, id)).revision, edit: change })

const page = { title: 'Page', type: 'page' }

test('a move that somebody else took back stays so for who may not move an item there', async () => {
  const { system, lead, editor } = await world()
  await setStep(lead, 'published', { moveRole: 'lead' })
  const { item } = await createItem(system, { ...page, step: 'published' })
  const { changeSet } = await edit(lead, item.id, { step: 'in_review' })
  const { refused } = await undoChangeSet(editor, changeSet ?? '')
  expect(refused).toMatchObject([{ id: item.id, messageKey: 'history.problem.notYours' }])
  expect((await getItem(editor, item.id)).step).toBe('in_review')
  expect((await undoChangeSet(await memberOf(system, 'lead', 'Dora'), changeSet ?? '')).refused).toEqual([])
  expect((await getItem(editor, item.id)).step).toBe('published')
})

describe('what a step asks', () => {
  test('is asked wherever an item is moved: saved, made there, or one of many', async () => {
    const { lead, author, editor } = await world()
    await setStep(lead, 'in_review', { requires: ['purpose', 'body', 'tags.phase'] })
    const missing = { messageKey: 'workflow.refusal.missing', details: { needs: 'Purpose, Text, Phases', stepDe: 'In Prüfung' } }
    const { item } = await createItem(author, page)
    await expect(edit(author, item.id, { step: 'in_review' })).rejects.toMatchObject({ code: 'invalid', ...missing })
    await expect(createItem(author, { ...page, step: 'in_review' })).rejects.toMatchObject(missing)
    const full = (await createItem(author, { ...page, purpose: 'thank', body: 'Hi', tags: { phase: ['retention'] } })).item
    const { selectionId, count } = await freezeSelection(editor, { ids: [item.id, full.id] })
    const { result } = await runBulk(editor, { selectionId, expectedCount: count, edit: { set: { step: 'in_review' } } })
    expect(result).toMatchObject({ done: 1, failed: [{ id: item.id, ...missing }] })
    const filled = { purpose: 'thank', body: 'Hi', tags: { phase: ['retention'] } }
    expect((await edit(author, item.id, { ...filled, step: 'in_review' })).item.step).toBe('in_review')
    expect((await edit(author, item.id, { purpose: null, step: 'planned' })).item.step).toBe('planned')
  })

  test('is asked of whoever jumps over it too: in one save, in bulk, and by publishing at once or at a time', async () => {
    const { lead, editor, system } = await world()
    await setStep(lead, 'in_review', { requires: ['purpose'] })
    const missing = { messageKey: 'workflow.refusal.missing', details: { step: 'In review', needs: 'Purpose' } }
    const { item } = await createItem(editor, page)
    for (const step of ['approved', 'published']) {
      await expect(edit(editor, item.id, { step })).rejects.toMatchObject(missing)
      await expect(createItem(editor, { ...page, step })).rejects.toMatchObject(missing)
    }
    const publishAt = new Date('2027-01-01')
    await expect(edit(editor, item.id, { publishAt })).rejects.toMatchObject(missing)
    await expect(createItem(editor, { ...page, publishAt })).rejects.toMatchObject(missing)
    expect(await publishItems(editor, [item.id])).toMatchObject({ failed: [missing] })
    expect(await schedulePublication(editor, [item.id], { publishAt })).toMatchObject({ failed: [missing] })
    const imported = (await createItem(system, { ...page, purpose: 'thank', publishAt })).item
    await edit(editor, imported.id, { purpose: null })
    const due = { ...system, now: () => publishAt }
    expect(await publishDue(due)).toMatchObject({ published: 0, refused: 1 })
    await edit(editor, imported.id, { purpose: 'thank' })
    expect(await publishDue(due)).toMatchObject({ published: 1 })
  })

  test('a time to go live is held to the same, whoever sets it and however', async () => {
    const { lead, editor } = await world()
    const past = new Date('2020-01-01')
    const { item } = await createItem(editor, page)
    const bulk = async (set: ItemEdit) => {
      const { selectionId, count } = await freezeSelection(editor, { ids: [item.id] })
      return (await runBulk(editor, { selectionId, expectedCount: count, edit: { set } })).result
    }
    const isPast = { messageKey: 'publication.problem.past' }
    await expect(createItem(editor, { ...page, publishAt: past })).rejects.toMatchObject(isPast)
    await expect(edit(editor, item.id, { publishAt: past })).rejects.toMatchObject(isPast)
    expect(await bulk({ publishAt: past })).toMatchObject({ done: 0, failed: [isPast] })
    await setStep(lead, 'published', { needsApproval: true })
    const publishAt = new Date('2027-01-01')
    const notApproved = { messageKey: 'workflow.refusal.approval' }
    await expect(createItem(editor, { ...page, publishAt })).rejects.toMatchObject(notApproved)
    expect(await bulk({ publishAt })).toMatchObject({ done: 0, failed: [notApproved] })
    expect((await createItem(editor, { ...page, step: 'approved', publishAt })).item).toMatchObject({ publishAt })
    expect(await bulk({ step: 'approved', publishAt } as ItemEdit)).toMatchObject({ done: 1 })
  })

  test('a checklist of the brief: one that is there and done, not an emptied one', async () => {
    const { lead, author } = await world()
    await setStep(lead, 'in_review', { requires: ['briefChecklist'] })
    const { brief } = await createBriefWithItem(author, { title: 'Page', type: 'page', template: 'landing_page' })
    const checklist = brief.content.checklist.map((check) => ({ ...check, isDone: true }))
    const save = async (revision: number, edited: BriefEdit) =>
      (await saveBrief(author, { itemId: brief.itemId, revision, edit: edited })).brief.revision
    const refused = { code: 'invalid', messageKey: 'workflow.refusal.briefChecklist' }
    const forward = () => edit(author, brief.itemId, { step: 'in_review' })
    await expect(forward()).rejects.toMatchObject(refused)
    const emptied = await save(brief.revision, { checklist: [] })
    await expect(forward()).rejects.toMatchObject(refused)
    await save(emptied, { checklist })
    expect((await forward()).item.step).toBe('in_review')
  })

  test('steps of other types are refused, also when the type changes', async () => {
    const { lead, editor } = await world()
    await setStep(lead, 'planned', { types: ['email'] })
    const refused = { messageKey: 'workflow.refusal.type' }
    await expect(createItem(editor, { ...page, step: 'planned' })).rejects.toMatchObject(refused)
    const { item } = await createItem(editor, { title: 'Mail', type: 'email', step: 'planned' })
    await expect(edit(editor, item.id, { type: 'page' })).rejects.toMatchObject(refused)
    expect((await edit(editor, item.id, { type: 'page', step: 'idea' })).item).toMatchObject({ type: 'page', step: 'idea' })
    await setStep(lead, 'idea', { types: ['email'] })
    expect((await createItem(editor, page)).item.step).toBe('in_progress')
  })

  test('where the lead asks so, only what is approved is published or scheduled', async () => {
    const { lead, editor } = await world()
    await setStep(lead, 'published', { needsApproval: true })
    const refused = { messageKey: 'workflow.refusal.approval' }
    const { item } = await createItem(editor, page)
    await expect(edit(editor, item.id, { step: 'published' })).rejects.toMatchObject(refused)
    await expect(edit(editor, item.id, { publishAt: new Date('2027-01-01') })).rejects.toMatchObject(refused)
    await edit(editor, item.id, { step: 'approved' })
    await expect(edit(editor, item.id, { step: 'published', body: 'Other' })).rejects.toMatchObject(refused)
    await edit(editor, item.id, { publishAt: new Date('2027-01-01') })
    expect((await edit(editor, item.id, { step: 'published' })).item.status).toBe('published')
    expect(await findApproval(db().read, editor.actor.workspaceId, item.id)).toBeDefined()
  })
})

test('ticks are saved at once, count for their step alone, and can be undone', async () => {
  const { lead, author, editor } = await world()
  const name = { en: 'Spelling', de: 'Rechtschreibung' }
  await setStep(lead, 'in_review', { checklist: [{ key: 'spelling', name }] })
  const { item } = await createItem(author, page)
  const tick = { id: item.id, step: 'in_review', key: 'spelling', ticked: true }
  await expect(edit(author, item.id, { step: 'in_review' })).rejects.toMatchObject({ messageKey: 'workflow.refusal.checklist' })
  const other = await memberOf(lead, 'author')
  await expect(tickCheck(other, tick)).rejects.toMatchObject({ code: 'forbidden' })
  await expect(tickCheck(author, { ...tick, key: 'nothing' })).rejects.toMatchObject({ code: 'not_found' })
  const { changeSet } = await tickCheck(author, tick)
  expect((await tickCheck(editor, tick)).changeSet).toBeNull()
  expect((await getWorkflow(author, item.id)).ticks).toMatchObject([{ step: 'in_review', key: 'spelling', name: 'Ben' }])
  await undoChangeSet(author, changeSet ?? '')
  expect((await getWorkflow(author, item.id)).ticks).toEqual([])
  await tickCheck(author, tick)
  expect((await edit(author, item.id, { step: 'in_review' })).item.step).toBe('in_review')
})

describe('the steps of a workspace', () => {
  test('are for leads; a new one takes its place in the order of work', async () => {
    const { lead, editor } = await world()
    const create = { dimension: 'step' as const, name: { en: 'Legal', de: 'Recht' }, details: { kind: 'in_review' as const } }
    await expect(createTerms(editor, [create])).rejects.toMatchObject({ code: 'forbidden' })
    const { changeSet } = await createTerms(lead, [create])
    const keys = (await stepsOf(lead)).map(({ key }) => key)
    expect(keys).toEqual(['idea', 'planned', 'in_progress', 'in_review', 'approved', 'legal', 'published', 'archived'])
    await expect(setStep(editor, 'legal', { wipLimit: 3 })).rejects.toMatchObject({ code: 'forbidden' })
    await undoChangeSet(lead, changeSet)
    expect((await stepsOf(lead)).map(({ key }) => key)).not.toContain('legal')
  })

  test('the kind of a step stays, and the last one where items go live cannot be archived', async () => {
    const { lead } = await world()
    await setStep(lead, 'planned', { kind: 'published' } as Partial<StepSettings>)
    const steps = await stepsOf(lead)
    expect(steps.find(({ key }) => key === 'planned')?.details.kind).toBe('planned')
    const { revision = 0 } = steps.find(({ key }) => key === 'published') ?? {}
    await expect(archiveTerm(lead, { dimension: 'step', key: 'published', revision, archived: true })).rejects.toMatchObject({
      messageKey: 'workflow.problem.last.published',
    })
  })

  test('rows from before there were settings are plain steps', async () => {
    const { system, lead, author } = await world()
    const rows = (await listTerms(db().read, system.actor.workspaceId)).filter(({ dimension }) => dimension === 'step')
    await db().write(system.actor.workspaceId, async (tx) => {
      for (const row of rows) {
        const { kind } = row.details as { kind: string }
        await updateTerm(tx, stampOf(system), row, { details: { kind } })
      }
    })
    const [first] = await stepsOf(lead)
    expect(first?.details).toEqual({ ...plainStep, kind: 'idea' })
    expect((await createItem(author, { ...page, step: 'in_review' })).item.step).toBe('in_review')
    await setStep(lead, 'idea', { wipLimit: 5 })
    expect((await stepsOf(lead))[0]?.details).toEqual({ ...plainStep, kind: 'idea', wipLimit: 5 })
  })
})
