import { z } from 'zod'
import { makeFeed, renewFeed, revokeFeed } from '@/server/domain/feeds/feed.commands'
import { listFeeds } from '@/server/domain/feeds/feed.queries'
import { feed, madeFeed } from '@/server/domain/feeds/feed.schema'
import { procedure, router } from '../init'

const id = z.string().min(1).max(80)

export const feedsRouter = router({
  list: procedure.output(z.array(feed)).query(({ ctx }) => listFeeds(ctx.domain)),
  make: procedure
    .input(z.object({ viewId: id }))
    .output(madeFeed)
    .mutation(({ ctx, input }) => makeFeed(ctx.domain, input.viewId)),
  renew: procedure
    .input(z.object({ id }))
    .output(madeFeed)
    .mutation(({ ctx, input }) => renewFeed(ctx.domain, input.id)),
  revoke: procedure.input(z.object({ id })).mutation(({ ctx, input }) => revokeFeed(ctx.domain, input.id)),
})
