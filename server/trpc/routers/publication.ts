import { z } from 'zod'
import { bulkResult } from '@/server/domain/content/bulk.schema'
import { confirmValid } from '@/server/domain/freshness/freshness.commands'
import { confirmation } from '@/server/domain/freshness/freshness.schema'
import {
  clearSchedule,
  publishItems,
  retryPublication,
  schedulePublication,
  unpublishItems,
} from '@/server/domain/publication/publication.commands'
import { listPublicationFailures } from '@/server/domain/publication/publication.queries'
import { publicationFailure } from '@/server/domain/publication/publication.schema'
import { instant } from '@/server/domain/wire.schema'
import { procedure, router } from '../init'

const id = z.string().min(1).max(80)
const ids = z.object({ ids: z.array(id).min(1).max(5_000) })
/** `revision`: the one in which a single item was seen. */
const seen = ids.extend({ revision: z.number().int().positive().optional() })
const schedule = seen.extend({ publishAt: instant.nullable().optional(), unpublishAt: instant.nullable().optional() })

export const publicationRouter = router({
  publish: procedure
    .input(seen)
    .output(bulkResult)
    .mutation(({ ctx, input }) => publishItems(ctx.domain, input.ids, input.revision)),
  unpublish: procedure
    .input(ids)
    .output(bulkResult)
    .mutation(({ ctx, input }) => unpublishItems(ctx.domain, input.ids)),
  schedule: procedure
    .input(schedule)
    .output(bulkResult)
    .mutation(({ ctx, input }) => {
      const { revision, publishAt, unpublishAt } = input
      return schedulePublication(ctx.domain, input.ids, { revision, publishAt, unpublishAt })
    }),
  clear: procedure
    .input(ids)
    .output(bulkResult)
    .mutation(({ ctx, input }) => clearSchedule(ctx.domain, input.ids)),
  retry: procedure
    .input(z.object({ ids: z.array(id).min(1).max(5_000).optional() }))
    .output(z.void())
    .mutation(({ ctx, input }) => retryPublication(ctx.domain, input.ids)),
  failures: procedure
    .input(z.object({ itemId: id.optional() }))
    .output(z.array(publicationFailure))
    .query(({ ctx, input }) => listPublicationFailures(ctx.domain, input.itemId)),
  stillValid: procedure
    .input(ids)
    .output(confirmation)
    .mutation(({ ctx, input }) => confirmValid(ctx.domain, input.ids)),
})
