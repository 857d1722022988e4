import { z } from 'zod'
import { networkOf } from '@/server/auth/attempts.rules'
import { addReviewComment } from '@/server/domain/review-links/review-comment.commands'
import { makeReviewLink, revokeReviewLink } from '@/server/domain/review-links/review-link.commands'
import { listReviewLinks } from '@/server/domain/review-links/review-link.queries'
import {
  reviewComment,
  reviewLink,
  reviewLinkMade,
  reviewLinkMake,
  seenThreads,
} from '@/server/domain/review-links/review-link.schema'
import { openProcedure, procedure, router } from '../init'

const id = z.string().min(1).max(64)

/** Links for reviewers without an account. Their page reads by itself; only commenting comes through here, and never a secret in an address. */
export const reviewLinksRouter = router({
  list: procedure
    .input(z.object({ itemId: id }))
    .output(z.array(reviewLink))
    .query(({ ctx, input }) => listReviewLinks(ctx.domain, input.itemId)),
  make: procedure
    .input(z.object({ link: reviewLinkMake }))
    .output(reviewLinkMade)
    .mutation(({ ctx, input }) => makeReviewLink(ctx.domain, input.link)),
  revoke: procedure
    .input(z.object({ id }))
    .output(reviewLink)
    .mutation(({ ctx, input }) => revokeReviewLink(ctx.domain, input.id)),
  comment: openProcedure
    .input(reviewComment)
    .output(seenThreads)
    .mutation(({ ctx, input }) => addReviewComment(ctx, input, networkOf(ctx.address))),
})
