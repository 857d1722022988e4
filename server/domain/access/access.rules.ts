/** From the least to the most powerful. */
export const roles = ['viewer', 'author', 'editor', 'lead', 'admin'] as const
export type Role = (typeof roles)[number]

export type Actor =
  | { readonly kind: 'member'; readonly userId: string; readonly workspaceId: string; readonly role: Role }
  /** A job or the operator's command line: allowed everything, and named in the history. */
  | { readonly kind: 'system'; readonly workspaceId: string; readonly job: string }

/** Who may do what: the least role for each ability. Doors, jobs and buttons all ask this table. */
const policy = {
  'item.read': 'viewer',
  'item.create': 'author',
  'item.editOwn': 'author',
  'item.edit': 'editor',
  'item.publish': 'editor',
  'item.bulk': 'editor',
  'item.purge': 'admin',
  'item.export': 'viewer',
  'import.run': 'editor',
  'view.own': 'viewer',
  'view.team': 'editor',
  'feed.own': 'viewer',
  'campaign.edit': 'editor',
  'task.edit': 'author',
  'comment.write': 'viewer',
  'comment.resolve': 'author',
  'comment.moderate': 'admin',
  'reviewLink.make': 'editor',
  'gap.plan': 'editor',
  'gap.assign': 'editor',
  'gap.waive': 'lead',
  'target.set': 'lead',
  'rule.set': 'lead',
  'journey.edit': 'lead',
  'vocabulary.create': 'editor',
  'vocabulary.edit': 'lead',
  'workflow.set': 'lead',
  'history.read': 'viewer',
  'job.read': 'editor',
  'job.run': 'admin',
  'member.read': 'viewer',
  'member.manage': 'admin',
  'work.readOthers': 'lead',
  'hook.manage': 'admin',
  'workspace.manage': 'admin',
} as const satisfies Record<string, Role>

export type Ability = keyof typeof policy
export const abilities = Object.keys(policy) as Ability[]

/** Who has to be asked for it. */
export const leastRoleFor = (ability: Ability): Role => policy[ability]

export function can(actor: Actor, ability: Ability): boolean {
  return actor.kind === 'system' || roles.indexOf(actor.role) >= roles.indexOf(policy[ability])
}

/** Authors edit what they own or made; editors edit everything. */
export function mayEditItem(actor: Actor, item: { ownerId: string | null; createdBy: string | null }): boolean {
  if (can(actor, 'item.edit')) return true
  if (actor.kind !== 'member' || !can(actor, 'item.editOwn')) return false
  return item.ownerId === actor.userId || item.createdBy === actor.userId
}

/** How an actor stands in the change log: `user:<id>` or `job:<name>`. */
export function actorName(actor: Actor): string {
  return actor.kind === 'member' ? `user:${actor.userId}` : `job:${actor.job}`
}
