import { setImmediate } from 'node:timers/promises'
import type { ChangeRow } from '@/db/stores/changes'
import { listCommentsById } from '@/db/stores/comments'
import { listFindingsById } from '@/db/stores/findings'
import { enqueueJob } from '@/db/stores/jobs'
import { asCampaign, isNewsworthy } from '@/db/stores/newsworthy'
import {
  findNewsPosition,
  insertNotifications,
  listAddressees,
  listEntriesAfter,
  listThreadAuthors,
  saveNewsPosition,
  withdrawUnread,
} from '@/db/stores/notifications'
import { listSchedulers } from '@/db/stores/publication'
import { listTasksById } from '@/db/stores/tasks'
import type { Context } from '@/server/domain/context'
import { loadFacts } from '@/server/domain/facts/facts.queries'
import { userIdOf } from '@/server/domain/history/actor.rules'
import { queueGapMessages } from '@/server/domain/hooks/hook-queue.commands'
import { choicesOf, mailWayOf } from '@/server/domain/notifications/choices.rules'
import { type News, type NewsWorld, newsOf, restoredApprovals } from '@/server/domain/notifications/news.rules'
import { together } from '@/server/domain/notifications/news-details.rules'
import { newsDetails } from '@/server/domain/notifications/notification.schema'

const entriesPerStep = 400
const mailSlotMs = 10_000

/** The job that mails somebody what cannot wait for the digest. */
export const newsMail = 'mail.news'

/**
 * Reads the change log on from where it was read last and writes down who is to be told of what. The place in the log moves in
 * the same write, so nothing is told twice and nothing left out, however often this runs and ends in between. `after` counts
 * in a workspace where nobody was ever told anything. False when it was told to stop before the end.
 */
export async function deriveNotifications(
  context: Context,
  after: number,
  isStopping: () => boolean = () => false,
): Promise<boolean> {
  const { db, actor } = context
  const { workspaceId } = actor
  for (;;) {
    if (isStopping()) return false
    const from = (await findNewsPosition(db.read, workspaceId)) ?? after
    const entries = await listEntriesAfter(db.read, workspaceId, from, entriesPerStep)
    const last = entries.at(-1)
    if (!last) return true
    const concerned = entries.filter(isNewsworthy).map(asCampaign)
    const world = concerned.length > 0 ? await worldOf(context, concerned) : undefined
    const news = world ? newsOf(concerned, world) : []
    const opened = concerned.filter(({ subject, operation }) => subject === 'finding' && opens.has(operation))
    await db.write(workspaceId, async (tx) => {
      // Somebody else was faster.
      if (((await findNewsPosition(tx, workspaceId)) ?? after) !== from) return
      await withdrawUnread(tx, workspaceId, 'approvalVoided', restoredApprovals(concerned))
      await insertNotifications(tx, workspaceId, news, (known, more) =>
        together(newsDetails.parse(known), newsDetails.parse(more)),
      )
      await saveNewsPosition(tx, workspaceId, last.seq)
      const runAt = new Date((Math.floor(context.now().getTime() / mailSlotMs) + 1) * mailSlotMs)
      for (const userId of world ? mailedAtOnce(news, world) : []) {
        const dedupeKey = `${newsMail}/${workspaceId}/${userId}/${runAt.getTime()}`
        await enqueueJob(tx, { name: newsMail, workspaceId, payload: { userId }, runAt, dedupeKey })
      }
      if (opened.length > 0) {
        const ids = opened.map(({ subjectId }) => subjectId)
        await queueGapMessages(tx, workspaceId, ids, last.seq, context.now())
      }
    })
    await setImmediate()
  }
}

const opens: ReadonlySet<string> = new Set(['found', 'reopened', 'returned'])

function mailedAtOnce(news: readonly News[], { readers }: NewsWorld): string[] {
  const choices = new Map(readers.map((reader) => [reader.userId, reader.choices]))
  const at = news.filter(({ userId, kind }) => {
    const chosen = choices.get(userId)
    return chosen !== undefined && mailWayOf(chosen, kind) === 'mail'
  })
  return [...new Set(at.map(({ userId }) => userId))]
}

async function worldOf({ db, actor }: Context, entries: readonly ChangeRow[]): Promise<NewsWorld> {
  const { workspaceId } = actor
  const idsOf = (subject: string) => [
    ...new Set(entries.filter((entry) => entry.subject === subject).map(({ subjectId }) => subjectId)),
  ]
  const { byId, vocabulary } = await loadFacts({ db }, workspaceId)
  const [addressees, tasks, comments, schedulers] = [
    await listAddressees(db.read, workspaceId),
    await listTasksById(db.read, workspaceId, idsOf('task')),
    (await listCommentsById(db.read, workspaceId, idsOf('comment'))).filter(({ deletedAt }) => deletedAt === null),
    await listSchedulers(db.read, workspaceId, idsOf('publication')),
  ]
  const talkedOf = comments.filter(({ subject }) => subject === 'gap').map(({ subjectId }) => subjectId)
  const findings = await listFindingsById(db.read, workspaceId, [...new Set([...idsOf('finding'), ...talkedOf])])
  const headOf = ({ id, parentId }: { id: string; parentId: string | null }) => parentId ?? id
  const authors = await listThreadAuthors(db.read, workspaceId, [...new Set(comments.map(headOf))])
  const names = new Map(addressees.map(({ userId, name }) => [userId, name]))
  const taskById = new Map(tasks.map((task) => [task.id, task]))
  const gapById = new Map(findings.map((finding) => [finding.id, finding]))
  const commentById = new Map(
    comments.map((comment) => [
      comment.id,
      {
        ...comment,
        others: authors
          .filter(({ head, authorId }) => head === headOf(comment) && authorId !== comment.authorId)
          .map(({ authorId }) => authorId),
      },
    ]),
  )
  return {
    readers: addressees.map(({ userId, role, choices }) => ({ userId, role, choices: choicesOf(choices) })),
    item: (id) => byId.get(id),
    task: (id) => taskById.get(id),
    comment: (id) => commentById.get(id),
    gap: (id) => gapById.get(id),
    nameOf: (id) => names.get(id) ?? null,
    campaign(key) {
      const found = vocabulary.campaign.find((term) => term.key === key)
      return found && { name: found.name, ownerId: found.details.ownerId }
    },
    schedulerOf: (id) => userIdOf(schedulers.get(id) ?? '') ?? null,
  }
}
