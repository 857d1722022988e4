import type { FieldValues } from '@/server/domain/content/item.schema'
import { countsAs } from '@/server/domain/facts/counting.rules'
import type { Fact } from '@/server/domain/facts/fact.schema'
import type { Moment } from '@/server/domain/facts/moment.rules'
import { liveTerms, termByKey } from '@/server/domain/vocabulary/vocabulary.rules'
import type { Vocabulary } from '@/server/domain/vocabulary/vocabulary.schema'
import type { Locale } from '@/server/domain/wire.schema'
import { purposeFields } from '@/server/presets/purpose-fields'
import { purposesAnswering } from '@/server/presets/questions'

interface Answers {
  /** Questions that something live answers. */
  readonly answered: ReadonlySet<string>
  /** Questions whose answer is on its way, and products that an FAQ on its way is about. */
  readonly onTheWay: { readonly questions: ReadonlySet<string>; readonly products: ReadonlySet<string> }
}

export function answersOf(facts: Iterable<Fact>, moment: Moment): Answers {
  const answered = new Set<string>()
  const questions = new Set<string>()
  const products = new Set<string>()
  for (const fact of facts) {
    if (fact.question.length === 0 && fact.type !== 'faq') continue
    const isLive = countsAs(fact, 'published', moment, false) === 'fresh'
    if (!isLive && countsAs(fact, 'planned', moment, false) === false) continue
    for (const key of fact.question) (isLive ? answered : questions).add(key)
    if (!isLive && fact.type === 'faq') for (const key of fact.topic) products.add(key)
  }
  return { answered, onTheWay: { questions, products } }
}

/** The fields that rules ask of content of this purpose, as far as they are known before it is written and its type has them. */
export function plannedFields(
  { type, purpose }: { readonly type: string; readonly purpose: string | null },
  vocabulary: Vocabulary,
  language: Locale,
): FieldValues {
  const wanted = purpose !== null && Object.hasOwn(purposeFields, purpose) ? purposeFields[purpose] : undefined
  const fields = new Map(termByKey(vocabulary, 'type', type)?.details.fields.map((field) => [field.key, field]))
  const values = Object.entries(wanted ?? {}).flatMap(([key, value]): [string, unknown][] => {
    const field = fields.get(key)
    if (!field) return []
    const choices = new Set(field.options?.map((option) => option.key))
    if (field.kind === 'choices') return [[key, Array.isArray(value) ? value.filter((one) => choices.has(one)) : []]]
    if (field.kind === 'choice') return typeof value === 'string' && choices.has(value) ? [[key, value]] : []
    return [[key, typeof value === 'object' && 'en' in value ? value[language] : value]]
  })
  return Object.fromEntries(values)
}

/**
 * The customer questions of these phases that content of this purpose answers: those that nothing answers yet, else the first
 * that it would answer once more. Questions that a workspace made itself are known to no purpose.
 */
export function plannedQuestions(
  purpose: string | null,
  phases: readonly string[],
  vocabulary: Vocabulary,
  isAnswered: (question: string) => boolean,
): string[] {
  if (purpose === null) return []
  const fitting = liveTerms(vocabulary, 'question')
    .filter(({ details: { phase } }) => phase !== null && phases.includes(phase))
    .map(({ key }) => key)
    .filter((key) => purposesAnswering(key).includes(purpose))
  const open = fitting.filter((key) => !isAnswered(key))
  return open.length > 0 ? open : fitting.slice(0, 1)
}
