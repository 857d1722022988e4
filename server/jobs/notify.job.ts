import { z } from 'zod'
import { newsDerivation } from '@/db/stores/follow-ups'
import { loadFacts } from '@/server/domain/facts/facts.queries'
import { momentOf } from '@/server/domain/facts/moment.rules'
import { queueDigestMessages } from '@/server/domain/hooks/hook-queue.commands'
import { dayJob, digestsJob, isDigestTime, notifyOfDay, queueMorning } from '@/server/domain/notifications/day.commands'
import { deriveNotifications, newsMail } from '@/server/domain/notifications/derive.commands'
import { digestJob, mailDigest, mailNews, queueDigests } from '@/server/domain/notifications/mailing.commands'
import { JobInterrupted, job } from '@/server/jobs/job'
import { postOffice } from '@/server/mail/post-office'

/** A mail server may be away for an hour. */
const mailAttempts = 20

/** A few seconds after a write that somebody might have to hear of. */
export const deriveNews = job({
  name: newsDerivation,
  payload: z.object({ after: z.number().int() }),
  async run(context, { after }) {
    if (!(await deriveNotifications(context, after, () => context.stopping.aborted))) throw new JobInterrupted()
  },
})

/** Every morning in the workspace's zone, and once more after a morning that the program slept through. */
export const notifyDay = job({
  name: dayJob,
  payload: z.object({}),
  async run(context) {
    await notifyOfDay(context)
    await queueMorning(context, digestsJob, 'late')
    await queueMorning(context, dayJob)
  },
})

/** An hour later: the digests of a working day, for people and for chats. Those that were slept through wait for the next one. */
export const mailDigests = job({
  name: digestsJob,
  payload: z.object({}),
  async run(context) {
    const { db, actor, now } = context
    const { workspace } = await loadFacts(context, actor.workspaceId)
    const { today } = momentOf(now().getTime(), workspace.timeZone)
    if (await isDigestTime(context)) {
      await db.write(actor.workspaceId, (tx) => queueDigestMessages(tx, actor.workspaceId, today, now()))
      if (postOffice()) await queueDigests(context)
    }
    await queueMorning(context, digestsJob)
  },
})

export const mailOneDigest = job({
  name: digestJob,
  payload: z.object({ userId: z.string(), day: z.string() }),
  maxAttempts: mailAttempts,
  lane: 'mail',
  async run(context, { userId, day }) {
    const { workspace } = await loadFacts(context, context.actor.workspaceId)
    // What it would tell stands in the next one.
    if (momentOf(context.now().getTime(), workspace.timeZone).today !== day) return
    const post = postOffice()
    if (post) await mailDigest(context, post, userId, day)
  },
})

export const mailOneNews = job({
  name: newsMail,
  payload: z.object({ userId: z.string() }),
  maxAttempts: mailAttempts,
  lane: 'mail',
  async run(context, { userId }) {
    const post = postOffice()
    if (post) await mailNews(context, post, userId)
  },
})
