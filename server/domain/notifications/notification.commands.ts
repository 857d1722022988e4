import type { Writer } from '@/db/database'
import { enqueueJob } from '@/db/stores/jobs'
import { insertNotifications, listAddressees, markNotifications, saveChoices } from '@/db/stores/notifications'
import { findWorkspace } from '@/db/stores/workspaces'
import { authorize } from '@/server/domain/access/authorize'
import type { Context } from '@/server/domain/context'
import { Problem } from '@/server/domain/errors'
import type { OpenContext } from '@/server/domain/members/account-context'
import { choicesOf, wayOf } from '@/server/domain/notifications/choices.rules'
import { newsMail } from '@/server/domain/notifications/derive.commands'
import type { ChoicesEdit, KeptChoices, ReadMark } from '@/server/domain/notifications/notification.schema'
import { readUnsubscribeToken } from '@/server/domain/notifications/unsubscribe-token'

/** Whose news it is about: only members have any. */
export function ownId({ actor }: Pick<Context, 'actor'>): string {
  authorize(actor, 'item.read')
  if (actor.kind !== 'member') throw new Problem('forbidden', 'access.problem.forbidden', { ability: 'item.read' })
  return actor.userId
}

/** Personal, so not in the change log. Ids that are not one's own change nothing. */
export async function markRead(context: Context, { ids, isRead }: ReadMark): Promise<{ ids: string[] }> {
  const userId = ownId(context)
  const { workspaceId } = context.actor
  const readAt = isRead ? context.now() : null
  return { ids: await context.db.write(workspaceId, (tx) => markNotifications(tx, workspaceId, userId, ids, readAt)) }
}

/** Returns which were unread, so that it can be taken back. */
export async function markAllRead(context: Context): Promise<{ ids: string[] }> {
  const userId = ownId(context)
  const { workspaceId } = context.actor
  return { ids: await context.db.write(workspaceId, (tx) => markNotifications(tx, workspaceId, userId, null, context.now())) }
}

/** Takes over what is named and leaves the rest as it is. */
export async function choose(context: Context, edit: ChoicesEdit): Promise<void> {
  const userId = ownId(context)
  await changeChoices(context, context.actor.workspaceId, userId, (current) => ({
    ...current,
    ...edit,
    ways: { ...current.ways, ...edit.ways },
  }))
}

/** What a link in a mail allows without signing in. Undefined when the link is none of ours or its person is gone. */
export async function turnMailOff(
  context: OpenContext,
  token: string,
  secret: string,
): Promise<{ workspace: string } | undefined> {
  const of = readUnsubscribeToken(token, secret)
  const workspace = of && (await findWorkspace(context.db.read, of.workspaceId))
  if (!of || !workspace) return undefined
  await changeChoices(context, of.workspaceId, of.userId, (current) => ({ ...current, isMailOff: true }))
  return { workspace: workspace.name }
}

/** Whoever is no member (any more) has nothing to choose. */
export async function changeChoices(
  { db, now }: OpenContext,
  workspaceId: string,
  userId: string,
  change: (current: KeptChoices) => KeptChoices,
): Promise<void> {
  await db.write(workspaceId, async (tx) => {
    const [person] = await listAddressees(tx, workspaceId, userId)
    if (person) await saveChoices(tx, workspaceId, userId, { ...change(choicesOf(person.choices)) }, now())
  })
}

/** Tells those who may do something about it that a chat does not take messages any more. */
export async function tellHookStopped(
  tx: Writer,
  context: Pick<Context, 'now' | 'actor'>,
  hook: { id: string; name: string; reason: string },
): Promise<void> {
  const { workspaceId } = context.actor
  const at = context.now()
  const admins = (await listAddressees(tx, workspaceId)).filter(
    ({ role, choices }) => role === 'admin' && wayOf(choicesOf(choices), 'hookStopped') !== 'off',
  )
  const rows = admins.map(({ userId }) => ({
    userId,
    kind: 'hookStopped',
    subject: 'hook',
    subjectId: hook.id,
    details: { count: 1, title: hook.name, reason: hook.reason },
    actor: 'job:hooks.post',
    dedupeKey: `hookStopped/${hook.id}/${at.getTime()}`,
    at,
  }))
  await insertNotifications(tx, workspaceId, rows, 'keep')
  for (const { userId } of rows) {
    const dedupeKey = `${newsMail}/${workspaceId}/${userId}/${at.getTime()}`
    await enqueueJob(tx, { name: newsMail, workspaceId, payload: { userId }, runAt: at, dedupeKey })
  }
}
