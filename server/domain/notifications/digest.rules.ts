import { addDays } from '@/server/domain/facts/moment.rules'
import { inSections } from '@/server/domain/my-work/work.rules'
import type { WorkEntry } from '@/server/domain/my-work/work.schema'
import { mailWayOf } from '@/server/domain/notifications/choices.rules'
import { type Letter, type LetterLine, type LetterSection, subjectLine } from '@/server/domain/notifications/letter.rules'
import {
  dayIn,
  type FoldedNews,
  foldedNews,
  gapLines,
  gapsIn,
  type LetterWorld,
  newsLines,
  phasesOf,
} from '@/server/domain/notifications/news-lines.rules'
import type { KeptChoices, NewsKind, Notification } from '@/server/domain/notifications/notification.schema'
import { gapsPlace, subjectPlace, talkPlace } from '@/server/domain/notifications/sentence.rules'

const shownPerSection = 10
const soonDays = 7

export interface Digest {
  readonly overdue: readonly WorkEntry[]
  readonly today: readonly WorkEntry[]
  readonly soon: readonly WorkEntry[]
  /** What waits for a yes and stands in none of these. */
  readonly waiting: readonly WorkEntry[]
  readonly news: readonly Notification[]
}

/** What is due is told from the list itself, so it is not told a second time as news; what is to be checked for freshness is news. */
const toldByList: ReadonlySet<NewsKind> = new Set(['due'])

/** What goes into somebody's digest of a day. What was chosen to come at once has come. */
export function digestOf(
  entries: readonly WorkEntry[],
  news: readonly Notification[],
  choices: Pick<KeptChoices, 'ways' | 'isMailOff'>,
  today: string,
): Digest {
  const wanted = (kind: NewsKind) => mailWayOf(choices, kind) === 'digest'
  const due = entries.filter(({ kind }) => kind !== 'review')
  const sections = new Map(inSections(due, today).map((one) => [one.section, one.entries]))
  const of = (name: 'overdue' | 'today' | 'tomorrow' | 'week' | 'later' | 'none') =>
    wanted('due') ? (sections.get(name) ?? []) : []
  const last = addDays(today, soonDays)
  const coming = [...of('tomorrow'), ...of('week'), ...of('later'), ...of('none')]
  const isSoon = ({ day }: WorkEntry) => day !== null && day <= last
  return {
    overdue: of('overdue'),
    today: of('today'),
    soon: coming.filter(isSoon),
    waiting: coming.filter((entry) => entry.kind === 'approval' && !isSoon(entry)),
    news: news.filter(({ kind }) => wanted(kind) && !toldByList.has(kind)),
  }
}

/**
 * What is only coming soon is no reason for a mail. Neither is what waits for a yes, beside its own day and the first time:
 * since the day of the last digest, null before there was one.
 */
export function isEmpty({ overdue, today, soon, waiting, news }: Digest, lastDay: string | null): boolean {
  const isNew = ({ since }: WorkEntry) => since !== null && (lastDay === null || since >= lastDay)
  const isOther = ({ kind }: WorkEntry) => kind !== 'approval'
  const isReason = overdue.some(isOther) || [...overdue, ...soon, ...waiting].some(isNew)
  return today.length + news.length === 0 && !isReason
}

const newsSections = [
  { key: 'mentions', kinds: ['mentioned', 'answered'] },
  { key: 'assigned', kinds: ['assigned'] },
  { key: 'gaps', kinds: ['gapOpened'] },
  { key: 'freshness', kinds: ['freshness'] },
  { key: 'other', kinds: ['approved', 'approvalVoided', 'publishFailed', 'hookStopped'] },
] as const satisfies readonly { key: string; kinds: readonly NewsKind[] }[]

export function digestLetter(digest: Digest, world: LetterWorld): Letter {
  const { text, workspace, name } = world
  const counts: [string, number][] = [
    ['overdue', digest.overdue.length],
    ['today', digest.today.length],
    ['waiting', digest.waiting.length],
    ...newsSections.map(({ key, kinds }): [string, number] => [key, newsIn(digest, kinds).reduce(counted, 0)]),
  ]
  const parts = counts.filter(([, count]) => count > 0).map(([key, count]) => text(`mail.digest.part.${key}`, { count }))
  return {
    subject: subjectLine(text('mail.digest.subject', { parts: parts.slice(0, 3).join(', '), workspace })),
    greeting: text('mail.digest.greeting', { name, workspace }),
    sections: [
      ...workSection('overdue', digest.overdue, world),
      ...workSection('today', digest.today, world),
      ...workSection('waiting', digest.waiting, world),
      ...newsSections.flatMap(({ key, kinds }) => newsSection(key, newsIn(digest, kinds), world)),
      ...workSection('soon', digest.soon, world),
    ],
    foot: footOf(world),
  }
}

