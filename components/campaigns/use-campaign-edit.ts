'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { type CampaignChange, changed, isContested, isNews, partsOf } from '@/components/campaigns/campaign-change'
import { problemOf, useProblemText, useText } from '@/components/i18n/use-text'
import { useUndoToast } from '@/components/shell/undo'
import { useWorkspace } from '@/components/shell/workspace'
import { useTRPC, useTRPCClient } from '@/components/trpc/client'
import { showError } from '@/components/ui/toast'
import { termByKey } from '@/server/domain/vocabulary/vocabulary.rules'
import type { Term } from '@/server/domain/vocabulary/vocabulary.schema'

type Campaign = Term<'campaign'>

interface Since {
  readonly actor: string
  readonly at: Date
}

/** What a write answers; `done`: how many items moved along. */
interface Written {
  readonly changeSet: string | null
  readonly done?: number
}

/** A change on its way: shown until the campaign is there in the revision that holds it. */
interface Waiting {
  readonly change: CampaignChange
  readonly until: number | null
}

/** Somebody else wrote the same field meanwhile. */
export interface CampaignConflict {
  readonly change: CampaignChange
  readonly current: Campaign
  readonly since: Since | null
  decide(side: 'mine' | 'theirs'): void
}

const sinceOf = (data: unknown): Since | null =>
  typeof data === 'object' && data !== null && 'since' in data ? ((data as { since: Since | null }).since ?? null) : null

/**
 * Saves a campaign field by field, one after the other, each as a change of its own that can be undone. Who changes another
 * field than somebody else does not hear of it; who changes the same one is asked.
 */
export function useCampaignEdit(campaign: Campaign) {
  const text = useText('campaigns')
  const trpc = useTRPC()
  const client = useTRPCClient()
  const queries = useQueryClient()
  const tell = useUndoToast()
  const problemText = useProblemText()
  const { slug, nameOf } = useWorkspace()
  const [waiting, setWaiting] = useState<readonly Waiting[]>([])
  const [conflict, setConflict] = useState<CampaignConflict | null>(null)
  const line = useRef<Promise<unknown>>(Promise.resolve())
  const { key } = campaign
  const question = trpc.vocabulary.get.queryOptions({ workspace: slug })

  const held = (): Campaign | undefined => {
    const vocabulary = queries.getQueryData(question.queryKey)
    return vocabulary && termByKey(vocabulary, 'campaign', key)
  }
  async function refresh(): Promise<Campaign | undefined> {
    await Promise.all([
      queries.invalidateQueries(trpc.vocabulary.get.pathFilter()),
      queries.invalidateQueries(trpc.campaigns.pathFilter()),
    ])
    return held()
  }
  const ask = (change: CampaignChange, current: Campaign, since: Since | null) =>
    new Promise<'mine' | 'theirs'>((resolve) => {
      setConflict({
        change,
        current,
        since,
        decide(side) {
          setConflict(null)
          resolve(side)
        },
      })
    })
  const write = (
    { isAlong, ...change }: CampaignChange,
    { revision, details: { startsOn, endsOn } }: Campaign,
  ): Promise<Written> =>
    isAlong
      ? client.calendar.moveCampaign.mutate({
          workspace: slug,
          move: { key, revision, startsOn, endsOn, ...change.details, withItems: 'planned' },
        })
      : client.vocabulary.edit.mutate({ workspace: slug, save: { dimension: 'campaign', edits: [{ key, revision, change }] } })

  /** The server tells it to who comes with what they saw. */
  const whoWrote = (change: CampaignChange, seen: Campaign): Promise<Since | null> =>
    write(change, seen).then(
      () => null,
      (error: unknown) => sinceOf(problemOf(error)?.data),
    )

  async function put(change: CampaignChange, seen: Campaign, since: Since | null = null): Promise<boolean> {
    const now = held() ?? seen
    if (isContested(seen, now, change)) {
      if ((await ask(change, now, since ?? (await whoWrote(change, seen)))) === 'theirs') return true
      return put(change, held() ?? now)
    }
    if (!isNews(now, change)) return true
    try {
      const { changeSet, done = 0 } = await write(change, now)
      const [part] = partsOf(change)
      const about = { field: text(`field.${part ?? 'name'}`), name: nameOf('campaign', key) }
      if (changeSet) tell(done > 0 ? text('told.savedAlong', { ...about, count: done }) : text('told.saved', about), changeSet)
      // What stands under which campaign decides everywhere what a filter leaves, and so do days of items.
      if (part === 'parent' || done > 0) void queries.invalidateQueries()
      await refresh()
      return true
    } catch (error) {
      const problem = problemOf(error)
      const fresh = problem?.code === 'conflict' ? await refresh() : undefined
      if (fresh && fresh.revision !== now.revision) return put(change, seen, sinceOf(problem?.data))
      showError(problemText(error))
      return false
    }
  }

  // What waits counts as seen: nobody is to be asked about their own change of a moment ago.
  const open = waiting.filter(({ until }) => until === null || campaign.revision < until)
  const shown = open.map(({ change }) => change).reduce(changed, campaign)
  /** `seen`: the campaign as it was when the person began to change it. False when it was refused. */
  function save(change: CampaignChange, seen: Campaign = shown): Promise<boolean> {
    setWaiting((list) => [...list.filter(({ until }) => until === null || campaign.revision < until), { change, until: null }])
    const done = line.current.then(() => put(change, seen))
    const settled = done.finally(() => {
      const until = held()?.revision ?? 0
      setWaiting((list) => list.map((one) => (one.change === change ? { change, until } : one)))
    })
    line.current = settled.catch(() => undefined)
    return settled
  }
  return {
    /** With what is on its way. */
    shown,
    isSaving: open.length > 0,
    save,
    conflict,
  }
}

export type CampaignEdit = ReturnType<typeof useCampaignEdit>
