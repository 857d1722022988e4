import { addDays } from '@/server/domain/facts/moment.rules'

const two = (number: number) => String(number).padStart(2, '0')

/** The last day of the month, quarter or year in which a day lies. */
export function endOfSpan(today: string, span: 'month' | 'quarter' | 'year'): string {
  const [year = 0, month = 1] = today.split('-').map(Number)
  const last = span === 'year' ? 12 : span === 'quarter' ? Math.ceil(month / 3) * 3 : month
  const next = last === 12 ? `${year + 1}-01-01` : `${year}-${two(last + 1)}-01`
  return addDays(next, -1)
}

/** The same day so many months before, or the last one of a shorter month. */
export function monthsBefore(today: string, months: number): string {
  const [year = 0, month = 1, day = 1] = today.split('-').map(Number)
  const at = year * 12 + (month - 1) - months
  const first = `${Math.floor(at / 12)}-${two((at % 12) + 1)}-01`
  return `${first.slice(0, 8)}${two(Math.min(day, Number(endOfSpan(first, 'month').slice(8))))}`
}
