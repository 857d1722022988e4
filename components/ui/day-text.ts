/**
 * A calendar day as people type it in German and English, as `YYYY-MM-DD`; null when it is none.
 * `today` (YYYY-MM-DD) gives the year where none is typed. Of `3/4/2026` the locale decides: en-US means March.
 */
export function parseDay(text: string, locale: string, today: string): string | null {
  const typed = text.trim().toLowerCase()
  const year = today.slice(0, 4)
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(typed)
  if (iso) return day(iso[1], iso[2], iso[3])

  const numbers = /^(\d{1,2})([./-])\s?(\d{1,2})(?:\2\s?(\d{4}|\d{2})?)?$/.exec(typed)
  if (numbers) {
    const [, first, mark, second, typedYear = year] = numbers
    const monthFirst = mark === '/' && (Number(second) > 12 || (locale === 'en-US' && Number(first) <= 12))
    return monthFirst ? day(typedYear, first, second) : day(typedYear, second, first)
  }

  const words =
    /^(?:(\d{1,2})(?:\.|st|nd|rd|th)?\s+)?([\p{L}]+)\.?,?(?:\s+(\d{1,2})(?:st|nd|rd|th)?(?!\d))?,?(?:\s+(\d{4}|'?\d{2}))?$/u.exec(
      typed,
    )
  if (words) {
    const [, before, name = '', after, typedYear = year] = words
    // "may 26" is a day, "3 may 26" has a year
    const [dayText, yearText] = before === undefined ? [after, typedYear] : [before, after ?? typedYear]
    const month = monthOf(name)
    if (month !== null && dayText !== undefined) return day(yearText.replace("'", ''), String(month), dayText)
  }
  return null
}

/** A time of day as `HH:mm` from "9", "9:30", "0930", "9.30", "9 Uhr", "9 pm"; null when it is none. */
export function parseTime(text: string): string | null {
  const parts = /^(\d{1,2})(?:[:.h]?(\d{2}))?\s*(uhr|am|pm|a\.m\.|p\.m\.)?$/.exec(text.trim().toLowerCase())
  if (!parts) return null
  const [, hourText, minuteText = '0', suffix = ''] = parts
  const isHalfDay = suffix.startsWith('a') || suffix.startsWith('p')
  const typedHour = Number(hourText)
  if (isHalfDay && (typedHour < 1 || typedHour > 12)) return null
  const hour = isHalfDay ? (typedHour % 12) + (suffix.startsWith('p') ? 12 : 0) : typedHour
  const minute = Number(minuteText)
  return hour > 23 || minute > 59 ? null : `${two(hour)}:${two(minute)}`
}

// Building one costs a hundred times what using it does.
const dayFormatters = new Map<string, Intl.DateTimeFormat>()

function dayFormatterOf(locale: string): Intl.DateTimeFormat {
  const known = dayFormatters.get(locale)
  if (known) return known
  const options: Intl.DateTimeFormatOptions = locale.startsWith('de')
    ? { day: '2-digit', month: '2-digit', year: 'numeric' }
    : { day: 'numeric', month: 'short', year: 'numeric' }
  const made = new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, options)
  dayFormatters.set(locale, made)
  return made
}

/** `31.12.2026` in German; English names the month, so that nobody takes it for the day. */
export const formatDay = (value: string, locale: string): string => dayFormatterOf(locale).format(dateOf(value))

/** Noon of the browser's day: no time zone or clock change moves it to another. */
export function dateOf(value: string): Date {
  const [year = 0, month = 1, dayOfMonth = 1] = value.split('-').map(Number)
  return new Date(year, month - 1, dayOfMonth, 12)
}

export const dayOf = (date: Date) =>
  `${String(date.getFullYear()).padStart(4, '0')}-${two(date.getMonth() + 1)}-${two(date.getDate())}`

const two = (value: number) => String(value).padStart(2, '0')

function day(yearText = '', monthText = '', dayText = ''): string | null {
  const year = yearText.length === 2 ? 2000 + Number(yearText) : Number(yearText)
  const [month, dayOfMonth] = [Number(monthText), Number(dayText)]
  const date = new Date(Date.UTC(year, month - 1, dayOfMonth))
  // 31 February becomes a day of March, and is none.
  if (year < 1900 || date.getUTCMonth() !== month - 1 || date.getUTCDate() !== dayOfMonth) return null
  return `${year}-${two(month)}-${two(dayOfMonth)}`
}

const monthNames: readonly string[] = ['de', 'en-GB'].flatMap((locale) =>
  Array.from({ length: 12 }, (_, month) =>
    new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' }).format(new Date(Date.UTC(2026, month, 15))).toLowerCase(),
  ),
)

/** By the first three letters or more; 1 to 12. "mrz" is short for März all the same. */
function monthOf(name: string): number | null {
  const wanted = name === 'mrz' ? 'mär' : name.replace('maerz', 'märz')
  if (wanted.length < 3) return null
  const index = monthNames.findIndex((month) => month.startsWith(wanted) || (wanted === 'sept' && month === 'september'))
  return index < 0 ? null : (index % 12) + 1
}
