import { and, asc, eq, isNull, lt, or, sql } from 'drizzle-orm'
import type { Reader, Stamp, Writer } from '../database'
import { hooks } from '../schema'
import { recordChanges } from './changes'

export type HookRecord = typeof hooks.$inferSelect
export type HookChange = Partial<Pick<HookRecord, 'name' | 'url' | 'locale' | 'events' | 'isEnabled'>>

const at = (workspaceId: string, id: string) => and(eq(hooks.workspaceId, workspaceId), eq(hooks.id, id))

export async function listHooks(read: Reader, workspaceId: string): Promise<HookRecord[]> {
  return read.select().from(hooks).where(eq(hooks.workspaceId, workspaceId)).orderBy(asc(hooks.name), asc(hooks.id))
}

export async function findHook(read: Reader, workspaceId: string, id: string): Promise<HookRecord | undefined> {
  const [row] = await read.select().from(hooks).where(at(workspaceId, id))
  return row
}

/** The address is a secret of the chat's: the log knows only that it changed. */
const logged = ({ name, locale, events, isEnabled }: Pick<HookRecord, 'name' | 'locale' | 'events' | 'isEnabled'>) => ({
  name,
  locale,
  events: [...events],
  isEnabled,
})

export async function insertHook(
  tx: Writer,
  stamp: Stamp,
  row: Pick<HookRecord, 'id' | 'name' | 'url' | 'locale' | 'events' | 'createdBy'>,
): Promise<HookRecord> {
  const [saved] = await tx
    .insert(hooks)
    .values({ ...row, workspaceId: stamp.workspaceId, createdAt: stamp.at })
    .returning()
  if (!saved) throw new Error('the hook was not inserted')
  await recordChanges(tx, stamp, [
    { subject: 'hook', subjectId: saved.id, operation: 'create', before: null, after: logged(saved) },
  ])
  return saved
}

/** Returns undefined when somebody else saved first. What begins anew forgets its failures. */
export async function updateHook(
  tx: Writer,
  stamp: Stamp,
  current: HookRecord,
  change: HookChange,
  operation = 'edit',
): Promise<HookRecord | undefined> {
  const isAnew = change.isEnabled === true || change.url !== undefined
  const [saved] = await tx
    .update(hooks)
    .set({ ...change, ...(isAnew ? { failures: 0, lastError: null } : {}), revision: sql`${hooks.revision} + 1` })
    .where(and(at(stamp.workspaceId, current.id), eq(hooks.revision, current.revision)))
    .returning()
  if (!saved) return undefined
  const isUrlNew = saved.url !== current.url
  await recordChanges(tx, stamp, [
    {
      subject: 'hook',
      subjectId: current.id,
      operation,
      before: logged(current),
      after: { ...logged(saved), ...(isUrlNew ? { hasNewAddress: true } : {}) },
    },
  ])
  return saved
}

export async function deleteHook(tx: Writer, stamp: Stamp, current: HookRecord): Promise<void> {
  await tx.delete(hooks).where(at(stamp.workspaceId, current.id))
  await recordChanges(tx, stamp, [
    { subject: 'hook', subjectId: current.id, operation: 'delete', before: logged(current), after: null },
  ])
}

/** How it went; leaves the revision alone, as nobody changed anything. Returns the failures in a row. */
export async function noteHookResult(
  tx: Writer,
  workspaceId: string,
  id: string,
  result: { at: Date; error: string | null },
): Promise<number> {
  const { error, at: lastSentAt } = result
  const [row] = await tx
    .update(hooks)
    .set(
      error === null
        ? { lastSentAt, lastError: null, failures: 0 }
        : { lastError: error.slice(0, 500), failures: sql`${hooks.failures} + 1` },
    )
    .where(at(workspaceId, id))
    .returning({ failures: hooks.failures })
  return row?.failures ?? 0
}

/** Takes the digest of a day for a chat. False when it was taken before: each day is told once, however often it is asked for. */
export async function takeHookDigest(tx: Writer, workspaceId: string, id: string, day: string): Promise<boolean> {
  const rows = await tx
    .update(hooks)
    .set({ digestOn: day })
    .where(and(at(workspaceId, id), or(isNull(hooks.digestOn), lt(hooks.digestOn, day))))
    .returning({ id: hooks.id })
  return rows.length > 0
}
