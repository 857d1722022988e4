import type { Stage } from '@/server/domain/vocabulary/vocabulary.schema'
import type { Localized } from '@/server/domain/wire.schema'
import { both, derived, type Provenance, stated } from '@/server/presets/preset'

export interface QuestionPreset extends Provenance {
  readonly key: string
  readonly stage: Stage
  readonly name: Localized
  /** The purposes whose content gives the answer. */
  readonly answeredBy: readonly string[]
  /** Only makes sense where goods are delivered. */
  readonly goodsOnly: boolean
}

function question(
  key: string,
  stage: Stage,
  name: Localized,
  answeredBy: readonly string[],
  from: Provenance,
  goodsOnly = false,
): QuestionPreset {
  return { key, stage, name, answeredBy, goodsOnly, ...from }
}

/** What customers ask in each stage, as a start; a workspace adds its own, tied to its products. */
export const questionPresets: readonly QuestionPreset[] = [
  question(
    'what_could_help',
    'pre_awareness',
    both('Something bothers me. What could help?', 'Mich beschäftigt etwas. Was könnte helfen?'),
    ['inspire', 'attract'],
    derived('S1'),
  ),
  question(
    'which_options',
    'awareness',
    both('What options do I have?', 'Welche Möglichkeiten habe ich?'),
    ['attract'],
    derived('S1'),
  ),
  question(
    'fits_my_need',
    'awareness',
    both('Is this right for what I need?', 'Passt das zu dem, was ich brauche?'),
    ['attract'],
    stated('S1'),
  ),
  question(
    'when_needed',
    'consideration',
    both('Do I really want this, and by when?', 'Will ich das wirklich, und bis wann?'),
    ['use_case', 'compare'],
    stated('S0'),
  ),
  question(
    'which_advantage',
    'consideration',
    both('What can this do that others cannot?', 'Was kann dieses Produkt, was andere nicht können?'),
    ['inform', 'compare'],
    stated('S1'),
  ),
  question(
    'solves_problem',
    'consideration',
    both('Will it solve my problem?', 'Ist mein Problem damit gelöst?'),
    ['use_case', 'inform', 'how_to', 'demo'],
    stated('S4'),
  ),
  question(
    'worth_the_price',
    'consideration',
    both('Is it worth its price?', 'Ist es seinen Preis wert?'),
    ['compare', 'use_case'],
    stated('S4'),
  ),
  question(
    'how_compared',
    'consideration',
    both('How does it do against other suppliers?', 'Wie schneidet es gegen andere Anbieter ab?'),
    ['compare'],
    stated('S3'),
  ),
  question(
    'trust_supplier',
    'preference',
    both('Can I rely on this supplier?', 'Kann ich mich auf diesen Anbieter verlassen?'),
    ['company_info', 'testify'],
    stated('S1'),
  ),
  question(
    'exact_offer',
    'preference',
    both('What exactly do I get, and what does it cost?', 'Was bekomme ich genau, und was kostet es?'),
    ['offer'],
    stated('S1'),
  ),
  question(
    'keeps_promise',
    'preference',
    both('Does it keep what was advertised?', 'Hält es, was die Werbung sagt?'),
    ['testify', 'differentiate', 'demo'],
    stated('S0'),
  ),
  question(
    'which_variant',
    'purchase',
    both('Which of the variants is the one for me?', 'Welche der Varianten ist die richtige für mich?'),
    ['variant_guide'],
    stated('S1'),
  ),
  question(
    'how_to_pay',
    'purchase',
    both('Can I pay the way I like?', 'Kann ich so bezahlen, wie ich möchte?'),
    ['payment_delivery_info'],
    stated('S1'),
  ),
  question(
    'when_arrives',
    'purchase',
    both('When will it be delivered or installed?', 'Wann wird geliefert oder montiert?'),
    ['payment_delivery_info', 'appointment_notice'],
    stated('S1'),
  ),
  question(
    'what_ordered',
    'purchase',
    both('What have I ordered, item by item?', 'Was habe ich im Einzelnen bestellt?'),
    ['order_confirmation'],
    stated('S1'),
  ),
  question(
    'where_is_order',
    'retention',
    both('Where is my order now?', 'Wo ist meine Bestellung gerade?'),
    ['shipping_status'],
    stated('S1'),
    true,
  ),
  question(
    'when_exactly',
    'retention',
    both('On which day exactly will it happen?', 'An welchem Tag genau ist es so weit?'),
    ['appointment_notice', 'delay_notice', 'part_delivery_notice'],
    stated('S1'),
  ),
  question(
    'how_to_use',
    'retention',
    both('How do I set it up and look after it?', 'Wie richte ich es ein, und wie pflege ich es?'),
    ['manual', 'how_to', 'support', 'maintenance'],
    stated('S1'),
  ),
  question(
    'whom_to_reach',
    'retention',
    both('Who helps me, and when will I hear back?', 'Wer hilft mir, und wann bekomme ich eine Antwort?'),
    ['auto_reply', 'support', 'company_info'],
    stated('S1'),
  ),
  question(
    'spare_parts',
    'retention',
    both('Where can I get spare parts?', 'Woher bekomme ich Ersatzteile?'),
    ['spare_parts'],
    stated('S0'),
    true,
  ),
  question(
    'why_stay',
    'loyalty',
    both('What do I gain by staying?', 'Was habe ich davon, wenn ich bleibe?'),
    ['loyalty_program', 'newsletter'],
    derived('S1', 'S3'),
  ),
  question(
    'what_else_fits',
    'loyalty',
    both('What goes with what I already own?', 'Was ergänzt, was ich schon habe?'),
    ['recommend'],
    derived('S1', 'S3'),
  ),
  question(
    'where_to_tell',
    'advocacy',
    both('Where can I tell others about it?', 'Wo kann ich anderen davon erzählen?'),
    ['review_request'],
    derived(),
  ),
  question(
    'what_friends_get',
    'advocacy',
    both('What is in it for my friends?', 'Was haben meine Freunde davon?'),
    ['referral_program'],
    derived(),
  ),
]

const answering = new Map(questionPresets.map(({ key, answeredBy }) => [key, answeredBy]))

/** None for a question that a workspace made itself. */
export const purposesAnswering = (question: string): readonly string[] => answering.get(question) ?? []
