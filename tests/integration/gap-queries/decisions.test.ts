import { describe, expect, test } from 'vitest'
import { listChangeSet } from '@/db/stores/changes'
import { getBrief } from '@/server/domain/briefs/brief.queries'
import { saveItem } from '@/server/domain/content/item.commands'
import { getItem } from '@/server/domain/content/item.queries'
import type { Context } from '@/server/domain/context'
import { localDayOf, proposedDay } from '@/server/domain/facts/moment.rules'
import { assignGaps, linkGap, planGaps, unwaiveGaps, waiveGaps } from '@/server/domain/gaps/gap.commands'
import { countGaps, getGap } from '@/server/domain/gaps/gap.queries'
import type { GapDetail } from '@/server/domain/gaps/gap-list.schema'
import { refreshGaps } from '@/server/domain/gaps/gap-refresh.commands'
import { undoChangeSet } from '@/server/domain/history/undo.commands'
import { at, memberOf } from '@/tests/integration/content/world'
import { testDatabase } from '@/tests/support/database'
import { openGap, rowsOf, sampleWorkspace } from './world'

const db = testDatabase()

const ref = ({ id, revision }: GapDetail) => ({ id, revision })
const again = async (context: Context, gap: GapDetail) => getGap(context, gap.id)

describe('planning a gap', () => {
  test('makes the item that would close it, filled in, and links it; publishing it closes the gap', async () => {
    const lead = await sampleWorkspace(db(), 'good')
    const gap = await openGap(lead, 'no_advocacy_prompt')
    const { items, changeSet } = await planGaps(lead, { gaps: [ref(gap)] })
    const item = await getItem(lead, items[0]?.id ?? '')
    expect(item).toMatchObject({
      type: 'email',
      purpose: 'review_request',
      status: 'planned',
      locale: 'de',
      ownerId: lead.userId,
      plannedFor: proposedDay(localDayOf(lead.now().getTime(), 'Europe/Berlin')),
    })
    expect(item.title).toBe('Wie gefällt es Ihnen? Erzählen Sie es weiter')
    expect(item.tags).toMatchObject({ phase: gap.phases, channel: ['email'] })
    expect(item).toMatchObject({ note: '', dueOn: expect.any(String) })
    const brief = await getBrief(lead, item.id)
    expect(brief?.content).toMatchObject({ language: 'de', evidence: { gap: gap.id, rule: 'no_advocacy_prompt' } })
    expect(brief?.content.callToAction).toBe('Bewertung schreiben')
    expect(await again(lead, gap)).toMatchObject({ state: 'planned', plannedItem: { id: item.id, title: item.title } })
    expect(await rowsOf(lead, { state: 'planned' })).toMatchObject([{ id: gap.id }])
    expect(new Set((await listChangeSet(db().read, lead.actor.workspaceId, changeSet)).map(({ subject }) => subject))).toEqual(
      new Set(['item', 'brief', 'finding']),
    )
    const published = { step: 'published', publishedAt: new Date('2026-03-01T10:00:00Z') }
    await saveItem(lead, { id: item.id, revision: item.revision, edit: published })
    expect((await again(lead, gap)).state).toBe('resolved')
  })

  test('makes one answer for each open question and product, and names the others in the brief of each', async () => {
    const lead = await sampleWorkspace(db(), 'worst', { locale: 'en' })
    const gap = await openGap(lead, 'faq_too_general')
    const { items } = await planGaps(lead, { gaps: [ref(gap)] })
    expect([gap.plans, items.length > 1]).toEqual([items.length, true])
    const made = await Promise.all(items.map(({ id }) => getItem(lead, id)))
    for (const item of made) expect(item).toMatchObject({ type: 'faq', purpose: 'answer', locale: 'en' })
    expect(made.flatMap(({ tags }) => tags.question)).toEqual(gap.evidence.questions)
    expect(new Set(made.flatMap(({ tags }) => tags.topic))).toEqual(new Set(gap.evidence.topics))
    for (const { id, tags } of made) {
      const brief = await getBrief(lead, id)
      expect(brief?.content.question).toBe(tags.question[0] ?? null)
      expect(brief?.content.evidence?.questions).toEqual(gap.evidence.questions)
    }
    const planned = await again(lead, gap)
    expect(planned).toMatchObject({ state: 'planned', plannedItem: { id: made[0]?.id } })
    expect(planned.plannedItems.map(({ id }) => id)).toEqual(made.map(({ id }) => id))
    const [first, ...others] = made
    const published = { step: 'published', publishedAt: new Date('2026-03-01T10:00:00Z') }
    if (first) await saveItem(lead, { id: first.id, revision: first.revision, edit: published })
    const left = await again(lead, gap)
    expect(left).toMatchObject({ state: 'open', plans: 0, plannedItems: made.map(({ id }) => ({ id })) })
    // What is on its way is not planned once more.
    const more = await planGaps(lead, { gaps: [ref(left)] }).catch(({ messageKey }: { messageKey: string }) => messageKey)
    expect(more).toBe('gaps.problem.alreadyPlanned')
    for (const item of others) await saveItem(lead, { id: item.id, revision: item.revision, edit: published })
    expect((await again(lead, gap)).state).toBe('resolved')
  })

  test('is undone as a whole', async () => {
    const lead = await sampleWorkspace(db(), 'good')
    const gap = await openGap(lead, 'no_advocacy_prompt')
    const { changeSet, items } = await planGaps(lead, { gaps: [ref(gap)] })
    expect(await undoChangeSet(lead, changeSet)).toMatchObject({ refused: [] })
    expect(await again(lead, gap)).toMatchObject({ state: 'open', plannedItem: null })
    await expect(getItem(lead, items[0]?.id ?? '')).rejects.toMatchObject({ code: 'not_found' })
  })

  test('is refused where existing content has to be mended, and where an item is on the way', async () => {
    const lead = await sampleWorkspace(db(), 'worst')
    const vague = await openGap(lead, 'delivery_date_vague')
    expect(vague).toMatchObject({ canPlan: false, plans: 0 })
    await expect(planGaps(lead, { gaps: [ref(vague)] })).rejects.toMatchObject({ messageKey: 'gaps.problem.nothingToPlan' })
    const gap = await openGap(lead, 'payment_info_missing')
    await planGaps(lead, { gaps: [ref(gap)] })
    const planned = await again(lead, gap)
    await expect(planGaps(lead, { gaps: [ref(planned)] })).rejects.toMatchObject({ messageKey: 'gaps.problem.alreadyPlanned' })
  })

  test('can mean an item that is there already; in the trash it closes nothing', async () => {
    const lead = await sampleWorkspace(db(), 'worst')
    const gap = await openGap(lead, 'shipping_status_missing')
    const item = gap.evidence.items.find(({ status }) => status === 'planned')
    await linkGap(lead, { ...ref(gap), itemId: item?.id ?? '' })
    const linked = await again(lead, gap)
    expect(linked).toMatchObject({ state: 'planned', plannedItem: { id: item?.id }, plannedItems: [{ id: item?.id }], plans: 1 })
    await linkGap(lead, { ...ref(linked), itemId: null })
    expect(await again(lead, gap)).toMatchObject({ state: 'open', plannedItem: null })
    await expect(linkGap(lead, { ...ref(await again(lead, gap)), itemId: 'nowhere' })).rejects.toMatchObject({
      code: 'not_found',
    })
  })
})

