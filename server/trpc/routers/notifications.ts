import { z } from 'zod'
import { choose, markAllRead, markRead } from '@/server/domain/notifications/notification.commands'
import { countOwnUnread, getChoices, listOwnNotifications } from '@/server/domain/notifications/notification.queries'
import {
  choicesEdit,
  choicesView,
  notificationList,
  notificationListInput,
  readMark,
} from '@/server/domain/notifications/notification.schema'
import { canMail } from '@/server/mail/post-office'
import { procedure, router } from '../init'

const marked = z.object({ ids: z.array(z.string()) })

/** What somebody is told, and how. */
export const notificationsRouter = router({
  list: procedure
    .input(notificationListInput)
    .output(notificationList)
    .query(({ ctx, input }) => listOwnNotifications(ctx.domain, input)),
  count: procedure.output(z.object({ unread: z.number().int() })).query(({ ctx }) => countOwnUnread(ctx.domain)),
  mark: procedure
    .input(readMark)
    .output(marked)
    .mutation(({ ctx, input }) => markRead(ctx.domain, input)),
  markAll: procedure.output(marked).mutation(({ ctx }) => markAllRead(ctx.domain)),
  choices: procedure.output(choicesView).query(({ ctx }) => getChoices(ctx.domain, canMail())),
  choose: procedure.input(z.object({ choices: choicesEdit })).mutation(({ ctx, input }) => choose(ctx.domain, input.choices)),
})
