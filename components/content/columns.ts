import type { ItemEdit, ItemRow } from '@/server/domain/content/item.schema'
import { instantOf } from '@/server/domain/exchange/zone.rules'
import { localTimeOf } from '@/server/domain/facts/moment.rules'
import type { SortField } from '@/server/domain/filter/filter.schema'
import { type FieldDefinition, type TagDimension, tagDimensions } from '@/server/domain/vocabulary/vocabulary.schema'

/** How a cell is shown and edited. `readOnly` is told by the program, never typed. */
export type CellKind = 'title' | 'text' | 'choice' | 'tags' | 'day' | 'dayTime' | 'instant' | 'yesNo' | 'number' | 'readOnly'

/** A cell's value as the editors take it: keys, text, or a wall-clock day and time in the workspace's zone. */
export type CellValue = string | readonly string[] | number | boolean | null

export interface Column {
  readonly id: string
  readonly label: string
  readonly kind: CellKind
  readonly width: number
  readonly sort: SortField | null
  /** The name under which the filter fields know what can be chosen. */
  readonly choices: string | null
  /** May be empty. */
  readonly clearable: boolean
  readonly field?: FieldDefinition
  /** The only one there is room for: tells status and tags too. */
  readonly isCard?: boolean
}

type BuiltIn = Omit<Column, 'label'>
const column = (id: string, kind: CellKind, width: number, more: Partial<BuiltIn> = {}): BuiltIn => ({
  id,
  kind,
  width,
  sort: null,
  choices: null,
  clearable: true,
  ...more,
})

export const builtInColumns: readonly BuiltIn[] = [
  column('title', 'title', 340, { sort: 'title', clearable: false }),
  column('type', 'choice', 124, { sort: 'type', choices: 'type', clearable: false }),
  column('status', 'choice', 132, { sort: 'status', choices: 'step', clearable: false }),
  column('phase', 'tags', 190, { sort: 'phase', choices: 'phase' }),
  column('channel', 'tags', 190, { sort: 'channel', choices: 'channel' }),
  column('purpose', 'choice', 170, { sort: 'purpose', choices: 'purpose' }),
  column('owner', 'choice', 130, { sort: 'owner', choices: 'owner' }),
  column('publishedAt', 'instant', 150, { sort: 'publishedAt' }),
  column('plannedFor', 'dayTime', 150, { sort: 'plannedFor' }),
  column('dueOn', 'day', 120, { sort: 'dueOn' }),
  column('reviewBy', 'day', 120, { sort: 'reviewBy' }),
  column('publishAt', 'instant', 150, { sort: 'publishAt' }),
  column('unpublishAt', 'instant', 150, { sort: 'unpublishAt' }),
  column('locale', 'choice', 120, { sort: 'locale', choices: 'locale' }),
  column('persona', 'tags', 160, { sort: 'persona', choices: 'persona' }),
  column('topic', 'tags', 180, { sort: 'topic', choices: 'topic' }),
  column('question', 'tags', 220, { choices: 'question' }),
  column('campaign', 'tags', 200, { choices: 'campaign' }),
  column('url', 'text', 260, { sort: 'url' }),
  column('note', 'text', 220),
  column('updatedAt', 'readOnly', 150, { sort: 'updatedAt' }),
  column('createdAt', 'readOnly', 150, { sort: 'createdAt' }),
]

export const usualColumns: readonly string[] = [
  'title',
  'type',
  'status',
  'phase',
  'channel',
  'purpose',
  'owner',
  'publishedAt',
  'reviewBy',
]

const fieldCells: Record<FieldDefinition['kind'], CellKind> = {
  text: 'text',
  longText: 'text',
  url: 'text',
  list: 'text',
  day: 'day',
  number: 'number',
  yesNo: 'yesNo',
  choice: 'choice',
  choices: 'tags',
  claims: 'readOnly',
}

/** A column for a field of a type; one column for a key that several types share. */
export function fieldColumn(field: FieldDefinition, label: string): Column {
  return { ...column(`field.${field.key}`, fieldCells[field.kind], 160, { choices: `field.${field.key}` }), label, field }
}

const isTagDimension = (id: string): id is TagDimension => tagDimensions.some((dimension) => dimension === id)

const wallClock = (at: Date | null, zone: string): string | null => (at ? localTimeOf(at.getTime(), zone) : null)

/** What stands in a cell. */
export function cellValue(item: ItemRow, { id, field }: Column, zone: string): CellValue {
  if (isTagDimension(id)) return item.tags[id]
  if (field) return fieldValue(item.fields[field.key])
  switch (id) {
    case 'status':
      return item.step
    case 'owner':
      return item.ownerId
    case 'publishAt':
    case 'publishedAt':
    case 'unpublishAt':
      return wallClock(item[id], zone)
    case 'createdAt':
    case 'updatedAt':
      return wallClock(item[id], zone)
    case 'title':
    case 'type':
    case 'purpose':
    case 'locale':
    case 'url':
    case 'note':
    case 'plannedFor':
    case 'dueOn':
    case 'reviewBy':
      return item[id]
    default:
      return null
  }
}

function fieldValue(value: unknown): CellValue {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value
  if (!Array.isArray(value)) return null
  if (value.every((entry) => typeof entry === 'string')) return value
  return value.length
}

/** The save that puts a value into a cell. */
export function editOf({ id, field, kind }: Column, value: CellValue, zone: string): ItemEdit {
  if (isTagDimension(id)) return { tags: { [id]: Array.isArray(value) ? [...value] : [] } }
  if (field)
    return {
      fields: { [field.key]: field.kind === 'list' && typeof value === 'string' ? value.split('\n').filter(Boolean) : value },
    }
  if (id === 'status') return { step: String(value) }
  if (id === 'owner') return { ownerId: value === null ? null : String(value) }
  if (kind === 'instant') return { [id]: typeof value === 'string' ? instantOfWallClock(value, zone) : null }
  if (id === 'note') return { note: value === null ? '' : String(value) }
  return { [id]: value === '' ? null : value }
}

/** A day without a time begins at midnight, as it does in imports. */
export function instantOfWallClock(wall: string, zone: string): Date {
  const [date = '', time] = wall.split('T')
  if (time === undefined) return instantOf(date, zone)
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return instantOf(date, zone, { hours, minutes, seconds: 0 })
}

/** The row as it will be when the save has gone through, for showing it at once. */
export function patched(item: ItemRow, edit: ItemEdit, kindOfStep: (step: string) => ItemRow['status'] | undefined): ItemRow {
  const { body: _body, tags, fields, ...columns } = edit
  const step = columns.step ?? item.step
  return {
    ...item,
    ...columns,
    tags: { ...item.tags, ...tags },
    fields: { ...item.fields, ...fields },
    status: kindOfStep(step) ?? item.status,
  }
}
