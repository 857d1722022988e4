import type { Cell, DateOrder } from '@/server/domain/exchange/exchange.schema'
import { fold } from '@/server/domain/exchange/fold.rules'

/** A date as a cell says it. `at` when the cell names its zone, else day and time of the workspace's clocks. */
export interface DateReading {
  readonly day: string
  /** Absent: the cell names only the day. */
  readonly time?: { readonly hours: number; readonly minutes: number; readonly seconds: number }
  readonly at?: Date
}
export type DateProblem = 'notADate' | 'ambiguous' | 'noSuchDay'
export type DateResult = DateReading | { readonly problem: DateProblem }

export interface DateRule {
  readonly order: DateOrder | null
  /** The serial numbers of old workbooks from the Mac begin four years later. */
  readonly isDate1904?: boolean
}

/** Reads dates in the notations of German and English lists, ISO, spreadsheets and their serial numbers. */
export function readDate(cell: Cell, rule: DateRule): DateResult {
  if (cell instanceof Date) return fromMoment(cell)
  if (typeof cell === 'number') return fromSerial(cell, rule.isDate1904 ?? false)
  if (typeof cell !== 'string') return { problem: 'notADate' }
  const text = cell.replace(/\s+/g, ' ').trim()
  if (/^\d{4,6}([.,]\d+)?$/.test(text)) return fromSerial(Number(text.replace(',', '.')), rule.isDate1904 ?? false)
  const parts = splitTime(text)
  if (!parts) return { problem: 'notADate' }
  const day = readDay(parts.date, rule.order)
  if (typeof day !== 'string') return day
  if (!parts.time) return { day }
  if (!parts.zone) return { day, time: parts.time }
  const { hours, minutes, seconds } = parts.time
  const at = new Date(`${day}T${two(hours)}:${two(minutes)}:${two(seconds)}${parts.fraction}${parts.zone}`)
  return Number.isNaN(at.getTime()) ? { problem: 'notADate' } : { day, time: parts.time, at }
}

/** What a column of dates tells about the order of day and month. */
export interface DateSurvey {
  /** `none`: no cell needs to know. `mixed`: some cells prove one order, some the other. */
  readonly order: DateOrder | 'none' | 'ambiguous' | 'mixed'
  readonly read: number
  readonly unreadable: number
  /** A cell that can be read both ways, to show when asking. */
  readonly example: string | null
}

/** Counts what a column's cells prove; cells may come in portions. */
export class DateTally {
  #dmy = 0
  #mdy = 0
  #both = 0
  #read = 0
  #unreadable = 0
  #example: string | null = null

  add(cell: Cell): void {
    if (cell === null || (typeof cell === 'string' && cell.trim() === '')) return
    this.#read += 1
    const undecided = readDate(cell, { order: null })
    if (isReadable(undecided) && !needsOrder(cell)) return
    const asDmy = isReadable(readDate(cell, { order: 'dmy' }))
    const asMdy = isReadable(readDate(cell, { order: 'mdy' }))
    if (!asDmy && !asMdy) this.#unreadable += 1
    else if (asDmy && !asMdy) this.#dmy += 1
    else if (asMdy && !asDmy) this.#mdy += 1
    else if (!isReadable(undecided)) {
      this.#both += 1
      this.#example ??= String(cell).trim()
    }
  }

