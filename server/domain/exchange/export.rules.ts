import type { Item } from '@/server/domain/content/item.schema'
import { type Cell, importFields, type OwnerName } from '@/server/domain/exchange/exchange.schema'
import { writeField } from '@/server/domain/exchange/field-cells.rules'
import { writeList } from '@/server/domain/exchange/lists.rules'
import type { Vocabulary } from '@/server/domain/vocabulary/vocabulary.schema'

/** For the reader's eyes; an import passes over them. */
const readOnly = ['createdAt', 'updatedAt'] as const

/** What a plan tells besides. */
export interface PlanNotes {
  readonly openTasks: number
  readonly hasBrief: boolean
}
export type ExportItem = Item & { readonly plan?: PlanNotes }

/**
 * The columns of an export: everything that can be set on an item, in the words that an import knows, so that the file comes
 * back as "no change". Terms stand as keys, which never change; a name may, and may hold commas.
 */
export function exportColumns(vocabulary: Pick<Vocabulary, 'type'>): string[] {
  const fields = new Set(vocabulary.type.flatMap((type) => type.details.fields.map((field) => `field.${field.key}`)))
  return [...importFields, ...fields, ...readOnly]
}

/** One item as the cells of these columns. Owners stand as e-mail addresses while they are members, else as ids. */
export function exportCells(item: ExportItem, columns: readonly string[], owners: ReadonlyMap<string, OwnerName>): Cell[] {
  return columns.map((column) => cellOf(item, column, owners))
}

function cellOf(item: ExportItem, column: string, owners: ReadonlyMap<string, OwnerName>): Cell {
  if (column.startsWith('field.')) return writeField(own(item.fields, column.slice(6)))
  switch (column) {
    case 'phase':
    case 'channel':
    case 'persona':
    case 'topic':
    case 'question':
    case 'campaign':
      return writeList(item.tags[column]) || null
    case 'status':
      return item.step
    case 'owner':
      return item.ownerId === null ? null : (owners.get(item.ownerId)?.email ?? item.ownerId)
    case 'publishAt':
    case 'publishedAt':
    case 'unpublishAt':
    case 'createdAt':
    case 'updatedAt':
      return item[column]?.toISOString() ?? null
    case 'id':
    case 'title':
    case 'type':
    case 'purpose':
    case 'url':
    case 'locale':
    case 'plannedFor':
    case 'dueOn':
    case 'reviewBy':
    case 'note':
    case 'body':
    case 'groupId':
      return item[column] === '' ? null : item[column]
    default:
      return null
  }
}

/** The same for JSON: lists as lists, the type's fields under `fields`, what is empty as null. */
export function exportObject(
  item: ExportItem,
  columns: readonly string[],
  owners: ReadonlyMap<string, OwnerName>,
): Record<string, unknown> {
  const object: Record<string, unknown> = {}
  const fields: Record<string, unknown> = {}
  for (const column of columns) {
    if (column.startsWith('field.')) {
      const value = own(item.fields, column.slice(6))
      if (value !== undefined && value !== null && value !== '') fields[column.slice(6)] = value
    } else if (
      column === 'phase' ||
      column === 'channel' ||
      column === 'persona' ||
      column === 'topic' ||
      column === 'question' ||
      column === 'campaign'
    ) {
      object[column] = item.tags[column]
    } else object[column] = cellOf(item, column, owners)
  }
  return { ...object, fields }
}

const own = (fields: Item['fields'], key: string) => (Object.hasOwn(fields, key) ? fields[key] : undefined)
