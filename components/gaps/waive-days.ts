import { addDays } from '@/server/domain/facts/moment.rules'

/** The last day of the quarter after the one that the day lies in. */
export function endOfNextQuarter(today: string): string {
  const [year = 0, month = 1] = today.split('-').map(Number)
  const afterNext = (Math.floor((month - 1) / 3) + 2) * 3
  const first = `${year + Math.floor(afterNext / 12)}-${String((afterNext % 12) + 1).padStart(2, '0')}-01`
  return addDays(first, -1)
}

export const inAWeek = (today: string): string => addDays(today, 7)
