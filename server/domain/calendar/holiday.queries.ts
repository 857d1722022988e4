import { authorize } from '@/server/domain/access/authorize'
import { type Holiday, mostDays } from '@/server/domain/calendar/calendar.schema'
import type { Context } from '@/server/domain/context'
import { Problem } from '@/server/domain/errors'
import { loadFacts } from '@/server/domain/facts/facts.queries'
import { addDays, daysBetween } from '@/server/domain/facts/moment.rules'
import type { Locale } from '@/server/domain/wire.schema'

/** Worked out once: a year of a country is the same for everybody. */
const years = new Map<string, readonly Holiday[]>()
const keptYears = 200
const dayMs = 86_400_000

/** Public holidays of the workspace's country in these days, in order; none where no country is set or known. */
export async function listHolidays(context: Context, { from, to }: { from: string; to: string }): Promise<Holiday[]> {
  authorize(context.actor, 'item.read')
  const length = daysBetween(from, to) + 1
  if (length < 1 || length > mostDays) throw new Problem('invalid', 'calendar.problem.badRange', { days: mostDays })
  const { country } = (await loadFacts(context, context.actor.workspaceId)).workspace
  if (country === null) return []
  const [first, last] = [Number(from.slice(0, 4)), Number(to.slice(0, 4))]
  const found: Holiday[] = []
  for (let year = first; year <= last; year += 1) found.push(...(await holidaysOf(country, year)))
  return found.filter(({ day }) => day >= from && day <= to)
}

async function holidaysOf(country: string, year: number): Promise<readonly Holiday[]> {
  const name = `${country} ${year}`
  const known = years.get(name)
  if (known) return known
  const [en, de] = [await namesOf(country, year, 'en'), await namesOf(country, year, 'de')]
  const holidays = [...en].map(([day, text]): Holiday => ({ day, name: { en: text, de: de.get(day) ?? text } }))
  if (years.size >= keptYears) years.clear()
  years.set(
    name,
    holidays.sort((a, b) => (a.day < b.day ? -1 : 1)),
  )
  return holidays
}

/** By day. A feast of several days stands on each; two on one day are told together. English steps in for a missing name. */
async function namesOf(country: string, year: number, language: Locale): Promise<ReadonlyMap<string, string>> {
  // Large, and asked for by nobody who does not look at a calendar.
  const { default: Holidays } = await import('date-holidays')
  const calendar = new Holidays(country, { types: ['public'], languages: [...new Set([language, 'en'])] })
  const byDay = new Map<string, string>()
  for (const { date, start, end, name, type } of calendar.getHolidays(year) ?? []) {
    if (type !== 'public') continue
    const days = Math.max(1, Math.round((end.getTime() - start.getTime()) / dayMs))
    for (let n = 0; n < days; n += 1) {
      const day = addDays(date.slice(0, 10), n)
      const before = byDay.get(day)
      byDay.set(day, before === undefined || before === name ? name : `${before}, ${name}`)
    }
  }
  return byDay
}
