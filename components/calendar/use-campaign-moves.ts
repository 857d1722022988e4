'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { type RefObject, useEffect, useMemo, useRef } from 'react'
import type { CampaignSpan } from '@/components/calendar/campaign-bar'
import { type CampaignDays, useCampaignDays } from '@/components/calendar/campaign-days-dialog'
import type { useFilter } from '@/components/filter/use-filter'
import { useProblemText, useText } from '@/components/i18n/use-text'
import { useWorkspace } from '@/components/shell/workspace'
import { useTRPC } from '@/components/trpc/client'
import { showError } from '@/components/ui/toast'
import type { Axis } from '@/server/domain/calendar/calendar.schema'
import type { CampaignRow } from '@/server/domain/campaigns/campaign.schema'
import { familyOf } from '@/server/domain/campaigns/family.rules'
import { addDays } from '@/server/domain/facts/moment.rules'
import type { Term } from '@/server/domain/vocabulary/vocabulary.schema'

const hasDays = ({ details }: Term<'campaign'>): boolean => details.startsOn !== null || details.endsOn !== null

/**
 * Campaigns with days of their own or of their items; those that the filter asks for, and what is under them, where it asks
 * for any.
 */
export function useCampaignSpans(filter: ReturnType<typeof useFilter>['filter']): readonly CampaignSpan[] {
  const trpc = useTRPC()
  const { slug, choices } = useWorkspace()
  const { data: rows } = useQuery({
    ...trpc.campaigns.list.queryOptions({ workspace: slug }),
    enabled: !choices('campaign').every(hasDays),
  })
  return useMemo(() => {
    const asked = filter.find(({ field, op }) => field === 'campaign' && (op === 'anyOf' || op === 'allOf'))?.values
    const shown = asked?.flatMap((key) => familyOf(key, choices('campaign')))
    return choices('campaign')
      .filter(({ key, details }) => (shown === undefined || shown.includes(key)) && details.state !== 'cancelled')
      .map((term) => spanOf(term, rows))
      .filter(({ startsOn, endsOn }) => startsOn !== null || endsOn !== null)
  }, [choices, filter, rows])
}

function spanOf(term: Term<'campaign'>, rows: readonly CampaignRow[] | undefined): CampaignSpan {
  const { key, details } = term
  if (hasDays(term)) return { key, term, startsOn: details.startsOn, endsOn: details.endsOn, isOfItems: false }
  const { from = null, until = null } = rows?.find((row) => row.key === key) ?? {}
  return { key, term, startsOn: from, endsOn: until, isOfItems: true }
}

/** Moves campaigns by hand and by key: a shift asks whether the items come along, an end only moves itself. */
export function useCampaignMoves(
  axis: Axis,
  root: RefObject<HTMLElement | null>,
  ask: (term: Term<'campaign'>, days: CampaignDays) => void,
) {
  const text = useText('calendar')
  const problemText = useProblemText()
  const trpc = useTRPC()
  const queries = useQueryClient()
  const { slug, can, nameOf } = useWorkspace()
  const save = useCampaignDays(axis)
  // Who presses a key several times means each from where the one before it ended.
  const last = useRef<Promise<void>>(Promise.resolve())
  const afterLast = (work: () => Promise<void> | void) => {
    last.current = last.current.then(work)
  }
  const found = (key: string) =>
    queries.getQueryData(trpc.vocabulary.get.queryKey({ workspace: slug }))?.campaign.find((term) => term.key === key)
  useBarFocus(root)

  function shift(key: string, days: number): void {
    const term = found(key)
    if (!term || days === 0) return
    const shifted = (value: string | null) => (value === null ? null : addDays(value, days))
    ask(term, { startsOn: shifted(term.details.startsOn), endsOn: shifted(term.details.endsOn) })
  }
  async function putEdge(key: string, part: 'start' | 'end', day: string): Promise<void> {
    const term = found(key)
    if (!term) return
    const { startsOn, endsOn } = term.details
    const days = part === 'start' ? { startsOn: day, endsOn } : { startsOn, endsOn: day }
    if (days.startsOn !== null && days.endsOn !== null && days.endsOn < days.startsOn) {
      showError(text('problem.endsBeforeStart'))
      return
    }
    try {
      await save(term, days, false)
    } catch (error) {
      showError(problemText(error))
    }
  }
  const refuse = (key: string) =>
    showError(can('campaign.edit') ? text('campaigns.ofItems', { name: nameOf('campaign', key) }) : text('campaigns.readOnly'))
  return {
    refuse,
    shift: (key: string, days: number) => afterLast(() => shift(key, days)),
    putEdge: (key: string, part: 'start' | 'end', day: string) => afterLast(() => putEdge(key, part, day)),
    byKey(key: string, days: number, part: 'whole' | 'end') {
      const term = found(key)
      if (!can('campaign.edit') || (term && !hasDays(term))) refuse(key)
      else if (part === 'whole') afterLast(() => shift(key, days))
      else
        afterLast(() => {
          const end = found(key)?.details.endsOn
          return end ? putEdge(key, 'end', addDays(end, days)) : undefined
        })
    },
  }
}

/** A bar that is drawn anew on its new days keeps the focus that its old one had. */
function useBarFocus(root: RefObject<HTMLElement | null>): void {
  const held = useRef<string | undefined>(undefined)
  useEffect(() => {
    const element = root.current
    const onFocus = ({ target }: FocusEvent) => {
      held.current = target instanceof Element ? target.closest<HTMLElement>('[data-campaign]')?.dataset.campaign : undefined
    }
    const onPointer = () => {
      held.current = undefined
    }
    element?.addEventListener('focusin', onFocus)
    document.addEventListener('pointerdown', onPointer)
    return () => {
      element?.removeEventListener('focusin', onFocus)
      document.removeEventListener('pointerdown', onPointer)
    }
  }, [root])
  useEffect(() => {
    if (held.current === undefined || document.activeElement !== document.body) return
    root.current?.querySelector<HTMLElement>(`[data-campaign="${CSS.escape(held.current)}"]`)?.focus()
  })
}
