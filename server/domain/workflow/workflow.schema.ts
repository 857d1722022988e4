import { z } from 'zod'
import { instant, key } from '@/server/domain/wire.schema'

/** Somebody's yes to an item as it is now. */
export const approvalView = z.object({ step: key, userId: z.string(), name: z.string().nullable(), at: instant })
export type ApprovalView = z.infer<typeof approvalView>

/** A yes that holds no more. `because` names what changed: a column, `tags.<dimension>`, `field.<key>` or `body`. */
export const voidedApproval = approvalView.extend({ because: z.array(z.string()) })
export type VoidedApproval = z.infer<typeof voidedApproval>

/** What the workflow knows of an item beside its row. */
export const workflowState = z.object({
  approval: approvalView.nullable(),
  /** The last approval, where it was lost by a change and none has been given since; `by` and `lostAt` say whose and when. */
  lost: voidedApproval.extend({ by: z.string().nullable(), lostAt: instant }).nullable(),
  ticks: z.array(z.object({ step: key, key, name: z.string().nullable(), at: instant })),
  hasBody: z.boolean(),
  /** Whoever asks wrote something that the next approval would be about, where somebody else must give it. */
  hasWritten: z.boolean(),
  brief: z.object({ exists: z.boolean(), isChecked: z.boolean() }).nullable(),
})
export type WorkflowState = z.infer<typeof workflowState>

export const checkTick = z.object({ id: z.string(), step: key, key, ticked: z.boolean() })
export type CheckTick = z.infer<typeof checkTick>
