'use client'

import { Check, Circle } from 'lucide-react'
import Link from 'next/link'
import { useText } from '@/components/i18n/use-text'
import { useWorkspace } from '@/components/shell/workspace'
import { cn } from '@/components/ui/class-names'
import type { AskedQuestion } from '@/server/domain/journeys/journey-map.schema'

interface Props {
  questions: readonly AskedQuestion[]
  phase: string | null
  className?: string
}

const quietLink = 'underline decoration-line-2 underline-offset-2 hover:text-ink'

/** What customers ask here: answered by which live items, or by none. */
export function QuestionList({ questions, phase, className }: Props) {
  const text = useText('journey')
  const { nameOf } = useWorkspace()
  if (questions.length === 0) return <p className="text-ink-3">{text('noQuestions')}</p>
  return (
    <ul className={cn('flex flex-col gap-2.5', className)}>
      {questions.map((question) => (
        <li key={question.key} className="flex gap-2">
          {question.answers > 0 ? (
            <Check aria-hidden className="mt-0.5 size-4 shrink-0 text-accent" />
          ) : (
            <Circle aria-hidden className="mt-1 size-3.5 shrink-0 text-must" />
          )}
          <div className="min-w-0 flex-1">
            <p className={cn(question.answers === 0 && 'font-medium')}>{nameOf('question', question.key)}</p>
            {question.answers === 0 ? <Unanswered question={question.key} phase={phase} /> : <Answers question={question} />}
          </div>
        </li>
      ))}
    </ul>
  )
}

function Unanswered({ question, phase }: { question: string; phase: string | null }) {
  const text = useText('journey')
  const { base, can } = useWorkspace()
  const address = new URLSearchParams({ question, ...(phase ? { phase } : {}) })
  return (
    <p className="flex flex-wrap gap-x-2 text-xs">
      <span className="leading-6 text-must">{text('unanswered')}</span>
      {can('item.create') ? (
        <Link
          prefetch={false}
          href={`${base}/content/new?${address}`}
          className={cn(quietLink, 'leading-6 text-ink-2')}
          data-print="hide"
        >
          {text('answerIt')}
        </Link>
      ) : null}
    </p>
  )
}

function Answers({ question: { key, answers, items } }: { question: AskedQuestion }) {
  const text = useText('journey')
  const { base } = useWorkspace()
  return (
    <ul className="text-xs text-ink-3">
      {items.map(({ id, title }) => (
        <li key={id}>
          <Link
            prefetch={false}
            href={`${base}/content/${id}`}
            title={title}
            className={cn(quietLink, 'block truncate leading-6 print:whitespace-normal')}
          >
            {title}
          </Link>
        </li>
      ))}
      {answers > items.length ? (
        <li>
          <Link
            prefetch={false}
            href={`${base}/content?${new URLSearchParams({ question: key, counts: 'published' })}`}
            className={cn(quietLink, 'inline-block leading-6')}
          >
            {text('more', { count: answers - items.length })}
          </Link>
        </li>
      ) : null}
    </ul>
  )
}