describe('a waiver', () => {
  test('holds up to and including its day, and then the gap is back by itself', async () => {
    const lead = await sampleWorkspace(db(), 'good')
    const gap = await openGap(lead, 'no_advocacy_prompt')
    await waiveGaps(lead, { gaps: [ref(gap)], reason: 'Das Programm beginnt im April.', until: '2026-03-31' })
    expect(await again(lead, gap)).toMatchObject({
      state: 'waived',
      waiver: { reason: 'Das Programm beginnt im April.', until: '2026-03-31', by: { id: lead.userId } },
    })
    await refreshGaps(lead)
    // Midnight in Berlin, where summer time has begun.
    expect((await again(at(lead, '2026-03-31T21:59:59Z'), gap)).state).toBe('waived')
    const next = at(lead, '2026-03-31T22:00:00Z')
    expect(await again(next, gap)).toMatchObject({ state: 'open', cameBack: { why: 'returned' } })
    await refreshGaps(next)
    const back = await again(at(lead, '2026-04-02T10:00:00Z'), gap)
    expect(back).toMatchObject({ state: 'open', cameBack: { why: 'returned', at: new Date('2026-03-31T22:00:00Z') } })
    expect(back.history.map(({ operation }) => operation)).toEqual(['returned', 'waive', 'found'])
  })

  test('may hold for good, may be lifted, and both can be undone', async () => {
    const lead = await sampleWorkspace(db(), 'good')
    const gap = await openGap(lead, 'no_advocacy_prompt')
    const { changeSet } = await waiveGaps(lead, { gaps: [ref(gap)], reason: 'Kommt nicht vor.', until: null })
    expect((await again(at(lead, '2036-01-01T00:00:00Z'), gap)).state).toBe('waived')
    const lifted = await unwaiveGaps(lead, { gaps: [ref(await again(lead, gap))] })
    expect(await again(lead, gap)).toMatchObject({ state: 'open', waiver: null })
    await undoChangeSet(lead, lifted.changeSet)
    expect(await again(lead, gap)).toMatchObject({ state: 'waived', waiver: { reason: 'Kommt nicht vor.' } })
    await undoChangeSet(lead, changeSet)
    expect(await again(lead, gap)).toMatchObject({ state: 'open', waiver: null })
  })

  test('never begins in the past', async () => {
    const lead = await sampleWorkspace(db(), 'worst')
    const gap = await openGap(lead, 'part_delivery_missing')
    const past = waiveGaps(lead, { gaps: [ref(gap)], reason: 'Zu spät', until: '2026-02-28' })
    await expect(past).rejects.toMatchObject({ messageKey: 'gaps.problem.dayIsOver' })
  })
})

