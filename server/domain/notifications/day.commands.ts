import { enqueueJob } from '@/db/stores/jobs'
import { insertNotifications, listAddressees, listNewsOfKind, type NewNotification } from '@/db/stores/notifications'
import type { Context } from '@/server/domain/context'
import { loadFacts } from '@/server/domain/facts/facts.queries'
import { addDays, momentOf } from '@/server/domain/facts/moment.rules'
import { type FreshnessNews, freshnessNews } from '@/server/domain/freshness/freshness.rules'
import { workFor } from '@/server/domain/my-work/work.queries'
import { inSections } from '@/server/domain/my-work/work.rules'
import { choicesOf, wayOf } from '@/server/domain/notifications/choices.rules'
import { isMorning, type Morning, nextMorning } from '@/server/domain/notifications/morning.rules'
import { newsDetails } from '@/server/domain/notifications/notification.schema'

/** The jobs of a day: who has what to do is told first, then mailed. */
export const dayJob = 'notifications.day'
export const digestsJob = 'mail.digests'
const mornings = {
  [dayJob]: { hour: 7, onlyWorkingDays: false },
  [digestsJob]: { hour: 8, onlyWorkingDays: true },
} as const satisfies Record<string, Morning>

/** Longer than anything of `freshnessNews` holds. */
const rememberedDays = 90
const itemsNamed = 20
const dayMs = 86_400_000

/**
 * Queues the next morning's job, in the workspace's zone. Asked as often as one likes: one is queued. `late`: this morning's, at
 * once if its hour is over, as when the program slept through it.
 */
export async function queueMorning(
  { db, actor, now }: Context,
  name: keyof typeof mornings,
  missed: 'skip' | 'late' = 'skip',
): Promise<void> {
  const { workspaceId } = actor
  const { workspace } = await loadFacts({ db }, workspaceId)
  const isNow = missed === 'late' && isMorning(now(), mornings[name], workspace.timeZone)
  const runAt = isNow ? now() : nextMorning(now(), mornings[name], workspace.timeZone)
  const dedupeKey = `${name}/${workspaceId}/${runAt.getTime()}`
  await db.write(workspaceId, (tx) => enqueueJob(tx, { name, workspaceId, payload: {}, runAt, dedupeKey }))
}

/** Whether digests go out now: on a working day, in the morning, and not in the night after the program slept through one. */
export async function isDigestTime({ db, actor, now }: Context): Promise<boolean> {
  const { workspace } = await loadFacts({ db }, actor.workspaceId)
  return isMorning(now(), mornings[digestsJob], workspace.timeZone)
}

/** What the calendar alone brings: what is due, and what is to be looked at again. The same day asked twice tells nothing twice. */
export async function notifyOfDay(context: Context): Promise<void> {
  const { db, actor, now } = context
  const { workspaceId } = actor
  const { facts, byId, workspace } = await loadFacts({ db }, workspaceId)
  const { today } = momentOf(now().getTime(), workspace.timeZone)
  const at = now()
  const told = await toldFreshness(context)
  const fresh = Map.groupBy(freshnessNews(facts, today), ({ ownerId }) => ownerId)
  const rows: NewNotification[] = []
  for (const person of await listAddressees(db.read, workspaceId)) {
    const { userId, role } = person
    const choices = choicesOf(person.choices)
    const common = { userId, actor: 'job:notifications.day', at, subject: 'day', subjectId: today }
    if (wayOf(choices, 'due') !== 'off') {
      const due = await dueToday(context, person, today)
      if (due) rows.push({ ...common, kind: 'due', details: due, dedupeKey: `due/${today}` })
    }
    if (wayOf(choices, 'freshness') === 'off') continue
    const untold = (ownerId: string | null) =>
      (fresh.get(ownerId) ?? []).filter(({ dedupeKey }) => !told.get(userId)?.has(dedupeKey))
    const mine = untold(userId)
    if (mine.length > 0) {
      const details = freshDetails(mine, (id) => byId.get(id)?.title ?? '')
      rows.push({ ...common, kind: 'freshness', details, dedupeKey: `freshness/${today}` })
    }
    // What nobody owns would reach nobody.
    const nobodys = role === 'lead' || role === 'admin' ? untold(null) : []
    if (nobodys.length > 0) {
      const details = { count: nobodys.length, isOwnerless: true, told: nobodys.map(({ dedupeKey }) => dedupeKey) }
      rows.push({ ...common, kind: 'freshness', details, dedupeKey: `freshness/ownerless/${today}` })
    }
  }
  await db.write(workspaceId, (tx) => insertNotifications(tx, workspaceId, rows, 'keep'))
}

/** Undefined on a day on which nothing is due and nothing has become overdue. */
async function dueToday(context: Context, person: Parameters<typeof workFor>[1], today: string) {
  const { entries } = await workFor(context, person, context.locale)
  const dated = entries.filter(({ kind }) => kind !== 'review')
  const sections = new Map(inSections(dated, today).map((one) => [one.section, one.entries]))
  const now = sections.get('today') ?? []
  const overdue = sections.get('overdue') ?? []
  if (now.length === 0 && !overdue.some(({ day }) => day === addDays(today, -1))) return undefined
  const [first] = [...now, ...overdue]
  const count = now.length + overdue.length
  return { count, today: now.length, overdue: overdue.length, ...(first && count === 1 ? { title: first.title } : {}) }
}

const freshDetails = (list: readonly FreshnessNews[], titleOf: (id: string) => string) => ({
  count: list.length,
  items: list.slice(0, itemsNamed).map(({ itemId, reviewBy }) => ({ id: itemId, title: titleOf(itemId), reviewBy })),
  told: list.map(({ dedupeKey }) => dedupeKey),
})

async function toldFreshness({ db, actor, now }: Context): Promise<Map<string, Set<string>>> {
  const since = new Date(now().getTime() - rememberedDays * dayMs)
  const told = new Map<string, Set<string>>()
  for (const { userId, details } of await listNewsOfKind(db.read, actor.workspaceId, 'freshness', since)) {
    const keys = told.get(userId) ?? new Set()
    for (const key of newsDetails.parse(details).told ?? []) keys.add(key)
    told.set(userId, keys)
  }
  return told
}
