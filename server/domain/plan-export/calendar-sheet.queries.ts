import { authorize } from '@/server/domain/access/authorize'
import { getCalendarRange } from '@/server/domain/calendar/calendar.queries'
import type { Axis, CalendarEntry } from '@/server/domain/calendar/calendar.schema'
import { barsOf, isoWeek, quarterOf, type Show, weeksOf, windowOf } from '@/server/domain/calendar/calendar-window.rules'
import { listHolidays } from '@/server/domain/calendar/holiday.queries'
import type { Context } from '@/server/domain/context'
import { parseFilter } from '@/server/domain/filter/filter-text.rules'
import type { Sheet, SheetMonth, SheetPart, SheetTable } from '@/server/domain/plan-export/sheet.schema'
import { loadSheetWorld, type SheetWorld, type Word } from '@/server/domain/plan-export/sheet-world.queries'
import { liveTerms } from '@/server/domain/vocabulary/vocabulary.rules'
import type { Locale } from '@/server/domain/wire.schema'

/** Nobody reads further on paper; a table holds the rest. */
const rowsOnPaper = 1500

interface Wish {
  readonly show: Show
  readonly axis: Axis
  /** A day of the span; null: today. */
  readonly at: string | null
  readonly filter: string
  readonly language: Locale
  readonly word: Word
}

/** What the calendar shows: a month as a picture, and every span as a list of its days. */
export async function loadCalendarSheet(context: Context, { show, axis, at, filter, language, word }: Wish): Promise<Sheet> {
  authorize(context.actor, 'item.export')
  const world = await loadSheetWorld(context, language, word)
  const day = at ?? world.moment.today
  const window = windowOf(show, day)
  const range = await getCalendarRange(context, { filter, axis, ...window, perDay: rowsOnPaper })
  const holidays = new Map((await listHolidays(context, window)).map((one) => [one.day, one.name[language]]))
  const entries = range.entries.slice(0, rowsOnPaper)
  const rest = range.inRange - entries.length
  const parts: SheetPart[] = [
    ...(show === 'month' ? [monthOf(world, window, day, entries, holidays)] : []),
    ...campaignsOf(world, window),
    ...(entries.length === 0
      ? [{ kind: 'note' as const, text: word('outlets.sheet.none') }]
      : [tableOf(world, entries, holidays)]),
    ...(rest > 0 ? [{ kind: 'note' as const, text: word('outlets.sheet.more', { count: rest }) }] : []),
  ]
  return {
    title: `${word('calendar.title')}: ${spanName(world, show, window, day)}`,
    isLandscape: true,
    ...world.frame(parseFilter(filter).filter, [
      { label: word('calendar.axis.label'), value: word(`calendar.axis.${axis}`) },
      {
        label: word('outlets.sheet.items'),
        value: word('calendar.totals', { total: range.total, here: range.inRange, unscheduled: range.unscheduled }),
      },
    ]),
    parts,
  }
}

const writtenIn = (language: Locale, options: Intl.DateTimeFormatOptions) => {
  const format = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, { ...options, timeZone: 'UTC' })
  return (day: string) => format.format(new Date(`${day}T12:00:00Z`))
}

function spanName(
  { language, word, day }: SheetWorld,
  show: Show,
  { from, to }: { from: string; to: string },
  at: string,
): string {
  if (show === 'week') return word('calendar.weekOf', { week: isoWeek(from), from: day(from), to: day(to) })
  if (show === 'quarter') return word('calendar.quarterOf', { quarter: quarterOf(at), year: at.slice(0, 4) })
  return writtenIn(language, { month: 'long', year: 'numeric' })(at)
}

function monthOf(
  { language, moment, word }: SheetWorld,
  window: { from: string; to: string },
  at: string,
  entries: readonly CalendarEntry[],
  holidays: ReadonlyMap<string, string>,
): SheetMonth {
  const byDay = Map.groupBy(entries, (entry) => entry.at?.slice(0, 10) ?? '')
  const weeks = weeksOf(window)
  const weekday = writtenIn(language, { weekday: 'short' })
  return {
    kind: 'month',
    weekdays: (weeks[0] ?? []).map(weekday),
    weeks: weeks.map((days) => ({
      name: word('calendar.weekShort', { week: isoWeek(days[0] ?? at) }),
      days: days.map((day) => ({
        label: String(Number(day.slice(8, 10))),
        isInside: day.slice(0, 7) === at.slice(0, 7),
        isToday: day === moment.today,
        note: holidays.get(day) ?? '',
        entries: (byDay.get(day) ?? []).map((entry) => [entry.at?.slice(11) ?? '', entry.title].filter(Boolean).join(' ')),
      })),
    })),
    more: (count) => word('calendar.more', { count }),
  }
}

function campaignsOf({ held, word, name, day }: SheetWorld, window: { from: string; to: string }): SheetPart[] {
  const spans = liveTerms(held.vocabulary, 'campaign').map(({ key, details: { startsOn, endsOn } }) => ({
    key,
    startsOn,
    endsOn,
  }))
  const bars = barsOf(spans, window)
  if (bars.length === 0) return []
  const dates = (text: string | null) => (text === null ? '' : day(text))
  return [
    { kind: 'heading', text: word('outlets.sheet.campaigns') },
    {
      kind: 'table',
      columns: [
        { title: word('campaigns.column.name'), share: 4 },
        { title: word('campaigns.field.startsOn'), share: 1 },
        { title: word('campaigns.field.endsOn'), share: 1 },
      ],
      rows: bars.map(({ span }) => [name('campaign', span.key), dates(span.startsOn), dates(span.endsOn)]),
    },
  ]
}

function tableOf(world: SheetWorld, entries: readonly CalendarEntry[], holidays: ReadonlyMap<string, string>): SheetTable {
  const { word, name, names, person, language } = world
  const written = writtenIn(language, { weekday: 'short', day: 'numeric', month: 'short' })
  const dayName = (day: string) => [written(day), holidays.get(day)].filter(Boolean).join(', ')
  const head = (key: string) => word(`outlets.sheet.${key}`)
  return {
    kind: 'table',
    columns: [
      { title: head('day'), share: 1.6 },
      { title: head('title'), share: 4.4 },
      { title: head('step'), share: 1.4 },
      { title: head('phase'), share: 1.6 },
      { title: head('channel'), share: 1.6 },
      { title: head('owner'), share: 1.5 },
    ],
    rows: entries.map((entry, n) => {
      const [day = '', time] = (entry.at ?? '').split('T')
      const isFirst = entries[n - 1]?.at?.slice(0, 10) !== day
      return [
        [isFirst ? dayName(day) : '', time ?? ''].filter(Boolean).join(', '),
        entry.title,
        [name('step', entry.step), entry.isLate ? word('calendar.entry.late') : ''].filter(Boolean).join(', '),
        names('phase', entry.phase),
        names('channel', entry.channel),
        person(entry.ownerId),
      ]
    }),
  }
}
