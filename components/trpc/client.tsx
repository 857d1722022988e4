'use client'
import { type QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { createTRPCClient, httpBatchStreamLink, httpLink, splitLink, type TRPCLink } from '@trpc/client'
import { createTRPCContext } from '@trpc/tanstack-react-query'
import { type ReactNode, useState } from 'react'
import superjson from 'superjson'
import type { AppRouter } from '@/server/trpc/root'
import { makeQueryClient } from './query-client'
import { refuseDuringRender } from './refuse-during-render'

const context = createTRPCContext<AppRouter>()
export const useTRPC = context.useTRPC
export const useTRPCClient = context.useTRPCClient

let browserClient: QueryClient | undefined

/** The server makes one per render, the browser keeps one. */
function clientForHere(): QueryClient {
  if (typeof window === 'undefined') return makeQueryClient()
  browserClient ??= makeQueryClient()
  return browserClient
}

const url = '/api/trpc'
/** Reads are sent together; writes go alone, so that one's failure says nothing of another. */
const links = (): TRPCLink<AppRouter>[] =>
  typeof window === 'undefined'
    ? [refuseDuringRender]
    : [
        splitLink({
          condition: (op) => op.type === 'mutation',
          true: httpLink({ url, transformer: superjson }),
          false: httpBatchStreamLink({ url, transformer: superjson, maxURLLength: 8000, maxItems: 50 }),
        }),
      ]

export function TRPCProvider({ children }: { children: ReactNode }) {
  const queryClient = clientForHere()
  const [client] = useState(() => createTRPCClient<AppRouter>({ links: links() }))
  return (
    <QueryClientProvider client={queryClient}>
      <context.TRPCProvider trpcClient={client} queryClient={queryClient}>
        {children}
      </context.TRPCProvider>
    </QueryClientProvider>
  )
}
