import { expect, test } from 'vitest'
import { getBoard } from '@/server/domain/board/board.queries'
import { boardInput } from '@/server/domain/board/board.schema'
import { getCampaign, getCampaignEffect, getCampaignGaps, listCampaigns } from '@/server/domain/campaigns/campaign.queries'
import { createItem, saveItem } from '@/server/domain/content/item.commands'
import { listItems } from '@/server/domain/content/item.queries'
import { itemListInput } from '@/server/domain/content/item-list.schema'
import type { Context } from '@/server/domain/context'
import { getCoverage, getPicture } from '@/server/domain/coverage/coverage.queries'
import { type CoverageGrid, coverageQuestion } from '@/server/domain/coverage/coverage.schema'
import { undoChangeSet } from '@/server/domain/history/undo.commands'
import { removeMember } from '@/server/domain/members/member.commands'
import { mergeTerms } from '@/server/domain/vocabulary/merge.commands'
import { createTerms, deleteTerm, editTerms } from '@/server/domain/vocabulary/term.commands'
import type { TermDetails } from '@/server/domain/vocabulary/vocabulary.schema'
import { emptyWorkspace, memberOf } from '@/tests/integration/content/world'
import { sampleWorkspace } from '@/tests/integration/gap-queries/world'
import { testDatabase } from '@/tests/support/database'

const db = testDatabase()

async function newCampaign(context: Context, name: string) {
  const { terms, changeSet } = await createTerms(context, [{ dimension: 'campaign', name: { en: name, de: name } }])
  return { key: terms[0]?.key ?? '', changeSet }
}

test('editors make campaigns, authors do not; the making can be undone', async () => {
  const system = await emptyWorkspace(db())
  const author = await memberOf(system, 'author')
  await expect(newCampaign(author, 'Autumn')).rejects.toMatchObject({ code: 'forbidden' })
  const editor = await memberOf(system, 'editor')
  const { key, changeSet } = await newCampaign(editor, 'Autumn')
  const revision = (await getCampaign(author, key)).revision
  const plan = [{ phase: 'retention', channel: 'email', count: 2 }]
  const change = { details: { startsOn: '2026-03-01', endsOn: '2026-03-31', plan } }
  await editTerms(editor, { dimension: 'campaign', edits: [{ key, revision, change }] })
  expect(await getCampaign(author, key)).toMatchObject({
    name: 'Autumn',
    lines: [{ phase: 'retention', channel: 'email', wanted: 2, made: 0, published: 0 }],
    phases: ['retention'],
    proposed: 'not_started',
  })
  await undoChangeSet(editor, changeSet)
  expect(await listCampaigns(author)).toHaveLength(1)
  await expect(getCampaign(author, 'nothing')).rejects.toMatchObject({ code: 'not_found' })
})

test('what a campaign changes is the difference between the heatmap with and without its items', async () => {
  const lead = await sampleWorkspace(db(), 'large')
  const { key } = await newCampaign(lead, 'After the sale')
  const planned = { step: 'planned', plannedFor: '2026-04-01' }
  const tags = { phase: ['retention'], channel: ['email', 'phone'], campaign: [key] }
  const grid = (filter: string) => getCoverage(lead, coverageQuestion.parse({ mode: 'planned', filter }))
  const before = await grid('')
  for (const title of ['Thanks', 'First steps']) await createItem(lead, { title, type: 'email', ...planned, tags })
  await createItem(lead, { title: 'Ask', type: 'email', ...planned, tags: { ...tags, phase: ['advocacy'] } })

  const effect = await getCampaignEffect(lead, key, 'planned')
  const [withIt, without] = [await grid(''), await grid(`campaign=!${key}`)]
  const freshOf = (of: CoverageGrid, row: string, column: string) =>
    of.cells.find((cell) => cell.row === row && cell.column === column)?.fresh
  expect(effect.cells.map(({ row, column }) => `${row} ${column}`)).toEqual([
    'retention email',
    'retention phone',
    'advocacy email',
    'advocacy phone',
  ])
  for (const { row, column, without: old, with: now } of effect.cells)
    expect([old.fresh, now.fresh]).toEqual([freshOf(without, row, column), freshOf(withIt, row, column)])
  expect(effect.readiness).toEqual({ without: before.readiness?.percent, with: withIt.readiness?.percent })

  // The forecast with it switched off says the same, in cells, scores and sentences.
  const asked = (filter: string) => getPicture(lead, coverageQuestion.parse({ mode: 'planned', filter }))
  const [on, off] = [await asked(''), await asked(`campaignsOff=${key}`)]
  expect([off.readiness?.percent, on.readiness?.percent]).toEqual([effect.readiness.without, effect.readiness.with])
  expect(off.rows.find((row) => row.key === 'advocacy')?.score).toEqual(before.rows.find((row) => row.key === 'advocacy')?.score)
  expect([off.plan?.percent, on.plan?.percent]).toEqual([effect.readiness.without, effect.readiness.with])
  expect((on.plan?.items ?? 0) - (off.plan?.items ?? 0)).toBe(3)
})

