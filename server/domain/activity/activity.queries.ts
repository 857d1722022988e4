import { type ActivityRow, listActivityOf, listActivityRows, listChangesBySeq, listLastSeqs } from '@/db/stores/activity'
import { type ChangeRow, listAuditParts } from '@/db/stores/changes'
import { listCommentsOf } from '@/db/stores/comments'
import { listReviewLinks } from '@/db/stores/review-links'
import { listTasksOf } from '@/db/stores/tasks'
import { listUserNames } from '@/db/stores/users'
import { authorize } from '@/server/domain/access/authorize'
import { folded, kindOf, subjectsOf } from '@/server/domain/activity/activity.rules'
import type { ActivityEntry, ActivityInput, ActivityLine, ActivityPage } from '@/server/domain/activity/activity.schema'
import { loadPlaces, type Places } from '@/server/domain/activity/activity-places.queries'
import { familyOf } from '@/server/domain/campaigns/family.rules'
import type { Context } from '@/server/domain/context'
import { loadFacts, type WorkspaceFacts } from '@/server/domain/facts/facts.queries'
import { actorIn, userIdOf } from '@/server/domain/history/actor.rules'
import { fieldChangesOf } from '@/server/domain/history/field-changes.rules'

/** So many rows of the log at once, and so often, before a page may come back short. */
const windowRows = 4_000
const windows = 25
const excerptLength = 160

/** Who did what to which content, newest first, change set by change set. A page may be short; `nextBeforeSeq` leads on. */
export async function listActivity(context: Context, input: ActivityInput): Promise<ActivityPage> {
  const { actor, db } = context
  authorize(actor, 'history.read')
  const held = await loadFacts({ db }, actor.workspaceId)
  const { groups, nextBeforeSeq } =
    input.item === undefined ? await scan(context, held, input) : await ofItem(context, input, input.item)
  const rows = groups.flatMap((group) => group.rows)
  const firsts = groups.flatMap((group) => [...partsOf(group.rows).values()].flatMap((part) => part[0]?.seq ?? []))
  const whole = new Map((await listChangesBySeq(db.read, actor.workspaceId, firsts)).map((row) => [row.seq, row]))
  const places = await loadPlaces(context, held, [...whole.values()])
  const names = await listUserNames(
    db.read,
    rows.flatMap((row) => userIdOf(row.actor) ?? []),
  )
  const counts = await countsOf(context, input, groups)
  const entries = groups.map(({ changeSet, rows: mine }): ActivityEntry => {
    const [last] = mine
    const lines = [...partsOf(mine).values()].flatMap((part): ActivityLine[] => {
      const row = whole.get(part[0]?.seq ?? -1)
      return row ? [lineOf(row, counts.get(countKey(changeSet, row)) ?? part.length, places)] : []
    })
    return { changeSet, seq: last?.seq ?? 0, at: last?.at ?? new Date(0), actor: actorIn(last?.actor ?? '', names), lines }
  })
  return { entries: folded(entries.filter(({ lines }) => lines.length > 0)), nextBeforeSeq }
}

interface Group {
  readonly changeSet: string
  /** Newest first. */
  readonly rows: ActivityRow[]
}

interface Found {
  readonly groups: readonly Group[]
  readonly nextBeforeSeq: number | null
}

const actorOf = ({ person }: ActivityInput) => (person === undefined ? undefined : `user:${person}`)

/** The stream of the workspace: the log is read in windows, so that ten thousand rows of an import cost a few steps. */
async function scan({ actor, db }: Context, held: WorkspaceFacts, input: ActivityInput): Promise<Found> {
  const groups = new Map<string, Group>()
  const isNarrow = input.campaign !== undefined || input.phase !== undefined
  let until = input.beforeSeq ?? held.seq + 1
  for (let step = 0; step < windows && until > 1; step += 1) {
    const from = Math.max(1, until - windowRows)
    const subjects = subjectsOf(input.kind)
    const all = await listActivityRows(db.read, actor.workspaceId, { from, until, subjects, actor: actorOf(input) })
    const kept = all.filter((row) => kindOf(row) !== undefined)
    const rows = isNarrow ? await narrowed({ actor, db }, held, input, kept) : kept
    const unknown = [...new Set(rows.map(({ changeSet }) => changeSet))].filter((changeSet) => !groups.has(changeSet))
    // Told on an earlier page, by its last entry.
    const told = await listLastSeqs(
      db.read,
      actor.workspaceId,
      input.beforeSeq === undefined ? [] : unknown.slice(0, input.limit * 2),
    )
    for (const row of rows) {
      if ((told.get(row.changeSet) ?? 0) >= (input.beforeSeq ?? Number.POSITIVE_INFINITY)) continue
      const group = groups.get(row.changeSet)
      if (group) group.rows.push(row)
      else if (groups.size >= input.limit) return { groups: [...groups.values()], nextBeforeSeq: row.seq + 1 }
      else groups.set(row.changeSet, { changeSet: row.changeSet, rows: [row] })
    }
    until = from
  }
  return { groups: [...groups.values()], nextBeforeSeq: until > 1 ? until : null }
}

