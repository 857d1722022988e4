import type { Stamp, Writer } from '@/db/database'
import { insertBriefs, listBriefs } from '@/db/stores/briefs'
import { briefOf } from '@/server/domain/briefs/brief.queries'

/** The briefs of items that were copied, with nothing ticked. A next step that was copied too is the copy. `copies`: the new id of each. */
export async function copyBriefs(tx: Writer, stamp: Stamp, copies: ReadonlyMap<string, string>): Promise<void> {
  const briefs = await listBriefs(tx, stamp.workspaceId, [...copies.keys()])
  await insertBriefs(
    tx,
    stamp,
    briefs.flatMap((brief) => {
      const itemId = copies.get(brief.itemId)
      if (itemId === undefined) return []
      const { content } = briefOf(brief)
      const { nextStep, checklist } = content
      const next = nextStep.itemId === null ? null : (copies.get(nextStep.itemId) ?? nextStep.itemId)
      const open = checklist.map((check) => ({ ...check, isDone: false }))
      return [{ itemId, content: { ...content, nextStep: { ...nextStep, itemId: next }, checklist: open } }]
    }),
  )
}
