import { z } from 'zod'
import { getCampaign, getCampaignEffect, getCampaignGaps, listCampaigns } from '@/server/domain/campaigns/campaign.queries'
import { campaignEffect, campaignGaps, campaignPage, campaignRow } from '@/server/domain/campaigns/campaign.schema'
import { mode } from '@/server/domain/coverage/coverage.schema'
import { key } from '@/server/domain/wire.schema'
import { procedure, router } from '../init'

/** What is counted about campaigns. As terms of the vocabulary they are made and edited through its router. */
export const campaignsRouter = router({
  list: procedure.output(z.array(campaignRow)).query(({ ctx }) => listCampaigns(ctx.domain)),
  get: procedure
    .input(z.object({ key }))
    .output(campaignPage)
    .query(({ ctx, input }) => getCampaign(ctx.domain, input.key)),
  effect: procedure
    .input(z.object({ key, mode: mode.default('planned') }))
    .output(campaignEffect)
    .query(({ ctx, input }) => getCampaignEffect(ctx.domain, input.key, input.mode)),
  gaps: procedure
    .input(z.object({ key }))
    .output(campaignGaps)
    .query(({ ctx, input }) => getCampaignGaps(ctx.domain, input.key)),
})
