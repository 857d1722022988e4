import type { Database } from '@/db/database'
import { newId } from '@/db/kit'
import { emptyTags, insertItems, type TagRecord } from '@/db/stores/items'
import type { Role } from '@/server/domain/access/access.rules'
import { type Context, stampOf } from '@/server/domain/context'
import { createWorkspace } from '@/server/domain/workspaces/workspace.commands'

/** A workspace of the five phases, and somebody of this role in it. */
export async function workspaceFor(db: Database, role: Role = 'lead'): Promise<Context> {
  const now = () => new Date('2026-03-01T10:00:00Z')
  const settings = { locale: 'en', timeZone: 'Europe/Berlin', country: 'DE', segment: 'b2c', sellsGoods: true } as const
  const { id } = await createWorkspace(
    { db, now, actor: 'job:test' },
    { name: 'Test', model: 'mckinsey5', sample: null, ...settings },
  )
  return { actor: { kind: 'member', userId: newId(), workspaceId: id, role }, db, now, locale: 'en' }
}

/** An item with these tags; returns its id. */
export async function itemWith(
  ctx: Context,
  tags: Partial<TagRecord>,
  more: { purpose?: string; fields?: Record<string, unknown>; deletedAt?: Date } = {},
): Promise<string> {
  const id = newId()
  const at = ctx.now()
  const empty = {
    url: null,
    urlKey: null,
    locale: null,
    ownerId: null,
    plannedFor: null,
    dueOn: null,
    publishAt: null,
    publishedAt: null,
    unpublishAt: null,
    reviewBy: null,
    createdBy: null,
  }
  const columns = {
    ...empty,
    id,
    groupId: id,
    title: 'Item',
    type: 'page',
    step: 'idea',
    note: '',
    fields: more.fields ?? {},
    vague: [],
  }
  const { workspaceId } = ctx.actor
  await ctx.db.write(workspaceId, async (tx) =>
    insertItems(tx, stampOf(ctx), [
      {
        columns: {
          ...columns,
          purpose: more.purpose ?? null,
          statusSince: at,
          rank: null,
          createdAt: at,
          deletedAt: more.deletedAt ?? null,
        },
        tags: { ...emptyTags(), ...tags },
        body: '',
      },
    ]),
  )
  return id
}