/** Only what belongs to a campaign, or to a phase. */
async function narrowed(
  { actor, db }: Pick<Context, 'actor' | 'db'>,
  held: WorkspaceFacts,
  { campaign, phase }: ActivityInput,
  rows: readonly ActivityRow[],
): Promise<ActivityRow[]> {
  const family = new Set(campaign === undefined ? [] : familyOf(campaign, held.vocabulary.campaign))
  const fits = (itemId: string): boolean => {
    const fact = held.byId.get(itemId)
    if (!fact) return false
    return (
      (campaign === undefined || fact.campaign.some((key) => family.has(key))) &&
      (phase === undefined || fact.phase.includes(phase))
    )
  }
  const direct: ReadonlySet<string> = new Set(['item', 'brief', 'approval'])
  const others = rows.filter(({ subject }) => !direct.has(subject))
  const whole = await listChangesBySeq(
    db.read,
    actor.workspaceId,
    others.map(({ seq }) => seq),
  )
  const places = await loadPlaces({ actor, db }, held, whole)
  const bySeq = new Map(whole.map((row) => [row.seq, row]))
  return rows.filter((row) => {
    if (direct.has(row.subject)) return fits(row.subjectId)
    const full = bySeq.get(row.seq)
    const place = full && places.placeOf(full)
    if (!place) return false
    if (place.kind === 'campaign') return family.has(place.id) && phase === undefined
    if (place.kind === 'gap') return campaign === undefined && phase !== undefined && places.phaseOfGap(place.id) === phase
    return fits(place.id)
  })
}

async function ofItem({ actor, db }: Context, input: ActivityInput, item: string): Promise<Found> {
  const { workspaceId } = actor
  const [tasks, links, said, saidOfBrief] = await Promise.all([
    listTasksOf(db.read, workspaceId, 'item', [item]),
    listReviewLinks(db.read, workspaceId, [item]),
    listCommentsOf(db.read, workspaceId, 'item', [item]),
    listCommentsOf(db.read, workspaceId, 'brief', [item]),
  ])
  const idsOf = (list: readonly { id: string }[]) => list.map(({ id }) => id)
  const all: Record<string, string[]> = {
    item: [item],
    brief: [item],
    approval: [item],
    task: idsOf(tasks),
    comment: idsOf([...said, ...saidOfBrief]),
    reviewLink: idsOf(links),
  }
  const wanted = new Set(subjectsOf(input.kind))
  const ids = Object.fromEntries(Object.entries(all).filter(([subject]) => wanted.has(subject)))
  const until = input.beforeSeq ?? 2_000_000_000
  const limit = input.limit * 4
  const rows = await listActivityOf(db.read, workspaceId, { ids, until, limit, actor: actorOf(input) })
  const groups = new Map<string, Group>()
  for (const row of rows) {
    const group = groups.get(row.changeSet)
    if (group) group.rows.push(row)
    else if (groups.size >= input.limit) return { groups: [...groups.values()], nextBeforeSeq: row.seq + 1 }
    else groups.set(row.changeSet, { changeSet: row.changeSet, rows: [row] })
  }
  return { groups: [...groups.values()], nextBeforeSeq: rows.length === limit ? (rows.at(-1)?.seq ?? null) : null }
}

/** By kind and operation, each newest first. */
function partsOf(rows: readonly ActivityRow[]): Map<string, ActivityRow[]> {
  return Map.groupBy(rows, (row) => `${kindOf(row)} ${row.operation}`)
}

const countKey = (changeSet: string, { subject, operation }: { subject: string; operation: string }) =>
  `${changeSet} ${subject} ${operation}`

/** How many things a change set touched, also where it began before the window; what is narrowed down counts what fits. */
async function countsOf({ actor, db }: Context, input: ActivityInput, groups: readonly Group[]): Promise<Map<string, number>> {
  if (input.item !== undefined || input.campaign !== undefined || input.phase !== undefined) return new Map()
  const large = groups.filter(({ rows }) => rows.length > 50).map(({ changeSet }) => changeSet)
  const parts = await listAuditParts(db.read, actor.workspaceId, large)
  return new Map(parts.map((part) => [countKey(part.changeSet, part), part.count]))
}

function lineOf(row: ChangeRow, count: number, places: Places): ActivityLine {
  const kind = kindOf(row) ?? 'item'
  const record = { ...row.before, ...row.after }
  const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : null)
  const isEdit = row.before !== null && row.after !== null && count === 1 && (kind === 'item' || kind === 'brief')
  // What somebody took back is not told again.
  const said = kind === 'comment' && count === 1 && row.operation !== 'delete' ? places.textOf(row) : null
  return {
    kind,
    operation: row.operation,
    count,
    name: count > 1 ? null : kind === 'task' ? places.titleOf(row) : text(record.label),
    excerpt: said && said.length > excerptLength ? `${said.slice(0, excerptLength)}…` : said,
    reviewer: kind === 'comment' ? places.reviewerOf(row) : null,
    place: places.placeOf(row),
    fields: isEdit ? fieldChangesOf(row).map(({ field }) => field) : [],
  }
}
