import { expect, test } from 'vitest'
import type { Database } from '@/db/database'
import { moveToTrash } from '@/server/domain/content/bulk.commands'
import { createItem, saveItem } from '@/server/domain/content/item.commands'
import { getItem, listItems } from '@/server/domain/content/item.queries'
import { itemListInput } from '@/server/domain/content/item-list.schema'
import type { Context } from '@/server/domain/context'
import { getPicture } from '@/server/domain/coverage/coverage.queries'
import { coverageDimensions, coverageQuestion, models, modes } from '@/server/domain/coverage/coverage.schema'
import { emptyWorkspace, memberOf } from '@/tests/integration/content/world'
import { anyItem, dice, fill } from '@/tests/integration/coverage-queries/some-items'
import { testDatabase } from '@/tests/support/database'

const db = testDatabase()

/** As a process sees the database that has just started: what is kept between questions is kept per database object. */
const starting = (context: Context): Context => ({ ...context, db: { ...(context.db as Database) } })

test('after every change and as time goes by, a process that runs for long shows what one shows that has just started', async () => {
  let nowMs = Date.parse('2026-03-20T12:00:00Z')
  const now = () => new Date(nowMs)
  const context = { ...(await memberOf(await emptyWorkspace(db(), now), 'admin')), now }
  const ids = await fill(context, 40, 11)
  const roll = dice(5)
  const pick = <T>(list: readonly T[]): T => list[roll(list.length)] as T
  const edit = async () => {
    const item = await getItem(context, pick(ids))
    if (item.deletedAt !== null) return
    const { title, type, step, ...edited } = anyItem(roll, roll(99), context.userId)
    const soon = new Date(nowMs + roll(6) * 20_000_000 + 1)
    const dates = item.status === 'published' ? { publishAt: null, publishedAt: soon } : { publishAt: soon, publishedAt: null }
    await saveItem(context, { id: item.id, revision: item.revision, edit: { ...edited, ...dates } })
  }
  const changes = [
    edit,
    edit,
    edit,
    async () => void ids.push((await createItem(context, anyItem(roll, ids.length, context.userId))).item.id),
    async () => void (await moveToTrash(context, [pick(ids)], 'trash')),
    async () => void (await moveToTrash(context, [pick(ids)], 'restore')),
  ]
  for (let round = 0; round < 80; round += 1) {
    for (let n = roll(3); n > 0; n -= 1) await pick(changes)()
    nowMs += pick([0, 1_000, 3_600_000, 86_400_000, 200_000_000])
    const question = coverageQuestion.parse({
      by: pick([...coverageDimensions, 'channel', 'channel', 'channel'] as const),
      mode: pick(modes),
      lens: pick([null, null, pick(models)]),
    })
    const list = itemListInput.parse({
      sort: [{ field: pick(['title', 'updatedAt', 'phase']), descending: roll(2) === 0 }],
      limit: 50,
    })
    expect(await getPicture(context, question)).toEqual(await getPicture(starting(context), question))
    expect(await listItems(context, list)).toEqual(await listItems(starting(context), list))
  }
}, 60_000)
