import type { Reader } from '@/db/database'
import { findItem } from '@/db/stores/items'
import { findTerm } from '@/db/stores/vocabulary'
import { findWorkspace } from '@/db/stores/workspaces'
import { can, mayEditItem } from '@/server/domain/access/access.rules'
import type { Context } from '@/server/domain/context'
import { Problem } from '@/server/domain/errors'
import { type Moment, momentOf } from '@/server/domain/facts/moment.rules'
import { datesOfCampaign, datesOfItem } from '@/server/domain/tasks/task.rules'
import type { TaskAbout, TaskDates } from '@/server/domain/tasks/task.schema'
import { campaignDetails } from '@/server/domain/vocabulary/vocabulary.schema'

/** An item or campaign as far as its tasks need it. */
export interface TaskPlace {
  readonly dates: TaskDates
  readonly moment: Moment
  /** Whether the actor may add and change tasks here. */
  readonly mayEdit: boolean
  readonly isTrashed: boolean
}

/** For commands and queries that have authorized. What is not there, or in another workspace, is `not_found`. */
export async function findTaskPlace(
  { actor, now }: Pick<Context, 'actor' | 'now'>,
  read: Reader,
  { subject, subjectId }: TaskAbout,
): Promise<TaskPlace> {
  const { workspaceId } = actor
  const workspace = await findWorkspace(read, workspaceId)
  if (!workspace) throw new Problem('not_found', 'access.problem.noSuchWorkspace')
  const moment = momentOf(now().getTime(), workspace.timeZone)
  const mayEditTasks = can(actor, 'task.edit')
  if (subject === 'item') {
    const item = await findItem(read, workspaceId, subjectId)
    if (!item) throw new Problem('not_found', 'content.problem.noSuchItem')
    const isTrashed = item.deletedAt !== null
    const mayEdit = mayEditTasks && !isTrashed && mayEditItem(actor, item)
    return { dates: datesOfItem(item, workspace.timeZone), moment, mayEdit, isTrashed }
  }
  const term = await findTerm(read, workspaceId, 'campaign', subjectId)
  if (!term) throw new Problem('not_found', 'campaigns.problem.noSuchCampaign')
  const dates = datesOfCampaign(campaignDetails.parse(term.details))
  return { dates, moment, mayEdit: mayEditTasks && can(actor, 'campaign.edit'), isTrashed: false }
}
