import { describe, expect, test } from 'vitest'
import { createItem, saveItem } from '@/server/domain/content/item.commands'
import { getItem, listItems } from '@/server/domain/content/item.queries'
import { itemListInput } from '@/server/domain/content/item-list.schema'
import { setTarget } from '@/server/domain/coverage/target.commands'
import { countGaps, getGap, listGaps, listGapsForReport } from '@/server/domain/gaps/gap.queries'
import { gapListInput } from '@/server/domain/gaps/gap-list.schema'
import { getVocabulary } from '@/server/domain/vocabulary/vocabulary.queries'
import { at, emptyWorkspace, memberOf } from '@/tests/integration/content/world'
import { testDatabase } from '@/tests/support/database'
import { openGap, rowsOf, rulesOf, sampleWorkspace } from './world'

const db = testDatabase()

const twelve = [
  'variants_unexplained',
  'payment_info_missing',
  'shipping_status_missing',
  'contact_unverified',
  'faq_too_general',
  'delay_notice_parity',
  'contact_without_answer',
  'delivery_date_vague',
  'part_delivery_missing',
  'support_depth_missing',
  'mail_despite_complaint',
  'review_reply_missing',
]

describe('the samples', () => {
  test.each(['de', 'en'])('the worst case has the twelve open, and no other that must be closed (%s)', async (locale) => {
    const lead = await sampleWorkspace(db(), 'worst', { locale })
    const rows = await rowsOf(lead)
    expect(rulesOf(rows)).toEqual(expect.arrayContaining(twelve))
    const musts = rulesOf(rows.filter(({ severity }) => severity === 'must'))
    expect(musts.filter((rule) => !twelve.includes(rule))).toEqual([])
  })

  test.each(['de', 'en'])('in the good journey the missing advocacy prompt is the only must (%s)', async (locale) => {
    const lead = await sampleWorkspace(db(), 'good', { locale })
    expect((await rowsOf(lead, { severity: ['must'] })).map(({ rule }) => rule)).toEqual(['no_advocacy_prompt'])
  })

  test('the large one shows gaps of every severity', async () => {
    const lead = await sampleWorkspace(db(), 'large')
    const { open } = await countGaps(lead)
    expect(Math.min(open.must, open.should, open.info)).toBeGreaterThan(0)
  })
})

describe('the list', () => {
  test('counts by state and value as if only the other filters held, and pages the rest', async () => {
    const lead = await sampleWorkspace(db(), 'worst')
    const all = await listGaps(lead, gapListInput.parse({ limit: 500 }))
    const musts = await listGaps(lead, gapListInput.parse({ limit: 500, severity: ['must'] }))
    expect(all.total).toBe(all.rows.length)
    expect(all.counts.state.open).toBe(all.total)
    expect(musts.total).toBe(all.counts.severity.must)
    expect(musts.counts.severity).toEqual(all.counts.severity)
    expect(musts.counts.rule).not.toHaveProperty('part_delivery_missing')
    const second = await listGaps(lead, gapListInput.parse({ limit: 3, offset: 3 }))
    expect(second.rows.map(({ id }) => id)).toEqual(all.rows.slice(3, 6).map(({ id }) => id))
    expect(second.total).toBe(all.total)
    expect((await countGaps(lead)).state.open).toBe(all.total)
  })

  test('goes by severity, or by phase, rule and owner where wished', async () => {
    const lead = await sampleWorkspace(db(), 'worst')
    const weights = ['must', 'should', 'info']
    const rank = (rows: Awaited<ReturnType<typeof rowsOf>>) => rows.map(({ severity }) => weights.indexOf(severity))
    expect(rank(await rowsOf(lead))).toEqual(rank(await rowsOf(lead)).toSorted((a, b) => a - b))
    const phases = (await rowsOf(lead, { group: 'phase' })).map(({ phase }) => phase)
    const journey = (await getVocabulary(lead)).phase.map(({ key }) => key)
    const places = phases.map((phase) => (phase === null ? 9 : journey.indexOf(phase)))
    expect(places).toEqual(places.toSorted((a, b) => a - b))
    const rules = (await rowsOf(lead, { group: 'rule' })).map(({ rule }) => rule)
    expect(rules.filter((rule, n) => rule !== rules[n - 1])).toHaveLength(new Set(rules).size)
  })

  test('names the items behind a gap, and the content list shows the same number under its filter', async () => {
    const lead = await sampleWorkspace(db(), 'worst')
    const rows = await rowsOf(lead)
    let compared = 0
    for (const { evidence, rule } of rows) {
      if (evidence.filter === null) continue
      const { total } = await listItems(lead, itemListInput.parse({ filter: evidence.filter, limit: 1 }))
      expect({ rule, total }).toEqual({ rule, total: evidence.counts.items })
      compared += 1
    }
    expect(compared).toBeGreaterThan(10)
    const detail = await openGap(lead, 'mail_despite_complaint')
    expect(detail.subject?.title).toBe(detail.evidence.items[0]?.title)
    expect(detail.about.explanation.de).not.toBe('')
    expect(detail.about.explanation.en).not.toBe('')
    expect(detail.about.why?.source).toBeTruthy()
  })

  test('speaks of all phases that a rule is about, and is found under each', async () => {
    const lead = await sampleWorkspace(db(), 'worst')
    const { phases } = await openGap(lead, 'shipping_status_missing')
    expect(phases).toHaveLength(2)
    for (const phase of phases) expect(rulesOf(await rowsOf(lead, { phase: [phase] }))).toContain('shipping_status_missing')
  })

  test('tells when what is in the making is planned for', async () => {
    const lead = await sampleWorkspace(db(), 'worst')
    await createItem(lead, {
      title: 'Unterwegs',
      type: 'email',
      purpose: 'shipping_status',
      step: 'planned',
      plannedFor: '2026-03-12',
      tags: { phase: ['retention'], channel: ['email'] },
    })
    const { evidence } = await openGap(lead, 'shipping_status_missing')
    expect(evidence.nextPlannedFor).toBe('2026-03-12')
    expect(evidence.counts).toMatchObject({ live: 0 })
  })
})

