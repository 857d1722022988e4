import { setImmediate } from 'node:timers/promises'
import type { Database, Reader } from '@/db/database'
import { listChangesAfter } from '@/db/stores/changes'
import { type FactRow, listFactRows, listFactRowsAfter } from '@/db/stores/facts'
import { findWorkspace, type WorkspaceRecord } from '@/db/stores/workspaces'
import type { Context } from '@/server/domain/context'
import { Problem } from '@/server/domain/errors'
import { nothingChanged, type Step, withStep } from '@/server/domain/facts/changed-facts.rules'
import { type FactWorld, factOf, longFieldsOf, packFacts } from '@/server/domain/facts/fact.rules'
import type { Fact } from '@/server/domain/facts/fact.schema'
import { byFactId, FactIndex } from '@/server/domain/facts/fact-index.rules'
import { createInterner } from '@/server/domain/facts/intern.rules'
import { keptPer, putLast } from '@/server/domain/kept'
import { loadVocabulary } from '@/server/domain/vocabulary/vocabulary.queries'
import type { Vocabulary } from '@/server/domain/vocabulary/vocabulary.schema'

/** Everything that counting, filtering and the gap rules read of a workspace, as of one seq of its change log. Never changed in place. */
export interface WorkspaceFacts {
  readonly seq: number
  readonly workspace: WorkspaceRecord
  readonly vocabulary: Vocabulary
  readonly world: FactWorld
  /** In the order of ids, trash included. */
  readonly facts: readonly Fact[]
  readonly byId: ReadonlyMap<string, Fact>
  /** How the newest snapshots came out of one another, so that what was counted of an older one can be carried on. */
  readonly steps: readonly Step[]
}

interface Snapshot extends WorkspaceFacts {
  readonly byId: FactIndex
}

interface Shelf {
  snapshot?: Snapshot
  loading?: Promise<Snapshot>
}

/**
 * SQLite reads in this very thread, so pages are small. PostgreSQL does not, and before it has gathered statistics of a new
 * table it sorts the rest of the items for each page, so pages are few.
 */
const rowsPerPage = { sqlite: 600, postgres: 4_000 }
const factsPerPack = 10_000
/** Beyond this many changed items reading everything anew is no dearer than reading them by id. */
const reloadBeyond = 30_000
/** About 1 GB: workspaces asked for longest ago are forgotten first, and read again when wanted. */
const keptFacts = 2_000_000

const shelvesOf = keptPer('facts', () => new Map<string, Shelf>())

/**
 * The facts of a workspace, as new as every change committed before the call, in whatever process. Costs one small query
 * when nothing changed, and the reading of what did otherwise; the first call reads everything, in pieces that let others in.
 * Memory: about 500 bytes a fact; the facts of least recently used workspaces go when there are more than two million in all.
 */
export async function loadFacts({ db }: Pick<Context, 'db'>, workspaceId: string): Promise<WorkspaceFacts> {
  const shelves = shelvesOf(db)
  const { seq } = await workspaceOf(db.read, workspaceId)
  for (;;) {
    const shelf = shelves.get(workspaceId) ?? {}
    putLast(shelves, workspaceId, shelf)
    if (shelf.snapshot && shelf.snapshot.seq >= seq) return shelf.snapshot
    shelf.loading ??= brought(db, workspaceId, shelf).finally(() => {
      shelf.loading = undefined
    })
    const snapshot = await shelf.loading
    forgetOldest(shelves, workspaceId)
    // Whoever joined a loading that began before their own write waits for another one.
    if (snapshot.seq >= seq) return snapshot
  }
}

async function brought(db: Database, workspaceId: string, shelf: Shelf): Promise<Snapshot> {
  let snapshot = shelf.snapshot ?? (await readAll(db, workspaceId))
  // Others write meanwhile; a snapshot is right when nothing came in while it was made.
  for (let round = 0; round < 50; round += 1) {
    const workspace = await workspaceOf(db.read, workspaceId)
    if (workspace.seq === snapshot.seq) break
    snapshot = await caughtUp(db, workspace, snapshot)
  }
  shelf.snapshot = snapshot
  return snapshot
}

