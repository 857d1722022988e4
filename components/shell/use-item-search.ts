'use client'

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useDeferredValue } from 'react'
import { useWorkspace } from '@/components/shell/workspace'
import { useTRPC } from '@/components/trpc/client'

export interface FoundItem {
  readonly id: string
  readonly title: string
  readonly hint: string
}

/** Items found by the server from the second letter on; empty before that. */
export function useItemSearch(query: string): readonly FoundItem[] {
  const trpc = useTRPC()
  const { slug, nameOf } = useWorkspace()
  const wanted = useDeferredValue(query.trim())
  const isWanted = wanted.length >= 2
  const { data } = useQuery({
    ...trpc.content.suggest.queryOptions({ workspace: slug, text: wanted, limit: 8 }),
    enabled: isWanted,
    placeholderData: keepPreviousData,
  })
  return isWanted ? (data ?? []).map(({ id, title, type }) => ({ id, title, hint: nameOf('type', type) })) : []
}
