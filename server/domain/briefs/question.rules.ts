import type { Answer, QuestionRow, QuestionState } from '@/server/domain/briefs/question.schema'
import { countsAs } from '@/server/domain/facts/counting.rules'
import type { Fact } from '@/server/domain/facts/fact.schema'
import type { Moment } from '@/server/domain/facts/moment.rules'
import type { Vocabulary } from '@/server/domain/vocabulary/vocabulary.schema'

const named = 5
const order = { live: 0, stale: 1, planned: 2 } as const
const stateOf: Readonly<Record<Answer['state'], QuestionState>> = { live: 'answered', stale: 'stale', planned: 'planned' }

/** Each customer question in use, in its order, with the items that answer it: what is live first. */
export function questionRows(
  { question }: Pick<Vocabulary, 'question'>,
  facts: Iterable<Fact>,
  moment: Moment,
  gapOf: (key: string) => QuestionRow['gap'],
): QuestionRow[] {
  const found = new Map<string, Answer[]>(question.filter(({ archivedAt }) => archivedAt === null).map(({ key }) => [key, []]))
  for (const fact of facts) {
    if (fact.question.length === 0) continue
    const state = answerStateOf(fact, moment)
    if (state === null) continue
    for (const key of fact.question) found.get(key)?.push({ id: fact.id, title: fact.title, state })
  }
  return question.flatMap(({ key, details }): QuestionRow[] => {
    const answers = found.get(key)
    if (!answers) return []
    answers.sort((a, b) => order[a.state] - order[b.state])
    const best = answers[0]
    return [
      {
        key,
        phase: details.phase,
        topic: details.topic,
        state: best ? stateOf[best.state] : 'unanswered',
        answers: answers.slice(0, named),
        count: answers.length,
        gap: gapOf(key),
      },
    ]
  })
}

function answerStateOf(fact: Fact, moment: Moment): Answer['state'] | null {
  const live = countsAs(fact, 'published', moment, false)
  if (live !== false) return live === 'fresh' ? 'live' : 'stale'
  return countsAs(fact, 'planned', moment, false) === false ? null : 'planned'
}
