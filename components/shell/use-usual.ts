'use client'

import { skipToken, useQuery } from '@tanstack/react-query'
import { useWorkspace } from '@/components/shell/workspace'
import { useTRPC } from '@/components/trpc/client'
import { type Planned, usualOf } from '@/server/domain/briefs/usual.rules'

/** The purpose and type to propose for content at a place; both ways of beginning it from a cell propose the same. */
export function useUsual(planned: Planned): { purpose: string | null; type: string | null } {
  const trpc = useTRPC()
  const { slug, vocabulary } = useWorkspace()
  const { phase } = planned
  const { data: served } = useQuery(
    trpc.briefs.purposesServed.queryOptions(phase === null ? skipToken : { workspace: slug, phase }),
  )
  return usualOf(planned, vocabulary, served)
}
