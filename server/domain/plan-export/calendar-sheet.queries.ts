import { authorize } from '@/server/domain/access/authorize'
import { getCalendarRange } from '@/server/domain/calendar/calendar.queries'
import type { Axis, CalendarEntry, CalendarRange } from '@/server/domain/calendar/calendar.schema'
import { barsOf, isoWeek, quarterOf, type Show, stepped, weeksOf, windowOf } from '@/server/domain/calendar/calendar-window.rules'
import { listHolidays } from '@/server/domain/calendar/holiday.queries'
import type { Context } from '@/server/domain/context'
import { addDays } from '@/server/domain/facts/moment.rules'
import { parseFilter } from '@/server/domain/filter/filter-text.rules'
import type { Sheet, SheetMonth, SheetPart, SheetTable } from '@/server/domain/plan-export/sheet.schema'
import { loadSheetWorld, type SheetWorld, type Word } from '@/server/domain/plan-export/sheet-world.queries'
import { liveTerms } from '@/server/domain/vocabulary/vocabulary.rules'
import type { Locale } from '@/server/domain/wire.schema'

/** Nobody reads further on paper; the plan as a table holds the rest. */
const rowsOnPaper = 250
/** More than a day has room for, whatever is drawn. */
const entriesOfDay = 40

interface Wish {
  readonly show: Show
  readonly axis: Axis
  /** A day of the span; null: today. */
  readonly at: string | null
  readonly filter: string
  readonly language: Locale
  readonly word: Word
  /** For a picture: months and weeks without the list of their entries, and an agenda only so far. */
  readonly isPicture?: boolean
}

const rowsInPicture = 60

/** What the calendar shows: months and weeks as pictures with their campaigns, and every span as a list of its days. */
export async function loadCalendarSheet(context: Context, wish: Wish): Promise<Sheet> {
  const { show, axis, at, filter, language, word, isPicture = false } = wish
  authorize(context.actor, 'item.export')
  const world = await loadSheetWorld(context, language, word)
  const day = at ?? world.moment.today
  const window = windowOf(show, day)
  const drawn = drawnOf(show, window, day)
  const whole = { from: drawn[0]?.from ?? window.from, to: drawn.at(-1)?.to ?? window.to }
  const holidays = new Map((await listHolidays(context, whole)).map((one) => [one.day, one.name[language]]))
  // Two questions: each day's first entries for the pictures, and the first entries of all for the list.
  const days = await getCalendarRange(context, { filter, axis, ...whole, perDay: entriesOfDay })
  const rows = isPicture ? rowsInPicture : rowsOnPaper
  const range = await getCalendarRange(context, { filter, axis, ...window, perDay: rows })
  const entries = range.entries.slice(0, rows)
  const parts: SheetPart[] = [
    ...drawn.flatMap((span) => [
      ...(show === 'quarter' ? [{ kind: 'heading' as const, text: monthName(language)(span.at) }] : []),
      monthOf(world, span, days, holidays),
    ]),
    ...(isPicture && drawn.length > 0 ? [] : [...campaignsOf(world, window), ...listOf(world, range, entries, holidays)]),
  ]
  return {
    title: `${word('calendar.title')}: ${spanName(world, show, window, day)}`,
    fileName: `${word('outlets.menu.file.calendar')}-${spanKey(world, show, window, day)}`,
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

interface Drawn {
  readonly from: string
  readonly to: string
  /** A day of the month that is meant; the others are paler. Of a week all are. */
  readonly at: string
  readonly isMonth: boolean
}

/** The months or the week that are drawn as pictures. */
function drawnOf(show: Show, { from, to }: { from: string; to: string }, at: string): Drawn[] {
  if (show === 'agenda') return []
  if (show === 'week') return [{ from, to, at, isMonth: false }]
  const months = show === 'month' ? [at] : [0, 1, 2].map((n) => stepped('month', from, n))
  return months.map((month) => ({ ...windowOf('month', month), at: month, isMonth: true }))
}

function listOf(
  world: SheetWorld,
  { inRange }: CalendarRange,
  entries: readonly CalendarEntry[],
  holidays: ReadonlyMap<string, string>,
): SheetPart[] {
  const { word, day } = world
  if (entries.length === 0) return [{ kind: 'note', text: word('outlets.sheet.none') }]
  const count = inRange - entries.length
  const last = entries.at(-1)?.at?.slice(0, 10) ?? ''
  const cut: SheetPart = { kind: 'note', text: word('outlets.sheet.cut', { day: day(last), count, shown: entries.length }) }
  return [...(count > 0 ? [cut] : []), tableOf(world, entries, holidays), ...(count > 0 ? [cut] : [])]
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
  return monthName(language)(at)
}

const monthName = (language: Locale) => writtenIn(language, { month: 'long', year: 'numeric' })

/** The span in the name of a file: `2027-03`, `2027-w13`, `2027-q1`. */
function spanKey({ word }: SheetWorld, show: Show, { from }: { from: string }, at: string): string {
  if (show === 'week') return `${addDays(from, 3).slice(0, 4)}-${word('outlets.sheet.weekKey', { week: isoWeek(from) })}`
  return show === 'quarter' ? `${at.slice(0, 4)}-q${quarterOf(at)}` : at.slice(0, 7)
}

function monthOf(
  world: SheetWorld,
  { from, to, at, isMonth }: Drawn,
  range: CalendarRange,
  holidays: ReadonlyMap<string, string>,
): SheetMonth {
  const { language, moment, word, name, held } = world
  const byDay = Map.groupBy(range.entries, (entry) => entry.at?.slice(0, 10) ?? '')
  const counts = new Map(range.days.map(({ day, count }) => [day, count]))
  const hues = new Map(held.vocabulary.campaign.map(({ key, details }) => [key, details.hue]))
  const weeks = weeksOf({ from, to })
  const weekday = writtenIn(language, { weekday: 'short' })
  return {
    kind: 'month',
    weekdays: (weeks[0] ?? []).map(weekday),
    weeks: weeks.map((days) => ({
      name: word('calendar.weekShort', { week: isoWeek(days[0] ?? at) }),
      bars: barsOf(spansOf(world), { from: days[0] ?? from, to: days.at(-1) ?? to }).map(
        ({ span: { key }, start, length, lane }) => ({
          ...{ name: name('campaign', key), hue: hues.get(key) ?? 0, start, length, lane },
        }),
      ),
      days: days.map((day) => ({
        label: String(Number(day.slice(8, 10))),
        isInside: !isMonth || day.slice(0, 7) === at.slice(0, 7),
        isToday: day === moment.today,
        note: holidays.get(day) ?? '',
        entries: (byDay.get(day) ?? []).map((entry) => [entry.at?.slice(11) ?? '', entry.title].filter(Boolean).join(' ')),
        count: counts.get(day) ?? 0,
      })),
    })),
    more: (count) => word('calendar.more', { count }),
  }
}

const spansOf = ({ held }: SheetWorld) =>
  liveTerms(held.vocabulary, 'campaign').map(({ key, details: { startsOn, endsOn } }) => ({ key, startsOn, endsOn }))

function campaignsOf(world: SheetWorld, window: { from: string; to: string }): SheetPart[] {
  const { word, name, day } = world
  const bars = barsOf(spansOf(world), window)
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
