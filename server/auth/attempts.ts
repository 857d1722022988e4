import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { Problem } from '@/server/domain/errors'

/** Tries before the first pause, within a quarter of an hour; then as many again after each pause. */
export const triesPerAccount = 5
export const triesPerAddress = 30
const windowSeconds = 15 * 60
const firstPauseSeconds = 60
const longestPauseSeconds = 60 * 60
const memorySeconds = 24 * 60 * 60

/** One minute, then twice as long each time, up to an hour. */
export const pauseSeconds = (strike: number): number => Math.min(longestPauseSeconds, firstPauseSeconds * 2 ** (strike - 1))

class Counter {
  readonly #tries: RateLimiterMemory
  /** How many pauses a key has earned lately. */
  readonly #strikes = new RateLimiterMemory({ points: 1, duration: memorySeconds })

  constructor(points: number) {
    this.#tries = new RateLimiterMemory({ points, duration: windowSeconds })
  }

  /** Answers the seconds to wait, or 0 when the try may go on. Counting and refusing are one step, so many tries at once get no further than many in a row. */
  async count(key: string): Promise<number> {
    try {
      await this.#tries.consume(key)
      return 0
    } catch (refused) {
      if (!(refused instanceof RateLimiterRes)) throw refused
      const isFirst = refused.consumedPoints === this.#tries.points + 1
      if (!isFirst) return Math.max(1, Math.ceil(refused.msBeforeNext / 1000))
      const { consumedPoints } = await this.#strikes.penalty(key)
      await this.#tries.block(key, pauseSeconds(consumedPoints))
      return pauseSeconds(consumedPoints)
    }
  }

  async forget(key: string): Promise<void> {
    await this.#tries.delete(key)
    await this.#strikes.delete(key)
  }

  async giveBack(key: string): Promise<void> {
    await this.#tries.reward(key)
  }
}

interface Try {
  readonly account: string
  readonly address: string
}

/** How often passwords may be tried, per account and per network address. Kept in memory: each process counts for itself. */
export class Attempts {
  readonly #accounts = new Counter(triesPerAccount)
  readonly #addresses = new Counter(triesPerAddress)

  /** Throws `limit_reached` with the time to wait, before any password is looked at. */
  async admit({ account, address }: Try): Promise<void> {
    const seconds = (await this.#addresses.count(address)) || (await this.#accounts.count(account))
    if (seconds > 0)
      throw new Problem('limit_reached', 'auth.problem.tooManyTries', { minutes: Math.ceil(seconds / 60), seconds })
  }

  /** The account starts afresh; the address loses only this one try, or one own account would open it for guessing others. */
  async succeeded({ account, address }: Try): Promise<void> {
    await this.#accounts.forget(account)
    await this.#addresses.giveBack(address)
  }
}

const slot = Symbol.for('etappe.attempts')
const holder = globalThis as typeof globalThis & { [slot]?: Attempts }

/** One per process: route handlers and pages load this module apart. */
export function attempts(): Attempts {
  holder[slot] ??= new Attempts()
  return holder[slot]
}
