import { expect, test } from 'vitest'
import { briefAnswer } from '@/server/domain/briefs/answer.commands'
import { createBriefWithItem } from '@/server/domain/briefs/brief.commands'
import { loadBriefPaper } from '@/server/domain/briefs/brief-paper.queries'
import { listQuestions } from '@/server/domain/briefs/question.queries'
import { listPurposesServed } from '@/server/domain/briefs/usual.queries'
import { usualOf } from '@/server/domain/briefs/usual.rules'
import { createItem, saveItem } from '@/server/domain/content/item.commands'
import { getItem } from '@/server/domain/content/item.queries'
import { loadFacts } from '@/server/domain/facts/facts.queries'
import { planGaps } from '@/server/domain/gaps/gap.commands'
import { getGap } from '@/server/domain/gaps/gap.queries'
import { undoChangeSet } from '@/server/domain/history/undo.commands'
import { archiveTerm, createTerms } from '@/server/domain/vocabulary/term.commands'
import { emptyWorkspace, memberOf } from '@/tests/integration/content/world'
import { openGap, sampleWorkspace } from '@/tests/integration/gap-queries/world'
import { testDatabase } from '@/tests/support/database'

const db = testDatabase()

test('a question is unanswered, on the way, answered, and overdue, as its best answer is', async () => {
  const lead = await memberOf(await emptyWorkspace(db()), 'lead')
  const asked = { en: 'How long does it take?', de: 'Wie lange dauert es?' }
  const { terms } = await createTerms(lead, [
    { dimension: 'question', name: asked, details: { phase: 'retention', topic: null } },
  ])
  const [term] = terms
  if (!term) throw new Error('no question')
  const rowNow = async () => (await listQuestions(lead)).find(({ key }) => key === term.key)
  expect(await rowNow()).toMatchObject({ state: 'unanswered', phase: 'retention', answers: [], count: 0 })

  const wish = { title: 'Answer', template: 'faq', tags: { question: [term.key] }, plannedFor: '2026-03-20' }
  const { brief } = await createBriefWithItem(lead, wish)
  expect(brief.content.question).toBe(term.key)
  expect(await rowNow()).toMatchObject({ state: 'planned', answers: [{ id: brief.itemId, state: 'planned' }], count: 1 })

  const item = await getItem(lead, brief.itemId)
  const published = { step: 'published', publishedAt: new Date('2026-03-01T09:00:00Z') }
  const live = await saveItem(lead, { id: item.id, revision: item.revision, edit: published })
  expect(await rowNow()).toMatchObject({ state: 'answered', answers: [{ state: 'live' }] })
  await saveItem(lead, { id: item.id, revision: live.item.revision, edit: { reviewBy: '2026-02-01' } })
  expect(await rowNow()).toMatchObject({ state: 'stale', answers: [{ state: 'stale' }] })

  await createItem(lead, { title: 'Fresh', type: 'faq', ...published, tags: { question: [term.key] } })
  expect(await rowNow()).toMatchObject({ state: 'answered', answers: [{ title: 'Fresh' }, { title: 'Answer' }], count: 2 })
  await archiveTerm(lead, { dimension: 'question', key: term.key, revision: term.revision, archived: true })
  expect(await rowNow()).toBeUndefined()
})

test('what nobody answers leads to the gap that names it', async () => {
  const lead = await sampleWorkspace(db(), 'worst')
  const open = (await listQuestions(lead)).filter(({ state }) => state === 'unanswered')
  expect(new Set(open.map(({ phase }) => phase))).toEqual(new Set(['conversion', 'retention']))
  for (const { key, gap } of open) {
    const { evidence } = await getGap(lead, gap?.id ?? '')
    expect(evidence.questions).toContain(key)
  }
  // The gap that asks for the very answer goes before the one that lists all that are missing.
  const ruleOf = (key: string) => open.find((row) => row.key === key)?.gap?.rule
  expect([ruleOf('how_to_pay'), ruleOf('where_is_order'), ruleOf('spare_parts')]).toEqual([
    'payment_info_missing',
    'shipping_status_missing',
    'faq_too_general',
  ])
})

test('an item begun with its brief carries what the rules ask of its purpose', async () => {
  const lead = await memberOf(await emptyWorkspace(db()), 'lead')
  const wish = { title: 'How do you like it?', template: 'usual', type: 'email', purpose: 'review_request', dueOn: '2026-04-01' }
  const { brief } = await createBriefWithItem(lead, wish)
  expect(await getItem(lead, brief.itemId)).toMatchObject({ fields: { neverWhile: ['complaint_open'] }, dueOn: '2026-04-01' })
})

