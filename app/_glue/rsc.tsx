import 'server-only'
import { dehydrate, HydrationBoundary } from '@tanstack/react-query'
import { createTRPCOptionsProxy } from '@trpc/tanstack-react-query'
import { cache, type ReactNode } from 'react'
import superjson from 'superjson'
import { makeQueryClient } from '@/components/trpc/query-client'
import { requestContext } from '@/server/trpc/request-context'
import { appRouter } from '@/server/trpc/root'

/** One per request. */
export const queryClient = cache(makeQueryClient)

export const trpc = createTRPCOptionsProxy({ ctx: requestContext, router: appRouter, queryClient })

/** What was made ready to send in this request, by what it was made of. */
const serialized = cache(() => new WeakMap<object, unknown>())

/**
 * Hands what the page prefetched to the components below. Layout and page share the queries, so each hands over what
 * the other does; as the very same object it is written into the answer only once.
 */
export function Hydrate({ children }: { children: ReactNode }) {
  const known = serialized()
  const serializeData = (data: unknown): unknown => {
    if (typeof data !== 'object' || data === null) return superjson.serialize(data)
    const made = known.get(data) ?? superjson.serialize(data)
    known.set(data, made)
    return made
  }
  return <HydrationBoundary state={dehydrate(queryClient(), { serializeData })}>{children}</HydrationBoundary>
}
