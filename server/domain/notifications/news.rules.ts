import { can, type Role } from '@/server/domain/access/access.rules'
import { excerptOf } from '@/server/domain/comments/comment.rules'
import { followsGap, wayOf } from '@/server/domain/notifications/choices.rules'
import { together } from '@/server/domain/notifications/news-details.rules'
import type { KeptChoices, NewsDetails, NewsKind } from '@/server/domain/notifications/notification.schema'
import type { Localized } from '@/server/domain/wire.schema'

/** An entry of the change log, as far as news come of it; of a campaign, what became of its details. */
export interface LoggedChange {
  readonly changeSet: string
  readonly actor: string
  readonly at: Date
  readonly subject: string
  readonly subjectId: string
  readonly operation: string
  readonly before: Record<string, unknown> | null
  readonly after: Record<string, unknown> | null
}

export interface Reader {
  readonly userId: string
  readonly role: Role
  readonly choices: KeptChoices
}

export interface TalkedComment {
  readonly id: string
  readonly subject: string
  readonly subjectId: string
  readonly body: string
  readonly mentions: readonly string[]
  /** What a reviewer without an account is called. */
  readonly authorName: string | null
  /** Who else wrote in the same thread. */
  readonly others: readonly string[]
}

/** What the entries are about, as it is now. */
export interface NewsWorld {
  readonly readers: readonly Reader[]
  item(id: string): { title: string; ownerId: string | null; createdBy: string | null } | undefined
  task(id: string): { title: string; subject: string; subjectId: string } | undefined
  comment(id: string): TalkedComment | undefined
  gap(id: string): { rule: string; phase: string | null; severity: string; ownerId: string | null } | undefined
  campaign(key: string): { name: Localized; ownerId: string | null } | undefined
  /** Who last gave an item its time to go live or to leave. */
  schedulerOf(itemId: string): string | null
  nameOf(userId: string): string | null
}

/** One thing that one person is told. `dedupeKey` is the same for the same news, and for all of its kind in a change set. */
export interface News {
  readonly userId: string
  readonly kind: NewsKind
  readonly subject: string
  readonly subjectId: string
  readonly details: NewsDetails
  readonly actor: string
  readonly dedupeKey: string
  readonly at: Date
}

const openedBy: ReadonlySet<string> = new Set(['found', 'reopened', 'returned'])

function newOwner(before: LoggedChange['before'], after: LoggedChange['after'], name: string): string | null {
  const id = after?.[name]
  return typeof id === 'string' && id !== '' && before?.[name] !== id ? id : null
}

/**
 * Who is to be told what of these entries. Nobody hears of what they did themselves, nor of what they chose not to hear of.
 * However many things one change set touches, a person is told once, with how many there were.
 */
export function newsOf(entries: readonly LoggedChange[], world: NewsWorld): News[] {
  const readers = new Map(world.readers.map((reader) => [reader.userId, reader]))
  const found = new Map<string, News>()
  for (const [index, entry] of entries.entries()) {
    if (isTakenBack(entry, entries.slice(index + 1))) continue
    for (const { userId, kind, subject, subjectId, details, single } of told(entry, world)) {
      const reader = readers.get(userId)
      if (!reader || entry.actor === `user:${userId}` || wayOf(reader.choices, kind) === 'off') continue
      const dedupeKey = `${kind}/${subject}/${entry.changeSet}${single ? `/${subjectId}` : ''}`
      const name = `${userId} ${dedupeKey}`
      const known = found.get(name)
      const { actor, at } = entry
      if (!known) found.set(name, { userId, kind, subject, subjectId, details: { count: 1, ...details }, actor, dedupeKey, at })
      else if (!single) found.set(name, { ...known, details: together(known.details, { count: 1, ...details }) })
    }
  }
  return [...found.values()]
}

/** Approvals that an undo brought back: that they were void need not be told any more. */
export const restoredApprovals = (entries: readonly LoggedChange[]): string[] =>
  entries.filter(isRestored).map(({ subjectId }) => subjectId)

const isRestored = ({ subject, operation, after }: LoggedChange): boolean =>
  subject === 'approval' && operation === 'undo' && after !== null

const isTakenBack = ({ subject, subjectId, operation }: LoggedChange, later: readonly LoggedChange[]): boolean =>
  subject === 'approval' && operation === 'void' && later.some((next) => next.subjectId === subjectId && isRestored(next))

interface Told {
  readonly userId: string
  readonly kind: NewsKind
  readonly subject: string
  readonly subjectId: string
  readonly details: Omit<NewsDetails, 'count'>
  /** Always a piece of news of its own. */
  readonly single?: true
}

function told(entry: LoggedChange, world: NewsWorld): Told[] {
  const { subject, subjectId, before, after, operation } = entry
  switch (subject) {
    case 'item': {
      const userId = newOwner(before, after, 'ownerId')
      const item = world.item(subjectId)
      return userId && item ? [{ userId, kind: 'assigned', subject, subjectId, details: { title: item.title } }] : []
    }
    case 'task': {
      const userId = newOwner(before, after, 'assigneeId')
      const task = world.task(subjectId)
      if (!userId || !task) return []
      const place = { subject: task.subject, id: task.subjectId }
      return [{ userId, kind: 'assigned', subject, subjectId, details: { title: task.title, place } }]
    }
    case 'campaign': {
      const userId = newOwner(before, after, 'ownerId')
      const campaign = world.campaign(subjectId)
      return userId && campaign ? [{ userId, kind: 'assigned', subject, subjectId, details: { names: campaign.name } }] : []
    }
    case 'finding':
      return ofGap(entry, world)
    case 'comment':
      return ofComment(entry, world)
    case 'approval':
      return ofApproval(entry, world)
    case 'publication': {
      const item = world.item(subjectId)
      if (operation !== 'fail' || !item) return []
      const { messageKey, details: values } = after ?? {}
      const problem = typeof messageKey === 'string' ? { messageKey, details: plain(values) } : undefined
      const details = { title: item.title, ...(problem ? { problem } : {}) }
      return forFailure(subjectId, item, world).map((userId) => ({
        userId,
        kind: 'publishFailed',
        subject: 'item',
        subjectId,
        details,
        single: true,
      }))
    }
    default:
      return []
  }
}