const counted = (sum: number, { details }: Notification): number => sum + details.count

const newsIn = ({ news }: Pick<Digest, 'news'>, kinds: readonly NewsKind[]) =>
  foldedNews(news.filter(({ kind }) => kinds.includes(kind)))

/** News that could not wait. */
export function newsLetter(news: readonly Notification[], world: LetterWorld): Letter {
  const { text, workspace, name } = world
  const lines = foldedNews(news).flatMap((one) => newsLines(one, world))
  const [first] = lines
  const subject =
    lines.length === 1 && first
      ? text('mail.news.one', { news: first.text, workspace })
      : text('mail.news.many', { count: lines.length, workspace })
  return {
    subject: subjectLine(subject),
    greeting: text('mail.news.greeting', { name }),
    sections: [{ heading: text('mail.news.heading', { workspace }), lines }],
    foot: footOf(world),
  }
}

const footOf = ({ text, base, workspace, unsubscribe }: LetterWorld): LetterLine[] => [
  { text: text('mail.foot.choose'), href: `${base}/settings/notifications` },
  { text: text('mail.foot.unsubscribe', { workspace }), href: unsubscribe },
]

function workSection(key: string, entries: readonly WorkEntry[], world: LetterWorld): LetterSection[] {
  const { text, base } = world
  if (entries.length === 0) return []
  const rest = entries.length - shownPerSection
  return [
    {
      heading: text(`mail.digest.section.${key}`, { count: entries.length }),
      lines: entries.slice(0, shownPerSection).map((entry) => workLine(entry, world)),
      more: rest > 0 ? { text: text('mail.digest.more', { count: rest }), href: `${base}/my-work` } : undefined,
    },
  ]
}

function workLine(entry: WorkEntry, { text, base, language }: LetterWorld): LetterLine {
  const { kind, title, about, day, dayIs, since } = entry
  const why = since ? text('my-work.waitingSince', { day: dayIn(since, language) }) : text(`my-work.kind.${kind}`)
  const parts = [
    ...(dayIs === kind ? [] : [why]),
    ...(about?.title ? [about.title] : []),
    ...(day && dayIs ? [text(`my-work.dayIs.${dayIs}`, { day: dayIn(day, language) })] : []),
  ]
  return { text: title, note: parts.join(' · '), href: `${base}${placeOfWork(entry)}` }
}

/** Where an entry of the list leads to, below the workspace. */
export function placeOfWork({ kind, id, about }: Pick<WorkEntry, 'kind' | 'id' | 'about'>): string {
  if (kind === 'gap') return subjectPlace({ subject: 'gap', id })
  if (kind === 'campaign') return subjectPlace({ subject: 'campaign', id })
  if (kind === 'comment') return talkPlace(about ?? undefined, id)
  return kind === 'task' ? subjectPlace(about ?? undefined) : subjectPlace({ subject: 'item', id })
}

function newsSection(key: string, news: readonly FoldedNews[], world: LetterWorld): LetterSection[] {
  if (news.length === 0) return []
  const { text, base } = world
  const isGaps = key === 'gaps'
  const lines = news.flatMap((one) => (isGaps ? gapLines(one, world) : newsLines(one, world)))
  const count = news.reduce(counted, 0)
  const shown = lines.slice(0, shownPerSection)
  const rest = (isGaps ? news.map(gapsIn).reduce((sum, gaps) => sum + gaps, 0) : lines.length) - shown.length
  const place = isGaps ? gapsPlace(news.flatMap(phasesOf)) : '/notifications'
  return [
    {
      heading: text(`mail.digest.section.${key}`, { count }),
      lines: shown,
      more: rest > 0 ? { text: text('mail.digest.more', { count: rest }), href: `${base}${place}` } : undefined,
    },
  ]
}
