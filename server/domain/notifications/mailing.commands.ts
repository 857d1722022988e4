import { createHash } from 'node:crypto'
import { listApprovals } from '@/db/stores/approvals'
import { enqueueJob } from '@/db/stores/jobs'
import { type Addressee, listAddressees, listUnmailed, markMailed, type NotificationRecord } from '@/db/stores/notifications'
import type { Context } from '@/server/domain/context'
import { loadFacts } from '@/server/domain/facts/facts.queries'
import { momentOf } from '@/server/domain/facts/moment.rules'
import { workFor } from '@/server/domain/my-work/work.queries'
import { choicesOf, mailWayOf } from '@/server/domain/notifications/choices.rules'
import { digestLetter, digestOf, isEmpty, newsLetter } from '@/server/domain/notifications/digest.rules'
import { htmlOf, type Letter, type Mail, oneLine, textOf } from '@/server/domain/notifications/letter.rules'
import type { LetterWorld } from '@/server/domain/notifications/news-lines.rules'
import { changeChoices } from '@/server/domain/notifications/notification.commands'
import { namedNews } from '@/server/domain/notifications/notification.queries'
import { newsKind } from '@/server/domain/notifications/notification.schema'
import { unsubscribeToken } from '@/server/domain/notifications/unsubscribe-token'
import { termName } from '@/server/domain/vocabulary/vocabulary.rules'
import { translatorOf } from '@/server/i18n/translate'

/** The post office, as the doors hand it in. `send` says why an address was refused for good; whatever may work later is thrown. */
export interface Post {
  readonly send: (mail: Mail) => Promise<{ readonly refused: string | null }>
  /** The address that people use. */
  readonly address: string
  readonly secret: string
}

export const digestJob = 'mail.digest'
/** Over a long weekend nothing is lost; what is older was not for mail when it came. */
const digestReachMs = 5 * 86_400_000
const newsReachMs = 2 * 86_400_000

/** One digest for each member who wants any. Queued one by one, so that one address holds up nobody else. */
export async function queueDigests({ db, actor, now }: Context): Promise<void> {
  const { workspaceId } = actor
  const { workspace } = await loadFacts({ db }, workspaceId)
  const { today } = momentOf(now().getTime(), workspace.timeZone)
  const people = await listAddressees(db.read, workspaceId)
  const waiting = people.filter(({ choices }) => {
    const chosen = choicesOf(choices)
    return !chosen.isMailOff && chosen.digestOn !== today && newsKind.options.some((kind) => mailWayOf(chosen, kind) === 'digest')
  })
  await db.write(workspaceId, async (tx) => {
    for (const { userId } of waiting) {
      const dedupeKey = `${digestJob}/${workspaceId}/${userId}/${today}`
      await enqueueJob(tx, { name: digestJob, workspaceId, payload: { userId, day: today }, runAt: now(), dedupeKey })
    }
  })
}

/**
 * Mails somebody the digest of a day, unless it is empty, was sent, or is not wanted any more. Sent first and noted after: if
 * the program ends between the two, the same letter goes out again under the same id, which mail boxes fold into one.
 */
export async function mailDigest(context: Context, post: Post, userId: string, day: string): Promise<'sent' | 'nothing'> {
  const { db, actor, now } = context
  const { workspaceId } = actor
  const [person] = await listAddressees(db.read, workspaceId, userId)
  const choices = choicesOf(person?.choices)
  if (!person || choices.isMailOff || choices.digestOn === day) return 'nothing'
  const { entries, today } = await workFor(context, person, person.locale)
  const rows = await listUnmailed(db.read, workspaceId, userId, new Date(now().getTime() - digestReachMs))
  const digest = digestOf(entries, await namedNews(context, await stillTrue(context, rows)), choices, today)
  const letter = isEmpty(digest, choices.digestOn ?? null) ? null : digestLetter(digest, await worldFor(context, post, person))
  const refused = letter ? await sendLetter(post, letter, person, workspaceId, `digest/${workspaceId}/${userId}/${day}`) : null
  const told = rows.filter(({ kind }) => newsKind.options.some((one) => one === kind && mailWayOf(choices, one) !== 'mail'))
  await db.write(workspaceId, (tx) =>
    markMailed(
      tx,
      workspaceId,
      told.map(({ id }) => id),
      now(),
    ),
  )
  await changeChoices(context, workspaceId, userId, (current) => ({
    ...current,
    digestOn: day,
    ...refusal(letter, refused, now()),
  }))
  return letter ? 'sent' : 'nothing'
}

