/** One thing measured: all its values, and the same thing done by the floor in the same run. */
export interface Figure {
  readonly group: string
  readonly name: string
  readonly unit: 'ms' | 'MB'
  readonly values: readonly number[]
  /** What the middle value should stay under. */
  readonly target?: number
  /** What the 99th of a hundred should stay under. */
  readonly targetP99?: number
  readonly floor?: readonly number[]
  /** Processor time of the program for one, in ms. */
  readonly cpu?: number
  readonly note?: string
}

/** The value below which this share of them lies; NaN when there are none. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(sorted.length * share) - 1))] ?? Number.NaN
}

export const median = (values: readonly number[]): number => quantile(values, 0.5)

export function verdictOf({ values, target, targetP99 }: Figure): 'pass' | 'miss' | null {
  if (target === undefined && targetP99 === undefined) return null
  const isGood =
    (target === undefined || median(values) < target) && (targetP99 === undefined || quantile(values, 0.99) < targetP99)
  return isGood ? 'pass' : 'miss'
}

/** How long it takes. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now()
  await work()
  return performance.now() - startedAt
}

export function timedNow(work: () => unknown): number {
  const startedAt = performance.now()
  work()
  return performance.now() - startedAt
}
