import type { GapPart, NamedItem } from '@/server/domain/gaps/gap-list.schema'

/** What would close the gap once it is live: linked instead of planned once more. Of a row of the list only the first few. */
export const onTheWayOf = ({ evidence, plans }: Pick<GapPart, 'evidence' | 'plans'>): readonly NamedItem[] =>
  plans === 0 || !evidence.counts.planned
    ? []
    : evidence.items.filter(({ status, isInTrash }) => !isInTrash && status !== 'published' && status !== 'archived')
