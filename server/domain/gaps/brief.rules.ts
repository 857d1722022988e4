import type { Gap } from '@/server/domain/gaps/gap.schema'
import { termByKey, termName } from '@/server/domain/vocabulary/vocabulary.rules'
import type { Dimension, Vocabulary } from '@/server/domain/vocabulary/vocabulary.schema'
import type { Locale, Localized } from '@/server/domain/wire.schema'
import { both } from '@/server/presets/preset'
import { ruleDefinition } from '@/server/presets/rules'

export interface BriefWorld {
  readonly vocabulary: Vocabulary
  readonly language: Locale
  /** Undefined for an item that is gone. */
  readonly titleOf: (itemId: string) => string | undefined
}

// The brief is content: it is written in the language of the workspace, not in that of whoever reads the list.
const words = {
  gap: both('Gap', 'Lücke'),
  why: both('Why it matters', 'Warum das zählt'),
  help: both('What helps', 'Was hilft'),
  found: both('Found', 'Befund'),
  questions: both('Questions to answer', 'Zu beantwortende Fragen'),
  topics: both('About', 'Betrifft'),
  nearest: both('To start from', 'Als Ausgangspunkt'),
  live: both('live', 'live'),
  planned: both('in the making', 'in Arbeit'),
  stale: both('overdue for review', 'mit überfälliger Prüfung'),
  items: both('items behind it', 'Inhalte dahinter'),
} satisfies Record<string, Localized>

const listed = 10

/** What somebody needs to know to begin: the gap, why it matters, what was found and which questions are open. */
export function briefOf({ rule, evidence }: Gap, { vocabulary, language, titleOf }: BriefWorld): string {
  const { name, explanation, remedy } = ruleDefinition(rule)
  const word = (key: keyof typeof words) => words[key][language]
  const names = (dimension: Dimension, keys: readonly string[] = []) =>
    keys.flatMap((key) => {
      const term = termByKey(vocabulary, dimension, key)
      return term ? [termName(term, language)] : []
    })
  const { counts } = evidence
  const { items: behind = 0 } = counts
  const figures = (['live', 'planned', 'stale'] as const).flatMap((key) =>
    counts[key] === undefined ? [] : [`${counts[key]} ${word(key)}`],
  )
  const items = evidence.items.slice(0, listed).flatMap((id) => titleOf(id) ?? [])
  return [
    `${word('gap')}: ${name[language]}`,
    `${word('why')}: ${explanation[language]}`,
    `${word('help')}: ${remedy[language]}`,
    `${word('found')}: ${(figures.length > 0 ? figures : [`${behind} ${word('items')}`]).join(', ')}`,
    ...listOf(word('questions'), names('question', evidence.questions)),
    ...listOf(word('topics'), names('topic', evidence.topics)),
    ...listOf(word('nearest'), items),
  ].join('\n')
}

function listOf(heading: string, entries: readonly string[]): string[] {
  return entries.length === 0 ? [] : ['', `${heading}:`, ...entries.map((entry) => `- ${entry}`)]
}
