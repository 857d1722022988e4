import { describe, expect, test } from 'vitest'
import { listSubjectChanges } from '@/db/stores/changes'
import { findItem } from '@/db/stores/items'
import { hasDueJob } from '@/db/stores/jobs'
import { freezeSelection, moveToTrash, runBulk } from '@/server/domain/content/bulk.commands'
import { createItem, saveItem } from '@/server/domain/content/item.commands'
import type { ItemCreate } from '@/server/domain/content/item.schema'
import type { Context } from '@/server/domain/context'
import { loadFacts } from '@/server/domain/facts/facts.queries'
import { undoChangeSet } from '@/server/domain/history/undo.commands'
import { publishDue, queueCatchUp } from '@/server/domain/publication/due.commands'
import {
  clearSchedule,
  publishItems,
  retryPublication,
  schedulePublication,
  unpublishItems,
} from '@/server/domain/publication/publication.commands'
import { listPublicationFailures } from '@/server/domain/publication/publication.queries'
import { editTerms } from '@/server/domain/vocabulary/term.commands'
import { approveItem } from '@/server/domain/workflow/workflow.commands'
import { at, emptyWorkspace, memberOf } from '@/tests/integration/content/world'
import { testDatabase } from '@/tests/support/database'

const db = testDatabase()
const noon = '2026-03-01T12:00:00Z'
const later = '2026-03-01T15:00:00Z'

async function editor(): Promise<Context> {
  return memberOf(await emptyWorkspace(db()), 'editor')
}

const make = async (context: Context, given: Partial<ItemCreate> = {}) =>
  (await createItem(context, { title: 'Guide', type: 'blog_post', step: 'approved', body: 'Text', ...given })).item

/** What the program's job does, at an instant. */
const sweep = (context: Context, instant: string) =>
  publishDue({
    ...context,
    actor: { kind: 'system', workspaceId: context.actor.workspaceId, job: 'publication' },
    now: () => new Date(instant),
  })

const stored = async (context: Context, id: string) => {
  const found = await findItem(db().read, context.actor.workspaceId, id)
  if (!found) throw new Error('the item is gone')
  return found
}

const history = (context: Context, id: string, subject = 'item') =>
  listSubjectChanges(db().read, context.actor.workspaceId, subject, id, { limit: 50 })

describe('what is scheduled', () => {
  test('goes live by itself when its time has come, once, and the history says that the program did it', async () => {
    const context = await editor()
    const item = await make(context, { publishAt: new Date(noon) })
    expect(await sweep(context, '2026-03-01T11:59:59Z')).toEqual({ published: 0, unpublished: 0, refused: 0 })
    expect(await sweep(context, noon)).toEqual({ published: 1, unpublished: 0, refused: 0 })
    expect(await sweep(context, later)).toEqual({ published: 0, unpublished: 0, refused: 0 })
    expect(await stored(context, item.id)).toMatchObject({ step: 'published', publishAt: null, publishedAt: new Date(noon) })
    const [entry] = await history(context, item.id)
    expect(entry).toMatchObject({ operation: 'publish', actor: 'job:publication' })
  })

  test('carries the moment at which it really went live, not the one it was meant for', async () => {
    const context = await editor()
    const item = await make(context, { publishAt: new Date(noon) })
    await sweep(context, later)
    expect((await stored(context, item.id)).publishedAt).toEqual(new Date(later))
  })

  test('leaves by itself at its end, and goes back to the last step before', async () => {
    const context = await editor()
    const item = await make(context, { publishAt: new Date(noon), unpublishAt: new Date(later) })
    await sweep(context, noon)
    expect((await stored(context, item.id)).step).toBe('published')
    expect(await sweep(context, later)).toMatchObject({ unpublished: 1 })
    expect(await stored(context, item.id)).toMatchObject({ step: 'approved', unpublishAt: null })
  })

  test('taken offline without an approval that holds, it goes back to review and not among the approved', async () => {
    const context = await editor()
    const never = await make(context, { step: 'in_review' })
    const changed = await make(context)
    await publishItems(context, [never.id, changed.id])
    const { revision } = await stored(context, changed.id)
    await saveItem(context, { id: changed.id, revision, edit: { body: 'Another text' } })
    expect((await unpublishItems(context, [never.id, changed.id])).done).toBe(2)
    expect((await stored(context, never.id)).step).toBe('in_review')
    expect((await stored(context, changed.id)).step).toBe('in_review')
  })

  test('does not come up after its whole time was slept through; that is told', async () => {
    const context = await editor()
    const item = await make(context, { publishAt: new Date(noon), unpublishAt: new Date(later) })
    expect(await sweep(context, '2026-03-02T10:00:00Z')).toMatchObject({ published: 0, refused: 1 })
    expect(await listPublicationFailures(context, item.id)).toMatchObject([{ messageKey: 'publication.problem.missed' }])
  })

  test('a planned date publishes nothing', async () => {
    const context = await editor()
    const item = await make(context, { plannedFor: '2026-03-01T12:00' })
    await sweep(context, later)
    expect((await stored(context, item.id)).step).toBe('approved')
  })

  test('goes live once though several look at the same moment', async () => {
    const context = await editor()
    const items = await Promise.all(Array.from({ length: 12 }, () => make(context, { publishAt: new Date(noon) })))
    const reports = await Promise.all([sweep(context, noon), sweep(context, noon), sweep(context, noon)])
    expect(reports.reduce((sum, report) => sum + (report?.published ?? 0), 0)).toBe(12)
    for (const { id } of items) {
      const entries = await history(context, id)
      expect(entries.filter(({ operation }) => operation === 'publish')).toHaveLength(1)
    }
  })
})

