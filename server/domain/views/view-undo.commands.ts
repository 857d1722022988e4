import type { Writer } from '@/db/database'
import { deleteView, findView, insertView, listViews, updateView, type ViewChange, type ViewRecord } from '@/db/stores/views'
import type { Refusal, UndoApplier } from '@/server/domain/history/undo-applier.commands'
import { type RecordKind, undoRecords } from '@/server/domain/history/undo-records.commands'
import { mayEditView } from '@/server/domain/views/view.rules'

type LogRecord = Record<string, unknown>

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')
const textOrNull = (value: unknown): string | null => (typeof value === 'string' ? value : null)

/** Another has become the default since; there is one per person and screen, and one of the team. */
async function hasDefault(
  tx: Writer,
  workspaceId: string,
  { id, screen, ownerId }: Pick<ViewRecord, 'id' | 'screen' | 'ownerId'>,
) {
  const views = await listViews(tx, workspaceId, ownerId)
  return views.some((other) => other.id !== id && other.screen === screen && other.ownerId === ownerId && other.isDefault)
}

const viewKind: RecordKind<ViewRecord> = {
  subject: 'view',
  ability: () => 'view.own',
  find: findView,
  plain: ({ workspaceId: _workspace, revision: _revision, updatedAt: _at, ...view }) => ({ ...view }),
  nameOf: ({ name }) => textOrNull(name),
  async revive(tx, stamp, id, record) {
    const place = { id, screen: textOf(record.screen), ownerId: textOrNull(record.ownerId) }
    await insertView(tx, stamp, {
      ...place,
      name: textOf(record.name),
      definition: textOf(record.definition),
      createdBy: textOrNull(record.createdBy),
      isDefault: record.isDefault === true && !(await hasDefault(tx, stamp.workspaceId, place)),
      isLocked: record.isLocked === true,
      position: typeof record.position === 'number' ? record.position : 0,
    })
  },
  async remove(tx, stamp, view) {
    await deleteView(tx, stamp, view)
    return true
  },
  async update(tx, stamp, view, change) {
    const { isDefault, ...others } = change as ViewChange
    const mayBeDefault = isDefault === false || (isDefault && !(await hasDefault(tx, stamp.workspaceId, view)))
    return updateView(tx, stamp, view, mayBeDefault ? { ...others, isDefault } : others)
  },
}

/** Only who may change a view may put it back; somebody else's own one is not even named. */
export const undoViews: UndoApplier = async (tx, scope, rows) => {
  const { actor } = scope.context
  const mine = []
  const refused: Refusal[] = []
  for (const row of rows) {
    const view = (await findView(tx, actor.workspaceId, row.subjectId)) ?? ownedOf(row.before ?? row.after ?? {})
    if (mayEditView(actor, view)) mine.push(row)
    else refused.push(refusalOf(row.subjectId))
  }
  const { done, refused: others } = await undoRecords(viewKind)(tx, scope, mine)
  return { done, refused: [...refused, ...others] }
}

const ownedOf = ({ ownerId, createdBy, isLocked }: LogRecord) => ({
  ownerId: textOrNull(ownerId),
  createdBy: textOrNull(createdBy),
  isLocked: isLocked === true,
})

const refusalOf = (id: string): Refusal => ({
  subject: 'view',
  id,
  name: null,
  field: null,
  messageKey: 'history.problem.notYours',
  by: null,
  at: null,
})