describe('several at once', () => {
  test('are decided one by one: what somebody else decided meanwhile is left and named', async () => {
    const lead = await sampleWorkspace(db(), 'worst')
    const [a, b] = [await openGap(lead, 'part_delivery_missing'), await openGap(lead, 'review_reply_missing')]
    await assignGaps(lead, { gaps: [ref(a)], ownerId: lead.userId })
    const result = await waiveGaps(lead, { gaps: [ref(a), ref(b)], reason: 'Später', until: null })
    expect(result).toMatchObject({ done: [b.id], failed: [{ id: a.id, messageKey: 'gaps.problem.overtaken' }] })
    expect((await again(lead, a)).state).toBe('open')
    expect((await again(lead, b)).state).toBe('waived')
  })

  test('are undone together, but for what was decided since', async () => {
    const lead = await sampleWorkspace(db(), 'worst')
    const other = await memberOf(lead, 'editor')
    const [a, b] = [await openGap(lead, 'part_delivery_missing'), await openGap(lead, 'review_reply_missing')]
    const { changeSet } = await assignGaps(lead, { gaps: [ref(a), ref(b)], ownerId: lead.userId })
    await assignGaps(other, { gaps: [ref(await again(lead, b))], ownerId: other.userId })
    const undone = await undoChangeSet(lead, changeSet)
    expect(undone).toMatchObject({ done: 1, refused: [{ subject: 'finding', id: b.id, field: 'ownerId' }] })
    expect((await again(lead, a)).owner).toBeNull()
    expect((await again(lead, b)).owner?.id).toBe(other.userId)
  })
})

describe('a stale decision', () => {
  test('conflicts and names who was faster; a later look of the program stands in nobody’s way', async () => {
    const lead = await sampleWorkspace(db(), 'worst')
    const seen = await openGap(lead, 'part_delivery_missing')
    await refreshGaps(lead)
    const editor = await memberOf(lead, 'editor', 'Erika Muster')
    await assignGaps(editor, { gaps: [ref(seen)], ownerId: editor.userId })
    await expect(waiveGaps(lead, { gaps: [ref(seen)], reason: 'Später', until: null })).rejects.toMatchObject({
      code: 'conflict',
      details: { by: 'Erika Muster' },
      data: { since: { operation: 'assign' } },
    })
    expect((await again(lead, seen)).state).toBe('open')
  })
})

describe('roles', () => {
  test('editors plan and assign; only leads waive; viewers and authors just read', async () => {
    const lead = await sampleWorkspace(db(), 'worst')
    const gap = await openGap(lead, 'payment_info_missing')
    const forbidden = { code: 'forbidden' }
    for (const role of ['viewer', 'author'] as const) {
      const reader = await memberOf(lead, role)
      expect((await countGaps(reader)).state.open).toBeGreaterThan(0)
      await expect(planGaps(reader, { gaps: [ref(gap)] })).rejects.toMatchObject(forbidden)
      await expect(assignGaps(reader, { gaps: [ref(gap)], ownerId: null })).rejects.toMatchObject(forbidden)
    }
    const editor = await memberOf(lead, 'editor')
    await expect(waiveGaps(editor, { gaps: [ref(gap)], reason: 'Nein', until: null })).rejects.toMatchObject(forbidden)
    await planGaps(editor, { gaps: [ref(gap)] })
    const { changeSet } = await waiveGaps(lead, { gaps: [ref(await again(lead, gap))], reason: 'Ja', until: null })
    await undoChangeSet(editor, changeSet)
    expect((await again(lead, gap)).state).toBe('waived')
  })

  test('a gap belongs to a member or to nobody', async () => {
    const lead = await sampleWorkspace(db(), 'worst')
    const gap = await openGap(lead, 'payment_info_missing')
    await expect(assignGaps(lead, { gaps: [ref(gap)], ownerId: 'stranger' })).rejects.toMatchObject({
      messageKey: 'gaps.problem.noSuchMember',
    })
    await assignGaps(lead, { gaps: [ref(gap)], ownerId: lead.userId })
    expect((await rowsOf(lead, { owner: ['me'] })).map(({ id }) => id)).toEqual([gap.id])
    expect((await rowsOf(lead, { owner: ['-'] })).map(({ id }) => id)).not.toContain(gap.id)
  })
})
