import { setImmediate } from 'node:timers/promises'

/** Long enough to get work done, short enough that a request waiting behind it does not notice. */
const TURN_MS = 8

/** Lets other requests have their turn, but only when this one has had its time. */
export function turns(): { give: () => Promise<void> } {
  let since = performance.now()
  return {
    async give() {
      if (performance.now() - since < TURN_MS) return
      await setImmediate()
      since = performance.now()
    },
  }
}
