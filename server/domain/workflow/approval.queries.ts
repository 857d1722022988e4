import type { Reader } from '@/db/database'
import { listUserNames } from '@/db/stores/users'
import type { LostApproval } from '@/server/domain/workflow/approval.commands'
import type { VoidedApproval } from '@/server/domain/workflow/workflow.schema'

/** What a save made void, for whoever saved. */
export async function toldVoid(read: Reader, lost: LostApproval | undefined): Promise<VoidedApproval | null> {
  if (!lost) return null
  const { step, userId, at } = lost.approval
  const names = await listUserNames(read, [userId])
  return { step, userId, name: names.get(userId) ?? null, at, because: [...lost.because] }
}
