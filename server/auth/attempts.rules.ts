import type { SignInTries } from '@/db/stores/sign-in-tries'

/** Tries before the first pause, within a quarter of an hour; then as many again after each pause. */
export const triesAllowed = {
  /** One account from one network address. */
  pair: 5,
  /** One account, from wherever: several times what one address gets, so that nobody alone locks somebody else out. */
  account: 50,
  /** One network address, whichever accounts. */
  address: 30,
} as const

const windowMs = 15 * 60 * 1000
const memoryMs = 24 * 60 * 60 * 1000
const firstPauseSeconds = 60
const longestPauseSeconds = 60 * 60

/** One minute, then twice as long each time, up to an hour. */
export const pauseSeconds = (pause: number): number => Math.min(longestPauseSeconds, firstPauseSeconds * 2 ** (pause - 1))

const later = (now: Date, ms: number): Date => new Date(now.getTime() + ms)

/** How long this key still has to wait. */
export function secondsLeft(row: SignInTries | undefined, now: Date): number {
  const ms = (row?.pausedUntil?.getTime() ?? 0) - now.getTime()
  return ms > 0 ? Math.ceil(ms / 1000) : 0
}

/** One more try of a key that need not wait: its row as it is then, which may have just begun a pause. */
export function countTry(known: SignInTries | undefined, key: string, allowed: number, now: Date): SignInTries {
  const row = known && known.expiresAt > now ? known : undefined
  const pauses = row?.pauses ?? 0
  const isSameWindow = row !== undefined && row.windowEndsAt > now
  const tries = isSameWindow ? row.tries + 1 : 1
  if (tries > allowed) {
    const pausedUntil = later(now, pauseSeconds(pauses + 1) * 1000)
    return { key, tries: 0, pauses: pauses + 1, windowEndsAt: pausedUntil, pausedUntil, expiresAt: later(now, memoryMs) }
  }
  const windowEndsAt = isSameWindow ? row.windowEndsAt : later(now, windowMs)
  return { key, tries, pauses, windowEndsAt, pausedUntil: null, expiresAt: pauses > 0 && row ? row.expiresAt : windowEndsAt }
}

/** What is counted as one address: a provider gives each customer a whole /64 of IPv6, so its last half says nothing. */
export function networkOf(address: string): string {
  const plain = address
    .toLowerCase()
    // Some proxies add the port, which is another with every connection.
    .replace(/^\[([^\]]*)\](:\d+)?$/, '$1')
    .replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, '$1')
    .replace(/%.*$/, '')
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/.exec(plain)?.[1]
  if (mapped || !plain.includes(':')) return mapped ?? plain
  const [head = '', tail] = plain.split('::')
  const left = head === '' ? [] : head.split(':')
  const right = tail === undefined || tail === '' ? [] : tail.split(':')
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - left.length - right.length)
  const groups = [...left, ...Array.from({ length: zeros }, () => '0'), ...right]
  return `${groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')}::/64`
}
