'use client'

import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { Person } from '@/components/comments/mention-rules'
import { useWorkspace } from '@/components/shell/workspace'
import { useTRPC } from '@/components/trpc/client'

/** Who can be named, by name. */
export function useMembers(): readonly Person[] {
  const trpc = useTRPC()
  const { slug } = useWorkspace()
  const { data } = useQuery(trpc.members.list.queryOptions({ workspace: slug }, { staleTime: 300_000 }))
  return useMemo(() => (data ?? []).map(({ userId, name }) => ({ id: userId, name })), [data])
}
