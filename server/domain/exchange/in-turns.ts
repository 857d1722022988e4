import { setImmediate } from 'node:timers/promises'

/** Long enough to get work done, short enough that a request waiting behind it does not notice. */
const turnMs = 8

/** Runs a computation that yields now and then to its end, letting others have their turn in between. */
export async function inTurns<T>(work: Generator<unknown, T>): Promise<T> {
  for (let since = performance.now(); ; ) {
    const step = work.next()
    if (step.done) return step.value
    if (performance.now() - since < turnMs) continue
    await setImmediate()
    since = performance.now()
  }
}
