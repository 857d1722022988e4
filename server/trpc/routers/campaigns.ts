import { z } from 'zod'
import { copyCampaign, createCampaign } from '@/server/domain/campaigns/campaign.commands'
import { getCampaign, getCampaignEffect, getCampaignGaps, listCampaigns } from '@/server/domain/campaigns/campaign.queries'
import {
  campaignCopy,
  campaignCreate,
  campaignEffect,
  campaignGaps,
  campaignMade,
  campaignPage,
  campaignRow,
} from '@/server/domain/campaigns/campaign.schema'
import { mode } from '@/server/domain/coverage/coverage.schema'
import { key } from '@/server/domain/wire.schema'
import { procedure, router } from '../init'

/** Campaigns made with their items, and what is counted about them. As terms of the vocabulary they are edited through its router. */
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
  create: procedure
    .input(z.object({ campaign: campaignCreate }))
    .output(campaignMade)
    .mutation(({ ctx, input }) => createCampaign(ctx.domain, input.campaign)),
  copy: procedure
    .input(z.object({ copy: campaignCopy }))
    .output(campaignMade)
    .mutation(({ ctx, input }) => copyCampaign(ctx.domain, input.copy)),
})
