import type { ItemCreate } from '@/server/domain/content/item.schema'
import { proposedDay } from '@/server/domain/facts/moment.rules'
import { dueDayOf } from '@/server/domain/gaps/brief.rules'
import type { Gap, RuleDefinition } from '@/server/domain/gaps/gap.schema'
import { plannedFields, plannedQuestions } from '@/server/domain/gaps/planned-content.rules'
import { liveTerms, termByKey, termName } from '@/server/domain/vocabulary/vocabulary.rules'
import type { Dimension, Stage, Vocabulary } from '@/server/domain/vocabulary/vocabulary.schema'
import type { Locale } from '@/server/domain/wire.schema'
import { stepsOfType } from '@/server/domain/workflow/workflow.rules'
import { purposePresets } from '@/server/presets/purposes'
import { ruleDefinition } from '@/server/presets/rules'

/** Whether a new item is what closes it. A finding about one item asks for that item to be mended. */
export const canPlan = ({ rule, scope }: Pick<Gap, 'rule' | 'scope'>): boolean =>
  ruleDefinition(rule).plan !== null && scope.item === undefined

export interface PlanWorld {
  readonly vocabulary: Vocabulary
  /** The main locale of the content, and which of our two languages goes with it. */
  readonly locale: string
  readonly language: Locale
  readonly phases: readonly string[]
  /** For whom such content is usually made. */
  readonly persona?: string | undefined
  readonly ownerId: string | null
  /** The channel of the cell that somebody looks at: the item is for it too. */
  readonly channel?: string | undefined
  /** Whether something live answers the question. */
  readonly isAnswered: (question: string) => boolean
  /** What is on its way already and is not planned once more (`answersOf`). */
  readonly onTheWay: { readonly questions: ReadonlySet<string>; readonly products: ReadonlySet<string> }
  /** In the workspace's zone. */
  readonly today: string
}

/** So many answers one gap is turned into at once; the brief of each names the rest. */
const mostAnswers = 12

/**
 * The items that would close a gap, filled in as far as the gap tells: type, purpose, phases, channel, topic, the questions they
 * should answer, persona, the fields that rules ask for, and a title, all in the language of the content, a day, without which
 * nothing planned counts, and the day the text is due. Terms that the workspace does not have (any more) are left out. Their
 * briefs are `briefOfGap`. One item, but an answer for each question where a gap lists several; none where no new item closes it.
 */
export function plannedItemsOf(gap: Gap, world: PlanWorld): ItemCreate[] {
  return partsOf(gap, world).flatMap((part) => plannedItemOf(part, world) ?? [])
}

/** How many items that would be; known before they are made. `onTheWay` is asked for only where one gap can make several. */
export function countPlannedOf(gap: Gap, vocabulary: Vocabulary, onTheWay: () => PlanWorld['onTheWay']): number {
  if (!canPlan(gap)) return 0
  return isAnsweredApart(gap) ? partsOf(gap, { vocabulary, onTheWay: onTheWay() }).length : 1
}

const isAnsweredApart = ({ rule }: Gap): boolean => rule === 'faq_too_general'

/** A frequent question is answered by itself, and each product has one of its own: so they are found, and so they are kept. */
function partsOf(gap: Gap, { vocabulary, onTheWay }: Pick<PlanWorld, 'vocabulary' | 'onTheWay'>): Gap[] {
  if (!isAnsweredApart(gap)) return [gap]
  const { questions = [], topics = [], ...evidence } = gap.evidence
  const about = (question: string) => termByKey(vocabulary, 'question', question)?.details.topic ?? null
  const part = (names: Pick<Gap['evidence'], 'questions' | 'topics'>): Gap => ({ ...gap, evidence: { ...evidence, ...names } })
  const open = only(vocabulary, 'question', questions).filter((key) => !onTheWay.questions.has(key))
  const answers = open.map((key) => part({ questions: [key], topics: [about(key)].filter((topic) => topic !== null) }))
  const isServed = (topic: string) => onTheWay.products.has(topic) || open.some((key) => about(key) === topic)
  const bare = only(vocabulary, 'topic', topics).filter((topic) => !isServed(topic))
  const parts = [...answers, ...bare.map((topic) => part({ topics: [topic] }))]
  return parts.length > 0 || questions.length + topics.length > 0 ? parts.slice(0, mostAnswers) : [gap]
}

