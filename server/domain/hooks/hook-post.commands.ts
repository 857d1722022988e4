import { findHook, type HookRecord, noteHookResult, updateHook } from '@/db/stores/hooks'
import { authorize } from '@/server/domain/access/authorize'
import { type Context, stampOf } from '@/server/domain/context'
import { Problem } from '@/server/domain/errors'
import { isStale } from '@/server/domain/facts/counting.rules'
import { loadFacts } from '@/server/domain/facts/facts.queries'
import { addDays, localDayOf, momentOf } from '@/server/domain/facts/moment.rules'
import type { Filter } from '@/server/domain/filter/filter.schema'
import { formatFilter } from '@/server/domain/filter/filter-text.rules'
import { loadGaps } from '@/server/domain/gaps/gap-state.queries'
import { type ChatMessage, chatMessage } from '@/server/domain/hooks/hook-message.rules'
import { tellHookStopped } from '@/server/domain/notifications/notification.commands'
import { gapNameOf, subjectPlace } from '@/server/domain/notifications/sentence.rules'
import { termName } from '@/server/domain/vocabulary/vocabulary.rules'
import { translatorOf } from '@/server/i18n/translate'

/** The way out, as the doors hand it in. Null: it arrived; else why not, without the address. */
export interface ChatPost {
  readonly post: (url: string, message: ChatMessage) => Promise<string | null>
  readonly address: string
}

export type HookNews =
  | { readonly event: 'digest'; readonly day: string }
  | { readonly event: 'gaps'; readonly gaps: readonly string[]; readonly count: number }

const failuresBeforeEnd = 20

/** Thrown so that the job comes back later. */
export class ChatUnreachable extends Error {}

/** Tells a chat something. After twenty failures in a row nothing is sent any more, and the admins are told. */
export async function postToHook(context: Context, { post, address }: ChatPost, hookId: string, news: HookNews): Promise<void> {
  const { db, actor, now } = context
  const { workspaceId } = actor
  const hook = await findHook(db.read, workspaceId, hookId)
  if (!hook?.isEnabled) return
  const message =
    news.event === 'digest' ? await digestMessage(context, hook, address) : await gapMessage(context, hook, address, news)
  if (!message) return
  const error = await post(hook.url, message)
  const isOver = await db.write(workspaceId, async (tx) => {
    const failures = await noteHookResult(tx, workspaceId, hookId, { at: now(), error })
    if (failures < failuresBeforeEnd) return false
    const current = await findHook(tx, workspaceId, hookId)
    if (!current?.isEnabled) return true
    await updateHook(tx, stampOf(context), current, { isEnabled: false }, 'stop')
    await tellHookStopped(tx, context, { id: hookId, name: hook.name, reason: error ?? '' })
    return true
  })
  if (error !== null && !isOver) throw new ChatUnreachable(error)
}

/** Says that it works, into the chat itself. */
export async function testHook(context: Context, { post, address }: ChatPost, hookId: string): Promise<{ error: string | null }> {
  const { db, actor, now } = context
  authorize(actor, 'hook.manage')
  const hook = await findHook(db.read, actor.workspaceId, hookId)
  if (!hook) throw new Problem('not_found', 'hooks.problem.noSuchHook')
  const { workspace } = await loadFacts({ db }, actor.workspaceId)
  const text = translatorOf(hook.locale)
  const link = { text: text('hooks.message.open'), href: `${address}/${workspace.slug}/coverage` }
  const error = await post(hook.url, chatMessage(text('hooks.message.test', { workspace: workspace.name }), [link]))
  await db.write(actor.workspaceId, (tx) => noteHookResult(tx, actor.workspaceId, hookId, { at: now(), error }))
  return { error }
}

