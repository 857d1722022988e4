'use client'

import { useInfiniteQuery } from '@tanstack/react-query'
import { useWorkspace } from '@/components/shell/workspace'
import { useTRPC, useTRPCClient } from '@/components/trpc/client'
import type { ActivityKind } from '@/server/domain/activity/activity.schema'

export interface ActivityQuestion {
  readonly person?: string | undefined
  readonly kind?: ActivityKind | undefined
  readonly campaign?: string | undefined
  readonly phase?: string | undefined
  readonly item?: string | undefined
  readonly limit?: number
}

/** The stream, page by page. */
export function useActivity(question: ActivityQuestion, enabled = true) {
  const trpc = useTRPC()
  const client = useTRPCClient()
  const { slug } = useWorkspace()
  const input = { workspace: slug, limit: 30, ...question }
  return useInfiniteQuery({
    queryKey: [...trpc.activity.list.queryKey(input), 'pages'],
    queryFn: ({ pageParam }) => client.activity.list.query({ ...input, beforeSeq: pageParam }),
    initialPageParam: undefined as number | undefined,
    getNextPageParam: ({ nextBeforeSeq }) => nextBeforeSeq ?? undefined,
    enabled,
  })
}
