import { noTags } from '@/server/domain/content/item.schema'
import { factOf, longFieldsOf } from '@/server/domain/facts/fact.rules'
import type { Fact } from '@/server/domain/facts/fact.schema'
import { createInterner } from '@/server/domain/facts/intern.rules'
import { momentOf } from '@/server/domain/facts/moment.rules'
import type { Locale } from '@/server/domain/wire.schema'
import { materialise, sampleVocabulary } from '@/server/presets/samples/materialise'
import type { Sample } from '@/server/presets/samples/sample'
import { vaguePhrases } from '@/server/presets/vague-phrases'

export const now = Date.parse('2026-11-22T12:00:00Z')
export const moment = momentOf(now, 'Europe/Berlin')

/** The facts of a workspace right after the sample was put into it. */
export function sampleFacts(sample: Sample, locale: Locale): Fact[] {
  const vocabulary = sampleVocabulary(sample, locale)
  const world = {
    stepKinds: new Map(vocabulary.step.map(({ key, details }) => [key, details.kind])),
    longFields: longFieldsOf(vocabulary.type),
    intern: createInterner(),
  }
  const phrases = [...vaguePhrases.de, ...vaguePhrases.en]
  return materialise(sample, locale, moment.today).map(({ key, translationOf, item }) => {
    const text = `${item.title}\n${item.body ?? ''}`.toLowerCase()
    return factOf(
      {
        id: key,
        groupId: translationOf ?? key,
        title: item.title,
        url: item.url ?? null,
        type: item.type,
        purpose: item.purpose ?? null,
        step: item.step ?? 'idea',
        locale: item.locale ?? null,
        ownerId: null,
        createdBy: null,
        note: item.note ?? '',
        fields: item.fields ?? {},
        tags: { ...noTags, ...item.tags },
        vague: phrases.filter((phrase) => text.includes(phrase.toLowerCase())),
        statusSince: now,
        plannedFor: item.plannedFor ?? null,
        dueOn: item.dueOn ?? null,
        publishAt: item.publishAt ?? null,
        publishedAt: item.publishedAt ?? null,
        unpublishAt: null,
        reviewBy: item.reviewBy ?? null,
        createdAt: now,
        updatedAt: now,
        deletedAt: null,
      },
      world,
    )
  })
}
