import { instantOf } from '@/server/domain/exchange/zone.rules'
import type { Fact } from '@/server/domain/facts/fact.schema'
import { addDays, localDayOf, localTimeOf, type Moment } from '@/server/domain/facts/moment.rules'
import type { FeedEntry, FeedKind } from '@/server/domain/feeds/feed.schema'
import { termName } from '@/server/domain/vocabulary/vocabulary.rules'
import type { Dimension, Term, Vocabulary } from '@/server/domain/vocabulary/vocabulary.schema'
import type { Locale } from '@/server/domain/wire.schema'

/** From three months ago to a year and a half ahead: calendars show little else, and load all of it every time. */
const daysBack = 92
const daysAhead = 548
/** Beyond this many entries those furthest from today are left out; calendars become slow before that. */
export const mostEntries = 10_000

/** Facts know no revision; seconds since then rise as well, and fit into the number that the format allows. */
const beginning = Date.parse('2020-01-01T00:00:00Z')

interface World {
  readonly moment: Moment
  readonly vocabulary: Vocabulary
  readonly locale: Locale
}

/** What stands in the calendar of these items: each on the days that still say something about it; and how many are too many. */
export function feedEntries(
  facts: readonly Fact[],
  { moment, vocabulary, locale }: World,
): { entries: FeedEntry[]; leftOut: number } {
  const [first, last] = windowOf(moment)
  const names = (dimension: Dimension) => new Map(vocabulary[dimension].map((term) => [term.key, termName(term, locale)]))
  const [phase, channel, campaign, step] = [names('phase'), names('channel'), names('campaign'), names('step')]
  const called = (keys: readonly string[], by: ReadonlyMap<string, string>) => keys.map((key) => by.get(key) ?? key)
  const found: { day: string; fact: Fact; kind: FeedKind; start: string | number }[] = []
  for (const fact of facts) {
    for (const { kind, start, day } of daysOf(fact, moment)) {
      if (day >= first && day <= last) found.push({ fact, kind, start, day })
    }
  }
  const entries = nearest(found, moment.today).map(({ fact, kind, start }) => ({
    uid: `${fact.id}.${kind === 'due' ? 'due' : 'live'}`,
    kind,
    title: fact.title,
    start,
    lastDay: null,
    step: step.get(fact.step) ?? fact.step,
    phases: called(fact.phase, phase),
    channels: called(fact.channel, channel),
    campaigns: called(fact.campaign, campaign),
    path: `content/${fact.id}`,
    sequence: Math.max(0, Math.floor((fact.updatedAt - beginning) / 1000)),
    changedAt: fact.updatedAt,
  }))
  return { entries, leftOut: found.length - entries.length }
}

/** Campaigns that have a first or a last day, as spans. Only what the items belong to, when `of` is given. */
export function campaignEntries(of: readonly Fact[] | null, { moment, vocabulary, locale }: World): FeedEntry[] {
  const [first, last] = windowOf(moment)
  const used = of && new Set(of.flatMap(({ campaign }) => campaign))
  return vocabulary.campaign.flatMap((term: Term<'campaign'>) => {
    const start = term.details.startsOn ?? term.details.endsOn
    const end = term.details.endsOn ?? start
    const isWanted = term.archivedAt === null && term.details.state !== 'cancelled' && (!used || used.has(term.key))
    if (!isWanted || start === null || end === null || end < first || start > last) return []
    return [
      {
        uid: `${term.key}.campaign`,
        kind: 'campaign' as const,
        title: termName(term, locale),
        start,
        lastDay: end > start ? end : null,
        step: null,
        phases: [],
        channels: [],
        campaigns: [],
        path: `campaigns/${term.key}`,
        sequence: term.revision,
        changedAt: null,
      },
    ]
  })
}

const windowOf = ({ today }: Moment): [string, string] => [addDays(today, -daysBack), addDays(today, daysAhead)]

interface Dated {
  readonly kind: FeedKind
  readonly start: string | number
  readonly day: string
}

/** What is live is no longer planned or due; what is scheduled is no longer merely planned. */
function daysOf(fact: Fact, moment: Moment): Dated[] {
  const { status, publishedAt, publishAt, plannedFor, dueOn } = fact
  if (status === 'archived') return []
  if (status === 'published') {
    return publishedAt === null ? [] : [dated(publishedAt > moment.nowMs ? 'scheduled' : 'published', publishedAt, moment.zone)]
  }
  const days: Dated[] = []
  if (publishAt !== null) days.push(dated('scheduled', publishAt, moment.zone))
  else if (plannedFor !== null) {
    const [day = plannedFor, time] = plannedFor.split('T')
    days.push({ kind: 'planned', day, start: time === undefined ? day : instantOf(day, moment.zone, clockOf(time)).getTime() })
  }
  if (dueOn !== null) days.push({ kind: 'due', day: dueOn.slice(0, 10), start: dueOn.slice(0, 10) })
  return days
}

/** A moment at the very beginning of a day means the day: files and forms often know no more. */
function dated(kind: FeedKind, instant: number, zone: string): Dated {
  const day = localDayOf(instant, zone)
  return { kind, day, start: localTimeOf(instant, zone).endsWith('T00:00') ? day : instant }
}

function clockOf(time: string): { hours: number; minutes: number; seconds: number } {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return { hours, minutes, seconds: 0 }
}

function nearest<T extends { readonly day: string }>(found: readonly T[], today: string): readonly T[] {
  if (found.length <= mostEntries) return found
  const distance = ({ day }: T) => Math.abs(Date.parse(day) - Date.parse(today))
  return [...found].sort((a, b) => distance(a) - distance(b)).slice(0, mostEntries)
}
