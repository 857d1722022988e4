import type { Fact } from '@/server/domain/facts/fact.schema'
import { addDays, localDayOf, localTimeOf, type Moment } from '@/server/domain/facts/moment.rules'
import { type WorkEntry, type WorkKind, type WorkSection, workSections } from '@/server/domain/my-work/work.schema'
import type { Term } from '@/server/domain/vocabulary/vocabulary.schema'

/** So many days before its day of review an item is on its owner's list. */
const reviewAheadDays = 30

/** What a person has to do beside the items they own, each with its day worked out. */
export interface OtherWork {
  readonly tasks: readonly {
    id: string
    title: string
    day: string | null
    revision: number
    subject: string
    subjectId: string
    waitsFor: string | null
  }[]
  /** Items that wait for the person's yes. */
  readonly approvals: readonly Fact[]
  readonly gaps: readonly { id: string; title: string; phase: string | null }[]
  readonly comments: readonly { id: string; title: string; subject: string; subjectId: string }[]
  /** Of the workspace: anybody's, in any state. */
  readonly campaigns: readonly (Pick<Term<'campaign'>, 'key' | 'archivedAt'> & {
    readonly details: Pick<Term<'campaign'>['details'], 'ownerId' | 'state' | 'endsOn'>
  })[]
  nameOf(subject: string, id: string): string
}

/**
 * Everything that is due for one person, the one list behind the screen, the digest and the counts. An item stands in it once,
 * for the nearest of its dates: what waits for the person's yes as that, whoever owns it.
 */
export function workOf(
  facts: readonly Fact[],
  userId: string,
  other: OtherWork,
  moment: Pick<Moment, 'today' | 'zone'>,
): WorkEntry[] {
  const entries: WorkEntry[] = []
  const waiting = new Set(other.approvals.map(({ id }) => id))
  for (const fact of facts) {
    if (fact.ownerId !== userId || fact.deletedAt !== null || waiting.has(fact.id)) continue
    const entry = ofItem(fact, moment)
    if (entry) entries.push(entry)
  }
  for (const fact of other.approvals) {
    const { kind, when } = nearestOf(fact, moment.zone)
    const since = localDayOf(fact.statusSince, moment.zone)
    entries.push({ ...entryOf(fact, 'approval', when && dayOf(when)), dayIs: when === null ? null : kind, since })
  }
  for (const { id, title, day, revision, subject, subjectId, waitsFor } of other.tasks) {
    const about = { subject, id: subjectId, title: other.nameOf(subject, subjectId) }
    entries.push({ ...bare('task', id, title), about, day, dayIs: day === null ? null : 'due', revision, waitsFor })
  }
  for (const { id, title } of other.gaps) entries.push(bare('gap', id, title))
  for (const { id, title, subject, subjectId } of other.comments) {
    const about = { subject, id: subjectId, title: other.nameOf(subject, subjectId) }
    entries.push({ ...bare('comment', id, title), about })
  }
  for (const { key, details, archivedAt } of other.campaigns) {
    const { ownerId, state, endsOn } = details
    const isRunning = ownerId === userId && archivedAt === null && (state === 'draft' || state === 'active')
    if (!isRunning || endsOn === null) continue
    entries.push({ ...bare('campaign', key, other.nameOf('campaign', key)), day: endsOn, dayIs: 'campaign' })
  }
  return entries
}

const bare = (kind: WorkKind, id: string, title: string): WorkEntry => ({
  kind,
  id,
  title,
  about: null,
  day: null,
  dayIs: null,
  time: null,
  since: null,
  step: null,
  campaigns: [],
  waitsFor: null,
  revision: null,
})

const entryOf = (
  { id, title, step, campaign, revision }: Fact,
  kind: Exclude<WorkKind, 'task' | 'gap' | 'comment' | 'campaign'>,
  day: string | null,
  time: string | null = null,
): WorkEntry => ({
  ...bare(kind, id, title),
  revision,
  day,
  dayIs: day === null || kind === 'approval' || kind === 'open' ? null : kind,
  time,
  step,
  campaigns: [...campaign],
})

function ofItem(fact: Fact, { today, zone }: Pick<Moment, 'today' | 'zone'>): WorkEntry | null {
  const { status, reviewBy } = fact
  if (status === 'archived') return null
  if (status === 'published')
    return reviewBy !== null && reviewBy <= addDays(today, reviewAheadDays) ? entryOf(fact, 'review', reviewBy) : null
  const { kind, when } = nearestOf(fact, zone)
  if (when === null) return status === 'idea' ? null : entryOf(fact, 'open', null)
  return entryOf(fact, kind, dayOf(when), when.length > 10 ? when.slice(11, 16) : null)
}

type ItemDate = 'due' | 'publish' | 'planned'

/** The nearest of what an unpublished item has of dates, in the zone; `when` is null where it has none. */
function nearestOf({ dueOn, plannedFor, publishAt }: Fact, zone: string): { kind: ItemDate; when: string | null } {
  const dates: { kind: ItemDate; when: string | null }[] = [
    { kind: 'due', when: dueOn },
    { kind: 'publish', when: publishAt === null ? null : localTimeOf(publishAt, zone) },
    { kind: 'planned', when: plannedFor },
  ]
  return dates.reduce((best, next) =>
    next.when !== null && (best.when === null || dayOf(next.when) < dayOf(best.when)) ? next : best,
  )
}

const dayOf = (when: string): string => when.slice(0, 10)

/** Where an entry stands; `week` ends with Sunday. */
export function sectionOf({ day }: Pick<WorkEntry, 'day'>, today: string): WorkSection {
  if (day === null) return 'none'
  if (day < today) return 'overdue'
  if (day === today) return 'today'
  if (day === addDays(today, 1)) return 'tomorrow'
  return day <= sundayOf(today) ? 'week' : 'later'
}

function sundayOf(day: string): string {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return addDays(day, weekday === 0 ? 0 : 7 - weekday)
}

const rank: Record<WorkKind, number> = {
  approval: 0,
  comment: 1,
  task: 2,
  due: 3,
  publish: 4,
  planned: 5,
  review: 6,
  campaign: 7,
  gap: 8,
  open: 9,
}

/** By day and hour, then what others wait for first. */
const inOrder = (a: WorkEntry, b: WorkEntry): number =>
  compare(`${a.day ?? ''}${a.time ?? ''}`, `${b.day ?? ''}${b.time ?? ''}`) ||
  rank[a.kind] - rank[b.kind] ||
  compare(a.title, b.title) ||
  compare(a.id, b.id)

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

export function inSections(entries: readonly WorkEntry[], today: string): { section: WorkSection; entries: WorkEntry[] }[] {
  const found = new Map<WorkSection, WorkEntry[]>(workSections.map((section) => [section, []]))
  for (const entry of entries) found.get(sectionOf(entry, today))?.push(entry)
  return [...found].map(([section, list]) => ({ section, entries: list.sort(inOrder) }))
}
