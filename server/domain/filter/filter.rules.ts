import { type Mode, type Model, models, modes } from '@/server/domain/coverage/coverage.schema'
import { groupOf, type LensProjection, notRefined } from '@/server/domain/coverage/lens.rules'
import { countsAs, isStale } from '@/server/domain/facts/counting.rules'
import type { Fact } from '@/server/domain/facts/fact.schema'
import { foldText } from '@/server/domain/facts/fold.rules'
import { addDays, endOfDay, isDay, type Moment, startOfDayMs } from '@/server/domain/facts/moment.rules'
import type { Clause, Filter, FilterField } from '@/server/domain/filter/filter.schema'
import type { Stage } from '@/server/domain/vocabulary/vocabulary.schema'

/** What a filter needs to know besides the item. */
export interface FilterWorld {
  /** Now. A clause `asOf` overrides it for counting and staleness; relative days stay relative to today. */
  readonly moment: Moment
  /** Who "me" is; null where nobody looks (command line, jobs): then "me" matches nothing. */
  readonly viewerId: string | null
  readonly phases: readonly { readonly key: string; readonly stages: readonly Stage[] }[]
  readonly lens: (model: Model) => LensProjection
  /** A campaign and everything under it. */
  readonly familyOf: (campaign: string) => readonly string[]
  /** Keys of fields whose texts are not in the facts. */
  readonly longFields: ReadonlySet<string>
  /** Ids that full text found for the clause `q` (for several: for all of them). */
  readonly searchHits?: ReadonlySet<string>
  /** Ids by `textQuestions`' key, for texts that are not in the facts. */
  readonly textHits?: ReadonlyMap<string, ReadonlySet<string>>
  /** Ids that an import touched, by import. */
  readonly importHits?: ReadonlyMap<string, ReadonlySet<string>>
}

export type Matches = (fact: Fact) => boolean
type Test<T> = (value: T) => boolean

/** The picked day of a filter: the facts have to be those of its end (`rollback.rules.ts`). Null: now. */
export function asOfDay(filter: Filter): string | null {
  const day = filter.find(({ field }) => field === 'asOf')?.values[0]
  return day !== undefined && isDay(day) ? day : null
}

/** What `q` searches for. Whoever compiles the filter looks it up first and gives the hits. */
export function searchTexts(filter: Filter): string[] {
  return filter.flatMap(({ field, values }) => (field === 'q' ? values.slice(0, 1) : []))
}

export interface TextQuestion {
  readonly key: string
  readonly field: string
  /** Items whose folded text of the field contains this; null: items where it is not empty. */
  readonly text: string | null
}

/** Questions about long texts that only the database can answer. */
export function textQuestions(filter: Filter, longFields: ReadonlySet<string>): TextQuestion[] {
  return filter.flatMap((clause) => {
    const field = fieldKeyOf(clause)
    return field !== undefined && longFields.has(field) ? [textQuestionOf(clause, field)] : []
  })
}

function textQuestionOf({ op, values }: Clause, field: string): TextQuestion {
  const text = op === 'empty' || op === 'filled' ? null : foldText(values[0] ?? '')
  return { key: text === null ? `${field}+` : `${field}~${text}`, field, text }
}

function fieldKeyOf({ field }: Clause): string | undefined {
  return field.startsWith('field.') ? field.slice('field.'.length) : undefined
}

/**
 * The one function that decides what a filter matches: lists, counts, evidence and exports all ask it. Clauses hold together,
 * any value of a clause will do. Throws when the filter searches text and the hits were not given: that is a bug of the caller.
 */
export function compileFilter(filter: Filter, world: FilterWorld): Matches {
  const day = asOfDay(filter)
  const at = { moment: day === null ? world.moment : endOfDay(day, world.moment.zone), picked: day !== null }
  const model = filter.find(({ field }) => field === 'lens')?.values[0]
  const lens = models.find((known) => known === model)
  const isTrashWanted = filter.some(({ field, values }) => field === 'trash' && values[0] === 'yes')
  const tests: Matches[] = [isTrashWanted ? (fact) => fact.deletedAt !== null : (fact) => fact.deletedAt === null]
  for (const clause of filter) {
    const test = compileClause(clause, world, at, lens)
    if (test) tests.push(test)
  }
  return (fact) => {
    for (let i = 0; i < tests.length; i++) if (!tests[i]?.(fact)) return false
    return true
  }
}

const never: Matches = () => false

