import type { RuleDefinition } from '@/server/domain/gaps/gap.schema'
import { stages } from '@/server/domain/vocabulary/vocabulary.schema'
import { both, derived, stated } from '@/server/presets/preset'
import { number, rule } from '@/server/presets/rules/rule'

/** Rules about the balance of the journey and the upkeep of what is there. */
export const wholeJourneyRules: readonly RuleDefinition[] = [
  rule('phase_empty', 'must', [], {
    name: both('Phase without content', 'Phase ohne Inhalt'),
    explanation: both(
      'Nothing is live in this phase, so customers are on their own there. Whatever else is missing in the phase stands under this.',
      'In dieser Phase ist nichts live, die Kundschaft ist hier auf sich gestellt. Was in der Phase sonst noch fehlt, steht darunter.',
    ),
    remedy: both(
      'Make a first piece of content for this phase, or mark the phase as not applicable.',
      'Einen ersten Inhalt für diese Phase anlegen oder sie als „entfällt“ kennzeichnen.',
    ),
    plan: {
      purpose: null,
      type: null,
      channel: null,
      title: both('First content for this phase', 'Erster Inhalt für diese Phase'),
    },
    from: stated('S1', 'S3', 'S4'),
  }),
  rule('question_unanswered', 'should', [], {
    name: both('Question without an answer', 'Frage ohne Antwort'),
    explanation: both(
      'Customers ask this in this phase, and nothing live answers it. They will look for the answer elsewhere, or ask, or leave.',
      'Das wird in dieser Phase gefragt, und kein veröffentlichter Inhalt beantwortet es. Die Antwort suchen sich die Leute dann woanders, oder sie fragen nach, oder sie gehen.',
    ),
    remedy: both(
      'Answer the question, or link it with what answers it already.',
      'Die Frage beantworten oder mit dem Inhalt verknüpfen, der sie schon beantwortet.',
    ),
    plan: {
      purpose: 'answer',
      type: 'faq',
      channel: 'website',
      title: both('Answer to an open question', 'Antwort auf eine offene Frage'),
    },
    from: derived('S1'),
  }),
  rule('phase_thin', 'should', [], {
    name: both('Phase with little content', 'Phase mit wenig Inhalt'),
    explanation: both(
      'The phase holds fewer live items than its minimum. One outdated page is then enough to leave it bare.',
      'Die Phase hat weniger Inhalte live als ihr Minimum. Dann genügt eine veraltete Seite, und sie steht leer.',
    ),
    remedy: both('Plan content until the minimum is reached.', 'Inhalte einplanen, bis das Minimum erreicht ist.'),
    plan: {
      purpose: null,
      type: null,
      channel: null,
      title: both('More content for this phase', 'Weiterer Inhalt für diese Phase'),
    },
    numbers: [number('min', both('Live items at least', 'Mindestens live'), 3, 1, 1000)],
    from: derived('S1'),
  }),
  rule('top_heavy', 'should', stages, {
    name: both('Too much before, too little after the purchase', 'Viel vor, wenig nach dem Kauf'),
    explanation: both(
      'Most content woos new customers and little serves those who have bought. Yet most mistakes happen after the sale.',
      'Die meisten Inhalte werben um neue Kundschaft, nur wenige dienen denen, die gekauft haben. Dabei passieren die meisten Fehler nach dem Verkauf.',
    ),
    remedy: both(
      'Put the next pieces of work after the purchase: service, help, loyalty, recommendation.',
      'Die nächsten Arbeiten hinter den Kauf legen: Service, Hilfe, Bindung, Empfehlung.',
    ),
    plan: {
      purpose: 'support',
      type: 'page',
      channel: 'help_center',
      title: both('Help for people who have bought', 'Hilfe für alle, die gekauft haben'),
    },
    numbers: [
      number('after', both('After the purchase less than (%)', 'Nach dem Kauf weniger als (%)'), 25, 0, 100),
      number('before', both('Before the purchase more than (%)', 'Vor dem Kauf mehr als (%)'), 50, 0, 100),
      number('least', both('Only from this many live items', 'Erst ab so vielen Inhalten live'), 20, 1, 100_000),
    ],
    from: derived('S1'),
  }),
  rule('single_channel', 'should', [], {
    name: both('Phase on a single channel', 'Phase auf nur einem Kanal'),
    explanation: both(
      'Everything live in this phase runs on one channel. People who are not there meet nothing.',
      'Alles, was in dieser Phase live ist, läuft über einen Kanal. Wer dort nicht ist, bekommt nichts mit.',
    ),
    remedy: both('Bring a proven piece to a second channel.', 'Einen bewährten Inhalt auf einen zweiten Kanal bringen.'),
    plan: {
      purpose: null,
      type: null,
      channel: null,
      title: both('The same on a second channel', 'Dasselbe auf einem zweiten Kanal'),
    },
    numbers: [number('least', both('Only from this many live items', 'Erst ab so vielen Inhalten live'), 3, 2, 1000)],
    from: stated('S4', 'S3'),
  }),
  rule('promise_mismatch', 'should', ['awareness', 'consideration', 'preference', 'purchase'], {
    name: both('Contradicting statements', 'Widersprüchliche Aussagen'),
    explanation: both(
      'Live items say different things about the same product: another price, delivery time or model. Whoever notices stops trusting both.',
      'Veröffentlichte Inhalte sagen Verschiedenes über dasselbe Produkt: anderer Preis, andere Lieferzeit, anderes Modell. Wer es merkt, traut beiden nicht mehr.',
    ),
    remedy: both(
      'Open the items side by side and correct the wrong one.',
      'Die Inhalte nebeneinander öffnen und den falschen berichtigen.',
    ),
    from: stated('S1', 'S0'),
  }),
  rule('stale', 'should', [], {
    name: both('Review overdue', 'Prüfung überfällig'),
    explanation: both(
      'The day on which somebody should have looked at this content again has passed. Until then it does not count as covering anything.',
      'Der Tag, an dem dieser Inhalt wieder angesehen werden sollte, ist vorbei. Bis dahin zählt er nicht zur Abdeckung.',
    ),
    remedy: both(
      'Read it, correct it if need be and set the next review date.',
      'Lesen, wenn nötig berichtigen und das nächste Prüfdatum setzen.',
    ),
    from: derived(),
  }),
  rule('surplus', 'info', [], {
    name: both('More than wanted', 'Mehr als gewünscht'),
    explanation: both(
      'A cell holds more content than its maximum. The work may be needed elsewhere.',
      'In einer Zelle steht mehr als ihr Höchstwert. Die Arbeit wird vielleicht anderswo gebraucht.',
    ),
    remedy: both(
      'Merge or archive what overlaps, or raise the maximum.',
      'Doppeltes zusammenlegen oder archivieren, oder den Höchstwert anheben.',
    ),
    from: derived(),
  }),
  rule('locale_missing', 'info', [], {
    name: both('Translation missing', 'Übersetzung fehlt'),
    explanation: both(
      'The content exists in another language, but not in the main language of the workspace.',
      'Den Inhalt gibt es in einer anderen Sprache, aber nicht in der Hauptsprache des Arbeitsbereichs.',
    ),
    remedy: both(
      'Translate it, or set its language if it is only wrong there.',
      'Übersetzen, oder die Sprachangabe berichtigen, falls nur sie falsch ist.',
    ),
    from: derived(),
  }),
]
