import { generateNKeysBetween } from 'fractional-indexing'
import type { Fact } from '@/server/domain/facts/fact.schema'

/** What an item's place among others follows from. */
export type Placed = Pick<Fact, 'id' | 'rank' | 'plannedFor'>

/**
 * Where an item stands when people order by hand: its rank, or what its planned day would be as a rank, those without a day
 * last and equal days by id. Since that is a fractional key too, an item can be put between two that nobody ever moved, and
 * only the moved one is written. Equal keys (two people, one gap) stand in the order of ids.
 */
export function placeKey({ id, rank, plannedFor }: Placed): string {
  return rank ?? `n${plannedFor === null ? noDay : dayDigits(plannedFor)}${id.replace(/[^0-9A-Za-z]/g, '')}V`
}

/** `n` stands before fourteen digits: the day, then nothing or the time of day. */
const noDay = '99999999999999'

function dayDigits(day: string): string {
  const date = day.slice(0, 4) + day.slice(5, 7) + day.slice(8, 10)
  return day.length > 10 ? `${date}1${day.slice(11, 13)}${day.slice(14, 16)}0` : `${date}000000`
}

/** So many ranks between two places, in order; null is an end. */
export function ranksBetween(before: string | null, behind: string | null, count: number): string[] {
  return generateNKeysBetween(before, behind, count)
}
