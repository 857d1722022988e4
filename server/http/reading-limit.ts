const windowMs = 60_000
/** Far more than the calendars of an office ask for; enough to keep a loop, or somebody who guesses, from being a burden. */
const perWindow = 120
const mostKept = 10_000

const readings = new Map<string, { count: number; endsAt: number }>()

/** Counts one reading from this network. The seconds to wait when there were too many, else 0. */
export function admit(network: string, nowMs: number): number {
  const known = readings.get(network)
  if (!known || known.endsAt <= nowMs) {
    readings.delete(network)
    readings.set(network, { count: 1, endsAt: nowMs + windowMs })
    for (const oldest of readings.keys()) {
      if (readings.size <= mostKept) break
      readings.delete(oldest)
    }
    return 0
  }
  known.count += 1
  return known.count > perWindow ? Math.ceil((known.endsAt - nowMs) / 1000) : 0
}
