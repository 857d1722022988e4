import 'server-only'
import { dehydrate, HydrationBoundary } from '@tanstack/react-query'
import { createTRPCOptionsProxy } from '@trpc/tanstack-react-query'
import { cache, type ReactNode } from 'react'
import { makeQueryClient } from '@/components/trpc/query-client'
import { requestContext } from '@/server/trpc/request-context'
import { appRouter } from '@/server/trpc/root'

/** One per request. */
export const queryClient = cache(makeQueryClient)

export const trpc = createTRPCOptionsProxy({ ctx: requestContext, router: appRouter, queryClient })

/** Hands what the page prefetched to the components below. */
export const Hydrate = ({ children }: { children: ReactNode }) => (
  <HydrationBoundary state={dehydrate(queryClient())}>{children}</HydrationBoundary>
)
