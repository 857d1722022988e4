import type { Localized } from '@/server/domain/wire.schema'
import type { CheckKey } from '@/server/presets/briefs/checks'
import { type BriefBeginning, matterOfFact, nothing, plain, reliable } from '@/server/presets/briefs/template'
import { both } from '@/server/presets/preset'
import type { TypeKey } from '@/server/presets/types'

const beginning = (
  tone: Localized,
  length: Localized,
  checks: readonly CheckKey[],
  reader: Localized = nothing,
): BriefBeginning => ({
  aim: nothing,
  reader,
  callToAction: nothing,
  nextStep: nothing,
  nextStage: null,
  tone,
  length,
  checks,
})

/** What holds for a type whatever it is for. Aim, reader and call are left to whoever knows the purpose. */
export const plainBeginnings: Readonly<Record<TypeKey, BriefBeginning>> = {
  blog_post: beginning(plain, both('600–900 words', '600–900 Wörter'), ['facts', 'first', 'next', 'search', 'alt']),
  ad: beginning(
    both('One thought, concrete, no exclamation mark', 'Ein Gedanke, konkret, kein Ausrufezeichen'),
    both('Headlines up to 30 characters, descriptions up to 90', 'Überschriften bis 30 Zeichen, Beschreibungen bis 90'),
    ['limits', 'landing', 'facts', 'legal'],
  ),
  email: beginning(plain, both('80–200 words, subject up to 50 characters', '80–200 Wörter, Betreff bis 50 Zeichen'), [
    'subject',
    'next',
    'contact',
    'aloud',
  ]),
  faq: beginning(
    both('The answer first, then the reason', 'Erst die Antwort, dann der Grund'),
    both('60–150 words', '60–150 Wörter'),
    ['first', 'facts', 'support', 'next'],
  ),
  page: beginning(plain, both('300–500 words', '300–500 Wörter'), ['facts', 'next', 'search', 'alt']),
  social_post: beginning(
    both('As people talk, one thought', 'Wie man spricht, ein Gedanke'),
    both('Up to 280 characters', 'Bis 280 Zeichen'),
    ['alt', 'next', 'facts', 'limits'],
  ),
  video: beginning(
    both('Show, do not claim; calm voice', 'Zeigen statt behaupten; ruhige Stimme'),
    both('60–180 seconds, the result in the first 10', '60–180 Sekunden, das Ergebnis in den ersten 10'),
    ['subtitles', 'facts', 'next'],
  ),
  document: beginning(matterOfFact, both('4–12 pages', '4–12 Seiten'), ['facts', 'legal', 'contact', 'alt']),
  message: beginning(reliable, both('Up to 160 characters', 'Bis 160 Zeichen'), ['limits', 'facts', 'contact']),
  script: beginning(
    both('Spoken language, questions before answers', 'Gesprochene Sprache, erst fragen, dann antworten'),
    both('2–4 minutes', '2–4 Minuten'),
    ['aloud', 'facts', 'support'],
    both('Colleagues who talk to customers', 'Kolleginnen und Kollegen im Kundengespräch'),
  ),
  offline: beginning(
    both('One line that works without the picture', 'Eine Zeile, die auch ohne Bild trägt'),
    both('As short as the place allows', 'So kurz, wie der Ort es verlangt'),
    ['print', 'landing', 'legal', 'facts'],
  ),
}
