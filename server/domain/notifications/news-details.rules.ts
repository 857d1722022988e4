import type { NewsDetails } from '@/server/domain/notifications/notification.schema'

const gapsNamed = 10

/** Two pieces of the same news as one, about as many things as both. */
export function together(known: NewsDetails, more: NewsDetails): NewsDetails {
  const gaps = [...(known.gaps ?? []), ...(more.gaps ?? [])].slice(0, gapsNamed)
  const phases = [...new Set([...(known.phases ?? []), ...(more.phases ?? [])])]
  return { ...known, count: known.count + more.count, ...(gaps.length > 0 ? { gaps, phases } : {}) }
}
