import { listViews as listStored, type ViewRecord } from '@/db/stores/views'
import type { Actor } from '@/server/domain/access/access.rules'
import { authorize } from '@/server/domain/access/authorize'
import type { Context } from '@/server/domain/context'
import { isMyView, mayEditView } from '@/server/domain/views/view.rules'
import { screen, type View } from '@/server/domain/views/view.schema'

export function viewOf(actor: Actor, row: ViewRecord): View {
  const { id, name, ownerId, isDefault, isLocked, definition, revision, updatedAt } = row
  return {
    id,
    screen: screen.parse(row.screen),
    name,
    isTeam: ownerId === null,
    isMine: isMyView(actor, row),
    isDefault,
    isLocked,
    definition,
    revision,
    updatedAt,
    canEdit: mayEditView(actor, row),
  }
}

/** The asker's own views and the team's. A private default comes before the team's. */
export async function listViews({ actor, db }: Context): Promise<View[]> {
  authorize(actor, 'view.own')
  const rows = await listStored(db.read, actor.workspaceId, actor.kind === 'member' ? actor.userId : null)
  return rows.map((row) => viewOf(actor, row))
}
