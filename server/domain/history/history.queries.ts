import { type ChangeRow, listAuditHeads, listAuditParts, listChangesToSince, listSubjectChanges } from '@/db/stores/changes'
import { findBodies, findItem, type StoredItem } from '@/db/stores/items'
import { targetPlaceOf } from '@/db/stores/targets'
import { listUserNames } from '@/db/stores/users'
import { listTerms, type TermRecord } from '@/db/stores/vocabulary'
import { actorName, can } from '@/server/domain/access/access.rules'
import { authorize } from '@/server/domain/access/authorize'
import { rowOf } from '@/server/domain/content/item.queries'
import type { Item } from '@/server/domain/content/item.schema'
import type { Context } from '@/server/domain/context'
import { Problem } from '@/server/domain/errors'
import { loadFacts, type WorkspaceFacts } from '@/server/domain/facts/facts.queries'
import { actorIn, userIdOf } from '@/server/domain/history/actor.rules'
import { fieldChangesOf } from '@/server/domain/history/field-changes.rules'
import type { AuditEntry, FieldChange, ItemVersion } from '@/server/domain/history/history.schema'
import { ruleNameOf, termNameOf } from '@/server/domain/history/subject-names.rules'
import { undoWithinMs } from '@/server/domain/history/undo.rules'
import { canBePutBack } from '@/server/domain/history/undo-registry.commands'
import { itemBefore } from '@/server/domain/history/version.rules'
import type { Locale } from '@/server/domain/wire.schema'

/** Of a body a list shows the beginning. */
const shown = 400

async function namesOf({ db }: Context, actors: readonly string[]): Promise<ReadonlyMap<string, string>> {
  return listUserNames(
    db.read,
    actors.flatMap((actor) => userIdOf(actor) ?? []),
  )
}

const canUndo = ({ actor, now }: Context, entry: { actor: string; at: Date }): boolean =>
  now().getTime() - entry.at.getTime() <= undoWithinMs && (entry.actor === actorName(actor) || can(actor, 'item.bulk'))

/** An item's versions, newest first: what each change set did to it, field by field. Also of items deleted for good. */
export async function listItemVersions(
  context: Context,
  input: { id: string; limit: number; beforeSeq?: number | undefined },
): Promise<{ versions: ItemVersion[]; nextBeforeSeq: number | null }> {
  const { actor, db } = context
  authorize(actor, 'history.read')
  const { id, limit, beforeSeq } = input
  const rows = await listSubjectChanges(db.read, actor.workspaceId, 'item', id, { limit: limit + 1, beforeSeq })
  if (rows.length === 0 && beforeSeq === undefined) throw new Problem('not_found', 'content.problem.noSuchItem')
  const items = rows.slice(0, limit)
  const oldest = rows.length > limit ? (items.at(-1)?.seq ?? 0) : 0
  const page = [...items, ...(await approvalRows(context, id, { beforeSeq, oldest }))].sort((a, b) => b.seq - a.seq)
  const names = await namesOf(
    context,
    page.map((row) => row.actor),
  )
  const versions: ItemVersion[] = []
  for (const row of page) {
    const { changes, isCut } = shortened(fieldChangesOf(row))
    const newer = versions.at(-1)
    if (newer?.changeSet === row.changeSet) {
      // One change set may touch an item twice; shown is what it did in all.
      for (const change of changes) {
        const known = newer.changes.find(({ field }) => field === change.field)
        if (known) known.before = change.before
        else newer.changes.push(change)
      }
      continue
    }
    const { changeSet, seq, at, operation } = row
    versions.push({
      changeSet,
      seq,
      at,
      operation,
      changes,
      isCut,
      actor: actorIn(row.actor, names),
      canUndo: canUndo(context, row),
    })
  }
  return { versions, nextBeforeSeq: rows.length > limit ? (items.at(-1)?.seq ?? null) : null }
}

const mostApprovals = 300

/** What became of the item's approvals, as if they were a field of it: who had said yes. */
async function approvalRows(
  { actor, db }: Context,
  id: string,
  { beforeSeq, oldest }: { beforeSeq: number | undefined; oldest: number },
): Promise<ChangeRow[]> {
  const rows = await listSubjectChanges(db.read, actor.workspaceId, 'approval', id, { limit: mostApprovals, beforeSeq })
  const approver = (record: ChangeRow['before']) => (record === null ? {} : { approval: record.userId ?? null })
  return rows
    .filter(({ seq }) => seq > oldest)
    .map((row) => ({ ...row, before: approver(row.before), after: approver(row.after) }))
}

