import type { Model } from '@/server/domain/coverage/coverage.schema'
import { type Stage, stages } from '@/server/domain/vocabulary/vocabulary.schema'
import type { Localized } from '@/server/domain/wire.schema'
import { crosswalk } from '@/server/presets/crosswalk'
import { both, derived, type Provenance, stated } from '@/server/presets/preset'

export interface PhasePreset {
  readonly key: string
  readonly name: Localized
  readonly letter: string
  /** Degrees of OKLCH: cool before the purchase, green at it, warm after it. */
  readonly hue: number
  /** From the crosswalk, in the order of the journey. */
  readonly stages: readonly Stage[]
  readonly goal: Localized
  /** Words that mean this phase in this model; the same word may mean another phase elsewhere. */
  readonly synonyms: readonly string[]
}

export interface ModelPreset extends Provenance {
  readonly key: Model
  readonly name: Localized
  readonly description: Localized
  /** The last phase leads back to the first. */
  readonly loop: boolean
  /** What a workspace should know before choosing it. */
  readonly warning: Localized | null
  /** Where sources contradict themselves or each other, and what the preset does about it. */
  readonly note: Localized | null
  readonly phases: readonly PhasePreset[]
}

type PhaseText = Omit<PhasePreset, 'stages'>

function model(row: Omit<ModelPreset, 'phases'>, phases: readonly PhaseText[]): ModelPreset {
  return {
    ...row,
    phases: phases.map((phase) => ({ ...phase, stages: stages.filter((stage) => crosswalk(stage, row.key) === phase.key) })),
  }
}

function phase(
  letter: string,
  key: string,
  hue: number,
  name: Localized,
  synonyms: readonly string[],
  goal: Localized,
): PhaseText {
  return { key, name, letter, hue, synonyms, goal }
}

const goals = {
  before: both(
    'Be found, explain the offer and earn enough trust that people take the next step.',
    'Gefunden werden, das Angebot erklären und so viel Vertrauen schaffen, dass der nächste Schritt leichtfällt.',
  ),
  awareness: both(
    'Be noticed by people who feel the need, and stay in their memory.',
    'Bei Menschen mit dem passenden Bedarf auffallen und in Erinnerung bleiben.',
  ),
  compare: both(
    'Show what the offer solves, what it is worth and how it differs from others.',
    'Zeigen, was das Angebot löst, was es wert ist und worin es sich von anderen unterscheidet.',
  ),
  trust: both(
    'Strengthen trust until one supplier is chosen: ours.',
    'Vertrauen stärken, bis die Wahl auf einen Anbieter fällt: auf uns.',
  ),
  buy: both(
    'Let people buy without a hurdle, and tell them exactly what they bought.',
    'Den Kauf ohne Hürden ermöglichen und genau sagen, was gekauft wurde.',
  ),
  use: both(
    'Make the product work in daily life, answer quickly and show appreciation.',
    'Dafür sorgen, dass das Produkt im Alltag funktioniert, schnell antworten und Wertschätzung zeigen.',
  ),
  stay: both(
    'Turn satisfied customers into people who stay and come back.',
    'Zufriedene Kundinnen und Kunden zum Bleiben und Wiederkommen bewegen.',
  ),
  share: both('Make it easy for satisfied customers to tell others.', 'Es Zufriedenen leicht machen, anderen davon zu erzählen.'),
}

