import type { Database, Stamp } from '@/db/database'
import { newId } from '@/db/kit'
import { type Actor, actorName } from './access/access.rules'
import type { Locale } from './wire.schema'

/** Everything a rule may depend on: who, where, when, and in which language answers are written. Built once per request, job, test. */
export interface Context {
  readonly actor: Actor
  readonly db: Database
  readonly now: () => Date
  readonly locale: Locale
}

/** What the change log writes beside each change. One stamp is one change set, so one undo. */
export function stampOf({ actor, now }: Pick<Context, 'actor' | 'now'>, changeSet: string = newId()): Stamp {
  return { workspaceId: actor.workspaceId, changeSet, actor: actorName(actor), at: now() }
}
