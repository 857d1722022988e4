'use client'

import { useQuery } from '@tanstack/react-query'
import { useSearchParams } from 'next/navigation'
import { type SyntheticEvent, useState } from 'react'
import { TemplateSelect } from '@/components/briefs/template-select'
import { useNewBrief } from '@/components/briefs/use-new-brief'
import { useLanguage, useProblemText, useText } from '@/components/i18n/use-text'
import { Page } from '@/components/shell/page'
import { useShortcut } from '@/components/shell/shortcut-provider'
import { useUsual } from '@/components/shell/use-usual'
import { useWorkspace } from '@/components/shell/workspace'
import { useTRPC } from '@/components/trpc/client'
import { Button } from '@/components/ui/button'
import { Combobox } from '@/components/ui/combobox'
import { DateInput } from '@/components/ui/date-input'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { Notice } from '@/components/ui/notice'
import { TextInput } from '@/components/ui/text-input'
import { templateByKey } from '@/server/domain/briefs/brief.rules'
import { usualKey } from '@/server/domain/briefs/brief.schema'
import { isDay, localDayOf, proposedDay } from '@/server/domain/facts/moment.rules'
import type { Dimension } from '@/server/domain/vocabulary/vocabulary.schema'

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

function NewBriefForm() {
  const text = useText('briefs')
  const language = useLanguage()
  const problemText = useProblemText()
  const trpc = useTRPC()
  const create = useNewBrief()
  const address = useSearchParams()
  const { slug, base, timeZone, nameOf, choices, optionsOf } = useWorkspace()
  const today = localDayOf(Date.now(), timeZone)
  const known = (dimension: Dimension) =>
    (address.get(dimension) ?? '').split(',').find((key) => choices(dimension).some((term) => term.key === key)) ?? null
  const day = (address.get('plannedFor') ?? '').slice(0, 10)
  const [title, setTitle] = useState((address.get('title') ?? '').slice(0, 300))
  const [template, setTemplate] = useState<string>(usualKey)
  const [phase, setPhase] = useState(known('phase'))
  const [channel, setChannel] = useState(known('channel'))
  const [typedType, setType] = useState(known('type'))
  const [typedPurpose, setPurpose] = useState<string | null | undefined>(known('purpose') ?? undefined)
  const [typedQuestion, setQuestion] = useState<string | null | undefined>(known('question') ?? undefined)
  const [plannedFor, setDay] = useState<string | null>(isDay(day) ? day : proposedDay(today))
  const { data: questions } = useQuery(trpc.briefs.questions.queryOptions({ workspace: slug }))
  const chosen = templateByKey(template)
  const inUse = (dimension: 'type' | 'purpose', key: string | null | undefined) =>
    choices(dimension).find((term) => term.key === key)?.key ?? null
  const ofTemplate = { type: inUse('type', chosen?.type), purpose: inUse('purpose', chosen?.purpose) }
  const usual = useUsual({
    phase,
    channel,
    type: typedType ?? ofTemplate.type,
    purpose: typedPurpose ?? ofTemplate.purpose,
  })
  const type = usual.type ?? choices('type')[0]?.key ?? null
  const purpose = typedPurpose === undefined ? usual.purpose : typedPurpose
  const open = (questions ?? []).filter(({ state, phase: of }) => state === 'unanswered' && of === phase)
  // A phase's open question is proposed where none was chosen and the phase is known.
  const question = typedQuestion === undefined ? (phase === null ? null : (open[0]?.key ?? null)) : typedQuestion
  const isReady = title.trim() !== '' && type !== null

  function submit(event?: SyntheticEvent) {
    event?.preventDefault()
    if (!isReady || type === null) return
    const persona = known('persona')
    const topic =
      known('topic') ??
      (question === null ? null : (choices('question').find(({ key }) => key === question)?.details.topic ?? null))
    const campaign = known('campaign')
    create.begin({
      title: title.trim(),
      template: template === '' ? null : template,
      type,
      purpose,
      plannedFor,
      tags: {
        phase: phase === null ? [] : [phase],
        channel: channel === null ? [] : [channel],
        persona: persona === null ? [] : [persona],
        topic: topic === null ? [] : [topic],
        question: question === null ? [] : [question],
        campaign: campaign === null ? [] : [campaign],
      },
    })
  }
  useShortcut('submit', () => submit())
  const openKeys = new Set((questions ?? []).filter(({ state }) => state === 'unanswered').map(({ key }) => key))
  return (
    <Page title={text('new.title')} width="text" leadNote={text('new.lead')}>
      <form noValidate className="flex flex-col gap-4" onSubmit={submit}>
        {create.error ? <Notice tone="error">{problemText(create.error)}</Notice> : null}
        <TextInput
          label={text('new.name')}
          required
          maxLength={300}
          value={title}
          onValueChange={(value: string) => setTitle(value)}
        />
        <div className="grid gap-4 sm:grid-cols-2">
          <TemplateSelect value={template} onValueChange={setTemplate} type={type} />
          <Combobox
            label={text('fact.type')}
            required
            clearable={false}
            items={optionsOf('type')}
            value={type}
            onValueChange={setType}
          />
          <Combobox label={text('new.channel')} items={optionsOf('channel')} value={channel} onValueChange={setChannel} />
          <Combobox label={text('fact.purpose')} items={optionsOf('purpose')} value={purpose} onValueChange={setPurpose} />
          <Combobox label={text('new.phase')} items={optionsOf('phase')} value={phase} onValueChange={setPhase} />
        </div>
        <Combobox
          label={text('new.question')}
          items={choices('question')
            .map(({ key, details }) => ({
              value: key,
              label: nameOf('question', key),
              group: details.phase === null ? text('questions.noPhase') : nameOf('phase', details.phase),
              ...(openKeys.has(key) ? { hint: text('questions.unanswered') } : {}),
            }))
            .sort((a, b) => Number(openKeys.has(b.value)) - Number(openKeys.has(a.value)))}
          value={question}
          onValueChange={setQuestion}
        />
        <DateInput label={text('new.planned')} locale={language} today={today} value={plannedFor} onValueChange={setDay} />
        <div className="flex flex-wrap gap-2">
          <Button type="submit" variant="primary" loading={create.isPending} disabled={!isReady}>
            {text('new.create')}
          </Button>
          <LinkButton href={`${base}/content`}>{text('questions.cancel')}</LinkButton>
        </div>
      </form>
    </Page>
  )
}
