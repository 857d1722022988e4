import type { Reader } from '@/db/database'
import { type ApprovalRecord, listApprovals } from '@/db/stores/approvals'
import { type BriefRecord, listBriefs } from '@/db/stores/briefs'
import { listChecks } from '@/db/stores/checks'
import { findBodies } from '@/db/stores/items'
import { briefContent } from '@/server/domain/briefs/brief.schema'
import type { ItemState } from '@/server/domain/content/item.rules'
import type { Term } from '@/server/domain/vocabulary/vocabulary.schema'
import { approvalHash } from '@/server/domain/workflow/approval-hash'
import type { StepItem } from '@/server/domain/workflow/workflow.rules'

/** What decides about steps and does not stand in an item's row. */
export interface StepSight {
  /**
   * The item as the rules about a step see it. `from`: where it stood before the change that led to this state, null for a new
   * one; `body`: where the change brings another.
   */
  of(
    item: ItemState,
    step: Term<'step'>,
    change?: { readonly from?: string | null; readonly body?: string | undefined },
  ): StepItem
  approvalOf(id: string): ApprovalRecord | undefined
  bodyOf(id: string): string
}

/** Everything that steps can ask of these items, read at once. */
export async function lookAtSteps(read: Reader, workspaceId: string, ids: readonly string[]): Promise<StepSight> {
  const approvals = new Map((await listApprovals(read, workspaceId, ids)).map((approval) => [approval.itemId, approval]))
  const checks = Map.groupBy(await listChecks(read, workspaceId, ids), ({ itemId }) => itemId)
  const bodies = await findBodies(read, workspaceId, ids)
  const briefs = new Map((await listBriefs(read, workspaceId, ids)).map((brief) => [brief.itemId, brief]))
  return {
    approvalOf: (id) => approvals.get(id),
    bodyOf: (id) => bodies.get(id) ?? '',
    of(item, step, { from = item.step, body = bodies.get(item.id) ?? '' } = {}) {
      const { type, ownerId, createdBy, purpose, locale, url, plannedFor, dueOn, tags, fields } = item
      const approval = approvals.get(item.id)
      const ticks = (checks.get(item.id) ?? []).filter((check) => check.step === step.key)
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
        ticked: new Set(ticks.map(({ key }) => key)),
        approval: approval && approvalHash(item, body) === approval.hash ? { step: approval.step } : null,
      }
    },
  }
}

/** Whether there is one, and all of its checklist is ticked. Without an entry nothing has been looked at. */
export function briefStateOf(brief: BriefRecord | undefined): { exists: boolean; isChecked: boolean } {
  const read = briefContent.safeParse(brief?.content)
  const checklist = read.success ? read.data.checklist : []
  return { exists: brief !== undefined, isChecked: checklist.length > 0 && checklist.every(({ isDone }) => isDone) }
}