describe('an empty phase', () => {
  test('holds the more specific musts of that phase, which are not counted beside it', async () => {
    const lead = await memberOf(await emptyWorkspace(db()), 'lead')
    const rows = await rowsOf(lead)
    const empty = rows.find(({ rule, phases }) => rule === 'phase_empty' && phases.includes('advocacy'))
    expect(empty?.under.map(({ rule }) => rule)).toContain('no_advocacy_prompt')
    expect(rulesOf(rows)).not.toContain('no_advocacy_prompt')
    const specific = await getGap(lead, empty?.under[0]?.id ?? '')
    expect(specific.rule).toBe('no_advocacy_prompt')
    const report = await listGapsForReport(lead)
    expect(report.map(({ rule }) => rule)).toContain('no_advocacy_prompt')
    expect(report.every(({ state }) => state === 'open')).toBe(true)
  })

  test('is none when the phase does not apply', async () => {
    const lead = await memberOf(await emptyWorkspace(db()), 'lead')
    await setTarget(lead, {
      dimension: 'channel',
      phase: 'advocacy',
      value: '',
      revision: null,
      content: { numbers: null, reason: 'Nicht unser Geschäft' },
    })
    const rows = await rowsOf(lead)
    expect(rows.some(({ rule, phase }) => rule === 'phase_empty' && phase === 'advocacy')).toBe(false)
    expect(rulesOf(rows)).toContain('no_advocacy_prompt')
  })
})

describe('what is live', () => {
  test('counts from the moment that an item is published, and no longer than it is', async () => {
    const lead = await sampleWorkspace(db(), 'good')
    const { item } = await createItem(lead, {
      title: 'Wie gefällt es Ihnen?',
      type: 'email',
      purpose: 'review_request',
      step: 'published',
      publishedAt: new Date('2026-03-01T09:00:00Z'),
      unpublishAt: new Date('2026-03-01T12:00:00Z'),
      tags: { phase: ['advocacy'], channel: ['email'] },
      fields: { neverWhile: ['complaint_open'] },
    })
    expect(rulesOf(await rowsOf(lead))).not.toContain('no_advocacy_prompt')
    expect(rulesOf(await rowsOf(at(lead, '2026-03-01T11:59:59Z')))).not.toContain('no_advocacy_prompt')
    expect(rulesOf(await rowsOf(at(lead, '2026-03-01T12:00:00Z')))).toContain('no_advocacy_prompt')
    const { revision } = await getItem(lead, item.id)
    await saveItem(lead, { id: item.id, revision, edit: { unpublishAt: null } })
    expect(rulesOf(await rowsOf(at(lead, '2026-03-01T12:00:00Z')))).not.toContain('no_advocacy_prompt')
  })
})
