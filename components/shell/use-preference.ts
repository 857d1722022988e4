'use client'

import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import type { z } from 'zod'
import { useTRPC } from '@/components/trpc/client'
import type { preferenceChange } from '@/server/domain/members/account.schema'

type Value = z.infer<typeof preferenceChange>['value']

/**
 * What a person set for themselves, kept with the account. Takes effect at once and is saved in the background.
 * Keys of screens: `content.columns`, `nav`. The layout prefetches all of them.
 */
export function usePreference<V extends Value>(key: string, start: V): [V, (value: V) => void] {
  const trpc = useTRPC()
  const queries = useQueryClient()
  const { data } = useSuspenseQuery(trpc.account.preferences.queryOptions())
  const queryKey = trpc.account.preferences.queryKey()
  const save = useMutation(
    trpc.account.setPreference.mutationOptions({
      onMutate: async (change) => {
        await queries.cancelQueries({ queryKey })
        queries.setQueryData(queryKey, (before) => ({ ...before, [change.key]: change.value }))
      },
      onError: () => queries.invalidateQueries({ queryKey }),
    }),
  )
  const stored = data[key]
  // A value of another shape was stored by another version: the start counts.
  const fits =
    stored !== undefined && stored !== null && typeof stored === typeof start && Array.isArray(stored) === Array.isArray(start)
  return [fits ? (stored as V) : start, (value) => save.mutate({ key, value })]
}
