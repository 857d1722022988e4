import { expect, test } from 'vitest'
import { listRecentHistory } from '@/server/domain/history/history.queries'
import { undoChangeSet } from '@/server/domain/history/undo.commands'
import { createWorkspace } from '@/server/domain/workspaces/workspace.commands'
import { testDatabase } from '@/tests/support/database'

const database = testDatabase()

test('the creation of a workspace cannot be undone, and is not offered to be', async () => {
  const db = database()
  const now = () => new Date()
  const { id } = await createWorkspace(
    { db, now, actor: 'job:command-line' },
    {
      name: 'New',
      locale: 'en',
      timeZone: 'UTC',
      country: null,
      segment: 'both',
      sellsGoods: true,
      model: 'mckinsey5',
      sample: 'good',
    },
  )
  const context = { actor: { kind: 'system', workspaceId: id, job: 'command-line' }, db, now, locale: 'en' } as const
  const founding = await listRecentHistory(context, { limit: 1 })
  await expect(undoChangeSet(context, founding.entries[0]?.changeSet ?? '')).rejects.toMatchObject({
    messageKey: 'history.problem.notUndoable',
  })
  const { entries } = await listRecentHistory(context, { limit: 10 })
  expect(entries.map(({ canUndo }) => canUndo)).toEqual([false])
})
