import type { Stage } from '@/server/domain/vocabulary/vocabulary.schema'
import type { Localized } from '@/server/domain/wire.schema'
import { both, derived, type Provenance, stated } from '@/server/presets/preset'

export interface QuestionPreset extends Provenance {
  readonly key: string
  readonly stage: Stage
  readonly name: Localized
  /** Only makes sense where goods are delivered. */
  readonly goodsOnly: boolean
}

function question(key: string, stage: Stage, name: Localized, from: Provenance, goodsOnly = false): QuestionPreset {
  return { key, stage, name, goodsOnly, ...from }
}

/** What customers ask in each stage, as a start; a workspace adds its own, tied to its products. */
export const questionPresets: readonly QuestionPreset[] = [
  question(
    'what_could_help',
    'pre_awareness',
    both('Something bothers me. What could help?', 'Mich beschäftigt etwas. Was könnte helfen?'),
    derived('S1'),
  ),
  question('which_options', 'awareness', both('What options do I have?', 'Welche Möglichkeiten habe ich?'), derived('S1')),
  question(
    'fits_my_need',
    'awareness',
    both('Is this right for what I need?', 'Passt das zu dem, was ich brauche?'),
    stated('S1'),
  ),
  question(
    'when_needed',
    'consideration',
    both('Do I really want this, and by when?', 'Will ich das wirklich, und bis wann?'),
    stated('S0'),
  ),
  question(
    'which_advantage',
    'consideration',
    both('What can this do that others cannot?', 'Was kann dieses Produkt, was andere nicht können?'),
    stated('S1'),
  ),
  question('solves_problem', 'consideration', both('Will it solve my problem?', 'Ist mein Problem damit gelöst?'), stated('S4')),
  question('worth_the_price', 'consideration', both('Is it worth its price?', 'Ist es seinen Preis wert?'), stated('S4')),
  question(
    'how_compared',
    'consideration',
    both('How does it do against other suppliers?', 'Wie schneidet es gegen andere Anbieter ab?'),
    stated('S3'),
  ),
  question(
    'trust_supplier',
    'preference',
    both('Can I rely on this supplier?', 'Kann ich mich auf diesen Anbieter verlassen?'),
    stated('S1'),
  ),
  question(
    'exact_offer',
    'preference',
    both('What exactly do I get, and what does it cost?', 'Was bekomme ich genau, und was kostet es?'),
    stated('S1'),
  ),
  question(
    'keeps_promise',
    'preference',
    both('Does it keep what was advertised?', 'Hält es, was die Werbung sagt?'),
    stated('S0'),
  ),
  question(
    'which_variant',
    'purchase',
    both('Which of the variants is the one for me?', 'Welche der Varianten ist die richtige für mich?'),
    stated('S1'),
  ),
  question('how_to_pay', 'purchase', both('Can I pay the way I like?', 'Kann ich so bezahlen, wie ich möchte?'), stated('S1')),
  question(
    'when_arrives',
    'purchase',
    both('When will it be delivered or installed?', 'Wann wird geliefert oder montiert?'),
    stated('S1'),
  ),
  question(
    'what_ordered',
    'purchase',
    both('What have I ordered, item by item?', 'Was habe ich im Einzelnen bestellt?'),
    stated('S1'),
  ),
  question('where_is_order', 'retention', both('Where is my order now?', 'Wo ist meine Bestellung gerade?'), stated('S1'), true),
  question(
    'when_exactly',
    'retention',
    both('On which day exactly will it happen?', 'An welchem Tag genau ist es so weit?'),
    stated('S1'),
  ),
  question(
    'how_to_use',
    'retention',
    both('How do I set it up and look after it?', 'Wie richte ich es ein, und wie pflege ich es?'),
    stated('S1'),
  ),
  question(
    'whom_to_reach',
    'retention',
    both('Who helps me, and when will I hear back?', 'Wer hilft mir, und wann bekomme ich eine Antwort?'),
    stated('S1'),
  ),
  question(
    'spare_parts',
    'retention',
    both('Where can I get spare parts?', 'Woher bekomme ich Ersatzteile?'),
    stated('S0'),
    true,
  ),
  question(
    'why_stay',
    'loyalty',
    both('What do I gain by staying?', 'Was habe ich davon, wenn ich bleibe?'),
    derived('S1', 'S3'),
  ),
  question(
    'what_else_fits',
    'loyalty',
    both('What goes with what I already own?', 'Was ergänzt, was ich schon habe?'),
    derived('S1', 'S3'),
  ),
  question(
    'where_to_tell',
    'advocacy',
    both('Where can I tell others about it?', 'Wo kann ich anderen davon erzählen?'),
    derived(),
  ),
  question('what_friends_get', 'advocacy', both('What is in it for my friends?', 'Was haben meine Freunde davon?'), derived()),
]
