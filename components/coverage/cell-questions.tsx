'use client'

import { useText } from '@/components/i18n/use-text'
import { useWorkspace } from '@/components/shell/workspace'
import type { CellView } from '@/server/domain/coverage/coverage-picture.schema'

/** What customers ask in this phase and nothing live answers. */
export function CellQuestions({ questions }: Pick<CellView, 'questions'>) {
  const text = useText('coverage.panel')
  const { nameOf, term } = useWorkspace()
  if (questions.length === 0) return null
  return (
    <section>
      <h3 className="mb-2">{text('questions', { count: questions.length })}</h3>
      <ul className="border-t">
        {questions.map(({ key, isPlanned }) => {
          const topic = term('question', key)?.details.topic ?? null
          const below = [topic === null ? null : nameOf('topic', topic), isPlanned ? text('answerPlanned') : null].filter(Boolean)
          return (
            <li key={key} className="border-b py-2">
              {nameOf('question', key)}
              {below.length > 0 ? <div className="text-xs text-ink-3">{below.join(' · ')}</div> : null}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
