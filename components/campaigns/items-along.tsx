'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { CampaignEdit } from '@/components/campaigns/use-campaign-edit'
import { useCampaignWords } from '@/components/campaigns/use-campaign-words'
import { useProblemText, useText } from '@/components/i18n/use-text'
import { useWorkspace } from '@/components/shell/workspace'
import { useTRPC } from '@/components/trpc/client'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { showError } from '@/components/ui/toast'
import { daysBetween } from '@/server/domain/facts/moment.rules'
import type { Term } from '@/server/domain/vocabulary/vocabulary.schema'

interface Days {
  readonly startsOn: string | null
  readonly endsOn: string | null
}

interface Asked {
  readonly days: Days
  readonly from: string
  readonly to: string
  /** How many planned items would move. */
  readonly count: number
  decide(answer: 'along' | 'alone' | 'cancel'): void
}

const first = ({ startsOn, endsOn }: Days) => startsOn ?? endsOn

/** Saves other days of a campaign; where its beginning moves and it has planned items, it is asked whether they move too, as in the calendar. */
export function useItemsAlong(campaign: Term<'campaign'>, edit: CampaignEdit) {
  const problemText = useProblemText()
  const trpc = useTRPC()
  const queries = useQueryClient()
  const { slug } = useWorkspace()
  const [asked, setAsked] = useState<Asked | null>(null)
  async function put(days: Days): Promise<void> {
    const { details } = edit.shown
    const changed = (['startsOn', 'endsOn'] as const).filter((name) => days[name] !== details[name])
    const change = { details: Object.fromEntries(changed.map((name) => [name, days[name]])) }
    const [from, to] = [first(details), first(days)]
    if (from === null || to === null || from === to) return void edit.save(change)
    try {
      const question = trpc.calendar.countAlong.queryOptions({ workspace: slug, key: campaign.key, axis: 'planned' })
      const count = await queries.fetchQuery({ ...question, staleTime: 0 })
      if (count === 0) return void edit.save(change)
      const decide: Asked['decide'] = (answer) => {
        setAsked(null)
        if (answer !== 'cancel') void edit.save(answer === 'along' ? { ...change, isAlong: true } : change)
      }
      setAsked({ days, from, to, count, decide })
    } catch (error) {
      showError(problemText(error))
    }
  }
  return { asked, put }
}

/** Whether the items of a campaign move as its beginning does. */
export function ItemsAlongDialog({ from, to, count, decide }: Asked) {
  const text = useText('campaigns.along')
  const words = useCampaignWords()
  const days = daysBetween(from, to)
  return (
    <Dialog
      open
      size="sm"
      onOpenChange={(open) => open || decide('cancel')}
      title={text('title', { count })}
      description={text(days > 0 ? 'later' : 'earlier', {
        count,
        days: Math.abs(days),
        from: words.dayOf(from),
        to: words.dayOf(to),
      })}
      footer={
        <>
          <Button onClick={() => decide('alone')}>{text('alone')}</Button>
          <Button variant="primary" onClick={() => decide('along')}>
            {text('along', { count })}
          </Button>
        </>
      }
    />
  )
}
