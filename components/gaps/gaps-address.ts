import type { z } from 'zod'
import { findingState, ruleKey, severity } from '@/server/domain/gaps/gap.schema'
import { type GapFilter, type GapListInput, gapGroup } from '@/server/domain/gaps/gap-list.schema'

/** What stands in the address of the list of gaps. */
export const gapNames = ['state', 'severity', 'phase', 'owner', 'rule', 'group', 'page', 'gap'] as const
export type GapName = (typeof gapNames)[number]

export const rowsPerPage = 100

export interface GapsAddress {
  readonly filter: GapFilter
  /** From 1. */
  readonly page: number
  /** The open gap. */
  readonly gap: string | null
  /** What could not be read, as `name=value`. */
  readonly ignored: readonly string[]
}

/** Page and component read it alike, so that they ask the same question. Lists stand as `a,b`. */
export function readGapsAddress(get: (name: GapName) => string | null): GapsAddress {
  const ignored: string[] = []
  function one<T>(name: GapName, schema: z.ZodType<T>, otherwise: T): T {
    const value = get(name)
    if (value === null || value === '') return otherwise
    const read = schema.safeParse(value)
    if (!read.success) ignored.push(`${name}=${value}`)
    return read.success ? read.data : otherwise
  }
  function some<T>(name: GapName, read: (value: string) => T | undefined): T[] {
    const values = (get(name) ?? '').split(',').filter((value) => value !== '')
    return values.slice(0, 100).flatMap((value) => {
      const found = read(value)
      if (found === undefined) ignored.push(`${name}=${value}`)
      return found === undefined ? [] : [found]
    })
  }
  const key = (value: string) => (value.length <= 80 ? value : undefined)
  const page = Number(get('page') ?? '1')
  return {
    filter: {
      state: one('state', findingState, 'open'),
      severity: some('severity', (value) => severity.safeParse(value).data),
      phase: some('phase', key),
      owner: some('owner', key),
      rule: some('rule', (value) => ruleKey.safeParse(value).data),
      group: one('group', gapGroup, 'severity'),
    },
    page: Number.isSafeInteger(page) && page >= 1 && page <= 100_000 ? page : 1,
    gap: get('gap') || null,
    ignored,
  }
}

export const questionOf = ({ filter, page }: Pick<GapsAddress, 'filter' | 'page'>): GapListInput => ({
  ...filter,
  limit: rowsPerPage,
  offset: (page - 1) * rowsPerPage,
})

export const isNarrowed = ({ severity: weights, phase, owner, rule }: GapFilter): boolean =>
  weights.length + phase.length + owner.length + rule.length > 0
