'use client'

import { useQuery } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'
import type { PlaceKey } from '@/components/shell/places'
import { useWorkspace } from '@/components/shell/workspace'
import { useTRPC } from '@/components/trpc/client'

const never = () => () => {}
const inBrowser = (): boolean => true
const onServer = (): boolean => false

/** Numbers beside the names of screens; absent until they are known. Asked for after the page, which must not wait for them. */
export function useNavCounts(): Partial<Record<PlaceKey, number>> {
  const trpc = useTRPC()
  const { slug, choices } = useWorkspace()
  const isHere = useSyncExternalStore(never, inBrowser, onServer)
  const content = useQuery(trpc.content.count.queryOptions({ workspace: slug, filter: '' }))
  const work = useQuery(trpc.myWork.count.queryOptions({ workspace: slug }))
  const gaps = useQuery(trpc.gaps.counts.queryOptions({ workspace: slug }))
  const running = choices('campaign').filter(({ details: { state } }) => state === 'draft' || state === 'active').length
  return isHere
    ? { 'my-work': due(work.data), content: content.data?.count, gaps: gaps.data?.state.open, campaigns: running || undefined }
    : {}
}

/** What is late or due today; nothing is no number. */
const due = (work: { overdue: number; today: number } | undefined): number | undefined =>
  (work && work.overdue + work.today) || undefined
