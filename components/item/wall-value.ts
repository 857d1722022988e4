import { instantOf } from '@/server/domain/exchange/zone.rules'
import { localTimeOf } from '@/server/domain/facts/moment.rules'
import { readWall } from '@/server/domain/facts/wall-time.rules'

/**
 * A moment as a form holds it: the wall clock in the workspace's zone, with the offset behind it only where the clocks show that
 * time twice and the second is meant (`2026-10-25T02:30+01:00`).
 */
export function wallValueOf(instant: Date, zone: string): string {
  const wall = localTimeOf(instant.getTime(), zone)
  const [, second] = readWall(wall, zone).instants
  const isSecond = second !== undefined && second.getTime() <= instant.getTime()
  return isSecond ? wall + isoOffset(wall, second) : wall
}

/** A day without a time begins at midnight, as it does in imports. */
export function instantOfWall(value: string, zone: string): Date {
  const [day = '', time] = value.split('T')
  if (time === undefined) return instantOf(day, zone)
  return time.length > clockLength ? new Date(value) : readWall(value, zone).instants[0]
}

/** Day and time as they are shown, without which of two is meant. */
export const shownWall = (value: string): string => value.slice(0, 'YYYY-MM-DDTHH:mm'.length)

const clockLength = 'HH:mm'.length

function isoOffset(wall: string, instant: Date): string {
  const minutes = Math.round((Date.parse(`${wall}:00Z`) - instant.getTime()) / 60_000)
  const of = (part: number) => String(Math.floor(part)).padStart(2, '0')
  return `${minutes < 0 ? '-' : '+'}${of(Math.abs(minutes) / 60)}:${of(Math.abs(minutes) % 60)}`
}
