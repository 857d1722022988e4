import { briefFromTemplate, emptyBrief, usualBeginning } from '@/server/domain/briefs/brief.rules'
import type { BriefContent, BriefEvidence, Reference } from '@/server/domain/briefs/brief.schema'
import type { ItemCreate } from '@/server/domain/content/item.schema'
import type { Fact } from '@/server/domain/facts/fact.schema'
import { addDays } from '@/server/domain/facts/moment.rules'
import type { Gap } from '@/server/domain/gaps/gap.schema'
import { liveTerms } from '@/server/domain/vocabulary/vocabulary.rules'
import type { Vocabulary } from '@/server/domain/vocabulary/vocabulary.schema'
import type { Locale } from '@/server/domain/wire.schema'
import { ruleDefinition } from '@/server/presets/rules'

export interface BriefWorld {
  readonly vocabulary: Vocabulary
  /** The brief is content: it is written in the language of the workspace, not in that of whoever reads the list. */
  readonly language: Locale
  /** Undefined for an item that is gone. */
  readonly factOf: (itemId: string) => Pick<Fact, 'title' | 'url'> | undefined
  /** In the workspace's zone. */
  readonly today: string
}

const listed = 10

/**
 * The brief of an item that would close a gap: the template of its type and purpose, with the rule's remedy as aim, the open
 * question, and what was found as evidence. References are what it may start from, and where the rule comes from. One answer of
 * several keeps the aim of its template, for the remedy speaks of all.
 */
export function briefOfGap(gap: Gap, item: Pick<ItemCreate, 'type' | 'purpose' | 'tags'>, world: BriefWorld): BriefContent {
  const { vocabulary, language } = world
  const { remedy, source } = ruleDefinition(gap.rule)
  const beginning = usualBeginning(item.type, item.purpose ?? null)
  const content = beginning ? briefFromTemplate(beginning, language, vocabulary, item.tags?.phase) : emptyBrief(language)
  const evidence = evidenceOf(gap, world)
  const nearest = evidence.items.map(({ id, title }): Reference => {
    const url = world.factOf(id)?.url ?? null
    return { title: title.slice(0, 300), url: url !== null && /^https?:\/\/[^\s]+$/i.test(url) ? url : null }
  })
  return {
    ...content,
    aim: answersOneOfMany(gap) && content.aim !== '' ? content.aim : remedy[language],
    question: item.tags?.question?.[0] ?? null,
    references: [...nearest, { title: source.slice(0, 300), url: null }].filter(({ title }) => title.trim() !== ''),
    evidence,
  }
}

const answersOneOfMany = ({ rule }: Gap): boolean => rule === 'faq_too_general'

function evidenceOf({ id, rule, phase, evidence }: Gap, { factOf, today }: BriefWorld): BriefEvidence {
  const items = evidence.items.flatMap((itemId) => {
    const title = factOf(itemId)?.title
    return title === undefined ? [] : [{ id: itemId, title }]
  })
  return {
    gap: id,
    rule,
    day: today,
    phase,
    counts: { ...evidence.counts },
    items: items.slice(0, listed),
    questions: (evidence.questions ?? []).slice(0, 50),
    topics: (evidence.topics ?? []).slice(0, 50),
  }
}

/** Between the day a text is due and the day it is planned for lie so many working days, for review and corrections. */
const reviewDays = 3

/** When the text must be there for a planned day; never before today. */
export function dueDayOf(planned: string, today: string): string {
  let day = planned.slice(0, 10)
  for (let left = reviewDays; left > 0; ) {
    day = addDays(day, -1)
    const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
    if (weekday !== 0 && weekday !== 6) left -= 1
  }
  return day < today ? today : day
}

/** For whom content of these phases is mostly made; where no item says so, the only persona there is. */
export function usualPersona(
  facts: Iterable<Pick<Fact, 'phase' | 'persona'>>,
  phases: readonly string[],
  vocabulary: Vocabulary,
): string | undefined {
  const personas = liveTerms(vocabulary, 'persona').map(({ key }) => key)
  const counts = new Map(personas.map((key) => [key, 0]))
  for (const { phase, persona } of facts) {
    if (!phase.some((key) => phases.includes(key))) continue
    for (const key of persona) if (counts.has(key)) counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  const [most] = [...counts].filter(([, count]) => count > 0).sort(([, a], [, b]) => b - a)
  return most?.[0] ?? (personas.length === 1 ? personas[0] : undefined)
}

/** The same for many, looked up once for phases that several share. */
export function usualPersonas(
  facts: readonly Pick<Fact, 'phase' | 'persona'>[],
  vocabulary: Vocabulary,
): (phases: readonly string[]) => string | undefined {
  const known = new Map<string, string | undefined>()
  return (phases) => {
    const name = phases.join()
    if (!known.has(name)) known.set(name, usualPersona(facts, phases, vocabulary))
    return known.get(name)
  }
}
