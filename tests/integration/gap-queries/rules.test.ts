import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { jobs } from '@/db/schema'
import { createItem } from '@/server/domain/content/item.commands'
import { refreshVague } from '@/server/domain/content/vague.commands'
import { savePhrases, saveRules } from '@/server/domain/gaps/rule.commands'
import { listRules, previewRules } from '@/server/domain/gaps/rule.queries'
import { undoChangeSet } from '@/server/domain/history/undo.commands'
import { ruleDefinitions } from '@/server/presets/rules'
import { memberOf } from '@/tests/integration/content/world'
import { testDatabase } from '@/tests/support/database'
import { rowsOf, rulesOf, sampleWorkspace } from './world'

const db = testDatabase()
const off = { enabled: false, severity: 'should', numbers: {} } as const

describe('a rule', () => {
  test('stands at its preset until somebody changes it, and goes back to it', async () => {
    const lead = await sampleWorkspace(db(), 'worst')
    const { rules } = await listRules(lead)
    expect(rules.map(({ key, severity }) => ({ key, severity }))).toEqual(
      ruleDefinitions.map(({ key, severity }) => ({ key, severity })),
    )
    expect(rules.every(({ isChanged, revision }) => !isChanged && revision === 0)).toBe(true)
    await saveRules(lead, {
      changes: [{ key: 'part_delivery_missing', revision: 0, content: { ...off, enabled: true, severity: 'must' } }],
    })
    const changed = (await listRules(lead)).rules.find(({ key }) => key === 'part_delivery_missing')
    expect(changed).toMatchObject({ severity: 'must', isChanged: true, revision: 1 })
    expect(rulesOf(await rowsOf(lead, { severity: ['must'] }))).toContain('part_delivery_missing')
    await saveRules(lead, { changes: [{ key: 'part_delivery_missing', revision: 1, content: null }] })
    expect(rulesOf(await rowsOf(lead, { severity: ['must'] }))).not.toContain('part_delivery_missing')
  })

  test('that is switched off is neither listed nor resolved, and says what it would flag', async () => {
    const lead = await sampleWorkspace(db(), 'worst')
    const before = (await listRules(lead)).rules.find(({ key }) => key === 'part_delivery_missing')
    await saveRules(lead, { changes: [{ key: 'part_delivery_missing', revision: 0, content: { ...off } }] })
    for (const state of ['open', 'resolved'] as const)
      expect(rulesOf(await rowsOf(lead, { state }))).not.toContain('part_delivery_missing')
    const after = (await listRules(lead)).rules.find(({ key }) => key === 'part_delivery_missing')
    expect(after).toMatchObject({ enabled: false, found: before?.found })
  })

  test('tells what it would flag with other numbers, and flags just that when they are saved', async () => {
    const lead = await sampleWorkspace(db(), 'worst')
    const content = { enabled: true, severity: 'should', numbers: { min: 500 } } as const
    const { phase_thin: would } = await previewRules(lead, [{ key: 'phase_thin', content }])
    expect(would).toBeGreaterThan(0)
    await saveRules(lead, { changes: [{ key: 'phase_thin', revision: 0, content }] })
    const rows = await rowsOf(lead, { rule: ['phase_thin'] })
    expect(rows).toHaveLength(would ?? -1)
    expect(rows.every(({ evidence }) => evidence.counts.min === 500)).toBe(true)
  })

  test('keeps within its limits and to its own numbers', async () => {
    const lead = await sampleWorkspace(db(), 'worst')
    const wrong: Record<string, number>[] = [{ min: 0 }, { min: 1001 }, { other: 3 }]
    for (const numbers of wrong) {
      const bad = saveRules(lead, { changes: [{ key: 'phase_thin', revision: 0, content: { ...off, numbers } }] })
      await expect(bad).rejects.toMatchObject({ messageKey: 'rules.problem.outOfLimits' })
    }
  })

  test('changed by two at once is changed by the first; nothing of the second is saved', async () => {
    const lead = await sampleWorkspace(db(), 'worst')
    await saveRules(lead, { changes: [{ key: 'phase_thin', revision: 0, content: { ...off } }] })
    const late = saveRules(lead, {
      changes: [
        { key: 'stale', revision: 0, content: { ...off } },
        { key: 'phase_thin', revision: 0, content: { ...off, severity: 'info' } },
      ],
    })
    await expect(late).rejects.toMatchObject({ code: 'conflict', data: { key: 'phase_thin' } })
    expect((await listRules(lead)).rules.find(({ key }) => key === 'stale')?.enabled).toBe(true)
  })

  test('comes back as it was when its change is undone', async () => {
    const lead = await sampleWorkspace(db(), 'worst')
    const first = await saveRules(lead, { changes: [{ key: 'phase_thin', revision: 0, content: { ...off } }] })
    const second = await saveRules(lead, {
      changes: [{ key: 'phase_thin', revision: 1, content: { ...off, enabled: true, numbers: { min: 9 } } }],
    })
    const now = async () => (await listRules(lead)).rules.find(({ key }) => key === 'phase_thin')
    await undoChangeSet(lead, second.changeSet)
    expect(await now()).toMatchObject({ enabled: false, numbers: { min: 3 } })
    await undoChangeSet(lead, first.changeSet)
    expect(await now()).toMatchObject({ enabled: true, isChanged: false })
  })

  test('is changed by leads only', async () => {
    const lead = await sampleWorkspace(db(), 'worst')
    const editor = await memberOf(lead, 'editor')
    const content = { ...off }
    await expect(saveRules(editor, { changes: [{ key: 'stale', revision: 0, content }] })).rejects.toMatchObject({
      code: 'forbidden',
    })
    await expect(savePhrases(editor, { phrases: [], revision: 1 })).rejects.toMatchObject({ code: 'forbidden' })
    expect((await listRules(editor)).rules).toHaveLength(ruleDefinitions.length)
  })
})