describe('every way of giving a time queues the look at that time in the same write', () => {
  const waits = (instant: string) => hasDueJob(db().read, new Date(instant), { only: ['publication'] })

  test('saving, changing many, undoing, and the start of the program', async () => {
    const context = await editor()
    const done = async () => {
      await db().write('global', async (tx) => {
        const { jobs } = await import('@/db/schema')
        await tx.delete(jobs)
      })
    }
    await done()
    const item = await make(context)
    expect(await waits(noon)).toBe(false)
    const saved = await saveItem(context, { id: item.id, revision: item.revision, edit: { publishAt: new Date(noon) } })
    expect(await waits('2026-03-01T11:59:59Z')).toBe(false)
    expect(await waits(noon)).toBe(true)

    await done()
    const cleared = await clearSchedule(context, [item.id])
    expect(cleared.done).toBe(1)
    expect(await waits(noon)).toBe(false)
    await undoChangeSet(context, cleared.changeSet ?? '')
    expect(await waits(noon)).toBe(true)

    await done()
    const frozen = await freezeSelection(context, { ids: [saved.item.id] })
    const shift = { shift: { fields: ['publishAt' as const], days: 1 } }
    await runBulk(context, { selectionId: frozen.selectionId, expectedCount: 1, edit: shift })
    expect(await waits(later)).toBe(false)
    expect(await waits('2026-03-02T12:00:00Z')).toBe(true)

    await done()
    await queueCatchUp(context)
    expect(await waits('2026-03-01T10:00:00Z')).toBe(true)
    await done()
  })
})