/** Where the team stands this morning. Undefined when there is nothing to say. */
async function digestMessage(context: Context, { locale }: HookRecord, address: string): Promise<ChatMessage | undefined> {
  const { db, actor, now } = context
  const { facts, workspace } = await loadFacts({ db }, actor.workspaceId)
  const moment = momentOf(now().getTime(), workspace.timeZone)
  const { today, zone } = moment
  const text = translatorOf(locale)
  const base = `${address}/${workspace.slug}`
  const open = facts.filter(({ deletedAt, status }) => deletedAt === null && status !== 'published' && status !== 'archived')
  const due = open.filter(({ dueOn }) => dueOn === today)
  const overdue = open.filter(({ dueOn }) => dueOn !== null && dueOn < today)
  const yesterday = addDays(today, -1)
  const live = facts.filter(
    ({ deletedAt, status, publishedAt }) =>
      deletedAt === null && status === 'published' && publishedAt !== null && localDayOf(publishedAt, zone) === yesterday,
  )
  const stale = facts.filter((fact) => fact.deletedAt === null && fact.status === 'published' && isStale(fact, moment))
  const { gaps } = await loadGaps(context)
  const musts = gaps.filter(({ state, severity }) => state === 'open' && severity === 'must').length
  if (due.length + overdue.length + live.length + stale.length + musts === 0) return undefined
  const headline = text('hooks.message.digest', {
    workspace: workspace.name,
    due: due.length,
    overdue: overdue.length,
    live: live.length,
    stale: stale.length,
    gaps: musts,
  })
  const lines = [...due, ...overdue].map(({ id, title }) => ({
    text: title,
    href: `${base}${subjectPlace({ subject: 'item', id })}`,
  }))
  const more = (count: number) => ({
    text: text('mail.digest.more', { count }),
    href: `${base}/content?${formatFilter(dueUntil(today))}`,
  })
  const counted = [
    { key: 'live', count: live.length, place: `/content?${formatFilter(publishedOn(yesterday))}` },
    { key: 'stale', count: stale.length, place: `/content?${formatFilter(liveAndStale)}` },
    { key: 'must', count: musts, place: '/gaps?severity=must' },
  ] as const
  const lists = counted
    .filter(({ count }) => count > 0)
    .map(({ key, count, place }) => ({ text: text(`hooks.message.${key}`, { count }), href: base + place }))
  return chatMessage(headline, lines, more, lists)
}

const publishedOn = (day: string): Filter => [
  { field: 'status', op: 'anyOf', values: ['published'] },
  { field: 'publishedAt', op: 'between', values: [day, day] },
]

const liveAndStale: Filter = [
  { field: 'status', op: 'anyOf', values: ['published'] },
  { field: 'stale', op: 'is', values: ['yes'] },
]

/** Due by this day and not done. */
export const dueUntil = (day: string): Filter => [
  { field: 'dueOn', op: 'between', values: ['', day] },
  { field: 'status', op: 'noneOf', values: ['published', 'archived'] },
]

/** Gaps that have opened and still are. */
async function gapMessage(
  context: Context,
  { locale }: HookRecord,
  address: string,
  { gaps, count }: Extract<HookNews, { event: 'gaps' }>,
): Promise<ChatMessage | undefined> {
  const { held, byId } = await loadGaps(context)
  const { workspace, vocabulary } = held
  const text = translatorOf(locale)
  const base = `${address}/${workspace.slug}`
  const phases = new Map(vocabulary.phase.map((term) => [term.key, termName(term, locale)]))
  const open = gaps.flatMap((id) => byId.get(id) ?? []).filter(({ state }) => state === 'open')
  if (open.length === 0) return undefined
  const beyond = count - gaps.length
  const lines = open.map((gap) => ({
    text: gapNameOf(gap, locale, (key) => phases.get(key) ?? key),
    href: `${base}${subjectPlace({ subject: 'gap', id: gap.id })}`,
  }))
  const headline = text('hooks.message.gaps', { workspace: workspace.name, count: open.length + beyond })
  return chatMessage(headline, lines, (rest) => ({
    text: text('mail.digest.more', { count: rest + beyond }),
    href: `${base}/gaps`,
  }))
}