test('gaps are told that its items would close, those that stay, and those that they would bring', async () => {
  const lead = await sampleWorkspace(db(), 'good')
  const { key } = await newCampaign(lead, 'Reviews')
  expect((await getCampaignGaps(lead, key)).closes).toEqual([])
  const tags = { phase: ['advocacy'], channel: ['email'], campaign: [key] }
  const { item } = await createItem(lead, {
    title: 'Tell others',
    type: 'email',
    purpose: 'review_request',
    step: 'planned',
    tags,
  })
  const { closes, stays, opens } = await getCampaignGaps(lead, key)
  expect(closes.map(({ rule }) => rule)).toContain('no_advocacy_prompt')
  expect(stays.map(({ rule }) => rule)).not.toContain('no_advocacy_prompt')
  expect(opens.find(({ rule }) => rule === 'mail_despite_complaint')).toMatchObject({
    severity: 'must',
    phase: 'advocacy',
    item: { title: 'Tell others' },
  })

  // Once it is live the forecast is the present, and what it closed is told as that.
  expect((await getCampaignEffect(lead, key, 'planned')).isPresent).toBe(false)
  await saveItem(lead, { id: item.id, revision: item.revision, edit: { step: 'published' } })
  expect((await getCampaignEffect(lead, key, 'planned')).isPresent).toBe(true)
  const after = await getCampaignGaps(lead, key)
  expect(after.closed.map(({ rule }) => rule)).toContain('no_advocacy_prompt')
  expect(after.closes).toEqual([])
})

test('a campaign counts what is done under it, each item once, and wants what is planned there too', async () => {
  const lead = await emptyWorkspace(db())
  const [above, one, other] = [
    await newCampaign(lead, 'Spring'),
    await newCampaign(lead, 'March'),
    await newCampaign(lead, 'April'),
  ]
  for (const { key } of [one, other]) await change(lead, key, { parent: above.key })
  await change(lead, one.key, { plan: [{ phase: 'retention', channel: null, count: 3 }] })
  await change(lead, above.key, { plan: [{ phase: 'advocacy', channel: null, count: 2 }] })
  const put = (title: string, step: string, campaign: string[]) =>
    createItem(lead, { title, type: 'email', step, tags: { phase: ['retention'], campaign } })
  await put('In both', 'published', [one.key, other.key])
  await put('In one', 'planned', [one.key])
  await put('Above', 'planned', [above.key])

  const page = await getCampaign(lead, above.key)
  expect(page.family).toEqual([above.key, one.key, other.key])
  expect(page.progress).toMatchObject({ items: 3, published: 1, wanted: 5 })
  expect(page.phases).toEqual(['retention', 'advocacy'])
  expect((await getCampaign(lead, other.key)).progress).toMatchObject({ items: 1, published: 1, wanted: 1 })
  expect((await listCampaigns(lead)).find(({ key }) => key === above.key)?.progress).toEqual(page.progress)
})

test('a campaign neither ends before it starts nor stands under itself', async () => {
  const lead = await emptyWorkspace(db())
  const [above, below] = [await newCampaign(lead, 'Spring'), await newCampaign(lead, 'March')]
  await expect(change(lead, above.key, { startsOn: '2026-04-02', endsOn: '2026-04-01' })).rejects.toMatchObject({
    code: 'invalid',
    messageKey: 'campaigns.problem.endsBeforeStart',
  })
  await change(lead, above.key, { startsOn: '2026-04-01', endsOn: '2026-04-01' })
  await change(lead, below.key, { parent: above.key })
  for (const [key, parent] of [
    [above.key, below.key],
    [above.key, above.key],
  ] as const)
    await expect(change(lead, key, { parent })).rejects.toMatchObject({ messageKey: 'campaigns.problem.circle' })
})

