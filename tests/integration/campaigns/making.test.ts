import { expect, test } from 'vitest'
import { createBriefWithItem, saveBrief } from '@/server/domain/briefs/brief.commands'
import { getBrief } from '@/server/domain/briefs/brief.queries'
import { copyCampaign, createCampaign } from '@/server/domain/campaigns/campaign.commands'
import { getCampaign, getCampaignGaps, listCampaigns } from '@/server/domain/campaigns/campaign.queries'
import { type CampaignCreate, campaignCreate } from '@/server/domain/campaigns/campaign.schema'
import { misfitOf } from '@/server/domain/campaigns/template-fit.rules'
import { createItem, duplicateItem } from '@/server/domain/content/item.commands'
import { listItems } from '@/server/domain/content/item.queries'
import { itemListInput } from '@/server/domain/content/item-list.schema'
import type { Context } from '@/server/domain/context'
import { loadFacts } from '@/server/domain/facts/facts.queries'
import { undoChangeSet } from '@/server/domain/history/undo.commands'
import { editTerms } from '@/server/domain/vocabulary/term.commands'
import { campaignTemplate, campaignTemplates } from '@/server/presets/campaigns'
import { emptyWorkspace, memberOf } from '@/tests/integration/content/world'
import { sampleWorkspace } from '@/tests/integration/gap-queries/world'
import { testDatabase } from '@/tests/support/database'

const db = testDatabase()
const wish = (given: Partial<CampaignCreate> & { name: string }) => campaignCreate.parse(given)
const itemsOf = async (context: Context, key: string) =>
  (
    await listItems(
      context,
      itemListInput.parse({ filter: `campaign=${key}`, sort: [{ field: 'plannedFor', descending: false }] }),
    )
  ).rows

test.each(campaignTemplates)('a campaign from the template %s has a plan, and planned items that fill it', async (template) => {
  const editor = await memberOf(await emptyWorkspace(db()), 'editor')
  const { key, items } = await createCampaign(editor, wish({ template, name: 'New', startsOn: '2026-05-04' }))
  const campaign = await getCampaign(editor, key)
  expect(campaign.details).toMatchObject({ startsOn: '2026-05-04', ownerId: editor.userId })
  expect(campaign.details.goal).not.toBe('')
  expect(campaign.progress).toMatchObject({ items, wanted: items, published: 0 })
  for (const line of campaign.lines) expect(line).toMatchObject({ made: line.wanted, published: 0 })
  expect(campaign.servesOnlyBefore).toBe('no')
  const rows = await itemsOf(editor, key)
  expect(rows.every(({ status, tags, purpose }) => status === 'planned' && tags.phase.length === 1 && purpose !== null)).toBe(
    true,
  )
  expect([campaign.from, campaign.until].map((day) => day !== null && day >= '2026-05-04')).toEqual([true, true])
  expect((campaign.until ?? '') <= (campaign.details.endsOn ?? '')).toBe(true)
})

test('what a template makes says what the rules ask for, and opens nothing on the worst case', async () => {
  const lead = await sampleWorkspace(db(), 'worst')
  for (const template of campaignTemplates) {
    const { key } = await createCampaign(lead, wish({ template, name: template, startsOn: '2026-05-04' }))
    expect((await getCampaignGaps(lead, key)).opens).toEqual([])
  }
})

test('a template needs a first day, since its items are dated from it; one undo takes all of it back', async () => {
  const editor = await memberOf(await emptyWorkspace(db()), 'editor')
  await expect(createCampaign(editor, wish({ template: 'reviews', name: 'Reviews' }))).rejects.toMatchObject({
    code: 'invalid',
    messageKey: 'campaigns.problem.startMissing',
  })
  expect(await listCampaigns(editor)).toEqual([])
  const { key, changeSet } = await createCampaign(editor, wish({ template: 'reviews', name: 'Reviews', startsOn: '2026-05-04' }))
  expect((await itemsOf(editor, key)).map(({ status }) => status)).toEqual(Array(6).fill('planned'))
  await undoChangeSet(editor, changeSet)
  expect(await listCampaigns(editor)).toEqual([])
  expect((await listItems(editor, itemListInput.parse({}))).total).toBe(0)
})

test.each(campaignTemplates)(
  'a journey that ends with the purchase: what is said of %s beforehand is what it makes',
  async (template) => {
    const system = await emptyWorkspace(db(), undefined, 'aida')
    const editor = await memberOf(system, 'editor')
    const { vocabulary } = await loadFacts(editor, editor.actor.workspaceId)
    const misfit = misfitOf(campaignTemplate(template), vocabulary.phase)
    const { key, items } = await createCampaign(editor, wish({ template, name: 'New', startsOn: '2026-05-04' }))
    const { withoutPhase, details } = await getCampaign(editor, key)
    expect(withoutPhase).toBe(misfit?.items ?? 0)
    expect(details.plan.reduce((sum, { count }) => sum + count, 0)).toBe(items - withoutPhase)
    expect((await listItems(editor, itemListInput.parse({ filter: `campaign=${key}&phase=-` }))).total).toBe(withoutPhase)
    if (template === 'after_sales') expect(misfit).toEqual({ items: 7, stages: ['retention'], lacksAfterSales: true })
  },
)

