import { authorize } from '@/server/domain/access/authorize'
import { purposesServed } from '@/server/domain/briefs/usual.rules'
import type { Context } from '@/server/domain/context'
import { loadFacts } from '@/server/domain/facts/facts.queries'
import { momentOf } from '@/server/domain/facts/moment.rules'

/** Of which purposes a phase has content already, so that what is begun there is proposed for another one. */
export async function listPurposesServed({ actor, db, now }: Context, phase: string): Promise<string[]> {
  authorize(actor, 'item.read')
  const { facts, workspace } = await loadFacts({ db }, actor.workspaceId)
  return purposesServed(facts, phase, momentOf(now().getTime(), workspace.timeZone))
}
