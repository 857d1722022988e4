import { describe, expect, test } from 'vitest'
import { connect } from '@/db/connect'
import { listFindings } from '@/db/stores/findings'
import { gapRefresh, newsDerivation } from '@/db/stores/follow-ups'
import { leaseJob } from '@/db/stores/jobs'
import { createItem, saveItem } from '@/server/domain/content/item.commands'
import { getItem } from '@/server/domain/content/item.queries'
import { planGaps, waiveGaps } from '@/server/domain/gaps/gap.commands'
import { getGap } from '@/server/domain/gaps/gap.queries'
import { refreshGaps } from '@/server/domain/gaps/gap-refresh.commands'
import { dayJob } from '@/server/domain/notifications/day.commands'
import { refreshGapsJob } from '@/server/jobs/refresh-gaps.job'
import { at } from '@/tests/integration/content/world'
import { copyOfTemplate, testDatabase } from '@/tests/support/database'
import { openGap, rowsOf, sampleWorkspace } from './world'

const db = testDatabase()

describe('what was found', () => {
  test('is written down once, however often and from wherever one looks', async () => {
    const lead = await sampleWorkspace(db(), 'worst')
    const open = await rowsOf(lead)
    await Promise.all([refreshGaps(lead), refreshGaps(lead)])
    const rows = await listFindings(db().read, lead.actor.workspaceId)
    expect(rows.length).toBeGreaterThanOrEqual(open.length)
    await refreshGaps(at(lead, '2026-03-01T11:00:00Z'))
    expect(await listFindings(db().read, lead.actor.workspaceId)).toEqual(rows)
    const gap = await openGap(at(lead, '2026-03-04T10:00:00Z'), 'part_delivery_missing')
    expect(gap).toMatchObject({ firstSeenAt: new Date('2026-03-01T10:00:00Z'), lastSeenAt: new Date('2026-03-04T10:00:00Z') })
  })

  test('is resolved when its cause is gone, and open again, with a note, when the cause is back', async () => {
    const lead = await sampleWorkspace(db(), 'good')
    await refreshGaps(lead)
    const gap = await openGap(lead, 'no_advocacy_prompt')
    const { item } = await createItem(lead, {
      title: 'Wie gefällt es Ihnen?',
      type: 'email',
      purpose: 'review_request',
      step: 'published',
      tags: { phase: ['advocacy'], channel: ['email'] },
      fields: { neverWhile: ['complaint_open'] },
    })
    const later = at(lead, '2026-03-02T10:00:00Z')
    expect((await getGap(later, gap.id)).state).toBe('resolved')
    await refreshGaps(later)
    const resolved = await rowsOf(at(lead, '2026-03-03T10:00:00Z'), { state: 'resolved' })
    expect(resolved).toMatchObject([{ id: gap.id, resolvedAt: new Date('2026-03-02T10:00:00Z') }])
    const { revision } = await getItem(lead, item.id)
    const third = at(lead, '2026-03-03T12:00:00Z')
    await saveItem(third, { id: item.id, revision, edit: { step: 'archived' } })
    expect(await getGap(third, gap.id)).toMatchObject({ state: 'open', cameBack: { why: 'reopened' }, resolvedAt: null })
    await refreshGaps(third)
    const reopened = await getGap(at(lead, '2026-03-05T12:00:00Z'), gap.id)
    expect(reopened).toMatchObject({
      state: 'open',
      firstSeenAt: gap.firstSeenAt,
      cameBack: { why: 'reopened', at: new Date('2026-03-03T12:00:00Z') },
    })
    expect(reopened.history.map(({ operation }) => operation)).toEqual(['reopened', 'resolved', 'found'])
  })

  test('keeps what people decided before it was ever written down', async () => {
    const lead = await sampleWorkspace(db(), 'worst')
    const [a, b] = [await openGap(lead, 'part_delivery_missing'), await openGap(lead, 'payment_info_missing')]
    await waiveGaps(lead, { gaps: [{ id: a.id, revision: 0 }], reason: 'Später', until: '2026-12-31' })
    await planGaps(lead, { gaps: [{ id: b.id, revision: 0 }] })
    await refreshGaps(lead)
    expect(await getGap(lead, a.id)).toMatchObject({ state: 'waived', revision: 1 })
    expect(await getGap(lead, b.id)).toMatchObject({ state: 'planned', revision: 1 })
  })
})

describe('another process', () => {
  test('sees decisions at once', async () => {
    const { url, drop } = await copyOfTemplate()
    const [here, there] = [connect({ url, dataDir: '.' }), connect({ url, dataDir: '.' })]
    try {
      const lead = await sampleWorkspace(here, 'worst')
      const gap = await openGap(lead, 'part_delivery_missing')
      const elsewhere = { ...lead, db: there }
      expect((await getGap(elsewhere, gap.id)).state).toBe('open')
      await waiveGaps(lead, { gaps: [{ id: gap.id, revision: 0 }], reason: 'Später', until: null })
      expect((await getGap(elsewhere, gap.id)).state).toBe('waived')
      await Promise.all([refreshGaps(lead), refreshGaps(elsewhere)])
      expect((await getGap(elsewhere, gap.id)).history.map(({ operation }) => operation)).toEqual(['waive', 'found'])
    } finally {
      await Promise.all([here.close(), there.close()])
      await drop()
    }
  })
})

describe('the job', () => {
  test('is queued once for all writes of a minute, after its end, and runs on for the next midnight of the zone', async () => {
    const lead = await sampleWorkspace(db(), 'good', { now: () => new Date('2026-03-05T10:00:20Z') })
    const write = (instant: string) => createItem(at(lead, instant), { title: 'Neu', type: 'page' })
    await write('2026-03-05T10:00:40Z')
    await write('2026-03-05T10:01:10Z')
    const due = async (instant: string) => {
      const job = await db().write('global', async (tx) => leaseJob(tx, new Date(instant), 3_600_000_000))
      return job && job.workspaceId === lead.actor.workspaceId ? { name: job.name, runAt: job.runAt } : undefined
    }
    // Other tests of this file left theirs, which are older.
    for (let n = 0; n < 100; n += 1)
      if (!(await db().write('global', async (tx) => leaseJob(tx, new Date('2026-03-05T10:00:59Z'), 3_600_000_000)))) break
    expect(await due('2026-03-05T10:03:00Z')).toEqual({ name: gapRefresh, runAt: new Date('2026-03-05T10:01:00Z') })
    expect(await due('2026-03-05T10:03:00Z')).toEqual({ name: gapRefresh, runAt: new Date('2026-03-05T10:02:00Z') })
    expect(await due('2026-03-05T10:03:00Z')).toBeUndefined()
    const context = {
      ...at(lead, '2026-03-05T10:03:00Z'),
      actor: { kind: 'system', workspaceId: lead.actor.workspaceId, job: gapRefresh },
      stopping: new AbortController().signal,
    } as const
    await refreshGapsJob.run(context, {})
    await refreshGapsJob.run(context, {})
    // People are told of what was found.
    expect((await due('2026-03-06T12:00:00Z'))?.name).toBe(newsDerivation)
    expect(await due('2026-03-06T12:00:00Z')).toEqual({ name: gapRefresh, runAt: new Date('2026-03-05T23:00:00Z') })
    // Who passes by here each night has its mornings, too.
    expect(await due('2026-03-06T12:00:00Z')).toEqual({ name: dayJob, runAt: new Date('2026-03-06T06:00:00Z') })
    expect(await due('2026-03-06T12:00:00Z')).toBeUndefined()
  })
})
