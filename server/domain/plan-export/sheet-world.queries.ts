import { listMembers } from '@/db/stores/members'
import { listUserNames } from '@/db/stores/users'
import type { Context } from '@/server/domain/context'
import type { PaperFact } from '@/server/domain/exchange/paper.schema'
import type { Fact } from '@/server/domain/facts/fact.schema'
import { loadFacts, type WorkspaceFacts } from '@/server/domain/facts/facts.queries'
import { localTimeOf, type Moment, momentOf } from '@/server/domain/facts/moment.rules'
import type { Filter } from '@/server/domain/filter/filter.schema'
import { filterInWords } from '@/server/domain/plan-export/filter-words.rules'
import type { Sheet } from '@/server/domain/plan-export/sheet.schema'
import { isDimension, termByKey, termName } from '@/server/domain/vocabulary/vocabulary.rules'
import type { Dimension } from '@/server/domain/vocabulary/vocabulary.schema'
import type { Locale } from '@/server/domain/wire.schema'

/** A translation by the full path of its key. */
export type Word = (key: string, values?: Record<string, string | number>) => string

/** Everything that the sheets of a workspace say things with, in one language. */
export interface SheetWorld {
  readonly held: WorkspaceFacts
  readonly moment: Moment
  readonly language: Locale
  readonly word: Word
  readonly name: (dimension: Dimension, key: string) => string
  readonly names: (dimension: Dimension, keys: readonly string[]) => string
  readonly person: (id: string | null) => string
  /** "3 March 2026"; of a day with a time also that. */
  readonly day: (dayTime: string) => string
  readonly instant: (instant: number | Date) => string
  readonly filter: (filter: Filter) => string
  /** What each sheet says of itself. */
  readonly frame: (
    filter: Filter,
    more?: readonly PaperFact[],
  ) => Pick<Sheet, 'language' | 'kind' | 'facts' | 'footer' | 'madeAt'>
}

export async function loadSheetWorld(context: Context, language: Locale, word: Word): Promise<SheetWorld> {
  const { actor, db, now } = context
  const held = await loadFacts(context, actor.workspaceId)
  const { vocabulary, workspace } = held
  const moment = momentOf(now().getTime(), workspace.timeZone)
  const members = await listMembers(db.read, actor.workspaceId)
  const people = new Map(members.map(({ userId, name }) => [userId, name]))
  for (const [id, name] of await listUserNames(db.read, strangersOf(held.facts, people))) people.set(id, name)
  const format = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, { dateStyle: 'medium', timeZone: 'UTC' })
  const day = (text: string) => {
    const [date = text, time] = text.split('T')
    return [format.format(new Date(date)), ...(time === undefined ? [] : [time])].join(', ')
  }
  const name = (dimension: Dimension, key: string) => {
    const term = termByKey(vocabulary, dimension, key)
    return term ? termName(term, language) : key
  }
  const person = (id: string | null) => (id === null ? '' : (people.get(id) ?? word('campaigns.formerMember')))
  const instant = (at: number | Date) => {
    const local = localTimeOf(Number(at), workspace.timeZone)
    return day(local.endsWith('T00:00') ? local.slice(0, 10) : local)
  }
  const valueName = (field: string, value: string) => {
    const dimension = field === 'campaignsOff' ? 'campaign' : field
    if (isDimension(dimension)) return name(dimension, value)
    if (field === 'owner') return value === 'me' ? word('filter.me') : person(value)
    if (field === 'status' || field === 'group' || field === 'counts') return word(`filter.${field}.${value}`)
    return value
  }
  const fieldName = (field: string) => {
    if (!field.startsWith('field.')) return word(`filter.field.${field}`)
    const key = field.slice('field.'.length)
    const definition = vocabulary.type.flatMap(({ details }) => details.fields).find((known) => known.key === key)
    return definition ? definition.name[language] : key
  }
  const filter = (wanted: Filter) => filterInWords(wanted, { word, day, fieldName, valueName })
  const madeAt = now()
  return {
    held,
    moment,
    language,
    word,
    name,
    names: (dimension, keys) => keys.map((key) => name(dimension, key)).join(', '),
    person,
    day,
    instant,
    filter,
    frame: (wanted, more = []) => ({
      language,
      kind: workspace.name,
      facts: [
        ...more,
        { label: word('outlets.sheet.filter'), value: filter(wanted) || word('outlets.sheet.noFilter') },
        { label: word('outlets.sheet.made'), value: instant(madeAt) },
      ],
      footer: `${workspace.name} · ${instant(madeAt)}`,
      madeAt,
    }),
  }
}

const strangersOf = (facts: readonly Fact[], people: ReadonlyMap<string, string>): string[] => [
  ...new Set(facts.flatMap(({ ownerId }) => (ownerId !== null && !people.has(ownerId) ? [ownerId] : []))),
]
