import { phaseOfStage } from '@/server/domain/campaigns/template-fit.rules'
import type { ItemCreate } from '@/server/domain/content/item.schema'
import { addDays } from '@/server/domain/facts/moment.rules'
import { plannedFields, plannedQuestions } from '@/server/domain/gaps/planned-content.rules'
import { liveTerms } from '@/server/domain/vocabulary/vocabulary.rules'
import type { CampaignPlan, Dimension, TermDetails, Vocabulary } from '@/server/domain/vocabulary/vocabulary.schema'
import type { Locale } from '@/server/domain/wire.schema'
import { stepsOfType } from '@/server/domain/workflow/workflow.rules'
import type { CampaignTemplate } from '@/server/presets/campaigns'

interface Place {
  readonly vocabulary: Vocabulary
  /** Of the two the one that goes with the content. */
  readonly language: Locale
  readonly startsOn: string
}

/** Goal, days, key figure and plan as the template has them. Phases and channels that the workspace lacks are left out. */
export function templatePlan(
  { goal, figure, days, items }: CampaignTemplate,
  { vocabulary, language, startsOn }: Place,
): Partial<TermDetails<'campaign'>> {
  const counts = new Map<string, CampaignPlan>()
  const phases = liveTerms(vocabulary, 'phase')
  for (const { stage, channel } of items) {
    const phase = phaseOfStage(stage, phases)
    if (phase === undefined) continue
    const place = has(vocabulary, 'channel', channel) ? channel : null
    const line = counts.get(`${phase} ${place}`) ?? { phase, channel: place, count: 0 }
    counts.set(`${phase} ${place}`, { ...line, count: line.count + 1 })
  }
  const order = new Map(vocabulary.phase.map(({ key }, at) => [key, at]))
  const plan = [...counts.values()].sort((a, b) => (order.get(a.phase) ?? 0) - (order.get(b.phase) ?? 0))
  return {
    goal: goal[language],
    figure: figure[language],
    endsOn: addDays(startsOn, days - 1),
    plan,
    channels: [...new Set(plan.flatMap(({ channel }) => channel ?? []))],
  }
}

interface ItemPlace extends Place {
  readonly locale: string
  readonly ownerId: string | null
  /** For whom content of these phases is usually made. */
  readonly personaOf: (phases: readonly string[]) => string | undefined
  /** Whether something live answers the question. */
  readonly isAnswered: (question: string) => boolean
}

/**
 * The template's items, planned from the first day on. They carry what is known before anything is written, as the item of a
 * gap does, so that publishing them opens none.
 */
export function templateItems({ items }: CampaignTemplate, place: ItemPlace): ItemCreate[] {
  const { vocabulary, language, startsOn, locale, ownerId, personaOf, isAnswered } = place
  const [anyType] = liveTerms(vocabulary, 'type')
  const livePhases = liveTerms(vocabulary, 'phase')
  return items.flatMap(({ after, title, type, purpose, stage, channel }): ItemCreate[] => {
    const chosen = has(vocabulary, 'type', type) ? type : anyType?.key
    if (chosen === undefined) return []
    const phase = phaseOfStage(stage, livePhases)
    const phases = phase === undefined ? [] : [phase]
    const known = has(vocabulary, 'purpose', purpose) ? purpose : null
    const persona = personaOf(phases)
    const step = stepsOfType(vocabulary, chosen).find(({ details }) => details.kind === 'planned')
    return [
      {
        title: title[language],
        type: chosen,
        purpose: known,
        fields: plannedFields({ type: chosen, purpose: known }, vocabulary, language),
        locale,
        ownerId,
        plannedFor: addDays(startsOn, after),
        tags: {
          phase: phases,
          channel: has(vocabulary, 'channel', channel) ? [channel] : [],
          persona: persona === undefined ? [] : [persona],
          question: plannedQuestions(known, phases, vocabulary, isAnswered),
        },
        ...(step ? { step: step.key } : {}),
      },
    ]
  })
}

const has = (vocabulary: Vocabulary, dimension: Dimension, key: string): boolean =>
  vocabulary[dimension].some((term) => term.key === key && term.archivedAt === null)
