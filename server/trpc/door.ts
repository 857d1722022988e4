import { fetchRequestHandler } from '@trpc/server/adapters/fetch'
import { env } from '@/server/env'
import { refusalOf } from '@/server/http/guard'
import { contextOf } from './context-of'
import { appRouter } from './root'

/** As many reads as the client sends together at most. */
const maxBatchSize = 50

/** Answers tRPC over HTTP. What must not come in is refused here as well as at the front, which a hosted platform does not have. */
export async function answerTrpc(request: Request): Promise<Response> {
  const { pathname } = new URL(request.url)
  const header = (name: string) => request.headers.get(name) ?? undefined
  const refusal = refusalOf({ method: request.method, path: pathname, header }, env().PUBLIC_URL)
  if (refusal) {
    const { status, code, messageKey } = refusal
    return Response.json({ problem: { code, messageKey, details: {} } }, { status })
  }
  return fetchRequestHandler({
    endpoint: '/api/trpc',
    req: request,
    router: appRouter,
    maxBatchSize,
    createContext: () => contextOf({ header: (name) => request.headers.get(name), cookie: (name) => cookieOf(request, name) }),
    responseMeta: () => ({ headers: { 'cache-control': 'private, no-store' } }),
  })
}

function cookieOf(request: Request, name: string): string | undefined {
  const pair = request.headers
    .get('cookie')
    ?.split(';')
    .map((part) => part.trim())
    .find((part) => part.startsWith(`${name}=`))
  const value = pair?.slice(name.length + 1)
  if (value === undefined) return undefined
  try {
    return decodeURIComponent(value)
  } catch {
    return value
  }
}
