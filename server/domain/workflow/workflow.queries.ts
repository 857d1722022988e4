import type { Reader } from '@/db/database'
import { findApproval } from '@/db/stores/approvals'
import { findBrief } from '@/db/stores/briefs'
import { listSubjectChanges } from '@/db/stores/changes'
import { listChecks } from '@/db/stores/checks'
import { findBodies, findItem } from '@/db/stores/items'
import { listUserNames } from '@/db/stores/users'
import { authorize } from '@/server/domain/access/authorize'
import type { Context } from '@/server/domain/context'
import { Problem } from '@/server/domain/errors'
import { loadFacts } from '@/server/domain/facts/facts.queries'
import { userIdOf } from '@/server/domain/history/actor.rules'
import { briefStateOf, writtenByActor } from '@/server/domain/workflow/step-items.queries'
import type { WorkflowState } from '@/server/domain/workflow/workflow.schema'

/** What the workflow knows of an item beside its row. */
export async function getWorkflow(context: Context, id: string): Promise<WorkflowState> {
  const { actor, db } = context
  authorize(actor, 'item.read')
  const { workspaceId } = actor
  if (!(await findItem(db.read, workspaceId, id))) throw new Problem('not_found', 'content.problem.noSuchItem')
  const approval = await findApproval(db.read, workspaceId, id)
  const lost = approval ? null : await lastLoss(db.read, workspaceId, id)
  const { step: steps } = (await loadFacts({ db }, workspaceId)).vocabulary
  const written = await writtenByActor(db.read, actor, [id], { step: steps })
  const ticks = await listChecks(db.read, workspaceId, [id])
  const bodies = await findBodies(db.read, workspaceId, [id])
  const people = [approval?.userId, lost?.userId, lost?.byId, ...ticks.map(({ userId }) => userId)]
  const names = await listUserNames(
    db.read,
    people.flatMap((userId) => userId ?? []),
  )
  const nameOf = (userId: string | null | undefined): string | null => (userId ? (names.get(userId) ?? null) : null)
  return {
    approval: approval ? { step: approval.step, userId: approval.userId, name: nameOf(approval.userId), at: approval.at } : null,
    lost: lost ? { ...lost, name: nameOf(lost.userId), by: nameOf(lost.byId) } : null,
    ticks: ticks.map(({ step, key, userId, at }) => ({ step, key, name: nameOf(userId), at })),
    hasWritten: written.has(id),
    hasBody: (bodies.get(id) ?? '').trim() !== '',
    brief: briefStateOf(await findBrief(db.read, workspaceId, id)),
  }
}

/** The approval that a change made void, when that was the last thing that happened to approvals of the item. */
async function lastLoss(read: Reader, workspaceId: string, id: string) {
  const [last] = await listSubjectChanges(read, workspaceId, 'approval', id, { limit: 1 })
  if (last?.operation !== 'void' || !last.before) return null
  const { step, userId, at, because } = last.before
  if (typeof step !== 'string' || typeof userId !== 'string' || typeof at !== 'string') return null
  return {
    step,
    userId,
    at: new Date(at),
    because: Array.isArray(because) ? because.map(String) : [],
    byId: userIdOf(last.actor) ?? null,
    lostAt: last.at,
  }
}