async function workspaceOf(read: Reader, workspaceId: string): Promise<WorkspaceRecord> {
  const workspace = await findWorkspace(read, workspaceId)
  if (!workspace) throw new Problem('not_found', 'access.problem.noSuchWorkspace')
  return workspace
}

function worldOf(vocabulary: Vocabulary, intern = createInterner()): FactWorld {
  return {
    stepKinds: new Map(vocabulary.step.map(({ key, details }) => [key, details.kind])),
    longFields: longFieldsOf(vocabulary.type),
    intern,
  }
}

async function readAll({ read, dialect }: Database, workspaceId: string): Promise<Snapshot> {
  const workspace = await workspaceOf(read, workspaceId)
  const vocabulary = await loadVocabulary(read, workspaceId)
  const world = worldOf(vocabulary)
  const facts: Fact[] = []
  for (let after = ''; ; ) {
    const rows = await listFactRowsAfter(read, workspaceId, after, rowsPerPage[dialect])
    for (const row of rows) facts.push(factOf(row, world))
    const last = rows.at(-1)
    if (!last || rows.length < rowsPerPage[dialect]) break
    after = last.id
    await setImmediate()
  }
  // Databases order text by their own rules; here it is that of the program.
  facts.sort(byFactId)
  const packed: Fact[] = []
  for (let at = 0; at < facts.length; at += factsPerPack) {
    packed.push(...packFacts(facts.slice(at, at + factsPerPack)))
    await setImmediate()
  }
  return { seq: workspace.seq, workspace, vocabulary, world, facts: packed, byId: new FactIndex(packed), steps: [] }
}

async function caughtUp(db: Database, workspace: WorkspaceRecord, snapshot: Snapshot): Promise<Snapshot> {
  const { read, dialect } = db
  const entries = await listChangesAfter(read, workspace.id, snapshot.seq, reloadBeyond + 1)
  if (entries.length > reloadBeyond) return readAll(db, workspace.id)
  const subjects = new Set(entries.map(({ subject }) => subject))
  const vocabulary = subjects.has('term') ? await loadVocabulary(read, workspace.id) : snapshot.vocabulary
  const world = subjects.has('term') ? worldOf(vocabulary, snapshot.world.intern) : snapshot.world
  if (!sameWorld(world, snapshot.world)) return readAll(db, workspace.id)
  const ids = [...new Set(entries.filter(({ subject }) => itemSubjects.has(subject)).map(({ subjectId }) => subjectId))]
  const rows: FactRow[] = []
  for (let at = 0; at < ids.length; at += rowsPerPage[dialect]) {
    if (at > 0) await setImmediate()
    rows.push(...(await listFactRows(read, workspace.id, ids.slice(at, at + rowsPerPage[dialect]))))
  }
  const gone = new Set(ids)
  for (const { id } of rows) gone.delete(id)
  for (const id of gone) if (!snapshot.byId.has(id)) gone.delete(id)
  const changed = rows.map((row) => factOf(row, world))
  const { facts, byId, step } = ids.length === 0 ? { ...snapshot, step: nothingChanged } : snapshot.byId.with(changed, gone)
  const seq = entries.at(-1)?.seq ?? workspace.seq
  const steps = withStep(snapshot.steps, { ...step, from: snapshot.seq })
  return { seq, workspace, vocabulary, world, facts, byId, steps }
}

/** `item.text`: derived columns were worked out again. `rank`: it was put elsewhere by hand. Neither changes the item itself. */
const itemSubjects: ReadonlySet<string> = new Set(['item', 'item.text', 'rank'])

function sameWorld(a: FactWorld, b: FactWorld): boolean {
  if (a === b) return true
  if (a.stepKinds.size !== b.stepKinds.size || a.longFields.size !== b.longFields.size) return false
  for (const [step, kind] of a.stepKinds) if (b.stepKinds.get(step) !== kind) return false
  for (const field of a.longFields) if (!b.longFields.has(field)) return false
  return true
}

function forgetOldest(shelves: Map<string, Shelf>, keep: string): void {
  let total = 0
  for (const { snapshot } of shelves.values()) total += snapshot?.facts.length ?? 0
  for (const [workspaceId, { snapshot, loading }] of shelves) {
    if (total <= keptFacts) return
    if (workspaceId === keep || loading) continue
    total -= snapshot?.facts.length ?? 0
    shelves.delete(workspaceId)
  }
}
