import { briefFormOf, isEmptyField } from '@/server/domain/briefs/brief.rules'
import type { BriefContent, BriefEvidence, BriefField } from '@/server/domain/briefs/brief.schema'
import type { ItemRow } from '@/server/domain/content/item.schema'
import type { Paper, PaperBlock, PaperFact, PaperSection } from '@/server/domain/exchange/paper.schema'
import { aboutRule } from '@/server/domain/gaps/about-rule.rules'
import { ruleKey } from '@/server/domain/gaps/gap.schema'
import { termByKey, termName } from '@/server/domain/vocabulary/vocabulary.rules'
import type { Dimension, Vocabulary } from '@/server/domain/vocabulary/vocabulary.schema'
import type { Locale } from '@/server/domain/wire.schema'

export interface PaperWorld {
  readonly vocabulary: Vocabulary
  readonly workspace: string
  /** The language of labels and terms; what people wrote stays as it is. */
  readonly language: Locale
  /** A text of the area `briefs`. */
  readonly word: (key: string, values?: Record<string, string | number>) => string
  readonly ownerName: string | null
  readonly titleOf: (itemId: string) => string | undefined
  readonly madeAt: Date
  readonly timeZone: string
}

type Briefed = Pick<ItemRow, 'title' | 'type' | 'purpose' | 'status' | 'tags' | 'plannedFor' | 'dueOn' | 'locale' | 'url'>

/** The brief of an item as a document. Parts that say nothing are left out, unless the type needs them. */
export function briefPaper(item: Briefed, content: BriefContent, world: PaperWorld): Paper {
  const { word, language, madeAt, timeZone, workspace } = world
  const { asks, needs } = briefFormOf(item.type)
  const fields = asks.filter((field) => needs.includes(field) || !isEmptyField(content, field))
  const date = new Intl.DateTimeFormat(languageTag(language), { dateStyle: 'long', timeZone }).format(madeAt)
  return {
    title: item.title,
    language,
    kind: word('paper.kind', { type: nameOf(world, 'type', item.type) ?? item.type }),
    facts: factsOf(item, world),
    sections: [
      ...fields.map((field): PaperSection => ({ heading: word(`field.${field}`), blocks: blocksOf(field, content, world) })),
      ...checklistOf(content, world),
      ...(content.evidence ? [evidenceOf(content.evidence, world)] : []),
    ],
    footer: word('paper.footer', { workspace, date }),
    madeAt,
  }
}

/** English days stand before their month, as everywhere in the program. */
const languageTag = (language: Locale) => (language === 'en' ? 'en-GB' : language)

/** A code that names no language stands as it is. */
function languageName(code: string, language: Locale): string {
  try {
    return new Intl.DisplayNames(languageTag(language), { type: 'language', fallback: 'code' }).of(code) ?? code
  } catch {
    return code
  }
}

function nameOf({ vocabulary, language }: PaperWorld, dimension: Dimension, key: string | null): string | undefined {
  const term = key === null ? undefined : termByKey(vocabulary, dimension, key)
  return term && termName(term, language)
}

function dayOf(day: string, language: Locale): string {
  const [date = '', time] = day.split('T')
  const written = new Intl.DateTimeFormat(languageTag(language), { dateStyle: 'long', timeZone: 'UTC' })
  return `${written.format(new Date(`${date}T00:00:00Z`))}${time ? `, ${time}` : ''}`
}

function factsOf(item: Briefed, world: PaperWorld): PaperFact[] {
  const { word, language, ownerName } = world
  const names = (dimension: 'phase' | 'channel' | 'persona' | 'topic' | 'campaign') =>
    item.tags[dimension].flatMap((key) => nameOf(world, dimension, key) ?? []).join(', ')
  const values: [string, string | null | undefined][] = [
    ['purpose', nameOf(world, 'purpose', item.purpose)],
    ['phase', names('phase')],
    ['channel', names('channel')],
    ['persona', names('persona')],
    ['topic', names('topic')],
    ['campaign', names('campaign')],
    ['owner', ownerName],
    ['status', word(`status.${item.status}`)],
    ['due', item.dueOn && dayOf(item.dueOn, language)],
    ['planned', item.plannedFor && dayOf(item.plannedFor, language)],
    ['locale', item.locale && languageName(item.locale, language)],
    ['url', item.url],
  ]
  return values.flatMap(([key, value]) => (value ? [{ label: word(`fact.${key}`), value }] : []))
}