type Responsible = Pick<NonNullable<ReturnType<NewsWorld['item']>>, 'ownerId' | 'createdBy'>

/** Who answers for an item: its owner, or where nobody owns it or the owner has left, whoever made it. Null: nobody who is here. */
function answersFor({ ownerId, createdBy }: Responsible, { readers }: NewsWorld): string | null {
  return [ownerId, createdBy].find((id) => readers.some(({ userId }) => userId === id)) ?? null
}

/** Who hears that an item could not go live or leave: someone among them can do something about it. */
function forFailure(itemId: string, item: Responsible, world: NewsWorld): string[] {
  const near = new Set([answersFor(item, world), world.schedulerOf(itemId)])
  const mayPublish = ({ userId, role }: Reader) => can({ kind: 'member', userId, role, workspaceId: '' }, 'item.publish')
  const told = world.readers.filter(({ userId }) => near.has(userId))
  const leads = world.readers.filter(({ role }) => role === 'lead' || role === 'admin')
  return [...new Set([...told, ...(told.some(mayPublish) ? [] : leads)])].map(({ userId }) => userId)
}

function ofGap({ subject, subjectId, before, after, operation }: LoggedChange, world: NewsWorld): Told[] {
  const gap = world.gap(subjectId)
  if (!gap) return []
  const { rule, phase } = gap
  const owner = newOwner(before, after, 'ownerId')
  const assigned: Told[] = owner ? [{ userId: owner, kind: 'assigned', subject, subjectId, details: { rule, phase } }] : []
  if (!openedBy.has(operation)) return assigned
  const followers = world.readers.filter(({ choices, role }) => followsGap(choices, role, gap))
  const named = { gaps: [{ id: subjectId, rule, phase }], phases: [phase] }
  const opened = followers.map(
    ({ userId }): Told => ({ userId, kind: 'gapOpened', subject, subjectId, details: { rule, phase, ...named } }),
  )
  return [...assigned, ...opened]
}

function ofComment({ subjectId, before, after, actor }: LoggedChange, world: NewsWorld): Told[] {
  const comment = world.comment(subjectId)
  // A thread that is settled or opened again, or words that are given back, name nobody anew.
  const isSaid = before === null || ('mentions' in before && !before.deletedAt)
  if (!comment || after === null || !isSaid) return []
  const earlier = before && Array.isArray(before.mentions) ? before.mentions : []
  const mentioned = comment.mentions.filter((userId) => !earlier.includes(userId))
  const place = { subject: comment.subject, id: comment.subjectId }
  const about = placeDetails(comment, world)
  const said = { excerpt: excerptOf(comment.body, world.nameOf), ...(comment.authorName ? { reviewer: comment.authorName } : {}) }
  const to = (kind: NewsKind) => (userId: string) => {
    const isTheirs = kind === 'answered' && !comment.others.includes(userId)
    const details = { ...about.details, ...said, place, ...(isTheirs ? { isTheirs } : {}) }
    return { userId, kind, subject: 'comment', subjectId, details, single: true } satisfies Told
  }
  if (before !== null) return mentioned.map(to('mentioned'))
  const listening = [...comment.others, ...(about.ownerId ? [about.ownerId] : [])]
  const answered = [...new Set(listening)].filter((userId) => !comment.mentions.includes(userId) && actor !== `user:${userId}`)
  return [...mentioned.map(to('mentioned')), ...answered.map(to('answered'))]
}

/** What a comment is about: whose it is, and how it is called. */
function placeDetails(
  { subject, subjectId }: TalkedComment,
  world: NewsWorld,
): { ownerId: string | null; details: Pick<NewsDetails, 'title' | 'names' | 'rule' | 'phase'> } {
  if (subject === 'campaign') {
    const campaign = world.campaign(subjectId)
    return { ownerId: campaign?.ownerId ?? null, details: campaign ? { names: campaign.name } : {} }
  }
  if (subject === 'gap') {
    const gap = world.gap(subjectId)
    return { ownerId: gap?.ownerId ?? null, details: gap ? { rule: gap.rule, phase: gap.phase } : {} }
  }
  const item = world.item(subjectId)
  return { ownerId: item?.ownerId ?? null, details: item ? { title: item.title } : {} }
}

function plain(values: unknown): Record<string, string | number | boolean | null> {
  const isPlain = (value: unknown) => value === null || ['string', 'number', 'boolean'].includes(typeof value)
  const entries = typeof values === 'object' && values !== null ? Object.entries(values) : []
  return Object.fromEntries(entries.filter(([, value]) => isPlain(value)))
}

function ofApproval({ subjectId, operation, before }: LoggedChange, world: NewsWorld): Told[] {
  const item = world.item(subjectId)
  if (!item) return []
  const details = { title: item.title }
  const approver = typeof before?.userId === 'string' ? before.userId : null
  const of = (kind: NewsKind, people: readonly (string | null)[]) =>
    [...new Set(people)]
      .filter((userId) => userId !== null)
      .map((userId): Told => ({ userId, kind, subject: 'item', subjectId, details, single: true }))
  const responsible = answersFor(item, world)
  if (operation === 'void') return of('approvalVoided', [approver, responsible])
  return operation === 'approve' ? of('approved', [responsible]) : []
}
