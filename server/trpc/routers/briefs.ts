import { z } from 'zod'
import { briefAnswer } from '@/server/domain/briefs/answer.commands'
import { createBrief, createBriefWithItem, deleteBrief, saveBrief } from '@/server/domain/briefs/brief.commands'
import { getBrief } from '@/server/domain/briefs/brief.queries'
import { brief, briefCreate, briefItemCreate, briefSave, briefSaved } from '@/server/domain/briefs/brief.schema'
import { listQuestions } from '@/server/domain/briefs/question.queries'
import { questionRow } from '@/server/domain/briefs/question.schema'
import { listPurposesServed } from '@/server/domain/briefs/usual.queries'
import { key } from '@/server/domain/wire.schema'
import { procedure, router } from '../init'

const ofItem = z.object({ itemId: z.string().max(80) })

export const briefsRouter = router({
  /** The customer questions of the journey, and who answers which. */
  questions: procedure.output(z.array(questionRow)).query(({ ctx }) => listQuestions(ctx.domain)),
  /** Of which purposes a phase has content, live or planned. */
  purposesServed: procedure
    .input(z.object({ phase: key }))
    .output(z.array(z.string()))
    .query(({ ctx, input }) => listPurposesServed(ctx.domain, input.phase)),
  get: procedure
    .input(ofItem)
    .output(brief.nullable())
    .query(({ ctx, input }) => getBrief(ctx.domain, input.itemId)),
  create: procedure
    .input(z.object({ brief: briefCreate }))
    .output(briefSaved)
    .mutation(({ ctx, input }) => createBrief(ctx.domain, input.brief)),
  createWithItem: procedure
    .input(z.object({ brief: briefItemCreate }))
    .output(briefSaved)
    .mutation(({ ctx, input }) => createBriefWithItem(ctx.domain, input.brief)),
  /** The planned answer to a customer question. */
  answer: procedure
    .input(z.object({ question: key }))
    .output(briefSaved)
    .mutation(({ ctx, input }) => briefAnswer(ctx.domain, input.question)),
  save: procedure
    .input(z.object({ brief: briefSave }))
    .output(briefSaved)
    .mutation(({ ctx, input }) => saveBrief(ctx.domain, input.brief)),
  delete: procedure
    .input(ofItem)
    .output(z.object({ changeSet: z.string().nullable() }))
    .mutation(({ ctx, input }) => deleteBrief(ctx.domain, input.itemId)),
})