describe('what is due and may not go live', () => {
  test('stays as it is with its time, is told with the reason, once, and goes live when the reason is gone', async () => {
    const context = await editor()
    const item = await make(context, { publishAt: new Date(noon) })
    await moveToTrash(context, [item.id], 'trash')
    expect(await sweep(context, noon)).toEqual({ published: 0, unpublished: 0, refused: 1 })
    expect(await sweep(context, noon)).toEqual({ published: 0, unpublished: 0, refused: 0 })
    expect(await stored(context, item.id)).toMatchObject({ step: 'approved', publishAt: new Date(noon) })
    expect(await listPublicationFailures(context)).toMatchObject([
      { itemId: item.id, act: 'publish', messageKey: 'content.problem.inTrash', dueAt: new Date(noon), title: 'Guide' },
    ])
    // Somebody asks again and nothing has changed: no second entry.
    await retryPublication(at(context, noon), [item.id])
    expect(await sweep(context, noon)).toMatchObject({ refused: 1 })
    expect(await history(context, item.id, 'publication')).toHaveLength(1)

    await moveToTrash(at(context, noon), [item.id], 'restore')
    expect(await sweep(context, later)).toMatchObject({ published: 1 })
    expect(await listPublicationFailures(context)).toEqual([])
  })

  test('was approved, then rewritten: it waits for another yes, and goes live by itself when it has it', async () => {
    const workspace = await emptyWorkspace(db())
    const [lead, context] = [await memberOf(workspace, 'lead'), await memberOf(workspace, 'editor')]
    const { vocabulary } = await loadFacts(workspace, workspace.actor.workspaceId)
    const revision = vocabulary.step.find(({ key }) => key === 'published')?.revision ?? 0
    const change = { details: { needsApproval: true } }
    await editTerms(lead, { dimension: 'step', edits: [{ key: 'published', revision, change }] })
    const item = await make(context, { step: 'in_review' })
    expect((await publishItems(context, [item.id])).failed).toMatchObject([{ messageKey: 'workflow.refusal.approval' }])
    const yes = await approveItem(context, { id: item.id, revision: item.revision })
    expect((await schedulePublication(context, [item.id], { publishAt: new Date(noon) })).done).toBe(1)
    const written = await saveItem(context, { id: item.id, revision: yes.item.revision + 1, edit: { body: 'Other text' } })
    expect(await sweep(context, noon)).toMatchObject({ published: 0, refused: 1 })
    expect(await listPublicationFailures(context, item.id)).toMatchObject([{ messageKey: 'workflow.refusal.approval' }])
    await approveItem(at(context, noon), { id: item.id, revision: written.item.revision })
    expect(await sweep(context, later)).toMatchObject({ published: 1 })
    expect((await stored(context, item.id)).step).toBe('published')
  })

  test('was approved and scheduled, then rewritten by its author: nobody has read those words, so they wait too', async () => {
    const workspace = await emptyWorkspace(db())
    const [author, context] = [await memberOf(workspace, 'author'), await memberOf(workspace, 'editor')]
    const item = await make(author, { step: 'in_review' })
    const yes = await approveItem(context, { id: item.id, revision: item.revision })
    await schedulePublication(context, [item.id], { publishAt: new Date(noon) })
    const edit = { title: 'Words that nobody has read' }
    const written = await saveItem(author, { id: item.id, revision: yes.item.revision + 1, edit })
    expect(written.item).toMatchObject({ step: 'in_review', publishAt: new Date(noon) })
    const lost = { messageKey: 'workflow.refusal.approvalLost' }
    expect((await schedulePublication(context, [item.id], { publishAt: new Date(later) })).failed).toMatchObject([lost])
    expect(await sweep(context, noon)).toMatchObject({ published: 0, refused: 1 })
    expect(await listPublicationFailures(context, item.id)).toMatchObject([lost])

    await approveItem(at(context, noon), { id: item.id, revision: written.item.revision })
    expect(await sweep(context, later)).toMatchObject({ published: 1 })
  })

  test('sent back before its time it waits as well; by hand whoever may publish decides for themselves', async () => {
    const context = await editor()
    const item = await make(context, { publishAt: new Date(noon) })
    await saveItem(context, { id: item.id, revision: item.revision, edit: { step: 'in_progress' } })
    expect(await sweep(context, noon)).toMatchObject({ published: 0, refused: 1 })
    expect((await publishItems(at(context, later), [item.id])).done).toBe(1)
    expect(await listPublicationFailures(context)).toEqual([])
  })

  test('does not hold up the others', async () => {
    const context = await editor()
    const held = await make(context, { publishAt: new Date('2026-03-01T11:00:00Z') })
    await moveToTrash(context, [held.id], 'trash')
    const free = await make(context, { publishAt: new Date(noon) })
    expect(await sweep(context, noon)).toEqual({ published: 1, unpublished: 0, refused: 1 })
    expect((await stored(context, free.id)).step).toBe('published')
  })

  test('is no failure any more when its time is taken away or moved', async () => {
    const context = await editor()
    const item = await make(context, { publishAt: new Date(noon) })
    await moveToTrash(context, [item.id], 'trash')
    await sweep(context, noon)
    await moveToTrash(at(context, noon), [item.id], 'restore')
    await schedulePublication(at(context, noon), [item.id], { publishAt: new Date(later) })
    expect(await listPublicationFailures(context)).toEqual([])
    expect(await sweep(context, later)).toMatchObject({ published: 1, refused: 0 })
  })
})

