import { z } from 'zod'
import { address as addressSchema, claim, contentLocale, type ItemEdit, itemEdit } from '@/server/domain/content/item.schema'
import { readAddress, titleFromAddress } from '@/server/domain/exchange/address.rules'
import { findCrawl } from '@/server/domain/exchange/crawl.rules'
import { isDateTarget, readDateCell } from '@/server/domain/exchange/date-cells.rules'
import type {
  Cell,
  DateOrder,
  ImportMapping,
  ImportOptions,
  ImportRow,
  ImportTarget,
  Lookup,
  OwnerName,
  Reason,
  Table,
  TableRow,
} from '@/server/domain/exchange/exchange.schema'
import { cellText, readField } from '@/server/domain/exchange/field-cells.rules'
import { readLocale } from '@/server/domain/exchange/locales.rules'
import type { ValueReader } from '@/server/domain/exchange/values.rules'
import { instantOf } from '@/server/domain/exchange/zone.rules'
import type { KnownWords } from '@/server/domain/vocabulary/synonyms.rules'
import {
  type FieldDefinition,
  type Status,
  type TagDimension,
  tagDimensions,
  type Vocabulary,
} from '@/server/domain/vocabulary/vocabulary.schema'

/** What the rows are read against. `today` is a day in `zone`. */
export interface ImportWorld {
  readonly vocabulary: Vocabulary
  readonly owners: readonly OwnerName[]
  readonly zone: string
  readonly today: string
  /** Words of the presets, understood beside the vocabulary's own. */
  readonly known?: KnownWords
}

type Details = Reason['details']
/** Ends the reading of one row. */
export class RowFailure extends Error {
  readonly messageKey: string
  readonly details: Details
  constructor(messageKey: string, details: Details) {
    super(messageKey)
    this.messageKey = messageKey
    this.details = details
  }
}

interface ReadColumn {
  readonly index: number
  readonly name: string
  readonly target: Exclude<ImportTarget, 'ignore'>
  readonly order: DateOrder | null
}

export class RowReader {
  readonly #columns: readonly ReadColumn[]
  readonly #fields: ReadonlyMap<string, FieldDefinition>
  readonly #typeFields: ReadonlyMap<string, ReadonlyMap<string, FieldDefinition>>
  readonly #headings: number
  readonly #stepOfKind: (kind: Status) => string | undefined
  readonly #kindOfStep: ReadonlyMap<string, Status>
  readonly #isOwn: boolean

  constructor(
    table: Table,
    mapping: ImportMapping,
    private readonly options: ImportOptions,
    private readonly world: ImportWorld,
    private readonly values: ValueReader,
    orders: ReadonlyMap<number, DateOrder | null>,
  ) {
    const { type, step } = world.vocabulary
    this.#typeFields = new Map(type.map((each) => [each.key, new Map(each.details.fields.map((field) => [field.key, field]))]))
    this.#fields = new Map(type.toReversed().flatMap((each) => each.details.fields.map((field) => [field.key, field])))
    this.#isOwn = table.isOwn
    const columns: ReadColumn[] = []
    for (const [index, name] of table.columns.entries()) {
      const target = Object.hasOwn(mapping, name) ? mapping[name] : undefined
      if (!target || target === 'ignore') continue
      columns.push({ index, name, target, order: orders.get(index) ?? null })
    }
    // The type decides how fields are read, so it comes first.
    this.#columns = columns.toSorted((a, b) => Number(b.target === 'type') - Number(a.target === 'type'))
    this.#headings = findCrawl(table.columns)?.heading ?? -1
    const steps = step.filter(({ archivedAt }) => archivedAt === null)
    this.#stepOfKind = (kind) => steps.find((each) => each.details.kind === kind)?.key
    this.#kindOfStep = new Map(step.map((each) => [each.key, each.details.kind]))
  }

