import { TRPCClientError, type TRPCLink } from '@trpc/client'
import { observable } from '@trpc/server/observable'
import type { AppRouter } from '@/server/trpc/root'

/** Stands in for HTTP while rendering on the server: a component that suspends on a query which its page did not prefetch must speak up. */
export const refuseDuringRender: TRPCLink<AppRouter> =
  () =>
  ({ op }) =>
    observable((observer) => {
      observer.error(TRPCClientError.from(new Error(`${op.path} is used while rendering but its page does not prefetch it`)))
    })
