import { beforeEach, describe, expect, test, vi } from 'vitest'
import { listChangeSet } from '@/db/stores/changes'
import { findImport, findImportReport } from '@/db/stores/imports'
import { deleteMember, findMember, updateMember } from '@/db/stores/members'
import type { UserRecord } from '@/db/stores/users'
import { stampOf } from '@/server/domain/context'
import type { StoredReport } from '@/server/domain/exchange/import-record.rules'
import { runImport } from '@/server/domain/exchange/import-run.commands'
import type { Workspace } from '@/server/domain/workspaces/workspace.schema'
import { readTable } from '@/server/exchange/read-table'
import { startRunner } from '@/server/jobs/runner'
import { callerFor } from '@/tests/support/callers'
import { testDatabase } from '@/tests/support/database'
import { makeMember, makeWorkspace } from '@/tests/support/factories'
import { importText, runJob, withOthers } from './support'

const db = testDatabase()
let workspace: Workspace
let editor: UserRecord
let place: { workspace: string }

beforeEach(async () => {
  workspace = await makeWorkspace(db())
  editor = await makeMember(db(), workspace, 'editor')
  place = { workspace: workspace.slug }
})

const rows = 620
const line = (i: number, note = '') => `Page ${i};https://example.org/page/${i};page;${i % 7 === 0 ? 'Bees' : 'Honey'};${note}`
const header = 'Title;URL;Type;Topic;Note'
/** Among good rows one without a title or address, and one that comes twice. */
const list = (note = '') =>
  [header, ...Array.from({ length: rows }, (_, i) => line(i, note)), ';;page;;', line(3, note)].join('\n')
const settings = { options: { decisions: { topic: { bees: { action: 'create' }, honey: { action: 'create' } } } } } as const

/** Of the writes of a job: it is taken, begins, notes its plan, and then come the rows. New terms are one more. */
const firstPiece = 4

const caller = () => callerFor(db(), editor)
const count = async (filter = '') => (await caller().content.count({ ...place, filter })).count
const reportOf = async (id: string) => (await findImportReport(db().read, workspace.id, id)) as StoredReport

async function committed(text: string): Promise<string> {
  const { id } = await caller().imports.create({ ...place, fileName: 'list.csv', text })
  await caller().imports.configure({ ...place, id, revision: 1, settings })
  await caller().imports.commit({ ...place, id, revision: 2 })
  return id
}

/** What there is in the end, whatever way it took. */
async function outcome(id: string) {
  const { counts, state } = await caller().imports.get({ ...place, id })
  const { skipped, failed } = await reportOf(id)
  const reasons = (reasons: StoredReport['skipped']) => reasons.map(({ row, messageKey }) => `${row} ${messageKey}`)
  const topics = (await caller().vocabulary.get(place)).topic.map(({ key, name }) => `${key} ${name.en}`)
  return {
    state,
    counts,
    skipped: reasons(skipped),
    failed: reasons(failed),
    topics: topics.sort(),
    items: await count(),
    bees: await count('topic=bees'),
  }
}

const whole = {
  state: 'done',
  counts: { read: rows + 2, create: rows, update: 0, unchanged: 0, skipped: 1, failed: 1, notes: 0 },
  skipped: [`${rows + 3} exchange.skipped.duplicate`],
  failed: [`${rows + 2} exchange.failed.titleMissing`],
  topics: ['bees Bees', 'honey Honey'],
  items: rows,
  bees: Math.ceil(rows / 7),
}

