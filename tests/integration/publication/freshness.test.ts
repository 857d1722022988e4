import { describe, expect, test } from 'vitest'
import { listSubjectChanges } from '@/db/stores/changes'
import { findItem } from '@/db/stores/items'
import { moveToTrash } from '@/server/domain/content/bulk.commands'
import { createItem } from '@/server/domain/content/item.commands'
import { loadFacts } from '@/server/domain/facts/facts.queries'
import { addDays } from '@/server/domain/facts/moment.rules'
import { confirmValid } from '@/server/domain/freshness/freshness.commands'
import { undoChangeSet } from '@/server/domain/history/undo.commands'
import { at, emptyWorkspace, memberOf } from '@/tests/integration/content/world'
import { testDatabase } from '@/tests/support/database'

const db = testDatabase()
const today = '2026-03-01'

const reviewBy = async (workspaceId: string, id: string) => (await findItem(db().read, workspaceId, id))?.reviewBy

describe('"still valid"', () => {
  test('gives the interval of the purpose, 180 days without one, stands in the history as a review, and can be undone', async () => {
    const context = await memberOf(await emptyWorkspace(db()), 'editor')
    const { workspaceId } = context.actor
    const { vocabulary } = await loadFacts({ db: db() }, workspaceId)
    const purpose = vocabulary.purpose.find(({ details }) => details.reviewAfterDays !== null)
    const days = purpose?.details.reviewAfterDays ?? 0
    expect(days).toBeGreaterThan(0)
    const old = { type: 'blog_post', step: 'published', reviewBy: '2026-02-01' }
    const one = (await createItem(context, { ...old, title: 'With', purpose: purpose?.key ?? '' })).item
    const two = (await createItem(context, { ...old, title: 'Without' })).item
    const result = await confirmValid(context, [one.id, two.id])
    expect(result).toMatchObject({ done: 2, failedCount: 0 })
    expect(await reviewBy(workspaceId, one.id)).toBe(addDays(today, days))
    expect(await reviewBy(workspaceId, two.id)).toBe(addDays(today, 180))
    const [entry] = await listSubjectChanges(db().read, workspaceId, 'item', one.id, { limit: 1 })
    expect(entry).toMatchObject({ operation: 'review', actor: `user:${context.userId}` })
    expect(result.reviewBy).toBeNull()
    expect((await confirmValid(at(context, '2026-03-02T10:00:00Z'), [two.id])).reviewBy).toBe(addDays(today, 181))
    await undoChangeSet(context, result.changeSet ?? '')
    expect(await reviewBy(workspaceId, one.id)).toBe('2026-02-01')
  })

  test('never brings the next look nearer, and says why where it cannot be said', async () => {
    const workspace = await emptyWorkspace(db())
    const editor = await memberOf(workspace, 'editor')
    const author = await memberOf(workspace, 'author')
    const far = (await createItem(editor, { title: 'Far', type: 'page', step: 'published', reviewBy: '2031-01-01' })).item
    expect(await confirmValid(editor, [far.id])).toMatchObject({ done: 0, skipped: 1 })
    expect((await confirmValid(author, [far.id])).failed[0]?.messageKey).toBe('content.problem.notYours')
    const idea = (await createItem(editor, { title: 'Not live', type: 'page' })).item
    const result = await confirmValid(editor, [idea.id])
    expect(result).toMatchObject({ done: 0, changeSet: null, failed: [{ messageKey: 'publication.problem.notLive' }] })
    expect(await reviewBy(editor.actor.workspaceId, idea.id)).toBeNull()
    await moveToTrash(editor, [far.id], 'trash')
    expect((await confirmValid(editor, [far.id])).failed[0]?.messageKey).toBe('content.problem.inTrash')
    await expect(confirmValid(await memberOf(workspace, 'viewer'), [far.id])).rejects.toMatchObject({ code: 'forbidden' })
  })
})
