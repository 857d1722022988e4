import { z } from 'zod'
import { getJourneyMap } from '@/server/domain/journeys/journey-map.queries'
import { journeyMap } from '@/server/domain/journeys/journey-map.schema'
import { previewRemoval, previewSplit, removePhase, splitPhase } from '@/server/domain/journeys/phase.commands'
import { phaseRemoval, phaseSplit, splitPreview } from '@/server/domain/journeys/phase.schema'
import { changed, movePreview } from '@/server/domain/vocabulary/term.schema'
import { key } from '@/server/domain/wire.schema'
import { procedure, router } from '../init'

export const journeyRouter = router({
  map: procedure.output(journeyMap).query(({ ctx }) => getJourneyMap(ctx.domain)),
  previewRemoval: procedure
    .input(z.object({ key, into: key.nullable() }))
    .output(movePreview)
    .query(({ ctx, input }) => previewRemoval(ctx.domain, input.key, input.into)),
  removePhase: procedure
    .input(phaseRemoval)
    .output(changed.extend({ moved: movePreview }))
    .mutation(({ ctx, input }) => removePhase(ctx.domain, input)),
  previewSplit: procedure
    .input(phaseSplit.pick({ key: true, stages: true, items: true }))
    .output(splitPreview)
    .query(({ ctx, input }) => previewSplit(ctx.domain, input)),
  splitPhase: procedure
    .input(phaseSplit)
    .output(changed.extend({ key: z.string() }))
    .mutation(({ ctx, input }) => splitPhase(ctx.domain, input)),
})