describe('an import that is interrupted', () => {
  test.each([0, 1, 2])('after %i pieces comes to the same end when it goes on', async (pieces) => {
    const id = await committed(list())
    let asked = 0
    expect(await runJob(db(), workspace, id, () => asked++ >= pieces)).toBe(false)
    const between = await caller().imports.get({ ...place, id })
    expect(between.state).toBe('running')
    expect(await count()).toBe(between.counts?.create)
    expect(between.counts?.create).toBe(Math.min(pieces * 250, rows))
    expect(await runJob(db(), workspace, id)).toBe(true)
    expect(await outcome(id)).toEqual(whole)
    const log = await listChangeSet(db().read, workspace.id, (await findImport(db().read, workspace.id, id))?.changeSet ?? '')
    expect(log.filter(({ subject }) => subject === 'item').length).toBe(rows)
  })

  test('by its person is stopped between two pieces, tells every row it did not reach, and goes on later', async () => {
    const id = await committed(list())
    const cancel = () => caller().imports.cancel({ ...place, id })
    expect(await runJob(withOthers(db(), firstPiece + 2, cancel), workspace, id)).toBe(true)
    const stopped = await caller().imports.get({ ...place, id })
    expect(stopped).toMatchObject({ state: 'cancelled', canResume: true, canUndo: true })
    const { create = 0, skipped = 0, failed = 0, read = 0 } = stopped.counts ?? {}
    expect(create).toBe(250)
    expect(create + skipped + failed).toBe(read)
    expect(new Set((await reportOf(id)).skipped.map(({ messageKey }) => messageKey))).toContain('import.report.notReached')
    await caller().imports.resume({ ...place, id })
    await runJob(db(), workspace, id)
    expect(await outcome(id)).toEqual(whole)
  })

  test('is taken back whole, items and terms', async () => {
    const id = await committed(list())
    let asked = 0
    await runJob(db(), workspace, id, () => asked++ >= 1)
    await caller().imports.cancel({ ...place, id })
    await runJob(db(), workspace, id)
    const { result } = await caller().imports.undo({ ...place, id })
    expect(result).toMatchObject({ done: 252, refusedCount: 0 })
    expect(await count()).toBe(0)
    expect((await caller().vocabulary.get(place)).topic).toEqual([])
  })

  test('cannot be cancelled, resumed or changed when it is over', async () => {
    const id = await committed(list())
    await runJob(db(), workspace, id)
    for (const act of ['cancel', 'resume'] as const)
      await expect(caller().imports[act]({ ...place, id })).rejects.toMatchObject({ code: 'CONFLICT' })
    await expect(caller().imports.configure({ ...place, id, revision: 3, settings: {} })).rejects.toMatchObject({
      code: 'CONFLICT',
    })
    await expect(caller().imports.commit({ ...place, id, revision: 3 })).rejects.toMatchObject({ code: 'CONFLICT' })
  })
})

describe('the program', () => {
  const emptied = async (id: string) =>
    vi.waitFor(async () => expect((await caller().imports.get({ ...place, id })).state).toBe('done'), {
      timeout: 15_000,
      interval: 20,
    })

  test('does an import by itself, and goes on with it at its next start', async () => {
    const first = startRunner(db(), { pollMs: 20 })
    const id = await committed(list())
    await vi.waitFor(async () => expect((await caller().imports.get({ ...place, id })).state).not.toBe('queued'), {
      timeout: 15_000,
      interval: 1,
    })
    await first.stop()
    const second = startRunner(db(), { pollMs: 20 })
    await emptied(id)
    await second.stop()
    expect(await outcome(id)).toEqual(whole)
  })
})

describe('while others write', () => {
  const everything = async () =>
    (await caller().content.list({ ...place, limit: 200, sort: [{ field: 'title', descending: false }] })).rows

  test('what somebody saved meanwhile is not overwritten, and the report says so', async () => {
    await importText(db(), workspace, editor, list(), settings)
    const id = await committed(list('new note').replace('Page 500;', 'Page five hundred;'))
    const target = async (title: string) =>
      (await caller().content.list({ ...place, filter: `title=${title}` })).rows.find((row) => row.title === title)
    // The rows are planned, then two people save: one the very field of the list, one another field.
    const [mine, other] = [await target('Page 500'), await target('Page 501')]
    if (!mine || !other) throw new Error('the first import made no such pages')
    const edits = async () => {
      await caller().content.save({ ...place, id: mine.id, revision: mine.revision, edit: { note: 'mine' } })
      await caller().content.save({ ...place, id: other.id, revision: other.revision, edit: { purpose: null, locale: 'fr' } })
    }
    await runJob(withOthers(db(), firstPiece, edits), workspace, id)
    const done = await caller().imports.get({ ...place, id })
    expect(done.counts).toMatchObject({ update: rows - 1, failed: 2 })
    expect((await reportOf(id)).failed).toContainEqual({
      row: 502,
      messageKey: 'import.report.changedMeanwhile',
      details: { title: 'Page 500', fields: 'note' },
    })
    expect(await target('Page 500')).toMatchObject({ note: 'mine' })
    expect(await target('Page 501')).toMatchObject({ note: 'new note', locale: 'fr' })
  })

  test('a page that somebody made meanwhile is not made a second time', async () => {
    const id = await committed(list())
    const byHand = () =>
      caller().content.create({ ...place, item: { title: 'By hand', type: 'page', url: 'http://www.example.org/page/600/' } })
    await runJob(withOthers(db(), firstPiece + 1, byHand), workspace, id)
    expect((await caller().imports.get({ ...place, id })).counts).toMatchObject({ create: rows - 1, update: 1 })
    expect(await count()).toBe(rows)
    expect(await count('title=By hand')).toBe(0)
  })

  test('a page that was put in the trash meanwhile is skipped', async () => {
    await importText(db(), workspace, editor, list(), settings)
    const id = await committed(list('new note'))
    const [page] = (await everything()).slice(-1)
    await runJob(
      withOthers(db(), firstPiece, () => caller().content.trash({ ...place, ids: [page?.id ?? ''] })),
      workspace,
      id,
    )
    expect((await caller().imports.get({ ...place, id })).counts).toMatchObject({ update: rows - 1, skipped: 2 })
    expect((await reportOf(id)).skipped.map(({ messageKey }) => messageKey)).toContain('exchange.skipped.inTrash')
  })

  test('two imports that want the same new term share one, and the same pages are made once', async () => {
    const [first, second] = [await committed(list()), await committed(list())]
    await Promise.all([runJob(db(), workspace, first), runJob(db(), workspace, second)])
    expect(await count()).toBe(rows)
    expect((await caller().vocabulary.get(place)).topic.map(({ key }) => key).sort()).toEqual(['bees', 'honey'])
    const counts = [first, second].map(async (id) => (await caller().imports.get({ ...place, id })).counts)
    const [a, b] = await Promise.all(counts)
    expect((a?.create ?? 0) + (b?.create ?? 0)).toBe(rows)
    expect((a?.unchanged ?? 0) + (b?.unchanged ?? 0)).toBe(rows)
  })

  test('two processes that both think an import is theirs do it once', async () => {
    const id = await committed(list())
    let other: Promise<boolean> | undefined
    const actor = { kind: 'system', workspaceId: workspace.id, job: 'import.run' } as const
    const context = { actor, db: db(), now: () => new Date(), locale: 'en', readTable } as const
    const begins = async () => {
      other = runImport(context, id, () => false)
    }
    await runJob(withOthers(db(), firstPiece, begins), workspace, id)
    await other
    expect(await outcome(id)).toEqual(whole)
  })
})

