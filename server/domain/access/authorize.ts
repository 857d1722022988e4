import { Problem } from '@/server/domain/errors'
import { type Ability, type Actor, can } from './access.rules'

/** The first line of every command and query. Throws `forbidden` when the actor's role is too small. */
export function authorize(actor: Actor, ability: Ability): void {
  if (!can(actor, ability)) throw new Problem('forbidden', 'access.problem.forbidden', { ability })
}