/** The six journeys a workspace can start from; the first is the default. */
export const modelPresets: readonly ModelPreset[] = [
  model(
    {
      key: 'mckinsey5',
      name: both('Five phases', 'Fünf Phasen'),
      description: both(
        'The usual choice: from first attention to recommendation, which brings in new people.',
        'Die übliche Wahl: von der ersten Aufmerksamkeit bis zur Empfehlung, die neue Menschen bringt.',
      ),
      loop: true,
      warning: null,
      note: both(
        'One source dates the model 2019 and, further down, 2009. The first article on it is from 2009.',
        'Eine Quelle datiert das Modell auf 2019 und weiter unten auf 2009. Der erste Artikel dazu stammt von 2009.',
      ),
      ...stated('S0', 'S3', 'S4'),
    },
    [
      phase(
        'A',
        'awareness',
        250,
        both('Awareness', 'Bewusstsein'),
        ['Wahrnehmung', 'Aufmerksamkeit', 'Vorbewusstsein', 'Pre-Awareness'],
        goals.awareness,
      ),
      phase(
        'B',
        'consideration',
        222,
        both('Consideration', 'Überlegung'),
        ['Überlegen', 'Prüfung', 'Abwägung', 'Evaluation', 'Präferenz', 'Preference'],
        goals.compare,
      ),
      phase(
        'C',
        'conversion',
        150,
        both('Conversion', 'Kauf'),
        ['Konvertierung', 'Entscheidung', 'Kaufentscheidung', 'Decision', 'Purchase'],
        goals.buy,
      ),
      phase(
        'D',
        'retention',
        92,
        both('Retention', 'Kundenbindung'),
        [
          'Bindung',
          'Erhalt',
          'Nachkauf',
          'After-Sale',
          'After-Sales',
          'Aftersales',
          'Service',
          'Loyalty',
          'Loyalität',
          'Loyality',
        ],
        goals.use,
      ),
      phase(
        'E',
        'advocacy',
        345,
        both('Advocacy', 'Fürsprache'),
        ['Weiterempfehlung', 'Befürwortung', 'Empfehlung', 'Referral'],
        goals.share,
      ),
    ],
  ),
  model(
    {
      key: 'ihk7',
      name: both('Seven stages', 'Sieben Stufen (IHK)'),
      description: both(
        'The finest model: separates the unspoken need from attention, and the choice of a supplier from the purchase.',
        'Das feinste Modell: trennt den unbewussten Bedarf von der Aufmerksamkeit und die Wahl des Anbieters vom Kauf.',
      ),
      loop: true,
      warning: null,
      note: both(
        'Recommendation belongs to the seventh stage here. “Decision” stands for the preference as well as for the purchase in the source, so imports ask about this word.',
        'Die Fürsprache gehört hier zur siebten Stufe. „Entscheidung“ steht in der Quelle sowohl für die Präferenz als auch für den Kauf, deshalb wird bei diesem Wort nachgefragt.',
      ),
      ...stated('S1', 'S0'),
    },
    [
      phase(
        'A',
        'pre_awareness',
        275,
        both('Pre-awareness', 'Vorbewusstsein'),
        ['Unterbewusst', 'Unterbewusstsein', 'Inspirationsphase', 'Inspiration'],
        both(
          'Meet a need before people know that anyone could serve it.',
          'Einen Bedarf ansprechen, bevor jemand weiß, dass es dafür einen Anbieter gibt.',
        ),
      ),
      phase('B', 'awareness', 248, both('Awareness', 'Aufmerksamkeit'), ['Bewusstsein', 'Wahrnehmung'], goals.awareness),
      phase('C', 'consideration', 220, both('Consideration', 'Überlegen'), ['Überlegung', 'Prüfung', 'Abwägung'], goals.compare),
      phase('D', 'preference', 190, both('Preference', 'Präferenz'), ['Decision', 'Entscheidung', 'Bevorzugung'], goals.trust),
      phase(
        'E',
        'purchase',
        150,
        both('Purchase', 'Kauf'),
        ['Entscheidungsphase', 'Entscheidung', 'Conversion', 'Konvertierung'],
        goals.buy,
      ),
      phase(
        'F',
        'retention',
        92,
        both('Retention', 'Nachkauf'),
        ['After-Sale', 'After-Sales', 'Aftersales', 'Nachkaufphase', 'Bindung'],
        goals.use,
      ),
      phase(
        'G',
        'loyalty',
        345,
        both('Loyalty', 'Kundenbindung'),
        ['Loyalität', 'Loyality', 'Fürsprecherphase', 'Fürsprache', 'Weiterempfehlung', 'Advocacy', 'Bindung'],
        both(
          'Keep satisfied customers for years and make it easy for them to recommend us.',
          'Zufriedene über Jahre binden und es ihnen leicht machen, uns zu empfehlen.',
        ),
      ),
    ],
  ),
  model(
    {
      key: 'mot4',
      name: both('Moments of truth', 'Momente der Wahrheit'),
      description: both(
        'Looks at the moments in which an impression is formed: researching, choosing, using, sharing.',
        'Blickt auf die Momente, in denen ein Eindruck entsteht: recherchieren, wählen, nutzen, teilen.',
      ),
      loop: true,
      warning: null,
      note: both(
        'One source puts the promise of quality before the purchase and the purchase second. The preset keeps the usual order: choosing first, the experience in use second. The term goes back to A. G. Lafley.',
        'Eine Quelle setzt das Qualitätsversprechen vor den Kauf und den Kauf an zweite Stelle. Hier gilt die übliche Reihenfolge: erst die Wahl, dann die Erfahrung im Gebrauch. Der Begriff geht auf A. G. Lafley zurück.',
      ),
      ...stated('S0', 'digitalwiki'),
    },
    [
      phase(
        'S',
        'stimulus',
        262,
        both('Stimulus', 'Auslöser'),
        ['Reiz', 'Werbung', 'Awareness'],
        both('Give the impulse that makes people start looking.', 'Den Anstoß geben, mit dem die Suche beginnt.'),
      ),
      phase(
        'Z',
        'zmot',
        225,
        both('Zero moment', 'Nullter Moment'),
        ['ZMOT', 'Zero Moment of Truth', 'Recherche'],
        both(
          'Be found with good answers when people research online.',
          'Mit guten Antworten gefunden werden, wenn online recherchiert wird.',
        ),
      ),
      phase(
        'F',
        'fmot',
        150,
        both('First moment', 'Erster Moment'),
        ['FMOT', 'First Moment of Truth', 'Kauf', 'Auswahl'],
        both('Convince when people see the product and choose.', 'Überzeugen, wenn das Produkt gesehen und ausgewählt wird.'),
      ),
      phase(
        'U',
        'smot',
        92,
        both('Second moment', 'Zweiter Moment'),
        ['SMOT', 'Second Moment of Truth', 'Nutzung', 'Nachkauf', 'After-Sale'],
        both('Keep in daily use what was promised.', 'Im Alltag halten, was versprochen wurde.'),
      ),
      phase(
        'T',
        'tmot',
        345,
        both('Third moment', 'Dritter Moment'),
        ['TMOT', 'UMOT', 'Third Moment of Truth', 'Ultimate Moment of Truth', 'Weiterempfehlung'],
        goals.share,
      ),
    ],
  ),
  model(
    {
      key: 'aida',
      name: both('AIDA', 'AIDA-Formel'),
      description: both(
        'The classic of advertising: four steps that end with the purchase.',
        'Der Klassiker der Werbung: vier Schritte, die mit dem Kauf enden.',
      ),
      loop: false,
      warning: both(
        'This model has no after-sales phases: service, loyalty and recommendation stay out of the picture.',
        'Dieses Modell kennt keine Phasen nach dem Kauf: Service, Bindung und Empfehlung bleiben außen vor.',
      ),
      note: both(
        'The sources name the formula but not its four steps.',
        'Die Quellen nennen die Formel, nicht aber ihre vier Schritte.',
      ),
      ...derived('S1'),
    },
    [
      phase(
        'A',
        'attention',
        250,
        both('Attention', 'Aufmerksamkeit'),
        ['Awareness', 'Wahrnehmung', 'Bewusstsein'],
        goals.awareness,
      ),
      phase('I', 'interest', 222, both('Interest', 'Interesse'), ['Consideration', 'Überlegung'], goals.compare),
      phase('D', 'desire', 190, both('Desire', 'Verlangen'), ['Wunsch', 'Kaufwunsch', 'Preference', 'Präferenz'], goals.trust),
      phase('K', 'action', 150, both('Action', 'Handlung'), ['Kauf', 'Conversion', 'Purchase', 'Abschluss'], goals.buy),
    ],
  ),
  model(
    {
      key: 'kotler5a',
      name: both('Marketing 4.0 (5A)', 'Marketing 4.0 (fünf A)'),
      description: both(
        'Made for connected customers: people ask others before they act, and speak up afterwards.',
        'Für vernetzte Kundschaft gedacht: Menschen fragen andere, bevor sie handeln, und reden danach darüber.',
      ),
      loop: true,
      warning: null,
      note: both('One source names the model without its phases.', 'Eine Quelle nennt das Modell, aber nicht seine Phasen.'),
      ...derived('S0', 'netzding'),
    },
    [
      phase('A', 'aware', 250, both('Aware', 'Kennenlernen'), ['Awareness', 'Wahrnehmung', 'Bewusstsein'], goals.awareness),
      phase(
        'P',
        'appeal',
        222,
        both('Appeal', 'Anziehung'),
        ['Interesse', 'Consideration', 'Überlegung'],
        both('Stay on the short list of the two or three that people like.', 'Auf der kurzen Liste derer stehen, die gefallen.'),
      ),
      phase(
        'Q',
        'ask',
        190,
        both('Ask', 'Nachfragen'),
        ['Informieren', 'Recherche', 'Preference', 'Präferenz'],
        both(
          'Answer what people ask us, their friends and the web.',
          'Beantworten, was Menschen uns, ihre Freunde und das Netz fragen.',
        ),
      ),
      phase('K', 'act', 150, both('Act', 'Handeln'), ['Kauf', 'Purchase', 'Conversion', 'Nachkauf', 'Retention'], goals.buy),
      phase(
        'E',
        'advocate',
        345,
        both('Advocate', 'Weiterempfehlen'),
        ['Weiterempfehlung', 'Fürsprache', 'Advocacy', 'Loyalty', 'Loyalität', 'Loyality'],
        goals.share,
      ),
    ],
  ),
  model(
    {
      key: 'simple3',
      name: both('Before, during, after', 'Vor, während, nach dem Kauf'),
      description: both(
        'Three phases for a first inventory: what is there before, during and after the purchase?',
        'Drei Phasen für eine erste Bestandsaufnahme: Was gibt es vor, während und nach dem Kauf?',
      ),
      loop: false,
      warning: null,
      note: null,
      ...stated('S1'),
    },
    [
      phase(
        'V',
        'before',
        240,
        both('Before the purchase', 'Vor dem Kauf'),
        ['Pre-Sale', 'Presales', 'Vorkauf', 'Awareness', 'Consideration'],
        goals.before,
      ),
      phase(
        'W',
        'during',
        150,
        both('During the purchase', 'Während des Kaufs'),
        ['Kauf', 'Sale', 'Purchase', 'Conversion'],
        goals.buy,
      ),
      phase(
        'N',
        'after',
        60,
        both('After the purchase', 'Nach dem Kauf'),
        ['After-Sale', 'After-Sales', 'Aftersales', 'Nachkauf', 'Kundenbindung', 'Bindung', 'Retention', 'Loyalty', 'Advocacy'],
        both('Help, stay in touch and be recommended.', 'Helfen, in Verbindung bleiben und empfohlen werden.'),
      ),
    ],
  ),
]

export function modelPreset(key: Model): ModelPreset {
  const found = modelPresets.find((row) => row.key === key)
  if (!found) throw new Error(`no journey model ${key}`)
  return found
}
