'use client'

import { type QueryKey, useMutation, useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useLanguage, useProblemText, useText } from '@/components/i18n/use-text'
import { useUndoToast } from '@/components/shell/undo'
import { useWorkspace } from '@/components/shell/workspace'
import { useTRPC } from '@/components/trpc/client'
import { formatDay } from '@/components/ui/day-text'
import { TextLink } from '@/components/ui/link-button'
import { showError } from '@/components/ui/toast'
import type { FindingState } from '@/server/domain/gaps/gap.schema'
import type { GapList, GapPart, GapRow, GapsChanged } from '@/server/domain/gaps/gap-list.schema'

type Chosen = readonly Pick<GapPart, 'id' | 'revision'>[]
/** What a decision makes of a row at once; the server's answer follows. */
type Guess = Partial<Pick<GapRow, 'owner' | 'state' | 'waiver'>>

const mutationKey = ['gaps', 'decide']

/** Deciding about gaps: seen at once, taken back when the server refuses, undone from the toast. */
export function useGapActions() {
  const text = useText('gaps')
  const problemText = useProblemText()
  const anyText = useText()
  const trpc = useTRPC()
  const queries = useQueryClient()
  const tell = useUndoToast()
  const language = useLanguage()
  const { slug, base } = useWorkspace()

  async function foresee(chosen: Chosen, guess: Guess): Promise<readonly [QueryKey, GapList | undefined][]> {
    const filter = trpc.gaps.list.pathFilter()
    await queries.cancelQueries(filter)
    const before = queries.getQueriesData<GapList>(filter)
    const ids = new Set(chosen.map(({ id }) => id))
    queries.setQueriesData<GapList>(filter, (list) => list && foreseen(list, ids, guess))
    return before
  }
  function takeBack(before: readonly [QueryKey, GapList | undefined][] | undefined) {
    for (const [key, list] of before ?? []) queries.setQueryData(key, list)
  }
  async function settle() {
    // Only the last of several decisions asks again, or an earlier answer would undo a later guess.
    if (queries.isMutating({ mutationKey }) > 1) return
    await Promise.all([
      queries.invalidateQueries(trpc.gaps.pathFilter()),
      queries.invalidateQueries(trpc.content.pathFilter()),
      queries.invalidateQueries(trpc.coverage.pathFilter()),
    ])
  }
  function said(message: string, { changeSet, done, failed }: GapsChanged, description?: ReactNode) {
    if (done.length > 0) tell(message, changeSet, { description })
    const [first] = failed
    if (first) showError(text('done.failed', { count: failed.length, reason: anyText(first.messageKey, { by: '' }) }))
  }
  /** For when it was planned, and where to say another day. */
  function dayOf({ items }: GapsChanged): ReactNode {
    const [item] = items
    if (!item?.plannedFor) return null
    const day = formatDay(item.plannedFor.slice(0, 10), language)
    return (
      <>
        {text('done.planDay', { day })}{' '}
        {items.length === 1 ? <TextLink href={`${base}/content/${item.id}`}>{text('done.otherDay')}</TextLink> : null}
      </>
    )
  }
  const common = {
    mutationKey,
    onError: (error: unknown, _input: unknown, before: Awaited<ReturnType<typeof foresee>> | undefined) => {
      takeBack(before)
      showError(problemText(error))
    },
    onSettled: settle,
  }

  const plan = useMutation(
    trpc.gaps.plan.mutationOptions({
      ...common,
      onMutate: ({ gaps }) => foresee(gaps, { state: 'planned' }),
      onSuccess: (changed) =>
        said(text('done.plan', { count: changed.items.length, title: changed.items[0]?.title ?? '' }), changed, dayOf(changed)),
    }),
  )
  const assign = useMutation(
    trpc.gaps.assign.mutationOptions({
      ...common,
      onMutate: ({ gaps, ownerId }) => foresee(gaps, { owner: guessedOwner(ownerId) }),
    }),
  )
  const waive = useMutation(
    trpc.gaps.waive.mutationOptions({
      ...common,
      onMutate: ({ gaps, reason, until }) => foresee(gaps, { state: 'waived', waiver: { reason, until, by: null } }),
      onSuccess: (changed) => said(text('done.waive', { count: changed.done.length }), changed),
    }),
  )
  const unwaive = useMutation(
    trpc.gaps.unwaive.mutationOptions({
      ...common,
      onMutate: ({ gaps }) => foresee(gaps, { state: 'open', waiver: null }),
      onSuccess: (changed) => said(text('done.unwaive', { count: changed.done.length }), changed),
    }),
  )
  const link = useMutation(
    trpc.gaps.link.mutationOptions({
      ...common,
      onMutate: ({ id, revision, itemId }) => foresee([{ id, revision }], { state: itemId === null ? 'open' : 'planned' }),
    }),
  )
  const refs = (gaps: Chosen) => gaps.map(({ id, revision }) => ({ id, revision }))
  return {
    isBusy: plan.isPending || waive.isPending || assign.isPending,
    /** `channel`: of the cell that they were seen in. */
    plan: (gaps: Chosen, channel?: string | null) =>
      plan.mutate({ workspace: slug, gaps: refs(gaps), ...(channel ? { channel } : {}) }),
    assign: (gaps: Chosen, owner: { id: string; name: string } | null) =>
      assign.mutate(
        { workspace: slug, gaps: refs(gaps), ownerId: owner?.id ?? null },
        {
          onSuccess: (changed) => {
            const count = changed.done.length
            said(owner ? text('done.assign', { count, name: owner.name }) : text('done.unassign', { count }), changed)
          },
        },
      ),
    waive: (gaps: Chosen, waiver: { reason: string; until: string | null }) =>
      waive.mutate({ workspace: slug, gaps: refs(gaps), ...waiver }),
    unwaive: (gaps: Chosen) => unwaive.mutate({ workspace: slug, gaps: refs(gaps) }),
    link: (gap: Chosen[number], item: { id: string; title: string } | null) =>
      link.mutate(
        { workspace: slug, id: gap.id, revision: gap.revision, itemId: item?.id ?? null },
        { onSuccess: (changed) => said(item ? text('done.link', { title: item.title }) : text('done.unlink'), changed) },
      ),
  }
}

export type GapActions = ReturnType<typeof useGapActions>

const guessedOwner = (id: string | null) => (id === null ? null : { id, name: '…' })

/** The list as it will be: rows that go to another state leave it. */
function foreseen(list: GapList, ids: ReadonlySet<string>, guess: Guess): GapList {
  const leaving: FindingState[] = []
  const rows = list.rows.flatMap((row) => {
    if (!ids.has(row.id)) return [row]
    const next = { ...row, ...guess }
    if (next.state === row.state) return [next]
    leaving.push(row.state)
    return []
  })
  if (leaving.length === 0) return { ...list, rows }
  const state = { ...list.counts.state }
  for (const from of leaving) state[from] -= 1
  if (guess.state) state[guess.state] += leaving.length
  return { ...list, rows, total: list.total - leaving.length, counts: { ...list.counts, state } }
}
