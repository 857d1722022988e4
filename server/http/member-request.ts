import type { NextRequest } from 'next/server'
import type { Context } from '@/server/domain/context'
import { isProblem, Problem, type ProblemCode } from '@/server/domain/errors'
import { env } from '@/server/env'
import { refusalOf } from '@/server/http/guard'
import { log } from '@/server/log'
import { contextOf } from '@/server/trpc/context-of'

const statusOf = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  limit_reached: 413,
} as const satisfies Record<ProblemCode, number>

/**
 * For the doors that take or give files, which no remote procedure can carry: who asks is found out as everywhere, a workspace one
 * is no member of answers as if it did not exist, and problems are told in the shape that the client knows.
 */
export async function answerMember(
  request: NextRequest,
  workspace: string,
  answer: (domain: Context) => Promise<Response>,
): Promise<Response> {
  const header = (name: string) => request.headers.get(name) ?? undefined
  const refusal = refusalOf({ method: request.method, path: request.nextUrl.pathname, header }, env().PUBLIC_URL)
  if (refusal) return problemResponse(refusal.status, refusal)
  try {
    const context = await contextOf({
      header: (name) => request.headers.get(name),
      cookie: (name) => request.cookies.get(name)?.value,
    })
    if (!context.user) throw new Problem('unauthenticated', 'access.problem.signInFirst')
    const membership = await context.membership(workspace)
    if (!membership) throw new Problem('not_found', 'access.problem.noSuchWorkspace')
    const { db, now, locale, user } = context
    return await answer({ db, now, locale, actor: { kind: 'member', userId: user.id, ...membership } })
  } catch (error) {
    if (isProblem(error)) return problemResponse(statusOf[error.code], error)
    log().error({ requestId: header('x-request-id'), path: request.nextUrl.pathname, err: error }, 'a file request failed')
    return problemResponse(500, { code: 'internal', messageKey: 'errors.internal' })
  }
}

function problemResponse(status: number, problem: { code: string; messageKey: string; details?: Problem['details'] }): Response {
  const { code, messageKey, details = {} } = problem
  return Response.json({ problem: { code, messageKey, details } }, { status, headers: { 'cache-control': 'no-store' } })
}

/** A file to be saved, sent while it is made. */
export function fileResponse(parts: AsyncIterable<Uint8Array>, fileName: string, mediaType: string): Response {
  const ascii = fileName.replace(/[^\w.-]+/g, '-')
  return new Response(streamOf(parts), {
    headers: {
      'content-type': mediaType,
      'content-disposition': `attachment; filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(fileName)}`,
      'cache-control': 'private, no-store',
    },
  })
}

function streamOf(parts: AsyncIterable<Uint8Array>): ReadableStream<Uint8Array> {
  const iterator = parts[Symbol.asyncIterator]()
  return new ReadableStream({
    async pull(controller) {
      const { value, done } = await iterator.next()
      if (done) controller.close()
      else controller.enqueue(value)
    },
    async cancel() {
      await iterator.return?.()
    },
  })
}
