'use client'

import { useQuery } from '@tanstack/react-query'
import type { PlaceKey } from '@/components/shell/places'
import { useWorkspace } from '@/components/shell/workspace'
import { useTRPC } from '@/components/trpc/client'

/** Numbers beside the names of screens; absent until they are known. */
export function useNavCounts(): Partial<Record<PlaceKey, number>> {
  const trpc = useTRPC()
  const { slug } = useWorkspace()
  const content = useQuery(trpc.content.count.queryOptions({ workspace: slug, filter: '' }))
  const gaps = useQuery(trpc.gaps.counts.queryOptions({ workspace: slug }))
  return { content: content.data?.count, gaps: gaps.data?.state.open }
}
