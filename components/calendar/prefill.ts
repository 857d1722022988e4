import type { Filter } from '@/server/domain/filter/filter.schema'
import { liveTerms } from '@/server/domain/vocabulary/vocabulary.rules'
import { type TagDimension, tagDimensions, type Vocabulary } from '@/server/domain/vocabulary/vocabulary.schema'

/** What a filter says of one single thing, and a new item can therefore have at once: then it stays in view. */
export function prefilled(
  filter: Filter,
  vocabulary: Vocabulary,
): { readonly tags: Partial<Record<TagDimension, string[]>>; readonly type: string | undefined } {
  const single = (dimension: TagDimension | 'type'): string | undefined => {
    const clauses = filter.filter(({ field }) => field === dimension)
    const [clause] = clauses
    if (clauses.length !== 1 || clause?.values.length !== 1 || !['anyOf', 'allOf'].includes(clause.op)) return undefined
    return liveTerms(vocabulary, dimension).find(({ key }) => key === clause.values[0])?.key
  }
  const tags: Partial<Record<TagDimension, string[]>> = {}
  for (const dimension of tagDimensions) {
    const key = single(dimension)
    if (key !== undefined) tags[dimension] = [key]
  }
  return { tags, type: single('type') }
}
