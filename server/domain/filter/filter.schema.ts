import { z } from 'zod'

/**
 * The filter language: one list of clauses joined by AND; within a clause any value matches. The same text stands in the
 * address of every screen, in saved views, in `export --filter` and in drill-down links, and the same pure function
 * (`filter.rules.ts`) decides for all of them.
 *
 * As text: `phase=retention,advocacy&status=!archived&dueOn=next14d&owner=me&title=~camera&purpose=-&q=battery`
 *
 * | text            | meaning                        | for                       |
 * |-----------------|--------------------------------|---------------------------|
 * | `a,b`           | is any of                      | choices, tags             |
 * | `!a,b`          | is none of                     | choices, tags             |
 * | `*a,b`          | has all of                     | many-valued tags          |
 * | `-` / `+`       | is empty / is not empty        | every field               |
 * | `~text` / `!~text` | contains / does not contain | text                      |
 * | `2026-01-01..2026-02-01`, `..2026-02-01`, `2026-01-01..` | from, to, both inclusive | dates |
 * | `last7d`, `next14d`, `before`, `today` (overdue: `before`) | relative to today | dates |
 * | `yes` / `no`    | is, is not                     | stale, untagged           |
 * | `10..20`        | from, to, both inclusive       | numbers                   |
 *
 * In a list `-` stands for "none" (`locale=-,de` is empty or de) and a locale that ends in `*` for a language in any region
 * (`de*`). A backslash takes the next character literally (`a\\,b`, `\\!x`). Texts after `~` and `q` are taken as they are.
 * `last7d` reaches from seven days ago to today, `next14d` from today to fourteen days ahead, both ends included. The same
 * name may come twice: both clauses hold. Items in the trash are left out unless `trash=yes`, which shows only them.
 */
export const operators = [
  'anyOf',
  'noneOf',
  'allOf',
  'empty',
  'filled',
  'contains',
  'lacks',
  'between',
  'last',
  'next',
  'past',
  'today',
  'is',
] as const
export type Operator = (typeof operators)[number]

/** How a filterable field is compared; decides which operators it offers. */
export type FilterKind = 'choice' | 'tags' | 'text' | 'day' | 'instant' | 'number' | 'yesNo' | 'search' | 'moment'

export const clause = z.object({
  field: z.string().min(1).max(80),
  op: z.enum(operators),
  /** Keys for choices, one text, `[from, to]` days or numbers (either may be ''), `[n]` days for last/next, one value for `is`. */
  values: z.array(z.string().max(2000)).max(5000),
})
export type Clause = z.infer<typeof clause>

export const filter = z.array(clause).max(60)
export type Filter = z.infer<typeof filter>

/**
 * Built-in fields. Type fields are reached as `field.<key>`.
 * `campaign` takes each campaign with everything under it.
 * `campaignsOff=a,b` leaves out what is not live yet and belongs to no campaign but these: the forecast without them.
 * `untagged` is an item without a phase or without a channel: what triage has to do.
 * `counts` (published | scheduled | planned) with `asOf` (a day) narrows to what coverage counts; `lens` with `lensPhase`
 * narrows to a row of another model (`not_covered` and
 * `not_refined` are such rows too); `group` is before / during / after; `id` is a frozen list; `import` what one import touched.
 */
export const filterFields = {
  q: 'search',
  id: 'choice',
  type: 'choice',
  purpose: 'choice',
  status: 'choice',
  step: 'choice',
  locale: 'choice',
  owner: 'choice',
  phase: 'tags',
  channel: 'tags',
  persona: 'tags',
  topic: 'tags',
  question: 'tags',
  campaign: 'tags',
  campaignsOff: 'tags',
  stage: 'tags',
  group: 'tags',
  title: 'text',
  url: 'text',
  note: 'text',
  plannedFor: 'day',
  dueOn: 'day',
  reviewBy: 'day',
  publishAt: 'instant',
  publishedAt: 'instant',
  unpublishAt: 'instant',
  createdAt: 'instant',
  updatedAt: 'instant',
  stale: 'yesNo',
  untagged: 'yesNo',
  trash: 'yesNo',
  counts: 'moment',
  asOf: 'moment',
  lens: 'moment',
  lensPhase: 'tags',
  import: 'choice',
} as const satisfies Record<string, FilterKind>
export type FilterField = keyof typeof filterFields

export const sortFields = [
  'title',
  'type',
  'purpose',
  'status',
  'locale',
  'owner',
  'phase',
  'channel',
  'persona',
  'topic',
  'url',
  'plannedFor',
  'dueOn',
  'reviewBy',
  'publishAt',
  'publishedAt',
  'unpublishAt',
  'createdAt',
  'updatedAt',
  /** By hand, as on the board. */
  'rank',
  'relevance',
] as const
export type SortField = (typeof sortFields)[number]
export const sort = z.array(z.object({ field: z.enum(sortFields), descending: z.boolean() })).max(5)
export type Sort = z.infer<typeof sort>