describe('publishing by hand', () => {
  test('one undo takes all of it back, and a time that has passed is not given back', async () => {
    const context = await editor()
    const one = await make(context, { publishAt: new Date(noon) })
    const two = await make(context)
    const result = await publishItems(at(context, '2026-03-01T11:00:00Z'), [one.id, two.id])
    expect(result).toMatchObject({ done: 2, failedCount: 0 })
    await undoChangeSet(at(context, later), result.changeSet ?? '')
    for (const { id } of [one, two]) expect(await stored(context, id)).toMatchObject({ step: 'approved', publishAt: null })
    expect(await sweep(context, later)).toMatchObject({ published: 0 })
  })

  test('says of each item why it could not be done', async () => {
    const context = await editor()
    const good = await make(context)
    const gone = await make(context, { title: 'Thrown away' })
    await moveToTrash(context, [gone.id], 'trash')
    const result = await publishItems(context, [good.id, gone.id, 'nowhere'])
    expect(result.done).toBe(1)
    expect(result.failed).toEqual([
      { id: gone.id, title: 'Thrown away', messageKey: 'content.problem.inTrash', details: {} },
      { id: 'nowhere', title: null, messageKey: 'content.problem.noSuchItem', details: {} },
    ])
  })

  test('agreed to as it was seen, an item that somebody has saved since neither goes live nor gets a time', async () => {
    const context = await editor()
    const item = await make(context, { step: 'in_review' })
    await saveItem(context, { id: item.id, revision: item.revision, edit: { body: 'Another text' } })
    const refusal = [{ messageKey: 'publication.problem.changedMeanwhile' }]
    expect(await publishItems(context, [item.id], item.revision)).toMatchObject({ done: 0, failed: refusal })
    const schedule = { publishAt: new Date(later), revision: item.revision }
    expect(await schedulePublication(context, [item.id], schedule)).toMatchObject({ done: 0, failed: refusal })
    expect(await stored(context, item.id)).toMatchObject({ step: 'in_review', publishAt: null })
    expect(await publishItems(context, [item.id], item.revision + 1)).toMatchObject({ done: 1, failed: [] })
  })

  test('refuses times that have passed, an end before the beginning, and an end of what is never live', async () => {
    const context = await editor()
    const item = await make(context)
    const failure = async (schedule: Parameters<typeof schedulePublication>[2]) =>
      (await schedulePublication(context, [item.id], schedule)).failed[0]?.messageKey
    expect(await failure({ publishAt: new Date('2026-03-01T09:00:00Z') })).toBe('publication.problem.past')
    expect(await failure({ publishAt: new Date(later), unpublishAt: new Date(noon) })).toBe('content.problem.endsBeforeStart')
    expect(await failure({ unpublishAt: new Date(noon) })).toBe('publication.problem.neverLive')
    for (const far of [8.64e15, Date.UTC(9999, 11, 31, 22, 59)])
      expect(await failure({ publishAt: new Date(far) })).toBe('content.problem.farDay')
    await publishItems(context, [item.id])
    expect(await failure({ publishAt: new Date(noon) })).toBe('publication.problem.alreadyLive')
    expect(await failure({ unpublishAt: new Date(noon) })).toBeUndefined()
    expect((await unpublishItems(context, [item.id])).done).toBe(1)
    expect(await stored(context, item.id)).toMatchObject({ step: 'approved', unpublishAt: null })
  })

  test('is for editors: authors change what is theirs and still publish nothing', async () => {
    const workspace = await emptyWorkspace(db())
    const author = await memberOf(workspace, 'author')
    const item = await make(author, { step: 'in_progress' })
    for (const act of [publishItems, unpublishItems, clearSchedule]) {
      await expect(act(author, [item.id])).rejects.toMatchObject({ code: 'forbidden' })
    }
    await expect(schedulePublication(author, [item.id], { publishAt: new Date(noon) })).rejects.toMatchObject({
      code: 'forbidden',
    })
    await expect(retryPublication(author)).rejects.toMatchObject({ code: 'forbidden' })
  })
})
