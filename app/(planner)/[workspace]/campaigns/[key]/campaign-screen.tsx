'use client'

import type { ReactNode } from 'react'
import { CampaignPage } from '@/components/campaigns/campaign-page'
import { CommentSection } from '@/components/comments/comment-section'
import { TaskList } from '@/components/tasks/task-list'

/** Features do not know each other; here they meet. */
export function CampaignScreen({ campaign, share }: { campaign: string; share: ReactNode }) {
  const about = { subject: 'campaign', subjectId: campaign } as const
  return (
    <CampaignPage
      key={campaign}
      campaign={campaign}
      share={share}
      tasks={<TaskList about={about} />}
      discussion={<CommentSection about={about} />}
    />
  )
}
