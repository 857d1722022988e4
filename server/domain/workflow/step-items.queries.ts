import type { Reader } from '@/db/database'
import { type ApprovalRecord, listApprovals, listEverApproved, listTouches } from '@/db/stores/approvals'
import { type BriefRecord, listBriefs } from '@/db/stores/briefs'
import { listChecks } from '@/db/stores/checks'
import { findBodies } from '@/db/stores/items'
import type { Actor } from '@/server/domain/access/access.rules'
import { briefContent } from '@/server/domain/briefs/brief.schema'
import type { ItemState } from '@/server/domain/content/item.rules'
import { writtenBy } from '@/server/domain/workflow/approval.rules'
import { approvalHash } from '@/server/domain/workflow/approval-hash'
import type { StepItem, StepWorld } from '@/server/domain/workflow/workflow.rules'

/** What decides about steps and does not stand in an item's row. */
export interface StepSight {
  /**
   * The item as the rules about steps see it. `from`: where it stood before the change that led to this state, null for a new
   * one; `body`: where the change brings another.
   */
  of(item: ItemState, change?: { readonly from?: string | null; readonly body?: string | undefined }): StepItem
  approvalOf(id: string): ApprovalRecord | undefined
  bodyOf(id: string): string
}

/** Everything that steps can ask of these items and of whoever moves them, read at once. */
export async function lookAtSteps(read: Reader, actor: Actor, ids: readonly string[], world: StepWorld): Promise<StepSight> {
  const { workspaceId } = actor
  const approvals = new Map((await listApprovals(read, workspaceId, ids)).map((approval) => [approval.itemId, approval]))
  const unapproved = ids.filter((id) => !approvals.has(id))
  const lost = new Set(await listEverApproved(read, workspaceId, unapproved))
  const written = await writtenByActor(read, actor, ids, world)
  const checks = Map.groupBy(await listChecks(read, workspaceId, ids), ({ itemId }) => itemId)
  const bodies = await findBodies(read, workspaceId, ids)
  const briefs = new Map((await listBriefs(read, workspaceId, ids)).map((brief) => [brief.itemId, brief]))
  return {
    approvalOf: (id) => approvals.get(id),
    bodyOf: (id) => bodies.get(id) ?? '',
    of(item, { from = item.step, body = bodies.get(item.id) ?? '' } = {}) {
      const { type, ownerId, createdBy, purpose, locale, url, plannedFor, dueOn, tags, fields } = item
      const approval = approvals.get(item.id)
      const holds = approval !== undefined && approvalHash(item, body) === approval.hash
      return {
        type,
        step: from,
        ownerId,
        createdBy,
        purpose,
        locale,
        url,
        plannedFor,
        dueOn,
        tags,
        fields,
        brief: briefStateOf(briefs.get(item.id)),
        hasBody: body.trim() !== '',
        alsoBy: actor.kind === 'member' && written.has(item.id) ? [actor.userId] : [],
        ticks: checks.get(item.id) ?? [],
        approval: approval && holds ? { step: approval.step } : null,
        hasLostApproval: approval ? !holds : lost.has(item.id),
      }
    },
  }
}

/** The items of which whoever asks is an author by what they wrote. Only asked where that could stand in the way of a yes. */
export async function writtenByActor(
  read: Reader,
  actor: Actor,
  ids: readonly string[],
  { step: steps }: Pick<StepWorld, 'step'>,
): Promise<ReadonlySet<string>> {
  if (actor.kind !== 'member' || !steps.some(({ details }) => details.approval?.notAuthor)) return new Set()
  return writtenBy(actor.userId, await listTouches(read, actor.workspaceId, ids, `user:${actor.userId}`))
}

/** Whether there is one, and all of its checklist is ticked. Without an entry nothing has been looked at. */
export function briefStateOf(brief: BriefRecord | undefined): { exists: boolean; isChecked: boolean } {
  const read = briefContent.safeParse(brief?.content)
  const checklist = read.success ? read.data.checklist : []
  return { exists: brief !== undefined, isChecked: checklist.length > 0 && checklist.every(({ isDone }) => isDone) }
}
