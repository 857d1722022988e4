import {
  type CommentChange,
  type CommentRecord,
  dropComments,
  findComment,
  insertComment,
  listCommentsOf,
  type NewComment,
  updateComment,
} from '@/db/stores/comments'
import { can } from '@/server/domain/access/access.rules'
import { commentSubjects } from '@/server/domain/comments/comment.schema'
import type { Refusal, UndoApplier } from '@/server/domain/history/undo-applier.commands'
import { type RecordKind, undoRecords } from '@/server/domain/history/undo-records.commands'

type LogRecord = Record<string, unknown>

const instants = ['createdAt', 'editedAt', 'resolvedAt', 'deletedAt']

function commentOfLog(values: LogRecord): LogRecord {
  const back = instants.filter((name) => name in values).map((name) => [name, dateOf(values[name])])
  return { ...values, ...Object.fromEntries(back) }
}

const dateOf = (value: unknown): Date | null => (typeof value === 'string' ? new Date(value) : null)

const commentKind: RecordKind<CommentRecord> = {
  subject: 'comment',
  ability: () => 'comment.write',
  find: findComment,
  plain: ({ workspaceId: _workspace, id: _id, revision: _revision, ...comment }) => ({ ...comment }),
  nameOf: () => null,
  async revive(tx, stamp, id, record) {
    await insertComment(tx, stamp, { ...(commentOfLog(record) as Omit<NewComment, 'id'>), id })
  },
  async remove(tx, stamp, comment) {
    const subject = commentSubjects.find((known) => known === comment.subject)
    const others = subject ? await listCommentsOf(tx, stamp.workspaceId, subject, [comment.subjectId]) : []
    // Somebody answered meanwhile.
    if (others.some(({ parentId }) => parentId === comment.id)) return false
    await dropComments(tx, stamp, [comment], 'undo')
    return true
  },
  update: (tx, stamp, comment, change) => updateComment(tx, stamp, comment, commentOfLog(change) as CommentChange, 'undo'),
}

const resolving: ReadonlySet<string> = new Set(['resolvedAt', 'resolvedBy'])

/** What others wrote or took back is theirs; whether a thread is settled is for everybody who works on content. */
export const undoComments: UndoApplier = async (tx, scope, rows) => {
  const { actor } = scope.context
  const mine = rows.filter(({ before, after }) => {
    if (scope.isOwn || can(actor, 'comment.moderate')) return true
    return can(actor, 'comment.resolve') && Object.keys({ ...before, ...after }).every((name) => resolving.has(name))
  })
  const refused = rows
    .filter((row) => !mine.includes(row))
    .map(({ subjectId }): Refusal => {
      const messageKey = 'history.problem.notYours'
      return { subject: 'comment', id: subjectId, name: null, field: null, messageKey, by: null, at: null }
    })
  const undone = await undoRecords(commentKind)(tx, scope, mine)
  return { done: undone.done, refused: [...refused, ...undone.refused] }
}
