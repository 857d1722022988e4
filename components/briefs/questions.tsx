'use client'

import { useSuspenseQuery } from '@tanstack/react-query'
import { parseAsString, parseAsStringLiteral, useQueryStates } from 'nuqs'
import { useRef } from 'react'
import { AddQuestion } from '@/components/briefs/add-question'
import { QuestionItem } from '@/components/briefs/question-item'
import { useText } from '@/components/i18n/use-text'
import { Page } from '@/components/shell/page'
import { useShortcut } from '@/components/shell/shortcut-provider'
import { deliberate, typing } from '@/components/shell/url-state'
import { useWorkspace } from '@/components/shell/workspace'
import { useTRPC } from '@/components/trpc/client'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { foldText } from '@/components/ui/option'
import { Segmented } from '@/components/ui/segmented'
import { Select } from '@/components/ui/select'
import { TextInput } from '@/components/ui/text-input'
import type { QuestionRow } from '@/server/domain/briefs/question.schema'

const shown = ['all', 'open'] as const
const everywhere = 'all-phases'

/** What customers ask, phase by phase, and who answers which. */
export function Questions() {
  const text = useText('briefs.questions')
  const begin = useText('briefs.new')
  const trpc = useTRPC()
  const { slug, base, can, optionsOf, nameOf } = useWorkspace()
  const { data: rows } = useSuspenseQuery(trpc.briefs.questions.queryOptions({ workspace: slug }))
  const [{ phase, show }, setFilter] = useQueryStates(
    { phase: parseAsString, show: parseAsStringLiteral(shown).withDefault('all') },
    deliberate,
  )
  const [{ q }, setQuery] = useQueryStates({ q: parseAsString.withDefault('') }, typing)
  const search = useRef<HTMLInputElement>(null)
  useShortcut('questionSearch', () => search.current?.focus())
  const open = rows.filter(({ state }) => state === 'unanswered')
  const words = foldText(q).split(/\s+/).filter(Boolean)
  const isMeant = ({ key, topic, state, phase: of }: QuestionRow) => {
    const said = foldText(`${nameOf('question', key)} ${topic === null ? '' : nameOf('topic', topic)}`)
    return (
      (show === 'all' || state === 'unanswered') && (phase === null || of === phase) && words.every((word) => said.includes(word))
    )
  }
  const meant = rows.filter(isMeant)
  const phases = optionsOf('phase')
  const places = new Set(phases.map(({ value }) => value))
  const groups: { key: string | null; rows: QuestionRow[] }[] = [
    ...phases.map(({ value }) => ({ key: value as string | null, rows: meant.filter((row) => row.phase === value) })),
    { key: null, rows: meant.filter((row) => row.phase === null || !places.has(row.phase)) },
  ].filter((group) => group.rows.length > 0)
  const clear = () => {
    void setFilter({ phase: null, show: null })
    void setQuery({ q: null })
  }
  return (
    <Page
      title={text('title')}
      width="text"
      lead={rows.length === 0 ? undefined : text('lead', { open: open.length, all: rows.length })}
      actions={
        <>
          {can('vocabulary.edit') ? <LinkButton href={`${base}/settings/questions`}>{text('edit')}</LinkButton> : null}
          {can('item.create') ? <LinkButton href={`${base}/briefs/new`}>{begin('title')}</LinkButton> : null}
          {can('vocabulary.create') ? <AddQuestion phase={phase} /> : null}
        </>
      }
    >
      {rows.length === 0 ? (
        <EmptyState title={text('none')}>{text('noneLead')}</EmptyState>
      ) : (
        <>
          <div data-print="hide" className="flex flex-wrap items-end gap-3">
            <TextInput
              ref={search}
              type="search"
              className="min-w-56 flex-1"
              label={text('search')}
              labelHidden
              placeholder={text('search')}
              maxLength={200}
              value={q}
              onValueChange={(value: string) => void setQuery({ q: value === '' ? null : value })}
            />
            <Select<string>
              label={text('phase')}
              labelHidden
              look="button"
              value={phase !== null && places.has(phase) ? phase : everywhere}
              onValueChange={(next) => void setFilter({ phase: next === everywhere ? null : next })}
              items={[{ value: everywhere, label: text('allPhases') }, ...phases]}
            />
            <Segmented
              label={text('state')}
              value={show}
              onValueChange={(next) => void setFilter({ show: next })}
              items={shown.map((value) => ({ value, label: text(value) }))}
            />
          </div>
          {groups.length === 0 ? (
            <EmptyState title={text('noMatch')} actions={<Button onClick={clear}>{text('clear')}</Button>} />
          ) : (
            groups.map((group) => <Group key={group.key ?? ''} phase={group.key} rows={group.rows} />)
          )}
        </>
      )}
    </Page>
  )
}

function Group({ phase, rows }: { phase: string | null; rows: readonly QuestionRow[] }) {
  const text = useText('briefs.questions')
  const { nameOf, term } = useWorkspace()
  const letter = phase === null ? undefined : term('phase', phase)?.details.letter
  const open = rows.filter(({ state }) => state === 'unanswered').length
  const id = `questions-${phase ?? 'none'}`
  return (
    <section aria-labelledby={id} className="mt-6">
      <div className="flex items-baseline justify-between gap-3 border-b pb-1.5">
        <h2 id={id} className="font-serif text-lg">
          {letter ? <span className="me-2 text-ink-3">{letter}</span> : null}
          {phase === null ? text('noPhase') : nameOf('phase', phase)}
        </h2>
        <span className="text-sm text-ink-3 tabular-nums">{text('count', { open, all: rows.length })}</span>
      </div>
      <ul>
        {rows.map((row) => (
          <QuestionItem key={row.key} row={row} />
        ))}
      </ul>
    </section>
  )
}