function compileClause(
  clause: Clause,
  world: FilterWorld,
  at: { moment: Moment; picked: boolean },
  lens: Model | undefined,
): Matches | undefined {
  const fieldKey = fieldKeyOf(clause)
  if (fieldKey !== undefined) return fieldTest(clause, fieldKey, world)
  const [first = ''] = clause.values
  const field = clause.field as FilterField
  switch (field) {
    case 'q': {
      const { searchHits } = world
      if (!searchHits) throw new Error('a filter with a full-text search was compiled without its hits')
      return ({ id }) => searchHits.has(id)
    }
    case 'id':
      return by((fact) => fact.id, choiceTest(clause))
    case 'type':
    case 'purpose':
    case 'status':
    case 'step':
      return by((fact) => fact[field], choiceTest(clause))
    case 'locale':
      return by((fact) => fact.locale, localeTest(clause))
    case 'owner': {
      const values = clause.values.map((value) => (value === 'me' ? (world.viewerId ?? '') : value))
      return by((fact) => fact.ownerId, choiceTest({ ...clause, values }))
    }
    case 'phase':
    case 'channel':
    case 'persona':
    case 'topic':
    case 'question':
      return byList((fact) => fact[field], tagsTest(clause))
    case 'campaign':
      return byList((fact) => fact.campaign, campaignsTest(clause, world))
    case 'campaignsOff': {
      const off = new Set(clause.values)
      return ({ status, campaign }) => status === 'published' || campaign.length === 0 || campaign.some((key) => !off.has(key))
    }
    case 'stage':
    case 'group': {
      const valuesOf = new Map<string, readonly string[]>()
      for (const { key, stages } of world.phases)
        valuesOf.set(key, field === 'stage' ? stages : [groupOf(stages) ?? ''].filter(Boolean))
      const test = tagsTest(clause)
      return byList(
        (fact) => fact.phase,
        (phases) => test(phases.flatMap((phase) => valuesOf.get(phase) ?? [])),
      )
    }
    case 'title':
      return by((fact) => fact.titleFold, foldedTest(clause))
    case 'url':
    case 'note':
      return by((fact) => fact[field] ?? '', textTest(clause))
    case 'plannedFor':
    case 'dueOn':
    case 'reviewBy':
      return by((fact) => fact[field], dayTest(clause, world.moment.today))
    case 'publishAt':
    case 'publishedAt':
    case 'unpublishAt':
    case 'createdAt':
    case 'updatedAt':
      return by((fact) => fact[field], instantTest(clause, world.moment))
    case 'stale':
      return (fact) => isStale(fact, at.moment) === (first === 'yes')
    case 'untagged':
      return ({ phase, channel }) => (phase.length === 0 || channel.length === 0) === (first === 'yes')
    case 'trash':
    case 'asOf':
    case 'lens':
      return undefined
    case 'counts': {
      const mode = modes.find((known): known is Mode => known === first)
      return mode ? (fact) => countsAs(fact, mode, at.moment, at.picked) !== false : never
    }
    case 'lensPhase': {
      if (!lens) return never
      const { rowsOf, isRefined } = world.lens(lens)
      const test = tagsTest(clause)
      return byList(
        (fact) => fact.phase,
        (phases) => test(isRefined(phases) ? rowsOf(phases) : [...rowsOf(phases), notRefined]),
      )
    }
    case 'import': {
      const touched = clause.values.map((id) => world.importHits?.get(id))
      const isWanted = clause.op === 'anyOf'
      return isWanted || clause.op === 'noneOf' ? ({ id }) => touched.some((ids) => ids?.has(id)) === isWanted : never
    }
    default:
      return never
  }
}

function by<T>(pick: (fact: Fact) => T, test: Test<T>): Matches {
  return (fact) => test(pick(fact))
}

/** Items share their tag lists, so each list is judged once. */
function byList(pick: (fact: Fact) => readonly string[], test: Test<readonly string[]>): Matches {
  const judged = new Map<readonly string[], boolean>()
  return (fact) => {
    const list = pick(fact)
    const known = judged.get(list)
    if (known !== undefined) return known
    const verdict = test(list)
    judged.set(list, verdict)
    return verdict
  }
}

/** In a list of values `-` stands for "none". */
function choiceTest({ op, values }: Pick<Clause, 'op' | 'values'>): Test<string | null> {
  const wanted = new Set(values)
  const isNoneWanted = wanted.has('-')
  switch (op) {
    case 'anyOf':
    case 'is':
      return (value) => (value === null || value === '' ? isNoneWanted : wanted.has(value))
    case 'noneOf':
      return (value) => (value === null || value === '' ? !isNoneWanted : !wanted.has(value))
    case 'empty':
      return (value) => value === null || value === ''
    case 'filled':
      return (value) => value !== null && value !== ''
    default:
      return () => false
  }
}

/** Exact, and `de*` for a language in any region: de, de-AT, de-CH. */
function localeTest(clause: Clause): Test<string | null> {
  const languages = clause.values.filter((value) => value.endsWith('*')).map((value) => value.slice(0, -1).toLowerCase())
  const exact = choiceTest({ op: 'anyOf', values: clause.values })
  const isAny: Test<string | null> = (value) => exact(value) || (value !== null && languages.includes(languageOf(value)))
  if (clause.op === 'anyOf') return isAny
  if (clause.op === 'noneOf') return (value) => !isAny(value)
  return choiceTest(clause)
}

/** `de` of `de-AT`. */
export function languageOf(locale: string): string {
  const end = locale.indexOf('-')
  return (end < 0 ? locale : locale.slice(0, end)).toLowerCase()
}