test('a question of any phase that nothing answers is a gap of its own; planning it makes its answer, which closes it', async () => {
  const lead = await sampleWorkspace(db(), 'worst')
  const asked = { en: 'Is it loud?', de: 'Ist es laut?' }
  const [term] = (
    await createTerms(lead, [{ dimension: 'question', name: asked, details: { phase: 'consideration', topic: 'uhu_camera' } }])
  ).terms
  const gap = await openGap(lead, 'question_unanswered')
  expect(gap).toMatchObject({ severity: 'should', phase: 'consideration', scope: { question: term?.key }, canPlan: true })
  const row = async () => (await listQuestions(lead)).find(({ key }) => key === term?.key)
  expect(await row()).toMatchObject({ state: 'unanswered', gap: { id: gap.id, revision: gap.revision } })

  const { items } = await planGaps(lead, { gaps: [{ id: gap.id, revision: gap.revision }] })
  const item = await getItem(lead, items[0]?.id ?? '')
  expect(item).toMatchObject({
    title: asked.de,
    type: 'faq',
    purpose: 'answer',
    tags: { phase: ['consideration'], channel: ['website'], topic: ['uhu_camera'], question: [term?.key] },
  })
  expect(await row()).toMatchObject({ state: 'planned', gap: { state: 'planned' } })
  const published = { step: 'published', publishedAt: new Date('2026-03-01T09:00:00Z') }
  await saveItem(lead, { id: item.id, revision: item.revision, edit: published })
  expect(await row()).toMatchObject({ state: 'answered', gap: null })
  expect((await getGap(lead, gap.id)).state).toBe('resolved')
})

test('an answer is filled in as its gap would fill it in, also when that gap is planned already', async () => {
  const lead = await sampleWorkspace(db(), 'worst')
  const gap = await openGap(lead, 'faq_too_general')
  const { items } = await planGaps(lead, { gaps: [{ id: gap.id, revision: gap.revision }] })
  const planned = await getItem(lead, items[0]?.id ?? '')
  const asked = { en: 'Is it loud?', de: 'Ist es laut?' }
  const [term] = (
    await createTerms(lead, [{ dimension: 'question', name: asked, details: { phase: 'retention', topic: 'uhu_camera' } }])
  ).terms
  const question = term?.key ?? ''
  const author = await memberOf(lead, 'author')
  for (const who of [lead, author]) {
    const { brief, changeSet } = await briefAnswer(who, question)
    const item = await getItem(who, brief.itemId)
    expect(item).toMatchObject({
      title: asked.de,
      type: 'faq',
      purpose: 'answer',
      status: 'planned',
      ownerId: who.userId,
      plannedFor: planned.plannedFor,
      dueOn: planned.dueOn,
      tags: { phase: ['retention'], persona: planned.tags.persona, topic: ['uhu_camera'], question: [question] },
    })
    expect(brief.content).toMatchObject({ question, evidence: { rule: 'question_unanswered', questions: [question] } })
    expect(brief.content.aim).not.toBe('')
    expect(await undoChangeSet(who, changeSet ?? '')).toMatchObject({ refused: [] })
  }
  expect(planned.dueOn).not.toBeNull()
  const anywhere = { en: 'Who are you?', de: 'Wer seid ihr?' }
  const [free] = (await createTerms(lead, [{ dimension: 'question', name: anywhere, details: { phase: null, topic: null } }]))
    .terms
  const { brief } = await briefAnswer(lead, free?.key ?? '')
  expect((await getItem(lead, brief.itemId)).tags).toMatchObject({ phase: [], question: [free?.key] })
  await expect(briefAnswer(lead, 'nothing')).rejects.toMatchObject({ messageKey: 'briefs.problem.noSuchQuestion' })
  await expect(briefAnswer(await memberOf(lead, 'viewer'), question)).rejects.toMatchObject({ code: 'forbidden' })
})

test('a cell begins with what its phase is usually filled with, and has nothing for yet', async () => {
  const lead = await memberOf(await emptyWorkspace(db()), 'lead')
  const { vocabulary } = await loadFacts(lead, lead.actor.workspaceId)
  const begin = async (phase: string, channel: string) =>
    usualOf({ phase, channel }, vocabulary, await listPurposesServed(lead, phase))
  const tags = { phase: ['retention'], channel: ['email'] }
  expect(await begin('retention', 'email')).toEqual({ purpose: 'delay_notice', type: 'email' })
  await createItem(lead, { title: 'Idea', type: 'email', purpose: 'delay_notice', tags })
  expect(await begin('retention', 'email')).toMatchObject({ purpose: 'delay_notice' })
  await createItem(lead, {
    title: 'Late',
    type: 'email',
    purpose: 'delay_notice',
    step: 'planned',
    plannedFor: '2026-03-20',
    tags,
  })
  expect(await begin('retention', 'email')).toEqual({ purpose: 'part_delivery_notice', type: 'email' })
  expect(await listPurposesServed(lead, 'advocacy')).toEqual([])
  await expect(listPurposesServed(await emptyWorkspace(db()), 'retention')).resolves.toEqual([])
})

test('whoever may read an item may take its brief along, in either language; nobody else', async () => {
  const system = await emptyWorkspace(db())
  const editor = await memberOf(system, 'editor', 'Anna')
  const viewer = await memberOf(system, 'viewer')
  const { brief } = await createBriefWithItem(editor, { title: 'Take me', template: 'newsletter' })
  const paper = await loadBriefPaper(viewer, brief.itemId, 'de', (key) => key)
  expect(paper).toMatchObject({ title: 'Take me', language: 'de', footer: 'paper.footer' })
  expect(paper.facts).toContainEqual({ label: 'fact.owner', value: 'Anna' })
  const { item } = await createItem(editor, { title: 'Bare', type: 'faq' })
  await expect(loadBriefPaper(viewer, item.id, 'en', (key) => key)).rejects.toMatchObject({ messageKey: 'briefs.problem.none' })
  const stranger = await emptyWorkspace(db())
  await expect(loadBriefPaper(stranger, brief.itemId, 'en', (key) => key)).rejects.toMatchObject({ code: 'not_found' })
})
