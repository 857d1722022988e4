'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useUndoToast } from '@/components/shell/undo'
import { useWorkspace } from '@/components/shell/workspace'
import type { CampaignMade } from '@/server/domain/campaigns/campaign.schema'

/** After a campaign came to be, perhaps with items: tells it, and goes to its page. */
export function useMadeCampaign() {
  const tell = useUndoToast()
  const queries = useQueryClient()
  const router = useRouter()
  const { base } = useWorkspace()
  return async ({ key, changeSet }: CampaignMade, message: string) => {
    tell(message, changeSet)
    await queries.invalidateQueries()
    router.push(`${base}/campaigns/${key}`)
  }
}
