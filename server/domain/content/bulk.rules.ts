import { type BulkEdit, type BulkResult, shiftable } from '@/server/domain/content/bulk.schema'
import type { ItemState } from '@/server/domain/content/item.rules'
import type { ItemEdit } from '@/server/domain/content/item.schema'
import { instantOf } from '@/server/domain/exchange/zone.rules'
import { addDays, localTimeOf } from '@/server/domain/facts/moment.rules'
import type { TagDimension } from '@/server/domain/vocabulary/vocabulary.schema'

/** What a bulk edit means for one item. */
export function editFor(item: ItemState, { tags = [], set = {}, shift }: BulkEdit, zone: string): ItemEdit {
  const edit: ItemEdit = { ...set }
  if (tags.length > 0) {
    const sets: Partial<Record<TagDimension, string[]>> = {}
    for (const { dimension, action, keys } of tags) {
      const before = sets[dimension] ?? item.tags[dimension]
      if (action === 'add') sets[dimension] = [...new Set([...before, ...keys])]
      else if (action === 'remove') sets[dimension] = before.filter((key) => !keys.includes(key))
      else sets[dimension] = [...new Set(keys)]
    }
    edit.tags = sets
  }
  for (const field of shiftable)
    if (shift?.fields.includes(field)) Object.assign(edit, shifted({ ...item, ...set }, field, shift.days, zone))
  return edit
}

function shifted(
  item: Pick<ItemState, (typeof shiftable)[number]>,
  field: (typeof shiftable)[number],
  days: number,
  zone: string,
): ItemEdit {
  switch (field) {
    case 'plannedFor':
    case 'dueOn':
    case 'reviewBy': {
      const value = item[field]
      return value ? { [field]: addDays(value.slice(0, 10), days) + value.slice(10) } : {}
    }
    default: {
      const value = item[field]
      return value ? { [field]: shiftInstant(value, days, zone) } : {}
    }
  }
}

/** The same time of day on another day: a day is not always 24 hours long. */
export function shiftInstant(instant: Date, days: number, zone: string): Date {
  const local = localTimeOf(instant.getTime(), zone)
  const time = { hours: Number(local.slice(11, 13)), minutes: Number(local.slice(14, 16)), seconds: 0 }
  // Zones differ from UTC by whole minutes, so seconds pass through.
  return new Date(instantOf(addDays(local.slice(0, 10), days), zone, time).getTime() + (instant.getTime() % 60_000))
}

export const noResult: BulkResult = { changeSet: null, done: 0, skipped: 0, failed: [], failedCount: 0, voided: 0 }

const toldFailures = 500

export function added(a: BulkResult, b: BulkResult): BulkResult {
  return {
    changeSet: b.changeSet ?? a.changeSet,
    done: a.done + b.done,
    skipped: a.skipped + b.skipped,
    failed: [...a.failed, ...b.failed].slice(0, toldFailures),
    failedCount: a.failedCount + b.failedCount,
    // An edit may have been queued before this was counted.
    voided: (a.voided ?? 0) + b.voided,
  }
}
