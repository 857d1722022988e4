import type { Term, TermDetails } from '@/server/domain/vocabulary/vocabulary.schema'
import type { Localized } from '@/server/domain/wire.schema'

/** What one field of the page changes. */
export interface CampaignChange {
  readonly name?: Localized
  readonly details?: Partial<TermDetails<'campaign'>>
  /** Its planned items move as its beginning does. */
  readonly isAlong?: boolean
}
export type CampaignPart = 'name' | keyof TermDetails<'campaign'>

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

export const partsOf = (change: CampaignChange): CampaignPart[] => [
  ...(change.name ? (['name'] as const) : []),
  ...(Object.keys(change.details ?? {}) as (keyof TermDetails<'campaign'>)[]),
]

export const valueOfPart = ({ name, details }: Pick<Term<'campaign'>, 'name' | 'details'>, part: CampaignPart): unknown =>
  part === 'name' ? name : details[part]

/** The campaign as it will be. */
export const changed = (term: Term<'campaign'>, change: CampaignChange): Term<'campaign'> => ({
  ...term,
  name: change.name ?? term.name,
  details: { ...term.details, ...change.details },
})

/** Whether the change would make any difference. */
export const isNews = (term: Term<'campaign'>, change: CampaignChange): boolean =>
  partsOf(change).some((part) => !same(valueOfPart(term, part), valueOfPart(changed(term, change), part)))

/** Whether somebody else wrote, since `seen`, what the change is about; what they did elsewhere stands beside it in peace. */
export const isContested = (seen: Term<'campaign'>, now: Term<'campaign'>, change: CampaignChange): boolean =>
  partsOf(change).some((part) => {
    const current = valueOfPart(now, part)
    return !same(valueOfPart(seen, part), current) && !same(current, valueOfPart(changed(now, change), part))
  })
