import { createHash } from 'node:crypto'
import { type Approvable, inOrder, partsOf } from '@/server/domain/workflow/approval.rules'

/** Tells whether what was approved is what stands there now. */
export function approvalHash(item: Approvable, body: string): string {
  return createHash('sha256')
    .update(inOrder(partsOf(item, body)))
    .digest('hex')
}
