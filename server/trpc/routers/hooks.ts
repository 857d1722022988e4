import { z } from 'zod'
import { authorize } from '@/server/domain/access/authorize'
import { Problem } from '@/server/domain/errors'
import { createHook, deleteHook, editHook, listOwnHooks } from '@/server/domain/hooks/hook.commands'
import { hook, hookCreate, hookEdit, hookRef, hookTested } from '@/server/domain/hooks/hook.schema'
import { testHook } from '@/server/domain/hooks/hook-post.commands'
import { mailTest } from '@/server/domain/notifications/mailing.commands'
import { listRefused } from '@/server/domain/notifications/notification.queries'
import { instant } from '@/server/domain/wire.schema'
import { log } from '@/server/log'
import { allowsPrivateHooks, canMail, chatPost, postOffice } from '@/server/mail/post-office'
import { procedure, router } from '../init'

const reach = () => ({ allowsPrivate: allowsPrivateHooks() })

const mailState = z.object({
  canMail: z.boolean(),
  refused: z.array(z.object({ name: z.string(), email: z.string(), at: instant, reason: z.string() })),
})

/** The ways out of the program: chats, and whether mail goes out. */
export const hooksRouter = router({
  list: procedure.output(z.array(hook)).query(({ ctx }) => listOwnHooks(ctx.domain)),
  create: procedure
    .input(z.object({ hook: hookCreate }))
    .output(hook)
    .mutation(({ ctx, input }) => createHook(ctx.domain, input.hook, reach())),
  edit: procedure
    .input(hookEdit)
    .output(hook)
    .mutation(({ ctx, input }) => editHook(ctx.domain, input, reach())),
  delete: procedure.input(hookRef).mutation(({ ctx, input }) => deleteHook(ctx.domain, input.id)),
  test: procedure
    .input(hookRef)
    .output(hookTested)
    .mutation(({ ctx, input }) => testHook(ctx.domain, chatPost(), input.id)),
  mail: procedure.output(mailState).query(async ({ ctx }) => {
    authorize(ctx.domain.actor, 'hook.manage')
    return { canMail: canMail(), refused: await listRefused(ctx.domain) }
  }),
  testMail: procedure.output(hookTested).mutation(async ({ ctx }) => {
    authorize(ctx.domain.actor, 'hook.manage')
    const post = postOffice()
    if (!post) throw new Problem('invalid', 'hooks.problem.mailIsOff')
    try {
      return { error: (await mailTest(ctx.domain, post, ctx.user)).refused }
    } catch (error) {
      log().warn({ requestId: ctx.requestId, err: error }, 'the mail server did not take a test mail')
      return { error: error instanceof Error ? error.message.slice(0, 300) : 'unreachable' }
    }
  }),
})