  get result(): DateSurvey {
    const [hasDmy, hasMdy] = [this.#dmy > 0, this.#mdy > 0]
    const order = hasDmy && hasMdy ? 'mixed' : hasDmy ? 'dmy' : hasMdy ? 'mdy' : this.#both > 0 ? 'ambiguous' : 'none'
    return { order, read: this.#read, unreadable: this.#unreadable, example: this.#example }
  }
}

/** One cell with a day over 12 proves the order for the whole column: no program writes two notations into one column. */
export function surveyDates(cells: Iterable<Cell>): DateSurvey {
  const tally = new DateTally()
  for (const cell of cells) tally.add(cell)
  return tally.result
}

const needsOrder = (cell: Cell) => typeof cell === 'string' && /^\s*\d{1,2}[/-]\d{1,2}[/-]\d{2,4}/.test(cell)
const isReadable = (result: DateResult) => !('problem' in result)
const two = (number: number) => String(number).padStart(2, '0')

const timePattern =
  /^(.*?)(?:[ T,]+|\s*(?:um|at)\s+)(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?([.,]\d{1,9})?\s*(am|pm|a\.m\.|p\.m\.)?\s*(?:uhr)?\s*(z|utc|gmt|[+-]\d{2}:?\d{2})?$/i

function splitTime(text: string) {
  const match = timePattern.exec(text)
  if (!match || match[1] === undefined || match[1] === '') return { date: text, time: undefined, zone: undefined, fraction: '' }
  const [, date, hour = '', minute = '', second = '0', fraction = '', half, zone] = match
  let hours = Number(hour)
  if (half && (hours < 1 || hours > 12)) return undefined
  if (half) hours = (hours % 12) + (/^p/i.test(half) ? 12 : 0)
  if (hours > 23 || Number(minute) > 59 || Number(second) > 59) return undefined
  const offset = zone === undefined ? undefined : /^[zug]/i.test(zone) ? 'Z' : zone.replace(/^([+-]\d{2}):?(\d{2})$/, '$1:$2')
  const time = { hours, minutes: Number(minute), seconds: Number(second) }
  return { date, time, zone: offset, fraction: fraction.replace(',', '.').slice(0, 4) }
}

function readDay(text: string, order: DateOrder | null): string | { problem: DateProblem } {
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(text)
  if (iso) return dayFrom(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const dotted = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4}|\d{2})$/.exec(text)
  if (dotted) return dayFrom(fullYear(dotted[3]), Number(dotted[2]), Number(dotted[1]))
  const slashed = /^(\d{1,2})([/-])(\d{1,2})\2(\d{4}|\d{2})$/.exec(text)
  if (slashed) return readSlashed(Number(slashed[1]), Number(slashed[3]), fullYear(slashed[4]), order)
  return readNamed(text)
}

function readSlashed(first: number, second: number, year: number, order: DateOrder | null): string | { problem: DateProblem } {
  if (order === 'dmy') return dayFrom(year, second, first)
  if (order === 'mdy') return dayFrom(year, first, second)
  if (first === second || second > 12) return dayFrom(year, first, second)
  if (first > 12) return dayFrom(year, second, first)
  return { problem: 'ambiguous' }
}

const monthNames = [
  'januar january jan jaenner',
  'februar february feb feber',
  'maerz march mar mrz maer',
  'april apr',
  'mai may',
  'juni june jun',
  'juli july jul',
  'august aug',
  'september sep sept',
  'oktober october okt oct',
  'november nov',
  'dezember december dez dec',
]
const monthOf = new Map(monthNames.flatMap((names, i) => names.split(' ').map((name): [string, number] => [name, i + 1])))

function readNamed(text: string): string | { problem: DateProblem } {
  const words = fold(text.replace(/(\d)(st|nd|rd|th)\b/gi, '$1')).split(' ')
  // A weekday in front says nothing new.
  if (words.length === 4 && /^\p{L}+$/u.test(words[0] ?? '') && !monthOf.has(words[0] ?? '')) words.shift()
  if (words.length !== 3) return { problem: 'notADate' }
  const [a = '', b = '', c = ''] = words
  const [day, month, year] = monthOf.has(b) ? [a, b, c] : monthOf.has(a) ? [b, a, c] : ['', '', '']
  const isTurned = /^\d{4}$/.test(day)
  const number = isTurned ? year : day
  const full = isTurned ? day : year
  if (!/^\d{1,2}$/.test(number) || !/^(\d{4}|\d{2})$/.test(full)) return { problem: 'notADate' }
  return dayFrom(fullYear(full), monthOf.get(month) ?? 0, Number(number))
}

/** Two digits: 70 to 99 are the last century, as in every spreadsheet of today. */
function fullYear(text = ''): number {
  const year = Number(text)
  return text.length > 2 ? year : year >= 70 ? 1900 + year : 2000 + year
}

function dayFrom(year: number, month: number, day: number): string | { problem: DateProblem } {
  const at = new Date(Date.UTC(year, month - 1, day))
  const exists =
    year >= 1900 && year <= 2200 && at.getUTCFullYear() === year && at.getUTCMonth() === month - 1 && at.getUTCDate() === day
  return exists ? at.toISOString().slice(0, 10) : { problem: 'noSuchDay' }
}

const DAY_MS = 86_400_000
/** Serial numbers that are taken for a date: 1954 to 2118. Smaller ones are years, counts and prices. */
const SERIALS = { least: 20_000, most: 80_000 }

/** Excel counts days from 1900, with a 29 February 1900 that never was, or from 1904. */
function fromSerial(serial: number, isDate1904: boolean): DateResult {
  const from1900 = isDate1904 ? serial + 1462 : serial
  if (!Number.isFinite(serial) || from1900 < SERIALS.least || from1900 > SERIALS.most) return { problem: 'notADate' }
  return fromMoment(new Date(Date.UTC(1899, 11, 30) + Math.round((from1900 * DAY_MS) / 1000) * 1000))
}

/** Spreadsheets know no zones: their dates are read as the clock shows them. */
function fromMoment(at: Date): DateResult {
  if (Number.isNaN(at.getTime())) return { problem: 'notADate' }
  const shown = new Date(Math.round(at.getTime() / 1000) * 1000)
  const day = dayFrom(shown.getUTCFullYear(), shown.getUTCMonth() + 1, shown.getUTCDate())
  if (typeof day !== 'string') return day
  const time = { hours: shown.getUTCHours(), minutes: shown.getUTCMinutes(), seconds: shown.getUTCSeconds() }
  return time.hours + time.minutes + time.seconds === 0 ? { day } : { day, time }
}
