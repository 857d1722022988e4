import type { ItemCreate } from '@/server/domain/content/item.schema'
import type { Target } from '@/server/domain/coverage/coverage.schema'
import { addDays } from '@/server/domain/facts/moment.rules'
import type { Locale, Localized } from '@/server/domain/wire.schema'
import type { Segment } from '@/server/presets/profiles'
import type { DaysAgo, Sample, SampleClaim, SampleField, SampleItem } from '@/server/presets/samples/sample'
import { type NewVocabulary, presetVocabulary } from '@/server/presets/vocabulary'

export interface SampleRow {
  readonly key: string
  /** The row whose translation this is: both belong to one group. */
  readonly translationOf: string | null
  readonly item: ItemCreate
}

/** The items of a sample as they are created on a day (`YYYY-MM-DD` in the workspace's zone), in the workspace's locale. */
export function materialise(sample: Sample, locale: Locale, today: string): SampleRow[] {
  return sample.items.map((item) => ({
    key: item.key,
    translationOf: item.translationOf ?? null,
    item: itemOn(item, locale, today),
  }))
}

/** The presets with what the sample adds and changes. */
export function sampleVocabulary(sample: Sample, locale: Locale, segment: Segment = 'both'): NewVocabulary {
  const presets = presetVocabulary({ model: 'mckinsey5', segment, sellsGoods: true, locale })
  const own = { origin: 'own' as const, source: null, synonyms: [] }
  const personas = sample.terms.filter((term) => term.dimension === 'persona')
  const topics = sample.terms.filter((term) => term.dimension === 'topic')
  const questions = sample.terms.filter((term) => term.dimension === 'question')
  const contacts = new Map(sample.terms.filter((term) => term.dimension === 'channel').map((term) => [term.key as string, term]))
  return {
    ...presets,
    persona: [
      ...presets.persona,
      ...personas.map(({ dimension, key, name, note }, index) => ({
        ...own,
        dimension,
        key,
        name,
        position: presets.persona.length + index,
        details: { note: note[locale] },
      })),
    ],
    topic: topics.map(({ dimension, key, name, kind }, position) => ({
      ...own,
      dimension,
      key,
      name,
      position,
      details: { kind },
    })),
    question: [
      ...presets.question,
      ...questions.map(({ dimension, key, name, phase, topic }, index) => ({
        ...own,
        dimension,
        key,
        name,
        position: presets.question.length + index,
        details: { phase, topic },
      })),
    ],
    channel: presets.channel.map((channel) => {
      const contact = contacts.get(channel.key)
      if (!contact) return channel
      const { responsible, responseHours } = contact
      return { ...channel, details: { ...channel.details, responsible: responsible[locale], responseHours } }
    }),
  }
}

export function sampleTargets(sample: Sample, locale: Locale): Omit<Target, 'revision'>[] {
  return sample.targets.map((target) => ({ ...target, reason: target.reason?.[locale] ?? null }))
}

function itemOn(item: SampleItem, main: Locale, today: string): ItemCreate {
  const other: Locale = main === 'de' ? 'en' : 'de'
  const written = item.locale === 'other' ? other : main
  const { publishedDaysAgo, plannedInDays, publishInDays, dueInDays, reviewInDays } = item
  return {
    title: item.title[written],
    body: item.body[written],
    type: item.type,
    purpose: item.purpose,
    step: item.step,
    locale: item.locale === null ? null : written,
    url: item.url ?? null,
    note: item.note?.[main] ?? '',
    fields: fieldsOn(item.fields ?? {}, written, today),
    tags: {
      phase: [...item.phases],
      channel: [...item.channels],
      persona: [...item.personas],
      topic: [...item.topics],
      question: [...item.answers],
    },
    plannedFor: plannedInDays === undefined ? null : addDays(today, plannedInDays),
    dueOn: dueInDays === undefined ? null : addDays(today, dueInDays),
    publishAt: publishInDays === undefined ? null : morningOf(addDays(today, publishInDays)),
    publishedAt: publishedDaysAgo === undefined ? null : morningOf(addDays(today, -publishedDaysAgo)),
    // Left open, publishing sets the purpose's own time.
    reviewBy: reviewInDays === undefined ? null : addDays(today, reviewInDays),
  }
}

function fieldsOn(fields: Readonly<Record<string, SampleField>>, locale: Locale, today: string): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).map(([key, value]) => [key, fieldOn(value, locale, today)]))
}

function fieldOn(value: SampleField, locale: Locale, today: string): unknown {
  if (typeof value !== 'object') return value
  if (isList(value)) return value.map((entry) => (typeof entry === 'string' ? entry : entryOn(entry, locale)))
  if ('daysAgo' in value) return addDays(today, -value.daysAgo)
  return value[locale]
}

function entryOn(entry: Localized | SampleClaim, locale: Locale): unknown {
  return 'topic' in entry ? { ...entry, value: entry.value[locale] } : entry[locale]
}

function isList(
  value: Localized | DaysAgo | readonly (string | Localized | SampleClaim)[],
): value is readonly (string | Localized | SampleClaim)[] {
  return Array.isArray(value)
}

/** A moment that is over by the next day and still ahead two days before, in every time zone. */
const morningOf = (day: string) => new Date(`${day}T08:00:00Z`)