test('a campaign names only what is there, each place of its plan once; what is gone by now stops no other change', async () => {
  const system = await emptyWorkspace(db())
  const [lead, owner] = [await memberOf(system, 'lead'), await memberOf(system, 'author')]
  const persona = { dimension: 'persona', name: { en: 'Builder', de: 'Bauherr' } } as const
  const [builder] = (await createTerms(lead, [persona])).terms
  const { key } = await newCampaign(lead, 'Spring')
  const line = { phase: 'retention', channel: 'email', count: 1 }
  const wrong: [Partial<TermDetails<'campaign'>>, string][] = [
    [{ ownerId: 'nope' }, 'ownerId'],
    [{ parent: 'nope' }, 'parent'],
    [{ personas: ['nope'] }, 'personas'],
    [{ channels: ['email', 'nope'] }, 'channels'],
    [{ plan: [{ ...line, phase: 'nope' }] }, 'planPhase'],
    [{ plan: [{ ...line, channel: 'nope' }] }, 'planChannel'],
  ]
  const name = { en: 'Summer', de: 'Sommer' }
  for (const [details, field] of wrong) {
    const refusal = { code: 'invalid', messageKey: 'campaigns.problem.unknown', details: { field, key: 'nope' } }
    await expect(change(lead, key, details)).rejects.toMatchObject(refusal)
    await expect(createTerms(lead, [{ dimension: 'campaign', name, details }])).rejects.toMatchObject(refusal)
  }
  const twice = { plan: [line, { ...line, count: 2 }] }
  await expect(change(lead, key, twice)).rejects.toMatchObject({ messageKey: 'campaigns.problem.sameLine' })
  expect(await listCampaigns(lead)).toHaveLength(1)

  const plan = [line, { ...line, channel: null }]
  await change(lead, key, { ownerId: owner.userId, personas: [builder?.key ?? ''], channels: ['email'], plan })
  await removeMember(await memberOf(system, 'admin'), owner.userId)
  await deleteTerm(lead, { dimension: 'persona', key: builder?.key ?? '', revision: 1 })
  await change(lead, key, { goal: 'More repeat orders', channels: [] })
  expect((await getCampaign(lead, key)).details).toMatchObject({ ownerId: owner.userId, personas: ['builder'], channels: [] })
  await expect(
    change(lead, key, { ownerId: null }).then(() => change(lead, key, { ownerId: owner.userId })),
  ).rejects.toMatchObject({
    details: { field: 'ownerId' },
  })
})

test('a campaign in a filter means everything under it: list, heatmap, board and table by campaign tell the same', async () => {
  const lead = await emptyWorkspace(db())
  const [year, spring, easter] = [
    await newCampaign(lead, 'Year'),
    await newCampaign(lead, 'Spring'),
    await newCampaign(lead, 'Easter'),
  ]
  await change(lead, spring.key, { parent: year.key })
  await change(lead, easter.key, { parent: spring.key })
  const put = (title: string, campaign: string[]) =>
    createItem(lead, {
      title,
      type: 'email',
      step: 'planned',
      plannedFor: '2026-04-01',
      tags: { phase: ['retention'], channel: ['email'], campaign },
    })
  for (const [title, campaign] of [
    ['Twice', [spring.key, easter.key]],
    ['Once', [easter.key]],
    ['Other', []],
  ] as const)
    await put(title, [...campaign])
  for (const [{ key }, count] of [
    [year, 2],
    [spring, 2],
    [easter, 2],
  ] as const) {
    const filter = `campaign=${key}`
    expect((await getCampaign(lead, key)).progress.items).toBe(count)
    expect((await listItems(lead, itemListInput.parse({ filter }))).total).toBe(count)
    expect((await getCoverage(lead, coverageQuestion.parse({ mode: 'planned', filter }))).total).toBe(count)
    expect((await getBoard(lead, boardInput.parse({ filter }))).total).toBe(count)
    const byCampaign = await getCoverage(lead, coverageQuestion.parse({ mode: 'planned', by: 'campaign' }))
    expect(byCampaign.columns.find((column) => column.key === key)?.distinct).toBe(count)
  }
  const others = await listItems(lead, itemListInput.parse({ filter: `campaign=!${year.key}` }))
  expect(others.rows.map(({ title }) => title)).toEqual(['Other'])
})