describe('vague phrases', () => {
  test('of the workspace’s own are found in texts that were there before', async () => {
    const lead = await sampleWorkspace(db(), 'good')
    await createItem(lead, {
      title: 'Ihr Termin',
      type: 'email',
      purpose: 'appointment_notice',
      step: 'published',
      body: 'Wir kommen, wenn es passt.',
      tags: { phase: ['retention'], channel: ['email'] },
      fields: { promiseKind: 'date', promiseValue: 'Montag' },
    })
    const vague = async () => (await rowsOf(lead, { rule: ['delivery_date_vague'] })).map(({ subject }) => subject?.title)
    expect(await vague()).not.toContain('Ihr Termin')
    const { phrases } = await listRules(lead)
    await savePhrases(lead, { phrases: ['wenn es passt'], revision: phrases.revision })
    await refreshVague(lead, () => false)
    expect(await vague()).toContain('Ihr Termin')
    await expect(savePhrases(lead, { phrases: null, revision: phrases.revision })).rejects.toMatchObject({ code: 'conflict' })
  })

  test('are looked for anew when the list changes, and again when a lead takes that back', async () => {
    const lead = await memberOf(await sampleWorkspace(db(), 'good'), 'lead')
    const { workspaceId } = lead.actor
    const queued = async () => {
      const rows = await db().read.select().from(jobs).where(eq(jobs.workspaceId, workspaceId))
      return rows.filter(({ name }) => name === 'content.findVague').length
    }
    const before = (await listRules(lead)).phrases
    const { changeSet } = await savePhrases(lead, { phrases: ['wenn es passt'], revision: before.revision })
    expect(await queued()).toBe(1)
    expect(await undoChangeSet(lead, changeSet)).toMatchObject({ done: 1, refusedCount: 0 })
    expect((await listRules(lead)).phrases.phrases).toEqual(before.phrases)
    expect(await queued()).toBe(2)
  })
})
