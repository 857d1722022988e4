'use client'

import type { SyntheticEvent } from 'react'
import { TemplateSelect } from '@/components/briefs/template-select'
import { useBriefWish } from '@/components/briefs/use-brief-wish'
import { useNewBrief } from '@/components/briefs/use-new-brief'
import { useLanguage, useProblemText, useText } from '@/components/i18n/use-text'
import { Page } from '@/components/shell/page'
import { useShortcut } from '@/components/shell/shortcut-provider'
import { useWorkspace } from '@/components/shell/workspace'
import { Button } from '@/components/ui/button'
import { Combobox } from '@/components/ui/combobox'
import { DateInput } from '@/components/ui/date-input'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { Notice } from '@/components/ui/notice'
import { TextInput } from '@/components/ui/text-input'

/** The few things a brief begins with; the rest is written in it. What the address names is filled in. */
export function NewBrief() {
  const text = useText('briefs')
  const { base, can } = useWorkspace()
  if (can('item.create')) return <NewBriefForm />
  return (
    <Page title={text('new.title')}>
      <EmptyState
        title={text('new.mayNot')}
        actions={<LinkButton href={`${base}/content`}>{text('new.toContent')}</LinkButton>}
      />
    </Page>
  )
}

const tagged = ['phase', 'channel', 'persona', 'topic', 'campaign'] as const

function NewBriefForm() {
  const text = useText('briefs')
  const language = useLanguage()
  const problemText = useProblemText()
  const create = useNewBrief()
  const { base, nameOf, choices, optionsOf } = useWorkspace()
  const { today, type, values, choose, plannedFor, dueOn, openQuestions, wish, ...form } = useBriefWish()
  const brief = wish()
  function submit(event?: SyntheticEvent) {
    event?.preventDefault()
    if (brief) create.begin(brief)
  }
  useShortcut('submit', () => submit())
  return (
    <Page title={text('new.title')} width="text" leadNote={text('new.lead')}>
      <form noValidate className="flex flex-col gap-4" onSubmit={submit}>
        {create.error ? <Notice tone="error">{problemText(create.error)}</Notice> : null}
        <TextInput
          label={text('new.name')}
          required
          maxLength={300}
          value={form.title}
          onValueChange={(value: string) => form.setTitle(value)}
        />
        <div className="grid gap-4 sm:grid-cols-2">
          <TemplateSelect value={form.template} onValueChange={form.setTemplate} type={type} />
          <Combobox
            label={text('fact.type')}
            required
            clearable={false}
            items={optionsOf('type')}
            value={type}
            onValueChange={form.setType}
          />
          <Combobox
            label={text('fact.purpose')}
            items={optionsOf('purpose')}
            value={values.purpose}
            onValueChange={(key) => choose('purpose', key)}
          />
          {tagged.map((dimension) => (
            <Combobox
              key={dimension}
              label={text(`fact.${dimension}`)}
              items={optionsOf(dimension)}
              value={values[dimension]}
              onValueChange={(key) => choose(dimension, key)}
            />
          ))}
        </div>
        <Combobox
          label={text('new.question')}
          items={choices('question')
            .map(({ key, details }) => ({
              value: key,
              label: nameOf('question', key),
              group: details.phase === null ? text('questions.noPhase') : nameOf('phase', details.phase),
              ...(openQuestions.has(key) ? { hint: text('questions.unanswered') } : {}),
            }))
            .sort((a, b) => Number(openQuestions.has(b.value)) - Number(openQuestions.has(a.value)))}
          value={values.question}
          onValueChange={(key) => choose('question', key)}
        />
        <div className="grid gap-4 sm:grid-cols-2">
          <DateInput
            label={text('new.planned')}
            locale={language}
            today={today}
            value={plannedFor}
            onValueChange={form.setPlanned}
          />
          <DateInput
            label={text('fact.due')}
            help={text('new.dueHelp')}
            locale={language}
            today={today}
            value={dueOn}
            onValueChange={form.setDue}
          />
        </div>
        <div className="flex flex-wrap gap-2">
          <Button type="submit" variant="primary" loading={create.isPending} disabled={brief === null}>
            {text('new.create')}
          </Button>
          <LinkButton href={`${base}/content`}>{text('questions.cancel')}</LinkButton>
        </div>
      </form>
    </Page>
  )
}
