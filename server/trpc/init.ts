import { initTRPC, TRPCError } from '@trpc/server'
import superjson from 'superjson'
import { z } from 'zod'
import type { Database } from '@/db/database'
import type { Role } from '@/server/domain/access/access.rules'
import type { Context } from '@/server/domain/context'
import { isProblem, Problem, type ProblemCode } from '@/server/domain/errors'
import type { Locale } from '@/server/domain/wire.schema'
import { log } from '@/server/log'
import { storable } from './storable-input'

/** What each request knows before a procedure runs. `user` is null for strangers. */
export interface RequestContext {
  readonly db: Database
  readonly now: () => Date
  readonly locale: Locale
  readonly requestId: string
  /** The caller's address, for rate limits. */
  readonly address: string
  readonly user: { readonly id: string; readonly name: string; readonly email: string; readonly locale: Locale } | null
  /** The user's role in a workspace by its slug; undefined when not a member. Remembered for the request. */
  membership(slug: string): Promise<{ workspaceId: string; role: Role } | undefined>
}

const trpcCode = {
  unauthenticated: 'UNAUTHORIZED',
  forbidden: 'FORBIDDEN',
  not_found: 'NOT_FOUND',
  conflict: 'CONFLICT',
  invalid: 'BAD_REQUEST',
  limit_reached: 'TOO_MANY_REQUESTS',
} as const satisfies Record<ProblemCode, TRPCError['code']>

const t = initTRPC.context<RequestContext>().create({
  transformer: superjson,
  // The client acts on the problem, never on a stack or an English sentence.
  errorFormatter({ shape, error }) {
    const problem = isProblem(error.cause) ? error.cause : undefined
    const isBug = !problem && error.code === 'INTERNAL_SERVER_ERROR'
    return {
      ...shape,
      message: problem ? problem.messageKey : isBug ? 'errors.internal' : shape.message,
      data: {
        code: shape.data.code,
        httpStatus: shape.data.httpStatus,
        problem: problem
          ? { code: problem.code, messageKey: problem.messageKey, details: problem.details, data: problem.data }
          : null,
        issues:
          error.cause instanceof z.ZodError
            ? error.cause.issues.map(({ path, message }) => ({ path: path.join('.'), message }))
            : null,
      },
    }
  },
})

const translateProblems = t.middleware(async ({ ctx, path, next }) => {
  const result = await next()
  if (result.ok) return result
  const cause = result.error.cause
  if (isProblem(cause)) throw new TRPCError({ code: trpcCode[cause.code], message: cause.messageKey, cause })
  if (result.error.code === 'INTERNAL_SERVER_ERROR')
    log().error({ requestId: ctx.requestId, path, err: cause ?? result.error }, 'a procedure failed')
  return result
})

export const router = t.router
export const createCallerFactory = t.createCallerFactory

const readStorable = t.middleware(({ getRawInput, next }) => next({ getRawInput: async () => storable(await getRawInput()) }))

/** For strangers too: only sign-in, first run and links use it. */
export const openProcedure = t.procedure.use(translateProblems).use(readStorable)

/** For anybody signed in, outside any workspace. */
export const userProcedure = openProcedure.use(({ ctx, next }) => {
  if (!ctx.user) throw new Problem('unauthenticated', 'access.problem.signInFirst')
  return next({ ctx: { ...ctx, user: ctx.user } })
})

/**
 * For members: every input names the workspace by slug, and `ctx.domain` is what commands and queries take.
 * A workspace one is no member of answers as if it did not exist.
 */
export const procedure = userProcedure
  .input(z.object({ workspace: z.string().min(1).max(80) }))
  .use(async ({ ctx, input, next }) => {
    const membership = await ctx.membership(input.workspace)
    if (!membership) throw new Problem('not_found', 'access.problem.noSuchWorkspace')
    const domain: Context = {
      actor: { kind: 'member', userId: ctx.user.id, ...membership },
      db: ctx.db,
      now: ctx.now,
      locale: ctx.locale,
    }
    return next({ ctx: { ...ctx, domain } })
  })
