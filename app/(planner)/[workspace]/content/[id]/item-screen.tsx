'use client'

import { ActivityOfItem } from '@/components/activity/activity-of-item'
import { BriefTab } from '@/components/briefs/brief-tab'
import { CommentSection } from '@/components/comments/comment-section'
import { Comments, CommentsLabel, OpenComments } from '@/components/comments/comments'
import { ItemCells } from '@/components/coverage/item-cells'
import { ItemPage } from '@/components/item/item-page'
import { ReviewLinks } from '@/components/review/review-links'
import { TaskList } from '@/components/tasks/task-list'
import { WorkflowBlock } from '@/components/workflow/workflow-block'

/** Features do not know each other; here they meet. */
export function ItemScreen({ id }: { id: string }) {
  const about = { subject: 'item', subjectId: id } as const
  return (
    <ItemPage
      id={id}
      whereItCounts={<ItemCells itemId={id} />}
      brief={{
        label: (name) => <OpenComments name={name} about={{ subject: 'brief', subjectId: id }} />,
        content: (
          <div className="flex flex-col gap-8 pb-24">
            <BriefTab itemId={id} />
            <div className="max-w-192 border-t pt-5">
              <CommentSection about={{ subject: 'brief', subjectId: id }} />
            </div>
          </div>
        ),
      }}
      tasks={<TaskList about={about} />}
      discussion={{
        label: <CommentsLabel about={about} />,
        content: (
          <div className="grid items-start gap-x-10 gap-y-8 pb-24 lg:grid-cols-[minmax(0,1fr)_20rem]">
            <Comments about={about} />
            <div className="flex min-w-0 flex-col gap-7">
              <ReviewLinks itemId={id} />
              <ActivityOfItem item={id} />
            </div>
          </div>
        ),
      }}
      workflow={(at) => <WorkflowBlock {...at} />}
    />
  )
}
