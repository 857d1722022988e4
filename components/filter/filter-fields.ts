import type { FilterField } from '@/server/domain/filter/filter.schema'

export const fieldGroups = ['tags', 'state', 'dates', 'texts', 'more', 'fields'] as const
export type FieldGroup = (typeof fieldGroups)[number]

/** The built-in fields in the order in which they are offered; fields of types come behind them. */
export const offeredFields: readonly (readonly [FieldGroup, readonly FilterField[]])[] = [
  ['tags', ['phase', 'channel', 'type', 'purpose', 'persona', 'topic', 'question', 'campaign']],
  ['state', ['status', 'step', 'owner', 'locale', 'stale', 'untagged', 'trash']],
  ['dates', ['publishedAt', 'plannedFor', 'publishAt', 'dueOn', 'reviewBy', 'unpublishAt', 'createdAt', 'updatedAt']],
  ['texts', ['title', 'url', 'note']],
  ['more', ['group', 'stage', 'counts', 'asOf']],
]

/** Shown when they stand in the address, but not offered: they come from elsewhere in the program. */
export const arrivedFields: readonly FilterField[] = ['id', 'import', 'lens', 'lensPhase', 'campaignsOff']