function blocksOf(field: BriefField, content: BriefContent, world: PaperWorld): PaperBlock[] {
  if (isEmptyField(content, field)) return [{ kind: 'note', text: world.word('paper.open') }]
  switch (field) {
    case 'question': {
      const asked = nameOf(world, 'question', content.question)
      return [asked, content.questionText].flatMap((text) => (text ? [{ kind: 'text', text }] : []))
    }
    case 'nextStep': {
      const { text, phase, itemId } = content.nextStep
      const name = nameOf(world, 'phase', phase)
      const title = itemId === null ? undefined : world.titleOf(itemId)
      return [
        ...(text ? [{ kind: 'text', text } as const] : []),
        ...(name ? [{ kind: 'note', text: world.word('paper.toPhase', { phase: name }) } as const] : []),
        ...(title ? [{ kind: 'note', text: world.word('paper.toItem', { title }) } as const] : []),
      ]
    }
    case 'proofPoints':
      return [{ kind: 'list', entries: content.proofPoints }]
    case 'keywords':
      return [{ kind: 'text', text: content.keywords.join(', ') }]
    case 'references':
      return [{ kind: 'links', entries: content.references }]
    default:
      return [{ kind: 'text', text: content[field] }]
  }
}

function checklistOf({ checklist }: BriefContent, { word }: PaperWorld): PaperSection[] {
  return checklist.length === 0 ? [] : [{ heading: word('checklist'), blocks: [{ kind: 'checks', entries: checklist }] }]
}

const figures = ['live', 'planned', 'stale', 'items'] as const
interface Figure {
  readonly key: (typeof figures)[number] | 'unanswered' | 'bare'
  readonly count: number
}

/** Whether the topics of the evidence are products that lack content of their own. */
export const isAboutBare = ({ rule }: BriefEvidence): boolean => rule === 'faq_too_general'

/** The figures worth telling: all that are there, and the items behind it only where no others are. */
export const figuresOf = (evidence: BriefEvidence): Figure[] => {
  const { counts, questions, topics } = evidence
  if (isAboutBare(evidence)) {
    const lacking: Figure[] = [
      { key: 'unanswered', count: questions.length },
      { key: 'bare', count: topics.length },
    ]
    return lacking.filter(({ count }) => count > 0)
  }
  const found = figures.flatMap((key) => (counts[key] === undefined ? [] : [{ key, count: counts[key] }]))
  const others = found.filter(({ key }) => key !== 'items')
  return others.length > 0 ? others : found
}

function evidenceOf(evidence: BriefEvidence, world: PaperWorld): PaperSection {
  const { word, language } = world
  const known = ruleKey.safeParse(evidence.rule)
  const about = known.success ? aboutRule(known.data) : null
  const names = (dimension: 'question' | 'topic', keys: readonly string[]) =>
    keys.flatMap((key) => nameOf(world, dimension, key) ?? [])
  const questions = names('question', evidence.questions)
  const topics = names('topic', evidence.topics)
  const found = figuresOf(evidence)
    .map(({ key, count }) => word(`evidence.${key}`, { count }))
    .join(', ')
  const text = (value: string): PaperBlock => ({ kind: 'text', text: value })
  return {
    heading: word('evidence.title'),
    blocks: [
      ...(about ? [text(`${about.name[language]}. ${about.explanation[language]}`)] : []),
      text(word('evidence.found', { day: dayOf(evidence.day, language), found })),
      ...(questions.length > 0
        ? [{ kind: 'note', text: word('evidence.questions') } as const, { kind: 'list', entries: questions } as const]
        : []),
      ...(topics.length > 0
        ? [
            { kind: 'note', text: word(isAboutBare(evidence) ? 'evidence.bareTopics' : 'evidence.topics') } as const,
            { kind: 'list', entries: topics } as const,
          ]
        : []),
      ...(about ? [{ kind: 'note', text: word('evidence.source', { source: about.source }) } as const] : []),
    ],
  }
}
