/** Who stands behind a change. `name` is null for jobs and for people who are gone. */
export interface ActorName {
  readonly kind: 'user' | 'job'
  /** The user's id, or the name of the job. */
  readonly id: string
  readonly name: string | null
}

const userMark = 'user:'

/** The id of the user in an actor as the log writes it; undefined for jobs. */
export const userIdOf = (actor: string): string | undefined =>
  actor.startsWith(userMark) ? actor.slice(userMark.length) : undefined

export function actorIn(actor: string, names: ReadonlyMap<string, string>): ActorName {
  const id = userIdOf(actor)
  return id === undefined
    ? { kind: 'job', id: actor.replace(/^job:/, ''), name: null }
    : { kind: 'user', id, name: names.get(id) ?? null }
}
