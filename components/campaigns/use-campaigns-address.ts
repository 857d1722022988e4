'use client'

import { parseAsString, parseAsStringLiteral, useQueryStates } from 'nuqs'
import { type Span, spans, startOfSpan } from '@/components/campaigns/timeline-rules'
import { deliberate } from '@/components/shell/url-state'
import { isShownDay, nearestShownDay } from '@/server/domain/facts/moment.rules'
import { campaignStates } from '@/server/domain/vocabulary/vocabulary.schema'

const views = ['list', 'timeline'] as const
export type CampaignView = (typeof views)[number]

const parsers = {
  view: parseAsStringLiteral(views).withDefault('list'),
  span: parseAsStringLiteral(spans).withDefault('quarter'),
  at: parseAsString,
  state: parseAsStringLiteral(campaignStates),
  owner: parseAsString,
}

/** What of the list of campaigns is shown, as it stands in the address. */
export function useCampaignsAddress(today: string) {
  const [values, setValues] = useQueryStates(parsers)
  const { span, at } = values
  const from = startOfSpan(at !== null && isShownDay(at) ? at : today, span)
  return {
    ...values,
    /** The first day of the timeline. */
    from,
    setView: (view: CampaignView) => void setValues({ view }, deliberate),
    setSpan: (next: Span) => void setValues({ span: next }, deliberate),
    setState: (state: (typeof campaignStates)[number] | null) => void setValues({ state }, deliberate),
    setOwner: (owner: string | null) => void setValues({ owner }, deliberate),
    /** So many quarters or years on; 0 is the one of today. */
    step: (steps: number) => {
      const next = startOfSpan(steps === 0 ? today : nearestShownDay(startOfSpan(from, span, steps)), span)
      void setValues({ at: next === startOfSpan(today, span) ? null : next }, deliberate)
    },
    clear: () => void setValues({ state: null, owner: null }, deliberate),
  }
}

export type CampaignsAddress = ReturnType<typeof useCampaignsAddress>