describe('rights are those of this moment', () => {
  test('an import of somebody who has left the workspace brings in nothing', async () => {
    const id = await committed(list())
    const system = stampOf({ actor: { kind: 'system', workspaceId: workspace.id, job: 'test' }, now: () => new Date() })
    await db().write(workspace.id, async (tx) => {
      const member = await findMember(tx, workspace.id, editor.id)
      if (member) await deleteMember(tx, system, member)
    })
    expect(await runJob(db(), workspace, id)).toBe(true)
    const lead = await makeMember(db(), workspace, 'lead')
    const seen = await callerFor(db(), lead).imports.get({ ...place, id })
    expect(seen).toMatchObject({ state: 'failed', problem: { messageKey: 'import.problem.askerGone' } })
    expect((await callerFor(db(), lead).content.count({ ...place, filter: '' })).count).toBe(0)
  })

  test('new phases are for leads', async () => {
    const { id } = await caller().imports.create({ ...place, fileName: 'list.csv', text: 'Title;Phase\nA;Delight\n' })
    const phases = { options: { decisions: { phase: { delight: { action: 'create' as const } } } } }
    await expect(caller().imports.configure({ ...place, id, revision: 1, settings: phases })).rejects.toMatchObject({
      code: 'FORBIDDEN',
    })
    const system = stampOf({ actor: { kind: 'system', workspaceId: workspace.id, job: 'test' }, now: () => new Date() })
    await db().write(workspace.id, async (tx) => {
      const member = await findMember(tx, workspace.id, editor.id)
      if (member) await updateMember(tx, system, member, 'lead')
    })
    await caller().imports.configure({ ...place, id, revision: 1, settings: phases })
    await caller().imports.commit({ ...place, id, revision: 2 })
    await runJob(db(), workspace, id)
    expect(await count('phase=delight')).toBe(1)
  })

  test('settings that somebody changed in another window are not overwritten', async () => {
    const { id } = await caller().imports.create({ ...place, fileName: 'list.csv', text: list() })
    await caller().imports.configure({ ...place, id, revision: 1, settings })
    const stale = caller().imports.configure({ ...place, id, revision: 1, settings: { mapping: { Title: 'title' } } })
    await expect(stale).rejects.toMatchObject({ code: 'CONFLICT', message: 'import.problem.changedMeanwhile' })
    await expect(caller().imports.commit({ ...place, id, revision: 1 })).rejects.toMatchObject({ code: 'CONFLICT' })
  })

  test('a list of people is refused', async () => {
    const people =
      'Email Address,First Name,Last Name,Opt-in Time\nann@example.org,Ann,Bee,2026-01-01 10:00:00\nbob@example.org,Bob,Cee,2026-01-02 10:00:00\n'
    const { id } = await caller().imports.create({ ...place, fileName: 'audience.csv', text: people })
    expect((await caller().imports.inspect({ ...place, id })).kind).toBe('people')
    await expect(caller().imports.dryRun({ ...place, id })).rejects.toMatchObject({ message: 'exchange.problem.people' })
    await expect(caller().imports.commit({ ...place, id, revision: 1 })).rejects.toMatchObject({
      message: 'exchange.problem.people',
    })
  })
})