function plannedItemOf(gap: Gap, world: PlanWorld): ItemCreate | null {
  const definition = ruleDefinition(gap.rule)
  if (!definition.plan || !canPlan(gap)) return null
  const { vocabulary, locale, language, ownerId, today } = world
  const usual = usualPurpose(gap, definition, vocabulary)
  const purpose = live(vocabulary, 'purpose', [definition.plan.purpose, usual?.key])
  const preset = purposePresets.find(({ key }) => key === purpose)
  const types = liveTerms(vocabulary, 'type')
  const type = live(vocabulary, 'type', [definition.plan.type, ...(preset?.types ?? [])]) ?? types[0]?.key
  if (type === undefined) return null
  const channels = channelsOf(gap, definition, preset?.channels ?? [], world)
  const step = stepsOfType(vocabulary, type).find(({ details }) => details.kind === 'planned')
  const topics = only(vocabulary, 'topic', gap.scope.topic === undefined ? (gap.evidence.topics ?? []) : [gap.scope.topic])
  const phases = only(vocabulary, 'phase', world.phases.length > 0 ? world.phases : laterPhases(vocabulary))
  const questions = answers.has(gap.rule)
    ? only(vocabulary, 'question', gap.evidence.questions ?? [])
    : plannedQuestions(purpose ?? null, phases, vocabulary, world.isAnswered)
  return {
    title: titleFor(gap, definition.plan.title[language], { questions, topics }, world),
    type,
    purpose: purpose ?? null,
    locale,
    plannedFor: proposedDay(today),
    dueOn: dueDayOf(proposedDay(today), today),
    fields: plannedFields({ type, purpose: purpose ?? null }, vocabulary, language),
    tags: {
      phase: phases,
      channel: channels,
      persona: only(vocabulary, 'persona', [world.persona]),
      topic: topics,
      question: questions,
    },
    ...(step ? { step: step.key } : {}),
    ...(ownerId === null ? {} : { ownerId }),
  }
}

/** Rules that speak of open questions themselves: their item answers just these. */
const answers: ReadonlySet<string> = new Set(['faq_too_general', 'question_unanswered'])

/** What the first stage of the gap's phase is usually filled with. */
function usualPurpose({ phase }: Gap, { plan }: RuleDefinition, vocabulary: Vocabulary) {
  const stages: readonly Stage[] = phase === null ? [] : (termByKey(vocabulary, 'phase', phase)?.details.stages ?? [])
  if (plan?.purpose || stages[0] === undefined) return undefined
  const has = (key: string) => termByKey(vocabulary, 'purpose', key)?.archivedAt === null
  return stages.flatMap((stage) => purposePresets.filter((preset) => preset.stages[0] === stage && has(preset.key)))[0]
}

/** The first that can be chosen in the order of preference, and the cell's. A phase on one channel only wants another one. */
function channelsOf(
  { rule, scope, evidence }: Gap,
  { plan }: RuleDefinition,
  usual: readonly string[],
  { channel, vocabulary }: PlanWorld,
): string[] {
  const taken = rule === 'single_channel' ? (evidence.texts?.channels ?? []) : []
  const free = (keys: readonly (string | null | undefined)[]) =>
    only(vocabulary, 'channel', keys).filter((key) => !taken.includes(key))
  const first = free([scope.channel, plan?.channel, ...usual]).slice(0, 1)
  return [...new Set([...first, ...(scope.channel === undefined ? free([channel]) : [])])]
}

/** A gap of the journey as a whole is closed after the purchase. */
function laterPhases(vocabulary: Vocabulary): string[] {
  const later = liveTerms(vocabulary, 'phase').find(({ details }) => details.stages.includes('retention'))
  return later ? [later.key] : []
}

/** The first of the keys that can still be chosen. */
function live(vocabulary: Vocabulary, dimension: Dimension, keys: readonly (string | null | undefined)[]): string | undefined {
  return only(vocabulary, dimension, keys)[0]
}

function only(vocabulary: Vocabulary, dimension: Dimension, keys: readonly (string | null | undefined)[]): string[] {
  const known = new Set(liveTerms(vocabulary, dimension).map(({ key }) => key))
  return keys.filter((key) => typeof key === 'string' && known.has(key)) as string[]
}

const longestTitle = 300

function titleFor(
  { phase, scope, rule }: Gap,
  proposal: string,
  about: { questions: readonly string[]; topics: readonly string[] },
  { vocabulary, language }: PlanWorld,
): string {
  const name = (dimension: Dimension, key: string | undefined | null) => {
    const term = key ? termByKey(vocabulary, dimension, key) : undefined
    return term && termName(term, language)
  }
  const [question] = about.questions
  // One open question is the best title that an answer can have.
  if (answers.has(rule) && about.questions.length === 1) return (name('question', question) ?? proposal).slice(0, longestTitle)
  const isOfPhase = scope.phase !== undefined && ruleDefinition(rule).stages.length === 0
  const of =
    name('topic', about.topics.length === 1 ? about.topics[0] : null) ??
    name('channel', scope.channel) ??
    (isOfPhase ? name('phase', phase) : undefined)
  return (of ? `${proposal}: ${of}` : proposal).slice(0, longestTitle)
}
