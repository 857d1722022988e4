import type { Gap, RuleKey } from '@/server/domain/gaps/gap.schema'
import type { Stage } from '@/server/domain/vocabulary/vocabulary.schema'
import type { Localized } from '@/server/domain/wire.schema'
import { ruleDefinition } from '@/server/presets/rules'
import { whyTexts } from '@/server/presets/stages'

const reasons: Readonly<Record<string, readonly RuleKey[]>> = {
  bad_news_travels: ['contact_without_answer', 'mail_despite_complaint', 'no_advocacy_prompt', 'review_reply_missing'],
  mistakes_after_sale: [
    'top_heavy',
    'shipping_status_missing',
    'delivery_date_vague',
    'delay_notice_parity',
    'part_delivery_missing',
    'faq_too_general',
    'support_depth_missing',
    'followup_only_planned',
  ],
  many_contacts: ['single_channel', 'phase_thin', 'offline_forgotten', 'need_mismatch', 'question_unanswered'],
  efficient_journeys: ['variants_unexplained', 'payment_info_missing', 'error_texts_unreviewed', 'order_confirmation_missing'],
  talk_in_b2b: ['consultation_lost', 'supplier_info_missing'],
  benefits: ['phase_empty', 'thanks_missing', 'stale'],
}

/** What there is to say about a rule, in both languages; `why` is a reason from the sources where one fits. */
export function aboutRule(key: RuleKey): {
  name: Localized
  explanation: Localized
  remedy: Localized
  origin: 'source' | 'derived'
  source: string
  why: { text: Localized; source: string } | null
} {
  const { name, explanation, remedy, origin, source } = ruleDefinition(key)
  const why = whyTexts.find((text) => reasons[text.key]?.includes(key))
  return { name, explanation, remedy, origin, source, why: why ? { text: why.text, source: why.source } : null }
}

/** Rules of more stages than these speak of the journey, not of its phases. */
const mostStages = 2

/** The phases that a gap is about: its own first, then those of the other stages that its rule names. */
export function phasesOf(
  { rule, phase, scope }: Pick<Gap, 'rule' | 'phase' | 'scope'>,
  journey: readonly { readonly key: string; readonly stages: readonly Stage[] }[],
): string[] {
  if (phase === null) return []
  const { stages } = ruleDefinition(rule)
  if (scope.item !== undefined || stages.length > mostStages) return [phase]
  const others = journey.filter(({ key, stages: own }) => key !== phase && stages.some((stage) => own.includes(stage)))
  return [phase, ...others.map(({ key }) => key)]
}