function shortened(changes: FieldChange[]): { changes: FieldChange[]; isCut: boolean } {
  const cut = (value: unknown) => (typeof value === 'string' && value.length > shown ? `${value.slice(0, shown)}…` : value)
  const short = changes.map((change) =>
    change.field === 'body' ? { ...change, before: cut(change.before), after: cut(change.after) } : change,
  )
  return {
    changes: short,
    isCut: short.some((change, n) => change.before !== changes[n]?.before || change.after !== changes[n]?.after),
  }
}

/** The item as it stood after the entry `seq`: today's with later changes rolled back. */
export async function getItemVersion(context: Context, id: string, seq: number): Promise<Item> {
  const { actor, db } = context
  authorize(actor, 'history.read')
  const { world } = await loadFacts({ db }, actor.workspaceId)
  const { item, body } = await versionOf(context, id, seq)
  return { ...rowOf(item, world.stepKinds), body }
}

/** For commands: the item now and as it was. */
export async function versionOf(
  context: Pick<Context, 'db' | 'actor'>,
  id: string,
  seq: number,
): Promise<{ current: StoredItem; item: StoredItem; body: string }> {
  const { actor, db } = context
  const current = await findItem(db.read, actor.workspaceId, id)
  if (!current) throw new Problem('not_found', 'content.problem.noSuchItem')
  const bodies = await findBodies(db.read, actor.workspaceId, [id])
  const later = await listChangesToSince(db.read, actor.workspaceId, 'item', [id], seq, [''])
  return { current, ...itemBefore(current, bodies.get(id) ?? '', later) }
}

/** The audit log, newest first, change set by change set: who did what to how many things. */
export async function listRecentHistory(
  context: Context,
  input: { limit: number; beforeSeq?: number | undefined; actor?: string | undefined; subject?: string | undefined },
): Promise<{ entries: AuditEntry[]; nextBeforeSeq: number | null }> {
  const { actor, db } = context
  authorize(actor, 'history.read')
  const held = await loadFacts({ db }, actor.workspaceId)
  const heads = await listAuditHeads(db.read, actor.workspaceId, { ...input, newest: held.seq })
  const parts = await listAuditParts(
    db.read,
    actor.workspaceId,
    heads.found.map(({ changeSet }) => changeSet),
  )
  const members = parts.filter(({ subject }) => subject === 'member').flatMap(({ first }) => first?.subjectId ?? [])
  const names = await namesOf(context, [...heads.found.map((head) => head.actor), ...members.map((id) => `user:${id}`)])
  const nameOf = subjectNames(context.locale, held, await listTerms(db.read, actor.workspaceId), names)
  const entries = heads.found.map((head): AuditEntry => {
    const mine = parts.filter(({ changeSet }) => changeSet === head.changeSet)
    return {
      changeSet: head.changeSet,
      seq: head.seq,
      at: head.at,
      actor: actorIn(head.actor, names),
      parts: mine.map(({ subject, operation, count, first }) => ({
        subject,
        operation,
        count,
        examples: first ? [{ id: first.subjectId, name: nameOf(first) }] : [],
      })),
      canUndo:
        canUndo(context, head) &&
        mine.some(({ first }) => first !== undefined && canBePutBack(first)) &&
        !mine.some(({ subject, operation }) => subject === 'workspace' && operation === 'create'),
    }
  })
  return { entries, nextBeforeSeq: heads.nextBeforeSeq }
}

/** What a row of the log is about, by the name it has now, else by the one it had. */
function subjectNames(
  locale: Locale,
  held: WorkspaceFacts,
  terms: readonly TermRecord[],
  people: ReadonlyMap<string, string>,
): (row: ChangeRow) => string | null {
  const known = new Map(terms.map((term) => [`${term.dimension}/${term.key}`, termNameOf({ ...term }, locale)]))
  return ({ subject, subjectId, before, after }) => {
    const record = { ...before, ...after }
    const text = (value: unknown): string | null => (typeof value === 'string' ? value : null)
    switch (subject) {
      case 'item':
      case 'brief':
      case 'rank':
      case 'approval':
        return held.byId.get(subjectId)?.title ?? text(record.title)
      case 'term':
        return known.get(subjectId) ?? termNameOf(record, locale)
      case 'check':
        return held.byId.get(subjectId.split('/')[0] ?? '')?.title ?? null
      case 'member':
        return people.get(subjectId) ?? null
      case 'rule':
        return ruleNameOf(subjectId, locale)
      case 'finding':
        return ruleNameOf(record.rule, locale)
      case 'target': {
        const { dimension, phase, value } = targetPlaceOf(subjectId)
        const places = [known.get(`phase/${phase}`), known.get(`${dimension}/${value}`)].filter((name) => name != null)
        return places.length > 0 ? places.join(', ') : null
      }
      case 'task':
        return text(record.title)
      case 'reviewLink':
        return text(record.label)
      default:
        return text(record.name)
    }
  }
}
