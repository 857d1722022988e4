import { newId } from '@/db/kit'
import { deleteHook as dropHook, findHook, type HookRecord, insertHook, listHooks, updateHook } from '@/db/stores/hooks'
import { authorize } from '@/server/domain/access/authorize'
import { type Context, stampOf } from '@/server/domain/context'
import { Problem } from '@/server/domain/errors'
import type { Hook, HookCreate, HookEdit, HookEvent } from '@/server/domain/hooks/hook.schema'
import { faultOf, maskedAddress } from '@/server/domain/hooks/target-address.rules'

const mostHooks = 20

/** Whether messages may go into one's own network; the operator's decision, handed in by the doors. */
interface Reach {
  readonly allowsPrivate: boolean
}

export const hookOf = ({
  id,
  name,
  url,
  locale,
  events,
  isEnabled,
  lastSentAt,
  lastError,
  failures,
  revision,
}: HookRecord): Hook => ({
  id,
  name,
  address: maskedAddress(url),
  locale,
  events: events.filter((event): event is HookEvent => event === 'digest' || event === 'gaps'),
  isEnabled,
  lastSentAt,
  lastError,
  failures,
  revision,
})

export async function listOwnHooks({ actor, db }: Context): Promise<Hook[]> {
  authorize(actor, 'hook.manage')
  return (await listHooks(db.read, actor.workspaceId)).map(hookOf)
}

export async function createHook(context: Context, { name, url, locale, events }: HookCreate, reach: Reach): Promise<Hook> {
  const { actor, db } = context
  authorize(actor, 'hook.manage')
  refuseAddress(url, reach)
  const createdBy = actor.kind === 'member' ? actor.userId : null
  return db.write(actor.workspaceId, async (tx) => {
    const known = await listHooks(tx, actor.workspaceId)
    if (known.length >= mostHooks) throw new Problem('limit_reached', 'hooks.problem.tooMany', { max: mostHooks })
    const row = { id: newId(), name, url, locale, events: [...new Set(events)], createdBy }
    return hookOf(await insertHook(tx, stampOf(context), row))
  })
}

export async function editHook(context: Context, { id, revision, change }: HookEdit, reach: Reach): Promise<Hook> {
  const { actor, db } = context
  authorize(actor, 'hook.manage')
  if (change.url !== undefined) refuseAddress(change.url, reach)
  return db.write(actor.workspaceId, async (tx) => {
    const current = knownHook(await findHook(tx, actor.workspaceId, id))
    const saved = current.revision === revision ? await updateHook(tx, stampOf(context), current, change) : undefined
    if (!saved) throw new Problem('conflict', 'hooks.problem.changedMeanwhile', {}, { current: hookOf(current) })
    return hookOf(saved)
  })
}

export async function deleteHook(context: Context, id: string): Promise<void> {
  const { actor, db } = context
  authorize(actor, 'hook.manage')
  await db.write(actor.workspaceId, async (tx) => {
    const current = knownHook(await findHook(tx, actor.workspaceId, id))
    await dropHook(tx, stampOf(context), current)
  })
}

function knownHook(found: HookRecord | undefined): HookRecord {
  if (!found) throw new Problem('not_found', 'hooks.problem.noSuchHook')
  return found
}

function refuseAddress(url: string, { allowsPrivate }: Reach): void {
  const fault = faultOf(url, allowsPrivate)
  if (fault) throw new Problem('invalid', `hooks.problem.${fault}`)
}
