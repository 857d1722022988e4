'use client'

import { Check, Circle, CircleDot, Clock } from 'lucide-react'
import { useNewBrief } from '@/components/briefs/use-new-brief'
import { useLocalized, useProblemText, useText } from '@/components/i18n/use-text'
import { useWorkspace } from '@/components/shell/workspace'
import { Button } from '@/components/ui/button'
import { cn } from '@/components/ui/class-names'
import { TextLink } from '@/components/ui/link-button'
import { showError } from '@/components/ui/toast'
import type { QuestionRow } from '@/server/domain/briefs/question.schema'
import type { RuleKey } from '@/server/domain/gaps/gap.schema'
import { purposesAnswering } from '@/server/presets/questions'
import { ruleDefinition } from '@/server/presets/rules'

const looks = {
  answered: { Icon: Check, mark: 'text-accent', word: 'answered' },
  stale: { Icon: Clock, mark: 'text-warning', word: 'stale' },
  planned: { Icon: CircleDot, mark: 'text-ink-3', word: 'onTheWay' },
  unanswered: { Icon: Circle, mark: 'text-must', word: 'unanswered' },
} as const

/** One question: what it is about, what answers it, and the way to an answer. */
export function QuestionItem({ row }: { row: QuestionRow }) {
  const text = useText('briefs.questions')
  const localized = useLocalized()
  const { base, can, nameOf } = useWorkspace()
  const { key, topic, state, answers, count, gap } = row
  const { Icon, mark, word } = looks[state]
  const isOpen = state === 'unanswered'
  return (
    <li className="flex gap-3 border-b py-2.5">
      <Icon aria-hidden className={cn('mt-1 size-4 shrink-0', mark)} />
      <div className="min-w-0 flex-1">
        <p className={cn('text-pretty', isOpen && 'font-medium')}>{nameOf('question', key)}</p>
        <p className="flex flex-wrap gap-x-3 text-xs text-ink-2">
          <span className={cn('leading-6', isOpen && 'text-must')}>{text(word)}</span>
          {topic === null ? null : <span className="leading-6">{text('topic', { topic: nameOf('topic', topic) })}</span>}
          {gap ? (
            <TextLink className="leading-6" href={`${base}/gaps?state=${gap.state}&gap=${encodeURIComponent(gap.id)}`}>
              {text('gap', { name: localized(ruleDefinition(gap.rule).name) })}
            </TextLink>
          ) : null}
        </p>
        {answers.length > 0 ? (
          <ul className="text-sm">
            {answers.map((answer) => (
              <li key={answer.id} className="flex items-baseline gap-2">
                <TextLink className="inline-block min-w-0 truncate leading-6" href={`${base}/content/${answer.id}`}>
                  {answer.title}
                </TextLink>
                <span className="shrink-0 text-xs text-ink-3">
                  {text(`item.${answer.state === 'live' ? 'published' : answer.state}`)}
                </span>
              </li>
            ))}
            {count > answers.length ? (
              <li>
                <TextLink className="leading-6" href={`${base}/content?${new URLSearchParams({ question: key })}`}>
                  {text('more', { count: count - answers.length })}
                </TextLink>
              </li>
            ) : null}
          </ul>
        ) : null}
      </div>
      {isOpen && can('item.create') ? <BriefAnswer row={row} /> : null}
    </li>
  )
}

function asksFor(rule: RuleKey, question: string): boolean {
  const purpose = ruleDefinition(rule).plan?.purpose ?? ''
  return rule === 'question_unanswered' || purposesAnswering(question).includes(purpose)
}

/** One press makes the planned answer with its brief. */
function BriefAnswer({ row: { key, gap } }: { row: QuestionRow }) {
  const text = useText('briefs.questions')
  const problemText = useProblemText()
  const create = useNewBrief()
  const { can, nameOf } = useWorkspace()
  const question = nameOf('question', key)
  const fail = (error: unknown) => showError(problemText(error))
  function brief() {
    // A gap that asks for this very answer is planned with it, so that both ways lead to the same item.
    if (gap?.state === 'open' && asksFor(gap.rule, key) && can('gap.plan'))
      return create.plan({ id: gap.id, revision: gap.revision }, fail)
    create.answer({ question: key, title: question }, fail)
  }
  return (
    <Button
      size="sm"
      data-print="hide"
      className="shrink-0 self-start"
      loading={create.isPending}
      onClick={brief}
      aria-label={`${text('brief')}: ${question}`}
    >
      {text('brief')}
    </Button>
  )
}
