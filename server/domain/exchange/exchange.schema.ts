import { z } from 'zod'
import { itemEdit } from '@/server/domain/content/item.schema'

/** What stands in a cell before anybody has said what it means. Strings of foreign files are as the file has them, untrimmed. */
export type Cell = string | number | boolean | Date | null

/** `row` is the row as a spreadsheet shows it: the first row of the file is 1, header and empty rows counted. */
export interface Reason {
  readonly row: number | null
  readonly messageKey: string
  readonly details: Record<string, string | number | boolean | null>
}

/**
 * What the reader of a file has to say. `lost`: the row could not be read and is in no list of rows, so a report counts it as
 * failed. `warning`: the row is there, but something about it was put right. `note`: about the file.
 */
export interface Complaint extends Reason {
  readonly level: 'note' | 'warning' | 'lost'
}

export interface TableRow {
  readonly line: number
  readonly cells: readonly Cell[]
}

export const fileFormats = ['csv', 'xlsx', 'json'] as const
export type FileFormat = (typeof fileFormats)[number]

export const encodings = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252', 'macroman'] as const
export type Encoding = (typeof encodings)[number]

export const delimiters = [';', ',', '\t', '|'] as const
export type Delimiter = (typeof delimiters)[number]

/** A file as rows and columns, whatever format it had. */
export interface Table {
  readonly format: FileFormat
  /** Written by this program: cells hold exactly what was exported, and empty cells are empty values. */
  readonly isOwn: boolean
  /** Distinct names, never empty. */
  readonly columns: readonly string[]
  readonly rows: readonly TableRow[]
  readonly complaints: readonly Complaint[]
  readonly encoding: Encoding | null
  readonly delimiter: Delimiter | null
  readonly sheet: string | null
  readonly sheets: readonly { readonly name: string; readonly isHidden: boolean }[]
}

/** What a column can be read as. Type fields are `field.<key>`; claims are a type field like the others. */
export const importFields = [
  'id',
  'title',
  'type',
  'status',
  'purpose',
  'url',
  'locale',
  'owner',
  'phase',
  'channel',
  'persona',
  'topic',
  'question',
  'campaign',
  'plannedFor',
  'dueOn',
  'publishAt',
  'publishedAt',
  'unpublishAt',
  'reviewBy',
  'note',
  'body',
  'groupId',
] as const
export type ImportField = (typeof importFields)[number]

export const importTarget = z.union([
  z.literal('ignore'),
  z.enum(importFields),
  z.templateLiteral(['field.', z.string().regex(/^[a-z][a-zA-Z0-9]{0,39}$/)]),
])
export type ImportTarget = z.infer<typeof importTarget>

/** Column name -> what it is. Columns that are not named are ignored. */
export const importMapping = z.record(z.string(), importTarget)
export type ImportMapping = z.infer<typeof importMapping>

export const dateOrder = z.enum(['dmy', 'mdy'])
export type DateOrder = z.infer<typeof dateOrder>

/** What to do with a value that the vocabulary does not know: make a term, use this one, or leave it out. */
export const unknownDecision = z.union([
  z.object({ action: z.literal('create') }),
  z.object({ action: z.literal('use'), key: z.string() }),
  z.object({ action: z.literal('leave') }),
])
export type UnknownDecision = z.infer<typeof unknownDecision>

/** Values that are looked up: the dimensions of the vocabulary, and owners among the members. `status` looks among the steps. */
export const lookups = [
  'phase',
  'channel',
  'persona',
  'topic',
  'question',
  'campaign',
  'purpose',
  'type',
  'status',
  'owner',
] as const
export type Lookup = (typeof lookups)[number]

