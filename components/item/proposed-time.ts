import { readWall } from '@/server/domain/facts/wall-time.rules'

/** A day without a time begins the working day. */
const usualTime = '09:00'

/** When to go live, proposed from the day it is planned for; null where that is not ahead. */
export function proposedTime(plannedFor: string | null, zone: string, nowMs: number): Date | null {
  if (plannedFor === null) return null
  const [instant] = readWall(plannedFor.includes('T') ? plannedFor : `${plannedFor}T${usualTime}`, zone).instants
  return instant.getTime() > nowMs ? instant : null
}
