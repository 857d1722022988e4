import { type ItemWorld, itemWorldOf, newItemOf, searchDocumentOf } from '@/server/domain/content/item.rules'
import { type FactWorld, factOf, longFieldsOf } from '@/server/domain/facts/fact.rules'
import type { Fact } from '@/server/domain/facts/fact.schema'
import { createInterner } from '@/server/domain/facts/intern.rules'
import { momentOf } from '@/server/domain/facts/moment.rules'
import { findVaguePhrases } from '@/server/domain/gaps/vague.rules'
import type { Dimension, Term, Vocabulary } from '@/server/domain/vocabulary/vocabulary.schema'
import type { Locale } from '@/server/domain/wire.schema'
import { materialise, type SampleRow, sampleVocabulary } from '@/server/presets/samples/materialise'
import type { Sample } from '@/server/presets/samples/sample'
import { vaguePhrases } from '@/server/presets/vague-phrases'

export const moment = momentOf(Date.parse('2026-11-22T12:00:00Z'), 'Europe/Berlin')

/** A sample's vocabulary as it is read back from a workspace. */
export function sampleTerms(sample: Sample, locale: Locale): Vocabulary {
  const made = sampleVocabulary(sample, locale)
  const stored = <D extends Dimension>(dimension: D): Term<D>[] =>
    made[dimension].map((term) => ({ ...term, archivedAt: null, revision: 1 }))
  return {
    phase: stored('phase'),
    channel: stored('channel'),
    persona: stored('persona'),
    topic: stored('topic'),
    question: stored('question'),
    campaign: stored('campaign'),
    purpose: stored('purpose'),
    type: stored('type'),
    step: stored('step'),
  }
}

/** The facts of a workspace right after the sample was put into it, made by the rules that make any item. */
export function sampleFacts(sample: Sample, locale: Locale): Fact[] {
  const vocabulary = sampleTerms(sample, locale)
  const world = itemWorldOf(vocabulary, moment)
  const facts: FactWorld = {
    stepKinds: new Map(vocabulary.step.map(({ key, details }) => [key, details.kind])),
    longFields: longFieldsOf(vocabulary.type),
    intern: createInterner(),
  }
  return materialise(sample, locale, moment.today).map((row) => factOfRow(row, world, facts))
}

function factOfRow({ key, translationOf, item }: SampleRow, world: ItemWorld, facts: FactWorld): Fact {
  const made = newItemOf(item, { id: key, createdBy: null }, world)
  if (made.faults) throw new Error(`${key}: ${JSON.stringify(made.faults)}`)
  const { columns, tags, body } = made.value
  const words = searchDocumentOf(columns, body, world)
  const vague = findVaguePhrases(`${words.title}\n${words.text}`, [...vaguePhrases.de, ...vaguePhrases.en])
  return factOf({ ...columns, groupId: translationOf ?? key, tags, vague, revision: 1, updatedAt: columns.createdAt }, facts)
}
