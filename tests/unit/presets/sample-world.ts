import { type ItemWorld, itemWorldOf, newItemOf, searchDocumentOf } from '@/server/domain/content/item.rules'
import type { ItemCreate } from '@/server/domain/content/item.schema'
import type { Target } from '@/server/domain/coverage/coverage.schema'
import type { PresetTarget } from '@/server/domain/coverage/targets.rules'
import { type FactWorld, factOf, longFieldsOf } from '@/server/domain/facts/fact.rules'
import type { Fact } from '@/server/domain/facts/fact.schema'
import { createInterner } from '@/server/domain/facts/intern.rules'
import { momentOf } from '@/server/domain/facts/moment.rules'
import type { Finding } from '@/server/domain/gaps/gap.schema'
import { gapWorkspaceOf } from '@/server/domain/gaps/gap-workspace.rules'
import { findGaps } from '@/server/domain/gaps/gaps.rules'
import { findVaguePhrases } from '@/server/domain/gaps/vague.rules'
import type { Dimension, Term, Vocabulary } from '@/server/domain/vocabulary/vocabulary.schema'
import type { Locale } from '@/server/domain/wire.schema'
import type { Segment } from '@/server/presets/profiles'
import { ruleDefinitions } from '@/server/presets/rules'
import { materialise, type SampleRow, sampleTargets, sampleVocabulary } from '@/server/presets/samples/materialise'
import type { Sample } from '@/server/presets/samples/sample'
import { presetTarget } from '@/server/presets/targets'
import { vaguePhrases } from '@/server/presets/vague-phrases'

export const moment = momentOf(Date.parse('2026-11-22T12:00:00Z'), 'Europe/Berlin')

/** A sample's vocabulary as it is read back from a workspace. */
export function sampleTerms(sample: Sample, locale: Locale, segment?: Segment): Vocabulary {
  const made = sampleVocabulary(sample, locale, segment)
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
  return factsOf(materialise(sample, locale, moment.today), sampleTerms(sample, locale))
}

/** Items as they are once somebody has published them as they were planned. */
export function publishedFacts(items: readonly ItemCreate[], vocabulary: Vocabulary): Fact[] {
  const publishedAt = new Date(moment.nowMs - 3_600_000)
  const rows = items.map((item, n) => ({
    key: `planned-${n}`,
    translationOf: null,
    item: { ...item, step: 'published', publishedAt },
  }))
  return factsOf(rows, vocabulary)
}

function factsOf(rows: readonly SampleRow[], vocabulary: Vocabulary): Fact[] {
  const world = itemWorldOf(vocabulary, moment)
  const facts: FactWorld = {
    stepKinds: new Map(vocabulary.step.map(({ key, details }) => [key, details.kind])),
    longFields: longFieldsOf(vocabulary.type),
    intern: createInterner(),
  }
  return rows.map((row) => factOfRow(row, world, facts))
}

function factOfRow({ key, translationOf, item }: SampleRow, world: ItemWorld, facts: FactWorld): Fact {
  const made = newItemOf(item, { id: key, createdBy: null }, world)
  if (made.faults) throw new Error(`${key}: ${JSON.stringify(made.faults)}`)
  const { columns, tags, body } = made.value
  const words = searchDocumentOf(columns, body, world)
  const vague = findVaguePhrases(`${words.title}\n${words.text}`, [...vaguePhrases.de, ...vaguePhrases.en])
  return factOf({ ...columns, groupId: translationOf ?? key, tags, vague, revision: 1, updatedAt: columns.createdAt }, facts)
}

export const targetsOf = (sample: Sample, locale: Locale): Target[] =>
  sampleTargets(sample, locale).map((target) => ({ ...target, revision: 1 }))

export function presetsOf(sample: Sample, locale: Locale): PresetTarget {
  const stagesOf = new Map(sampleTerms(sample, locale).phase.map(({ key, details }) => [key, details.stages]))
  return (phase, channel) => presetTarget(stagesOf.get(phase) ?? [], channel, 'both')
}

/** The gaps of that moment, under the rules as they are shipped; of the sample as it is, or with other contents. */
export function sampleGaps(
  sample: Sample,
  locale: Locale,
  facts: readonly Fact[] = sampleFacts(sample, locale),
  vocabulary: Vocabulary = sampleTerms(sample, locale),
): Finding[] {
  const about = { locale, sellsGoods: true }
  const workspace = gapWorkspaceOf(vocabulary, about, targetsOf(sample, locale), presetsOf(sample, locale))
  const shipped = ruleDefinitions.map(({ key, severity, numbers }) => ({
    key,
    severity,
    enabled: true,
    numbers: Object.fromEntries(numbers.map((number) => [number.key, number.preset])),
  }))
  return findGaps(facts, workspace, shipped, moment)
}