function tagsTest({ op, values }: Pick<Clause, 'op' | 'values'>): Test<readonly string[]> {
  const wanted = new Set(values)
  const isNoneWanted = wanted.has('-')
  const isAny: Test<readonly string[]> = (list) => (list.length === 0 ? isNoneWanted : list.some((key) => wanted.has(key)))
  switch (op) {
    case 'anyOf':
      return isAny
    case 'noneOf':
      return (list) => !isAny(list)
    case 'allOf':
      return (list) => values.length > 0 && values.every((key) => list.includes(key))
    case 'empty':
      return (list) => list.length === 0
    case 'filled':
      return (list) => list.length > 0
    default:
      return () => false
  }
}

/** A campaign stands for everything under it too, as it does on its page. */
function campaignsTest({ op, values }: Clause, { familyOf }: FilterWorld): Test<readonly string[]> {
  if (op !== 'allOf') return tagsTest({ op, values: values.flatMap((key) => familyOf(key)) })
  const families = values.map((key) => new Set(familyOf(key)))
  return (list) => families.length > 0 && families.every((family) => list.some((key) => family.has(key)))
}

function textTest(clause: Pick<Clause, 'op' | 'values'>): Test<string> {
  const test = foldedTest(clause)
  return (value) => test(foldText(value))
}

function foldedTest({ op, values: [text = ''] }: Pick<Clause, 'op' | 'values'>): Test<string> {
  const needle = foldText(text)
  switch (op) {
    case 'contains':
      return (folded) => folded.includes(needle)
    case 'lacks':
      return (folded) => !folded.includes(needle)
    case 'empty':
      return (folded) => folded === ''
    case 'filled':
      return (folded) => folded !== ''
    default:
      return () => false
  }
}

/** Both ends included; `''` where a side is open. Undefined when the clause names no days. */
function daysOf(
  { op, values: [first = '', second = ''] }: Pick<Clause, 'op' | 'values'>,
  today: string,
): { from: string; to: string } | undefined {
  switch (op) {
    case 'between':
      return { from: first, to: second }
    case 'last':
      return { from: addDays(today, -(Number(first) || 0)), to: today }
    case 'next':
      return { from: today, to: addDays(today, Number(first) || 0) }
    case 'past':
      return { from: '', to: addDays(today, -1) }
    case 'today':
      return { from: today, to: today }
    default:
      return undefined
  }
}

function dayTest(clause: Pick<Clause, 'op' | 'values'>, today: string): Test<string | null> {
  const days = daysOf(clause, today)
  if (!days) return choiceTest(clause.op === 'empty' || clause.op === 'filled' ? clause : { op: 'anyOf', values: [] })
  const { from } = days
  // A day may carry a time of day, which sorts behind the bare day.
  const to = days.to === '' ? '~' : `${days.to}T~`
  return (day) => day !== null && day >= from && day <= to
}

function instantTest(clause: Clause, { today, zone }: Moment): Test<number | null> {
  const days = daysOf(clause, today)
  if (!days) return clause.op === 'empty' ? (ms) => ms === null : clause.op === 'filled' ? (ms) => ms !== null : () => false
  const from = isDay(days.from) ? startOfDayMs(days.from, zone) : Number.NEGATIVE_INFINITY
  const to = isDay(days.to) ? endOfDay(days.to, zone).nowMs : Number.POSITIVE_INFINITY
  return (ms) => (ms === null ? false : ms >= from && ms <= to)
}

/** Fields of types: their values tell by themselves how they compare. */
function fieldTest(clause: Clause, key: string, world: FilterWorld): Matches {
  if (world.longFields.has(key)) return longFieldTest(clause, key, world)
  const { op, values } = clause
  switch (op) {
    case 'is': {
      const isWanted = values[0] === 'yes'
      return ({ fields }) =>
        (typeof fields[key] === 'boolean' || !fields[key] ? fields[key] === true : textsOf(fields[key]).includes('yes')) ===
        isWanted
    }
    case 'contains':
    case 'lacks': {
      const test = textTest(clause)
      return ({ fields }) => test(textsOf(fields[key]).join('\n'))
    }
    case 'between':
    case 'last':
    case 'next':
    case 'past':
    case 'today': {
      const isDue = dayTest(clause, world.moment.today)
      const [from, to] = [Number(values[0] || '-Infinity'), Number(values[1] || 'Infinity')]
      return ({ fields: { [key]: value } }) =>
        typeof value === 'number' ? op === 'between' && value >= from && value <= to : typeof value === 'string' && isDue(value)
    }
    default: {
      const test = tagsTest(clause)
      return ({ fields }) => test(textsOf(fields[key]))
    }
  }
}

function longFieldTest(clause: Clause, key: string, { textHits }: FilterWorld): Matches {
  const hits = textHits?.get(textQuestionOf(clause, key).key)
  if (!hits) throw new Error('a filter on a long text was compiled without its hits')
  const isWanted = clause.op === 'contains' || clause.op === 'filled' || clause.op === 'anyOf'
  return ({ id }) => hits.has(id) === isWanted
}

function textsOf(value: unknown): string[] {
  if (value === null || value === undefined || value === '' || value === false) return []
  if (!Array.isArray(value)) return [value === true ? 'yes' : String(value)]
  return value.map((part: unknown) =>
    typeof part === 'object' && part !== null && 'value' in part ? String(part.value) : String(part),
  )
}