test('a copy takes the campaigns under it along, with their items, all moved by as many days', async () => {
  const editor = await memberOf(await emptyWorkspace(db()), 'editor')
  const parent = await createCampaign(editor, wish({ name: 'Spring', startsOn: '2026-04-01', endsOn: '2026-05-31' }))
  const child = await createCampaign(editor, wish({ template: 'onboarding', name: 'First steps', startsOn: '2026-04-10' }))
  const change = { details: { parent: parent.key, health: { value: 'at_risk' as const, reason: 'Holidays' } } }
  await editTerms(editor, { dimension: 'campaign', edits: [{ key: child.key, revision: 1, change }] })
  const before = await itemsOf(editor, child.key)

  const copy = await copyCampaign(editor, { key: parent.key, name: 'Autumn', startsOn: '2026-09-03' })
  expect(copy.items).toBe(before.length)
  const autumn = await getCampaign(editor, copy.key)
  expect(autumn.details).toMatchObject({ startsOn: '2026-09-03', endsOn: '2026-11-02', state: 'draft' })
  const [below = ''] = autumn.children
  expect(await getCampaign(editor, below)).toMatchObject({
    name: 'First steps 2',
    details: { startsOn: '2026-09-12', parent: copy.key, health: null },
  })
  const after = await itemsOf(editor, below)
  expect(after.map(({ title, plannedFor }) => [title, plannedFor?.slice(0, 7)])).toEqual(
    before.map(({ title, plannedFor }) => [title, plannedFor?.slice(0, 7) === '2026-04' ? '2026-09' : '2026-10']),
  )
  expect(await itemsOf(editor, child.key)).toEqual(before)
  await expect(copyCampaign(editor, { key: 'nothing', name: 'x', startsOn: null })).rejects.toMatchObject({ code: 'not_found' })
})

test('a campaign without a first day is copied from the first day of what is in it and under it', async () => {
  const editor = await memberOf(await emptyWorkspace(db()), 'editor')
  const [above, below] = [
    await createCampaign(editor, wish({ name: 'Year' })),
    await createCampaign(editor, wish({ name: 'May' })),
  ]
  const edits = [{ key: below.key, revision: 1, change: { details: { parent: above.key, endsOn: '2027-05-31' } } }]
  await editTerms(editor, { dimension: 'campaign', edits })
  for (const [title, plannedFor, campaign] of [
    ['First', '2027-05-05', below.key],
    ['Then', '2027-05-09T18:00', above.key],
    ['Idea', null, above.key],
  ] as const)
    await createItem(editor, { title, type: 'email', plannedFor, tags: { campaign: [campaign] } })
  const copy = await copyCampaign(editor, { key: above.key, name: 'Next year', startsOn: '2028-05-05' })
  const page = await getCampaign(editor, copy.key)
  expect(page).toMatchObject({ details: { startsOn: '2028-05-05' }, outsideDays: { before: 0, after: 0 } })
  expect((await getCampaign(editor, page.children[0] ?? '')).details).toMatchObject({ startsOn: null, endsOn: '2028-05-31' })
  const days = (await itemsOf(editor, copy.key)).map(({ title, plannedFor }) => [title, plannedFor])
  expect(days).toEqual(
    expect.arrayContaining([
      ['First', '2028-05-05'],
      ['Then', '2028-05-09T18:00'],
      ['Idea', null],
    ]),
  )
  expect(await copyCampaign(editor, { key: above.key, name: 'Same days', startsOn: null })).toMatchObject({ items: 3 })
})

test('a copy brings the briefs of its items along, nothing ticked and each pointing within the copy; one undo takes them back', async () => {
  const editor = await memberOf(await emptyWorkspace(db()), 'editor')
  const { key } = await createCampaign(editor, wish({ name: 'Spring' }))
  const tags = { campaign: [key] }
  const next = (await createItem(editor, { title: 'Then', type: 'email', tags })).item
  const { brief } = await createBriefWithItem(editor, { title: 'First', tags, template: null })
  const edit = {
    aim: 'Fewer calls',
    nextStep: { text: 'Read on', phase: null, itemId: next.id },
    checklist: [{ key: 'facts', text: 'Facts are checked', isDone: true }],
  }
  await saveBrief(editor, { itemId: brief.itemId, revision: brief.revision, edit })
  const copy = await copyCampaign(editor, { key, name: 'Autumn', startsOn: null })
  const made = await itemsOf(editor, copy.key)
  const idOf = (title: string) => made.find((item) => item.title === title)?.id ?? ''
  expect((await getBrief(editor, idOf('First')))?.content).toMatchObject({
    aim: 'Fewer calls',
    nextStep: { text: 'Read on', itemId: idOf('Then') },
    checklist: [{ text: 'Facts are checked', isDone: false }],
  })
  expect(await getBrief(editor, idOf('Then'))).toBeNull()
  expect((await getBrief(editor, brief.itemId))?.content.checklist).toMatchObject([{ isDone: true }])

  const twin = await duplicateItem(editor, brief.itemId, 'Twin')
  expect((await getBrief(editor, twin.item.id))?.content).toMatchObject({ aim: 'Fewer calls', nextStep: { itemId: next.id } })
  await undoChangeSet(editor, twin.changeSet ?? '')
  await undoChangeSet(editor, copy.changeSet)
  expect(await listCampaigns(editor)).toHaveLength(1)
  expect((await listItems(editor, itemListInput.parse({}))).total).toBe(2)
})

test('who may not edit campaigns makes none', async () => {
  const author = await memberOf(await emptyWorkspace(db()), 'author')
  await expect(createCampaign(author, wish({ name: 'Mine' }))).rejects.toMatchObject({ code: 'forbidden' })
  await expect(copyCampaign(author, { key: 'x', name: 'Mine', startsOn: null })).rejects.toMatchObject({ code: 'forbidden' })
})
