import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { connect } from '@/db/connect'
import type { Database } from '@/db/database'
import { findBodies, listItemsAfter, type StoredItem } from '@/db/stores/items'
import { hasDueJob } from '@/db/stores/jobs'
import { canonical } from '@/db/stores/same'
import { checkConsistency } from '@/server/domain/operations/consistency.queries'
import { startRunner } from '@/server/jobs/runner'
import { type Course, runAndKill } from '@/tests/fault/kill'
import { contentOf, type Told } from '@/tests/fault/told'
import { type LogRow, readWholeLog, stateByLog } from '@/tests/fault/whole-log'
import { emptyWorkspace } from '@/tests/integration/content/world'
import { copyOfTemplate } from '@/tests/support/database'

/** Few in the gate; `npm run fault` does fifty. */
const rounds = Number(process.env.FAULT_ROUNDS ?? 3)
const patience = 120_000 + rounds * 20_000

describe(`two processes write and publish on one database and are killed ${rounds} times`, () => {
  let db: Database
  let url = ''
  let course: Course
  let told: Told[]
  let items: StoredItem[]
  let bodies: ReadonlyMap<string, string>
  let log: LogRow[]
  let drop: () => Promise<void>
  const folder = mkdtempSync(join(tmpdir(), 'etappe-fault-'))

  beforeAll(async () => {
    const copy = await copyOfTemplate()
    url = copy.url
    drop = copy.drop
    db = connect({ url, dataDir: '.' })
    const { actor } = await emptyWorkspace(db, () => new Date())
    const { workspaceId } = actor
    course = await runAndKill({ url, workspaceId, folder }, rounds)
    told = course.told.flat()
    await finish(db)
    items = await listItemsAfter(db.read, workspaceId, '', 100_000)
    bodies = await findBodies(
      db.read,
      workspaceId,
      items.map(({ id }) => id),
    )
    log = await readWholeLog(db, workspaceId)
    const published = log.filter(({ operation }) => operation === 'publish')
    process.stdout.write(
      `${db.dialect}: ${course.kills} kills, ${told.filter(({ what }) => what !== 'begin').length} writes acknowledged, ` +
        `${items.length} items, ${published.length} publications (${published.filter(({ actor: by }) => by === 'job:publication').length} by the clock), ${log.length} log entries\n`,
    )
  }, patience)

  afterAll(async () => {
    await db.close()
    await drop()
    rmSync(folder, { recursive: true, force: true })
  })

  test('something was written and published at all', () => {
    expect(told.filter(({ what }) => what === 'made').length).toBeGreaterThan(rounds)
    expect(log.some(({ operation, actor }) => operation === 'publish' && actor === 'job:publication')).toBe(true)
  })

  test('nothing that was acknowledged is lost', () => {
    const stored = new Map(items.map((item) => [item.title.split(' ')[0], item]))
    const wrong: string[] = []
    for (const [name, entries] of Map.groupBy(told, (entry) => entry.name)) {
      const acknowledged = Math.max(
        0,
        ...entries.flatMap((entry) => (entry.what === 'made' || entry.what === 'saved' ? [entry.version] : [])),
      )
      const begun = Math.max(0, ...entries.flatMap((entry) => (entry.what === 'begin' ? [entry.version] : [])))
      const version = Number(stored.get(name)?.title.split(' ').at(-1) ?? 0)
      if (version < acknowledged || version > begun) wrong.push(`${name}: acknowledged ${acknowledged}, found ${version}`)
    }
    expect(wrong).toEqual([])
  })

  test('nothing is half written: title, text, tags and history of an item tell of one version', () => {
    const wrong: string[] = []
    const bySubject = Map.groupBy(
      log.filter(({ subject }) => subject === 'item'),
      ({ subjectId }) => subjectId,
    )
    for (const item of items) {
      const [name = '', , version = ''] = item.title.split(' ')
      const meant = contentOf(name, Number(version))
      const body = bodies.get(item.id)
      if (body !== meant.body || !sameTags(item, meant.tags)) wrong.push(`${item.title}: its parts are of different versions`)
      const state = stateByLog(bySubject.get(item.id) ?? [])
      for (const field of ['title', 'step', 'publishAt', 'publishedAt', 'statusSince', 'reviewBy'] as const)
        if (canonical(state[field] ?? null) !== canonical(item[field]))
          wrong.push(`${item.title}: the log tells another ${field}`)
      if (state.body !== body) wrong.push(`${item.title}: the log tells another text`)
    }
    expect(wrong).toEqual([])
    expect(log.map(({ seq }) => seq)).toEqual(log.map((_, n) => n + 1))
  })

  test('everything that was scheduled is published, and nothing twice', () => {
    const publications = Map.groupBy(
      log.filter(({ subject, after }) => subject === 'item' && after?.step === 'published'),
      ({ subjectId }) => subjectId,
    )
    const twice = [...publications].filter(([, entries]) => entries.length > 1).map(([id]) => id)
    expect(twice).toEqual([])
    const scheduled = told.flatMap((entry) => (entry.what === 'scheduled' ? [entry.id] : []))
    expect(scheduled.filter((id) => publications.get(id)?.length !== 1)).toEqual([])
    expect(items.filter(({ publishAt }) => publishAt !== null)).toEqual([])
    expect(log.filter(({ subject }) => subject === 'publication')).toEqual([])
  })

  test('the database is whole, and the doctor says so', async () => {
    expect((await checkConsistency(db)).filter(({ faults }) => faults > 0)).toEqual([])
    const arguments_ = ['--import', 'tsx', 'server/scripts/etappe.ts', 'doctor', '--format', 'json']
    const { stdout } = await promisify(execFile)(process.execPath, arguments_, {
      env: { ...process.env, DATABASE_URL: url, DATA_DIR: folder },
    })
    expect(JSON.parse(stdout)).toMatchObject({ ok: true })
  }, 60_000)
})

const sameTags = (item: StoredItem, meant: ReturnType<typeof contentOf>['tags']) =>
  canonical([item.tags.phase, item.tags.channel]) === canonical([meant.phase, meant.channel])

/** What was scheduled shortly before the end is still to be published: as after any downtime, the next start does it. */
async function finish(db: Database): Promise<void> {
  const runner = startRunner(db, { pollMs: 20 })
  // Far enough ahead for a lease to have run out, so that a job counts while it is being done.
  const later = new Date(Date.now() + 3_600_000)
  while (await hasDueJob(db.read, later, { only: ['publication'] })) await setTimeout(50)
  await runner.stop()
}
