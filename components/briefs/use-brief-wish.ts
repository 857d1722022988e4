'use client'

import { useQuery } from '@tanstack/react-query'
import { useSearchParams } from 'next/navigation'
import { useState } from 'react'
import { useUsual } from '@/components/shell/use-usual'
import { useWorkspace } from '@/components/shell/workspace'
import { useTRPC } from '@/components/trpc/client'
import { templateByKey } from '@/server/domain/briefs/brief.rules'
import { type BriefItemCreate, usualKey } from '@/server/domain/briefs/brief.schema'
import { usualPlace } from '@/server/domain/briefs/usual.rules'
import { isDay, localDayOf, proposedDay } from '@/server/domain/facts/moment.rules'
import { dueDayOf } from '@/server/domain/gaps/brief.rules'
import type { Dimension } from '@/server/domain/vocabulary/vocabulary.schema'

const chosenDimensions = ['phase', 'channel', 'purpose', 'persona', 'topic', 'question', 'campaign'] as const
type Chosen = (typeof chosenDimensions)[number]
type Choices = { readonly [D in Chosen]: string | null }

/** What a brief begins with: what the address names, what somebody chose, and for the rest what such content usually has. */
export function useBriefWish() {
  const trpc = useTRPC()
  const address = useSearchParams()
  const { slug, timeZone, vocabulary, choices } = useWorkspace()
  const today = localDayOf(Date.now(), timeZone)
  const inUse = (dimension: Dimension, key: string | null | undefined) =>
    choices(dimension).find((term) => term.key === key)?.key ?? null
  const named = (dimension: Dimension) =>
    (address.get(dimension) ?? '').split(',').find((key) => inUse(dimension, key) !== null) ?? null
  const day = (address.get('plannedFor') ?? '').slice(0, 10)
  const [title, setTitle] = useState((address.get('title') ?? '').slice(0, 300))
  const [template, setTemplate] = useState<string>(usualKey)
  const [typedType, setType] = useState(() => named('type'))
  /** What is not in it is proposed. */
  const [typed, setTyped] = useState<Partial<Choices>>(() =>
    Object.fromEntries(
      chosenDimensions.flatMap((dimension) => (named(dimension) === null ? [] : [[dimension, named(dimension)]])),
    ),
  )
  const [plannedFor, setPlanned] = useState<string | null>(isDay(day) ? day : proposedDay(today))
  const [typedDue, setDue] = useState<string | null | undefined>()
  const { data: questions } = useQuery(trpc.briefs.questions.queryOptions({ workspace: slug }))

  const ofTemplate = templateByKey(template)
  const knownType = typedType ?? inUse('type', ofTemplate?.type)
  const knownPurpose = typed.purpose === undefined ? inUse('purpose', ofTemplate?.purpose) : typed.purpose
  const pick = (dimension: Chosen, proposed: string | null): string | null => {
    const chosen = typed[dimension]
    return chosen === undefined ? proposed : chosen
  }
  const phase = pick('phase', usualPlace({ purpose: knownPurpose, type: knownType }, vocabulary).phase)
  const usual = useUsual({ phase, channel: typed.channel ?? null, type: knownType, purpose: knownPurpose })
  const type = usual.type ?? choices('type')[0]?.key ?? null
  const purpose = pick('purpose', usual.purpose)
  const open = (questions ?? []).filter(({ state }) => state === 'unanswered')
  // A phase's open question is proposed where none was chosen and the phase is known.
  const question = pick('question', phase === null ? null : (open.find((row) => row.phase === phase)?.key ?? null))
  const ofQuestion = choices('question').find(({ key }) => key === question)
  const values: Choices = {
    phase,
    channel: pick('channel', usualPlace({ purpose, type }, vocabulary).channel),
    purpose,
    persona: pick('persona', null),
    topic: pick('topic', inUse('topic', ofQuestion?.details.topic)),
    question,
    campaign: pick('campaign', null),
  }
  const dueOn = typedDue === undefined ? (plannedFor === null ? null : dueDayOf(plannedFor, today)) : typedDue

  /** Null as long as something is missing. */
  function wish(): BriefItemCreate | null {
    if (title.trim() === '' || type === null) return null
    const { channel, persona, topic, campaign } = values
    return {
      title: title.trim(),
      template: template === '' ? null : template,
      type,
      purpose,
      plannedFor,
      dueOn,
      tags: {
        phase: listOf(phase),
        channel: listOf(channel),
        persona: listOf(persona),
        topic: listOf(topic),
        question: listOf(question),
        campaign: listOf(campaign),
      },
    }
  }
  return {
    today,
    title,
    setTitle,
    template,
    setTemplate,
    type,
    setType,
    values,
    choose: (dimension: Chosen, value: string | null) => setTyped((now) => ({ ...now, [dimension]: value })),
    plannedFor,
    setPlanned,
    dueOn,
    setDue,
    openQuestions: new Set(open.map(({ key }) => key)),
    wish,
  }
}

const listOf = (key: string | null): string[] => (key === null ? [] : [key])