test('a campaign that others stand under is not deleted, nor is its making undone', async () => {
  const lead = await emptyWorkspace(db())
  const [above, below] = [await newCampaign(lead, 'Year'), await newCampaign(lead, 'Spring')]
  await change(lead, below.key, { parent: above.key })
  const { revision } = await getCampaign(lead, above.key)
  const drop = deleteTerm(lead, { dimension: 'campaign', key: above.key, revision })
  await expect(drop).rejects.toMatchObject({
    code: 'conflict',
    messageKey: 'campaigns.problem.hasChildren',
    details: { count: 1 },
  })
  await undoChangeSet(lead, above.changeSet)
  expect((await getCampaign(lead, above.key)).children).toEqual([below.key])
  await change(lead, below.key, { parent: null })
  await deleteTerm(lead, { dimension: 'campaign', key: above.key, revision })
  expect((await listCampaigns(lead)).map(({ key }) => key)).toEqual([below.key])
})

test('merged into another, a campaign leaves it what stood under it, and its place if it was there itself', async () => {
  const lead = await emptyWorkspace(db())
  const [above, middle, low, side] = [
    await newCampaign(lead, 'Year'),
    await newCampaign(lead, 'Spring'),
    await newCampaign(lead, 'Easter'),
    await newCampaign(lead, 'Summer'),
  ]
  await change(lead, middle.key, { parent: above.key })
  await change(lead, low.key, { parent: middle.key })
  await change(lead, side.key, { parent: above.key })
  await mergeTerms(lead, { dimension: 'campaign', from: above.key, into: low.key }, 0)
  expect((await getCampaign(lead, low.key)).details.parent).toBeNull()
  expect((await getCampaign(lead, low.key)).children).toEqual([middle.key, side.key])
})

test('a parent says what those under it plan, and progress takes only what their plans ask for', async () => {
  const lead = await emptyWorkspace(db())
  const [above, below] = [await newCampaign(lead, 'Year'), await newCampaign(lead, 'Spring')]
  await change(lead, below.key, { parent: above.key, plan: [{ phase: 'retention', channel: 'email', count: 3 }] })
  for (const title of ['One', 'Two', 'Three']) {
    const tags = { phase: ['awareness'], channel: ['social'], campaign: [below.key] }
    await createItem(lead, { title, type: 'email', step: 'published', tags })
  }
  for (const { key } of [above, below]) {
    const page = await getCampaign(lead, key)
    expect(page).toMatchObject({
      progress: { published: 3, reached: 0, wanted: 3 },
      outside: { made: 3, published: 3 },
      servesOnlyBefore: 'so_far',
    })
    expect(page.proposed).not.toBe('complete')
  }
  expect((await getCampaign(lead, above.key)).wantedUnder).toBe(3)
  expect((await getCampaign(lead, below.key)).wantedUnder).toBe(0)
})

test('items planned outside its days are those of the filters that the page leads to', async () => {
  const lead = await emptyWorkspace(db())
  const { key } = await newCampaign(lead, 'Spring')
  await change(lead, key, { startsOn: '2026-03-01', endsOn: '2026-03-31' })
  for (const plannedFor of ['2026-02-28', '2026-03-01', '2026-03-31T18:00', '2026-04-01', '2026-05-01']) {
    const tags = { campaign: [key] }
    await createItem(lead, { title: plannedFor, type: 'email', step: 'planned', plannedFor, tags })
    await createItem(lead, { title: 'Live', type: 'email', step: 'published', plannedFor, tags })
  }
  const count = async (days: string) =>
    (await listItems(lead, itemListInput.parse({ filter: `campaign=${key}&status=!published,archived&plannedFor=${days}` })))
      .total
  const { outsideDays } = await getCampaign(lead, key)
  expect(outsideDays).toEqual({ before: 1, after: 2 })
  expect([await count('..2026-02-28'), await count('2026-04-01..')]).toEqual([1, 2])
})

async function change(context: Context, key: string, details: Partial<TermDetails<'campaign'>>) {
  const { revision } = await getCampaign(context, key)
  return editTerms(context, { dimension: 'campaign', edits: [{ key, revision, change: { details } }] })
}
