import type { LetterLine } from '@/server/domain/notifications/letter.rules'
import type { Notification } from '@/server/domain/notifications/notification.schema'
import { gapNameOf, gapsPlace, placeOf, sentenceOf, subjectPlace } from '@/server/domain/notifications/sentence.rules'
import type { Locale } from '@/server/domain/wire.schema'

/** How a letter gets its words and addresses. */
export interface LetterWorld {
  readonly language: Locale
  readonly name: string
  readonly workspace: string
  /** Where the addresses of the workspace begin. */
  readonly base: string
  readonly unsubscribe: string
  text(key: string, values?: Record<string, string | number>): string
  phaseName(key: string): string
}

/** What was told the same of the same thing several times, as one piece of news. */
export type FoldedNews = Notification & { readonly times: number }

export function foldedNews(news: readonly Notification[]): FoldedNews[] {
  const found = new Map<string, FoldedNews>()
  for (const one of news) {
    const { kind, subject, subjectId, by, details } = one
    const said = JSON.stringify([kind, subject, subjectId, by?.id, { ...details, problem: details.problem?.messageKey }])
    found.set(said, { ...one, times: (found.get(said)?.times ?? 0) + 1 })
  }
  return [...found.values()]
}

/** Each new gap with its phase; as many as are named. */
export function gapLines(news: FoldedNews, world: LetterWorld): LetterLine[] {
  const { details, subjectId } = news
  const { base, language, phaseName } = world
  const { rule = '', phase = null, count } = details
  // Told before gaps were named.
  if (count > 1 && !details.gaps) return [sentenceLine(news, world)]
  const gaps = details.gaps ?? [{ id: subjectId, rule, phase }]
  return gaps.map((gap) => ({
    text: gapNameOf({ rule: gap.rule }, language, phaseName),
    note: gap.phase === null ? undefined : phaseName(gap.phase),
    href: `${base}${subjectPlace({ subject: 'gap', id: gap.id })}`,
  }))
}

/** Of how many gaps it tells by name or could; of those told before gaps were named, it tells of one. */
export const gapsIn = ({ details: { count, gaps } }: FoldedNews): number => (gaps ? count : 1)

export const phasesOf = ({ details: { phases, phase = null } }: FoldedNews): (string | null)[] => phases ?? [phase]

/** A piece of news in a letter: a line, or one for each thing that it names. */
export function newsLines(news: FoldedNews, world: LetterWorld): LetterLine[] {
  const { text, base, language } = world
  const { details } = news
  if (news.kind === 'gapOpened' && details.count > 1) {
    const named = gapLines(news, world)
    const rest = details.count - named.length
    const more = { text: text('mail.digest.more', { count: rest }), href: `${base}${gapsPlace(details.phases)}` }
    return rest > 0 && details.gaps ? [...named, more] : named
  }
  if (news.kind === 'freshness' && details.items) {
    const lines = details.items.map(({ id, title, reviewBy }) => ({
      text: title,
      note: text('mail.digest.reviewBy', { day: dayIn(reviewBy, language) }),
      href: `${base}${subjectPlace({ subject: 'item', id })}`,
    }))
    const rest = details.count - lines.length
    return rest > 0 ? [...lines, { text: text('mail.digest.more', { count: rest }), href: `${base}/my-work` }] : lines
  }
  return [sentenceLine(news, world)]
}

function sentenceLine(news: FoldedNews, { text, base, language, phaseName }: LetterWorld): LetterLine {
  const { details, by, times } = news
  const who = by ? (by.name ?? text('notifications.somebody')) : null
  const { key, values } = sentenceOf(news, { who, language, phaseName })
  const why =
    details.excerpt ?? (details.problem ? text(details.problem.messageKey, stringsOf(details.problem.details)) : details.reason)
  return {
    text: text(`notifications.says.${key}`, values),
    note: [...(why ? [why] : []), ...(times > 1 ? [text('mail.times', { count: times })] : [])].join(' · ') || undefined,
    href: `${base}${placeOf(news)}`,
  }
}

const stringsOf = (values: Record<string, string | number | boolean | null>): Record<string, string | number> =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, typeof value === 'number' ? value : String(value ?? '')]),
  )

const formats = new Map<string, Intl.DateTimeFormat>()

/** "Tue 3 March" and "Di., 3. März". */
export function dayIn(day: string, language: Locale): string {
  const format =
    formats.get(language) ??
    new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
      weekday: 'short',
      day: 'numeric',
      month: 'long',
      timeZone: 'UTC',
    })
  formats.set(language, format)
  return format.format(new Date(`${day}T12:00:00Z`))
}
