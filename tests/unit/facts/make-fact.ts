import { type FactSource, type FactWorld, factOf } from '@/server/domain/facts/fact.rules'
import type { Fact } from '@/server/domain/facts/fact.schema'
import { createInterner } from '@/server/domain/facts/intern.rules'
import { momentOf } from '@/server/domain/facts/moment.rules'
import { statuses, type TagDimension } from '@/server/domain/vocabulary/vocabulary.schema'

export const zone = 'Europe/Berlin'
/** Monday, 9 March 2026, 12:00 in Berlin. */
export const now = momentOf(Date.parse('2026-03-09T11:00:00Z'), zone)

export const factWorld: FactWorld = {
  stepKinds: new Map(statuses.map((status) => [status, status])),
  longFields: new Set(['answer']),
  intern: createInterner(),
}

export type Made = Partial<Omit<FactSource, 'tags'>> & Partial<Record<TagDimension, readonly string[]>>

/** The row of an item: an idea without tags unless said otherwise. */
export function makeRow({
  phase = [],
  channel = [],
  persona = [],
  topic = [],
  question = [],
  campaign = [],
  ...row
}: Made = {}): FactSource {
  const id = row.id ?? 'item'
  return {
    id,
    groupId: id,
    title: `Title of ${id}`,
    url: null,
    type: 'page',
    purpose: null,
    step: 'idea',
    locale: null,
    ownerId: null,
    createdBy: null,
    note: '',
    fields: {},
    tags: { phase, channel, persona, topic, question, campaign },
    vague: [],
    statusSince: Date.parse('2025-01-01T00:00:00Z'),
    plannedFor: null,
    dueOn: null,
    publishAt: null,
    publishedAt: null,
    unpublishAt: null,
    reviewBy: null,
    rank: null,
    revision: 1,
    createdAt: Date.parse('2025-01-01T00:00:00Z'),
    updatedAt: Date.parse('2025-01-01T00:00:00Z'),
    deletedAt: null,
    ...row,
  }
}

export function makeFact(made: Made = {}): Fact {
  return factOf(makeRow(made), factWorld)
}

/** Published in 2025 and never to be reviewed. */
export function liveFact(made: Made = {}): Fact {
  return makeFact({ step: 'published', publishedAt: '2025-06-01T08:00:00Z', ...made })
}