  read(row: TableRow, notes: Reason[]): ImportRow {
    const draft: Draft = { line: row.line, id: null, edit: {}, tags: {}, fields: {}, defaults: {}, dayOnly: [], notes }
    for (const column of this.#columns) {
      const cell = row.cells[column.index] ?? null
      if (isEmpty(cell, this.#isOwn)) this.#clear(column.target, draft)
      else this.#set(column, cell, draft)
    }
    this.#addDefaults(row, draft)
    if (Object.keys(draft.tags).length > 0) draft.edit.tags = draft.tags
    if (Object.keys(draft.fields).length > 0) draft.edit.fields = draft.fields
    const checked = itemEdit.safeParse(draft.edit)
    if (!checked.success) {
      const field = checked.error.issues[0]?.path.join('.') ?? ''
      throw new RowFailure('exchange.failed.invalidField', { field })
    }
    return { line: row.line, id: draft.id, edit: checked.data, defaults: draft.defaults, dayOnly: draft.dayOnly }
  }

  #clear(target: ReadColumn['target'], draft: Draft) {
    if (this.options.emptyCells === 'keep') return
    if (target.startsWith('field.')) draft.fields[target.slice(6)] ??= null
    else if (isTag(target)) draft.tags[target] ??= []
    else if (target === 'note' || target === 'body') draft.edit[target] ??= ''
    else if (target === 'owner') draft.edit.ownerId = null
    else if (isClearable(target)) draft.edit[target] = null
  }

  #set(column: ReadColumn, cell: Cell, draft: Draft) {
    const { target, name } = column
    const text = cellText(cell, this.#isOwn)
    if (target.startsWith('field.')) return this.#setField(target.slice(6), column, cell, draft)
    if (isTag(target)) return this.#setTags(target, name, text, draft)
    if (isDateTarget(target)) return this.#setDate(column, cell, draft)
    switch (target) {
      case 'id':
        draft.id = text
        return
      case 'title':
      case 'note':
      case 'body':
      case 'groupId':
        draft.edit[target] = text
        return
      case 'url':
        draft.edit.url = this.#address(name, text)
        return
      case 'locale': {
        const locale = contentLocale.safeParse(this.#isOwn ? text : readLocale(text)).data
        if (locale) draft.edit.locale = locale
        else
          draft.notes.push({
            row: draft.line,
            messageKey: 'exchange.note.unknownValue',
            details: { column: name, value: short(text) },
          })
        return
      }
      case 'type':
      case 'purpose':
      case 'status':
      case 'owner': {
        const key = this.#lookUp(target, name, text, draft)
        if (key !== undefined) draft.edit[target === 'status' ? 'step' : target === 'owner' ? 'ownerId' : target] = key
        return
      }
    }
  }

  #address(column: string, text: string): string {
    // What was exported is an address already and stays as it is; what a person typed in since may need completing.
    if (this.#isOwn && addressSchema.safeParse(text).success) return text
    const address = readAddress(text, this.options.siteAddress)
    if ('url' in address) return address.url
    throw new RowFailure(`exchange.failed.address.${address.problem}`, { column, value: short(text) })
  }

  /** Unknown and ambiguous values leave the rest of the row alone, and a note says so. */
  #lookUp(lookup: Lookup, column: string, written: string, draft: Draft): string | undefined {
    const meaning = this.values.read(lookup, written)
    if (meaning.kind === 'one') return meaning.key
    const details = { column, value: short(written) }
    if (meaning.kind === 'many') {
      const candidates = meaning.candidates.map(({ name }) => name).join(', ')
      draft.notes.push({ row: draft.line, messageKey: 'exchange.note.ambiguousValue', details: { ...details, candidates } })
    } else {
      draft.notes.push({
        row: draft.line,
        messageKey: meaning.kind === 'left' ? 'exchange.note.leftOut' : 'exchange.note.unknownValue',
        details,
      })
    }
    return undefined
  }

  #setTags(dimension: TagTarget, column: string, text: string, draft: Draft) {
    const written = this.values.split(dimension, text)
    const keys = written.flatMap((value) => this.#lookUp(dimension, column, value, draft) ?? [])
    // Our own list names a term that is gone: the rest is not the whole set, so an item that exists keeps its set.
    if (this.#isOwn && keys.length < written.length) {
      draft.defaults.tags = { ...draft.defaults.tags, [dimension]: keys }
      return
    }
    // Nothing understood is not the same as nothing there: the item keeps what it has.
    if (keys.length > 0) draft.tags[dimension] = [...new Set([...(draft.tags[dimension] ?? []), ...keys])]
  }

  #setField(key: string, column: ReadColumn, cell: Cell, draft: Draft) {
    const typed = draft.edit.type ? this.#typeFields.get(draft.edit.type)?.get(key) : undefined
    const definition = typed ?? this.#fields.get(key)
    const details = { column: column.name, value: short(cellText(cell, this.#isOwn)) }
    if (!definition) {
      draft.notes.push({ row: draft.line, messageKey: 'exchange.note.noSuchField', details })
      return
    }
    const reading = readField(cell, definition, this.#isOwn, column.order)
    if ('value' in reading) {
      draft.fields[key] = definition.kind === 'claims' ? this.#claims(column.name, reading.value, draft) : reading.value
    } else if (reading.problem === 'choice' || reading.problem === 'yesNo' || reading.problem === 'claims') {
      draft.notes.push({ row: draft.line, messageKey: 'exchange.note.unknownValue', details })
    } else throw new RowFailure(`exchange.failed.${reading.problem}`, details)
  }

  /** Each speaks of a topic; without that it says nothing and is left out, with a note. */
  #claims(column: string, value: unknown, draft: Draft): unknown {
    const claims = z.array(claim).safeParse(value)
    if (!claims.success) return value
    return claims.data.flatMap((one) => {
      const topic = this.#lookUp('topic', column, one.topic, draft)
      return topic === undefined ? [] : [{ ...one, topic }]
    })
  }

  #setDate({ target, name, order }: ReadColumn, cell: Cell, draft: Draft) {
    const reading = readDateCell(target, cell, order, this.world.zone)
    if ('empty' in reading) return
    if ('problem' in reading) {
      const messageKey = reading.problem === 'ambiguous' ? 'exchange.failed.dateAmbiguous' : 'exchange.failed.date'
      throw new RowFailure(messageKey, { column: name, value: short(cellText(cell, this.#isOwn)) })
    }
    Object.assign(draft.edit, { [target]: reading.value })
    if (reading.isDayOnly && (target === 'publishAt' || target === 'publishedAt' || target === 'unpublishAt'))
      draft.dayOnly.push(target)
  }

  /** What a new item gets where the file is silent. */
  #addDefaults(row: TableRow, { edit, defaults, notes, line, dayOnly }: Draft) {
    const { world, options } = this
    if (!edit.title) {
      const heading = cellText(row.cells[this.#headings] ?? null, false)
      if (heading !== '') defaults.title = heading.slice(0, 500)
      else if (edit.url) defaults.title = titleFromAddress(edit.url).slice(0, 500)
    }
    if (!edit.type && options.defaultType) defaults.type = options.defaultType
    const now = instantOf(world.today, world.zone)
    const dayEnd = now.getTime() + 86_400_000
    const isAhead = edit.publishedAt ? edit.publishedAt.getTime() > dayEnd : false
    if (!edit.step) {
      const step = options.defaultStep ?? this.#stepOfKind(!edit.url ? 'idea' : isAhead ? 'planned' : 'published')
      if (step) defaults.step = step
    }
    const kind = this.#kindOfStep.get(edit.step ?? defaults.step ?? '')
    if (edit.publishAt && edit.publishAt.getTime() < now.getTime()) {
      // Set so, it would go live at once; what is live needs no such time.
      if (kind !== 'published') notes.push({ row: line, messageKey: 'exchange.note.scheduledInPast', details: {} })
      edit.publishAt = undefined
      dayOnly.splice(0, dayOnly.length, ...dayOnly.filter((field) => field !== 'publishAt'))
    }
    if (kind === 'published' && !edit.publishedAt) defaults.publishedAt = now
    if (kind && kind !== 'published' && kind !== 'archived' && edit.publishedAt && !this.#isOwn) {
      // A publication date on a draft would make it count as published; ahead of today it is the plan.
      if (isAhead && !edit.plannedFor)
        defaults.plannedFor = new Date(edit.publishedAt.getTime() + 43_200_000).toISOString().slice(0, 10)
      else notes.push({ row: line, messageKey: 'exchange.note.dateOfUnpublished', details: { status: kind } })
      edit.publishedAt = undefined
      dayOnly.splice(0, dayOnly.length, ...dayOnly.filter((field) => field !== 'publishedAt'))
    }
  }
}

interface Draft {
  readonly line: number
  id: string | null
  readonly edit: ItemEdit
  readonly tags: NonNullable<ItemEdit['tags']>
  readonly fields: Record<string, unknown>
  readonly defaults: ItemEdit
  readonly dayOnly: ImportRow['dayOnly']
  readonly notes: Reason[]
}

type TagTarget = TagDimension
const isTag = (target: ImportTarget): target is TagTarget => tagDimensions.some((dimension) => dimension === target)

const clearable = [
  'purpose',
  'url',
  'locale',
  'plannedFor',
  'dueOn',
  'publishAt',
  'publishedAt',
  'unpublishAt',
  'reviewBy',
] as const
const isClearable = (target: ImportTarget): target is (typeof clearable)[number] => clearable.some((each) => each === target)

const isEmpty = (cell: Cell, isOwn: boolean) =>
  cell === null || cell === '' || (!isOwn && typeof cell === 'string' && cell.trim() === '')
const short = (text: string) => (text.length > 100 ? `${text.slice(0, 99)}…` : text)
