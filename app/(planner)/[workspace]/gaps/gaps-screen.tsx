'use client'

import { CommentSection } from '@/components/comments/comment-section'
import { Gaps } from '@/components/gaps/gaps'

/** Features do not know each other; here they meet. */
export function GapsScreen() {
  return <Gaps discussion={(gap) => <CommentSection key={gap} about={{ subject: 'gap', subjectId: gap }} level={3} />} />
}
