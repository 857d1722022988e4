import { listAddressees, listOpenMentions } from '@/db/stores/notifications'
import { listOpenTasks, listTasksById } from '@/db/stores/tasks'
import { listUserNames } from '@/db/stores/users'
import type { Actor } from '@/server/domain/access/access.rules'
import { authorize } from '@/server/domain/access/authorize'
import { excerptOf, mentionsIn } from '@/server/domain/comments/comment.rules'
import type { Context } from '@/server/domain/context'
import { Problem } from '@/server/domain/errors'
import type { Fact } from '@/server/domain/facts/fact.schema'
import { loadFacts, type WorkspaceFacts } from '@/server/domain/facts/facts.queries'
import { momentOf } from '@/server/domain/facts/moment.rules'
import type { Gap } from '@/server/domain/gaps/gap.schema'
import { loadGaps } from '@/server/domain/gaps/gap-state.queries'
import { waitingForYes } from '@/server/domain/my-work/approval-turn.rules'
import { inSections, workOf } from '@/server/domain/my-work/work.rules'
import type { WorkCount, WorkEntry, WorkList } from '@/server/domain/my-work/work.schema'
import { gapNameOf } from '@/server/domain/notifications/sentence.rules'
import { datesOfCampaign, datesOfItem, dueDayOf, noDates, openBefore } from '@/server/domain/tasks/task.rules'
import { termName } from '@/server/domain/vocabulary/vocabulary.rules'
import type { Locale } from '@/server/domain/wire.schema'
import { writtenByActor } from '@/server/domain/workflow/step-items.queries'

const shownPerSection = 100
const mentionsLookedAt = 200
const excerptLength = 120

/** What is due for whoever asks, or for somebody else when a lead asks. */
export async function listWork(context: Context, forUser: string | null): Promise<WorkList> {
  const { actor, db } = context
  authorize(actor, 'item.read')
  const me = actor.kind === 'member' ? actor.userId : null
  const userId = forUser ?? me
  if (userId !== me) authorize(actor, 'work.readOthers')
  const [person] = userId === null ? [] : await listAddressees(db.read, actor.workspaceId, userId)
  if (!person) throw new Problem('not_found', 'my-work.problem.noSuchMember')
  const { entries, today } = await workFor(context, person, context.locale)
  const sections = inSections(entries, today).map(({ section, entries: list }) => ({
    section,
    count: list.length,
    entries: list.slice(0, shownPerSection),
  }))
  return { sections, total: entries.length, today, person: { id: person.userId, name: person.name } }
}

/** The number beside the name of the screen. */
export async function countWork(context: Context): Promise<WorkCount> {
  const { actor, db } = context
  authorize(actor, 'item.read')
  const [person] = actor.kind === 'member' ? await listAddressees(db.read, actor.workspaceId, actor.userId) : []
  if (!person) return { overdue: 0, today: 0 }
  const { entries, today } = await workFor(context, person, context.locale)
  return {
    overdue: entries.filter(({ day }) => day !== null && day < today).length,
    today: entries.filter(({ day }) => day === today).length,
  }
}

/** Screen, counts and digest ask this one function, so they cannot disagree. No authorize inside. */
export async function workFor(
  context: Context,
  { userId, role }: { readonly userId: string; readonly role: 'viewer' | 'author' | 'editor' | 'lead' | 'admin' },
  language: Locale,
): Promise<{ entries: WorkEntry[]; today: string; held: WorkspaceFacts }> {
  const { db, now } = context
  const { workspaceId } = context.actor
  const held = await loadFacts({ db }, workspaceId)
  const { facts, byId, vocabulary, workspace } = held
  const moment = momentOf(now().getTime(), workspace.timeZone)
  const actor: Actor = { kind: 'member', userId, workspaceId, role }
  const tasks = await listOpenTasks(db.read, workspaceId, userId)
  const before = await listTasksById(db.read, workspaceId, [...new Set(tasks.flatMap(({ after }) => after))])
  const mentions = await listOpenMentions(db.read, workspaceId, userId, mentionsLookedAt)
  const names = await listUserNames(
    db.read,
    mentions.flatMap(({ body }) => mentionsIn(body)),
  )
  const waiting = waitingForYes(actor, facts, vocabulary)
  const written = await writtenByActor(
    db.read,
    actor,
    waiting.map(({ id }) => id),
    vocabulary,
  )
  const { gaps } = await loadGaps(context)
  const campaigns = new Map(vocabulary.campaign.map((term) => [term.key, term]))
  const phases = new Map(vocabulary.phase.map((term) => [term.key, termName(term, language)]))
  const nameOfGap = (gap: Pick<Gap, 'rule' | 'phase'>) => gapNameOf(gap, language, (key) => phases.get(key) ?? key)
  const datesOf = (subject: string, id: string) => {
    const fact = byId.get(id)
    if (subject === 'item') return fact ? datesOfItem(fact, workspace.timeZone) : noDates
    const campaign = campaigns.get(id)
    return campaign ? datesOfCampaign(campaign.details) : noDates
  }
  const entries = workOf(
    facts,
    userId,
    {
      tasks: tasks
        .filter(({ subject, subjectId }) => isThere(subject, subjectId, byId, campaigns))
        .map(({ id, title, revision, subject, subjectId, dueOn, dueRule, after }) => ({
          id,
          title,
          revision,
          subject,
          subjectId,
          day: dueDayOf({ dueOn, dueRule }, datesOf(subject, subjectId)),
          waitsFor: openBefore({ after }, before)[0]?.title ?? null,
        })),
      approvals: waitingForYes(actor, waiting, vocabulary, written),
      gaps: gaps
        .filter(({ ownerId, state }) => ownerId === userId && (state === 'open' || state === 'planned'))
        .map(({ id, phase, rule }) => ({ id, phase, title: nameOfGap({ rule, phase }) })),
      comments: mentions.map(({ id, body, subject, subjectId }) => ({
        id,
        title: excerptOf(body, (one) => names.get(one) ?? null, excerptLength),
        subject,
        subjectId,
      })),
      campaigns: vocabulary.campaign,
      nameOf(subject, id) {
        const campaign = subject === 'campaign' ? campaigns.get(id) : undefined
        const gap = subject === 'gap' ? gaps.find((one) => one.id === id) : undefined
        return byId.get(id)?.title ?? (campaign ? termName(campaign, language) : gap ? nameOfGap(gap) : '')
      },
    },
    moment,
  )
  return { entries, today: moment.today, held }
}

/** Work on what lies in the trash is nobody's until it comes back. */
function isThere(
  subject: string,
  id: string,
  items: ReadonlyMap<string, Fact>,
  campaigns: ReadonlyMap<string, unknown>,
): boolean {
  if (subject === 'campaign') return campaigns.has(id)
  const fact = items.get(id)
  return fact !== undefined && fact.deletedAt === null && fact.status !== 'archived'
}
