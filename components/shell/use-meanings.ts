'use client'

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useDeferredValue } from 'react'
import { useWorkspace } from '@/components/shell/workspace'
import { useTRPC } from '@/components/trpc/client'
import type { Meaning } from '@/server/domain/vocabulary/term.schema'

const shortest = 3

/** Terms that a searched word means, by name or synonym, those of the journey models too. Nothing for one or two letters. */
export function useMeanings(word: string): readonly Meaning[] {
  const trpc = useTRPC()
  const { slug } = useWorkspace()
  const wanted = useDeferredValue(word.trim().slice(0, 200))
  const isWanted = wanted.length >= shortest
  const { data } = useQuery({
    ...trpc.vocabulary.meanings.queryOptions({ workspace: slug, word: wanted }),
    enabled: isWanted,
    placeholderData: keepPreviousData,
  })
  return isWanted ? (data ?? []) : []
}