/** Said by a person; what is left out has its usual value. */
export const importOptionsGiven = z
  .object({
    /** Step key for rows whose status no column tells; null: published with an address, else idea. */
    defaultStep: z.string().max(80).nullable(),
    /** Type key for rows whose type no column tells; null: such rows fail. */
    defaultType: z.string().max(80).nullable(),
    /** Column name -> order of day and month, where the column itself does not prove it. */
    dateOrders: z.record(z.string(), dateOrder),
    /** Order for columns that are not named in `dateOrders`; null: undecidable dates fail their row. */
    dateOrder: dateOrder.nullable(),
    /** Keep: an empty cell leaves the item's value alone. Clear: it empties the value. */
    emptyCells: z.enum(['keep', 'clear']),
    /** Replace: the cell is the whole set of tags. Add: the cell's tags join those the item has. */
    tags: z.enum(['replace', 'add']),
    /** Rows of a crawl to take: only pages that search engines may list, or everything. */
    crawlRows: z.enum(['indexable', 'all']),
    /** Completes addresses like `/blog/post`. */
    siteAddress: z.string().max(2000).nullable(),
    /** Lookup -> value as written in the file, folded -> decision. Undecided values are left out, with a note on the row. */
    decisions: z.partialRecord(z.enum(lookups), z.record(z.string(), unknownDecision)),
  })
  .partial()
export type ImportOptionsInput = z.infer<typeof importOptionsGiven>

const given = importOptionsGiven.def.shape
export const importOptions = z.object({
  defaultStep: given.defaultStep.unwrap().default(null),
  defaultType: given.defaultType.unwrap().default(null),
  dateOrders: given.dateOrders.unwrap().default({}),
  dateOrder: given.dateOrder.unwrap().default(null),
  emptyCells: given.emptyCells.unwrap().default('keep'),
  tags: given.tags.unwrap().default('replace'),
  crawlRows: given.crawlRows.unwrap().default('indexable'),
  siteAddress: given.siteAddress.unwrap().default(null),
  decisions: given.decisions.unwrap().default({}),
})
export type ImportOptions = z.infer<typeof importOptions>

/** One row in the program's own words: what the file says about one item, and nothing that it does not say. */
export const importRow = z.object({
  line: z.number().int(),
  id: z.string().nullable(),
  /** Only what the file says (and, with `emptyCells: clear`, what it says is empty). */
  edit: itemEdit,
  /** Used when the row turns out to be new. Never changes an item that exists. */
  defaults: itemEdit,
  /** Instants of which the file only names the day: they equal any moment of that day. */
  dayOnly: z.array(z.enum(['publishAt', 'publishedAt', 'unpublishAt'])),
})
export type ImportRow = z.infer<typeof importRow>

export interface FieldChange {
  /** A key of the item, `tags.<dimension>` or `field.<key>`. */
  readonly field: string
  readonly before: unknown
  readonly after: unknown
}

export interface NewTerm {
  readonly dimension: 'phase' | 'channel' | 'persona' | 'topic' | 'campaign' | 'purpose'
  readonly key: string
  readonly name: string
}

export interface ImportPlan {
  readonly create: readonly { readonly row: number; readonly item: z.infer<typeof itemEdit> & { title: string; type: string } }[]
  readonly update: readonly {
    readonly row: number
    readonly id: string
    readonly revision: number
    readonly title: string
    readonly matchedBy: MatchedBy
    readonly edit: z.infer<typeof itemEdit>
    readonly changes: readonly FieldChange[]
  }[]
  readonly unchanged: readonly { readonly row: number; readonly id: string; readonly matchedBy: MatchedBy }[]
  readonly skipped: readonly Reason[]
  readonly failed: readonly Reason[]
}
export type MatchedBy = 'id' | 'address' | 'title'

/** What the person and the command line get. `notes` are about rows that came in, but not with everything that stood in them. */
export interface ImportReport {
  readonly read: number
  readonly create: number
  readonly update: number
  readonly unchanged: number
  readonly skipped: readonly Reason[]
  readonly failed: readonly Reason[]
  readonly notes: readonly Reason[]
}

/** A member as far as an owner column is concerned. */
export interface OwnerName {
  readonly id: string
  readonly name: string
  readonly email: string
}

/** What the plan reads of an item that exists, to find it. */
export interface ExistingKey {
  readonly id: string
  readonly url: string | null
  readonly title: string
  readonly type: string
  readonly isDeleted?: boolean
}
