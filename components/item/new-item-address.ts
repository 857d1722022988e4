import { type FormValues, newValues } from '@/components/item/form-values'
import { isDay } from '@/server/domain/facts/moment.rules'
import { liveTerms } from '@/server/domain/vocabulary/vocabulary.rules'
import { type Dimension, tagDimensions, type Vocabulary } from '@/server/domain/vocabulary/vocabulary.schema'

/** What a new item's form begins with: what the address asks for, as far as the workspace knows it. Lists stand as `a,b`. */
export function startOf(get: (name: string) => string | null, vocabulary: Vocabulary, locale: string): FormValues {
  const keys = (dimension: Dimension) =>
    (get(dimension) ?? '').split(',').filter((key) => liveTerms(vocabulary, dimension).some((term) => term.key === key))
  const first = liveTerms(vocabulary, 'step').find(({ details }) => details.kind === 'idea')
  const planned = get('plannedFor') ?? ''
  const tags = tagDimensions.map((dimension) => [`tags.${dimension}`, keys(dimension)])
  return newValues({
    ...Object.fromEntries(tags),
    title: (get('title') ?? '').slice(0, 500),
    type: keys('type')[0] ?? '',
    purpose: keys('purpose')[0] ?? null,
    step: keys('step')[0] ?? first?.key ?? '',
    locale: get('locale') ?? locale,
    ...(isDay(planned.slice(0, 10)) ? { plannedFor: planned } : {}),
  })
}
