import type { Reader } from '@/db/database'
import { findFinding } from '@/db/stores/findings'
import { findItem } from '@/db/stores/items'
import { findTerm } from '@/db/stores/vocabulary'
import type { CommentAbout } from '@/server/domain/comments/comment.schema'
import type { Context } from '@/server/domain/context'
import { Problem } from '@/server/domain/errors'
import { loadGaps } from '@/server/domain/gaps/gap-state.queries'

/** Throws `not_found` for what is not there, or is in another workspace. */
export async function checkCommentPlace(context: Context, { subject, subjectId }: CommentAbout): Promise<void> {
  const { db, actor } = context
  switch (subject) {
    case 'gap':
      // A gap that has just come up is not written down yet.
      if (await findFinding(db.read, actor.workspaceId, subjectId)) return
      if ((await loadGaps(context)).gaps.some(({ id }) => id === subjectId)) return
      throw new Problem('not_found', 'gaps.problem.noSuchGap')
    case 'campaign':
      if (await findTerm(db.read, actor.workspaceId, 'campaign', subjectId)) return
      throw new Problem('not_found', 'campaigns.problem.noSuchCampaign')
    default:
      return checkItem(db.read, actor.workspaceId, subjectId)
  }
}

async function checkItem(read: Reader, workspaceId: string, id: string): Promise<void> {
  if (!(await findItem(read, workspaceId, id))) throw new Problem('not_found', 'content.problem.noSuchItem')
}