/** Mails what somebody wants to hear of at once and has not read in the meantime. Several pieces of news are one mail. */
export async function mailNews(context: Context, post: Post, userId: string): Promise<'sent' | 'nothing'> {
  const { db, actor, now } = context
  const { workspaceId } = actor
  const [person] = await listAddressees(db.read, workspaceId, userId)
  if (!person) return 'nothing'
  const choices = choicesOf(person.choices)
  const rows = await listUnmailed(db.read, workspaceId, userId, new Date(now().getTime() - newsReachMs))
  const news = (await namedNews(context, await stillTrue(context, rows))).filter(
    ({ kind }) => mailWayOf(choices, kind) === 'mail',
  )
  if (news.length === 0) return 'nothing'
  const ids = news.map(({ id }) => id)
  const letter = newsLetter(news, await worldFor(context, post, person))
  const refused = await sendLetter(post, letter, person, workspaceId, `news/${workspaceId}/${userId}/${ids.join('/')}`)
  await db.write(workspaceId, (tx) => markMailed(tx, workspaceId, ids, now()))
  if (refused !== null || choices.refused !== null) {
    await changeChoices(context, workspaceId, userId, (current) => ({ ...current, ...refusal(letter, refused, now()) }))
  }
  return 'sent'
}

/** Without what holds no more: an approval that was void and has come back. */
async function stillTrue({ db, actor }: Context, rows: readonly NotificationRecord[]): Promise<NotificationRecord[]> {
  const voided = rows.filter(({ kind }) => kind === 'approvalVoided').map(({ subjectId }) => subjectId)
  if (voided.length === 0) return [...rows]
  const approved = new Set((await listApprovals(db.read, actor.workspaceId, [...new Set(voided)])).map(({ itemId }) => itemId))
  return rows.filter(({ kind, subjectId }) => kind !== 'approvalVoided' || !approved.has(subjectId))
}

/** A mail that says only that mail works. */
export async function mailTest(
  context: Context,
  post: Post,
  to: { name: string; email: string },
): Promise<{ refused: string | null }> {
  const text = translatorOf(context.locale)
  const letter: Letter = {
    subject: text('mail.test.subject'),
    greeting: text('mail.test.greeting', { name: to.name }),
    sections: [],
    foot: [{ text: text('mail.test.foot'), href: post.address }],
  }
  return post.send({
    to: to.email,
    subject: letter.subject,
    text: textOf(letter),
    html: htmlOf(letter, context.locale),
    id: idOf(`test/${to.email}/${context.now().getTime()}`),
    unsubscribe: null,
  })
}

const idOf = (name: string): string => createHash('sha256').update(name).digest('hex').slice(0, 40)

const refusal = (letter: Letter | null, reason: string | null, at: Date) =>
  letter === null ? {} : { refused: reason === null ? null : { at: at.toISOString(), reason: oneLine(reason) } }

async function sendLetter(
  post: Post,
  letter: Letter,
  { userId, email, locale }: Addressee,
  workspaceId: string,
  name: string,
): Promise<string | null> {
  const token = unsubscribeToken({ workspaceId, userId }, post.secret)
  const { refused } = await post.send({
    to: email,
    subject: letter.subject,
    text: textOf(letter),
    html: htmlOf(letter, locale),
    id: idOf(name),
    unsubscribe: `${post.address}/api/unsubscribe/${token}`,
  })
  return refused
}

async function worldFor({ db, actor }: Context, post: Post, { userId, name, locale }: Addressee): Promise<LetterWorld> {
  const { workspace, vocabulary } = await loadFacts({ db }, actor.workspaceId)
  const phases = new Map(vocabulary.phase.map((term) => [term.key, termName(term, locale)]))
  const token = unsubscribeToken({ workspaceId: actor.workspaceId, userId }, post.secret)
  return {
    language: locale,
    name,
    workspace: workspace.name,
    base: `${post.address}/${workspace.slug}`,
    unsubscribe: `${post.address}/unsubscribe/${token}`,
    text: translatorOf(locale),
    phaseName: (key) => phases.get(key) ?? key,
  }
}
