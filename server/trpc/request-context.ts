import 'server-only'
import { cookies, headers } from 'next/headers'
import { cache } from 'react'
import { contextOf } from './context-of'
import type { RequestContext } from './init'

/** The context of the page being rendered; one per request, however many procedures ask. */
export const requestContext = cache(async (): Promise<RequestContext> => {
  const [head, jar] = await Promise.all([headers(), cookies()])
  return contextOf({ header: (name) => head.get(name), cookie: (name) => jar.get(name)?.value })
})
