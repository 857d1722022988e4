import { describe, expect, test } from 'vitest'
import { type LoggedChange, type NewsWorld, newsOf } from '@/server/domain/notifications/news.rules'
import { keptChoices } from '@/server/domain/notifications/notification.schema'
import { placeOf } from '@/server/domain/notifications/sentence.rules'

const reader = (userId: string, role: 'author' | 'editor' | 'lead') => ({ userId, role, choices: keptChoices.parse({}) })
const world: NewsWorld = {
  readers: [reader('owner', 'author'), reader('approver', 'editor'), reader('lead', 'lead')],
  item: (id) => ({ title: 'Returns', ownerId: id === 'nobodys' ? null : 'owner', createdBy: null }),
  task: () => undefined,
  comment: () => undefined,
  gap: () => undefined,
  ownerOfCampaign: () => null,
  nameOf: () => null,
}
const entry = (more: Partial<LoggedChange>): LoggedChange => ({
  changeSet: 'set',
  actor: 'user:editor',
  at: new Date('2026-03-04T10:00:00Z'),
  subject: 'approval',
  subjectId: 'item',
  operation: 'void',
  before: null,
  after: null,
  ...more,
})
const told = (change: Partial<LoggedChange>) => newsOf([entry(change)], world).map(({ userId, kind }) => `${kind} → ${userId}`)

describe('an approval', () => {
  test('that is void is told to who gave it and to the owner, unless they voided it themselves', () => {
    const before = { userId: 'approver', step: 'approved' }
    expect(told({ before })).toEqual(['approvalVoided → approver', 'approvalVoided → owner'])
    expect(told({ before, actor: 'user:owner' })).toEqual(['approvalVoided → approver'])
    expect(told({ before, operation: 'withdraw' })).toEqual([])
  })

  test('that is given is told to the owner', () => {
    expect(told({ operation: 'approve', after: { userId: 'approver' }, actor: 'user:approver' })).toEqual(['approved → owner'])
  })
})

describe('a publication that failed', () => {
  const failed = { subject: 'publication', operation: 'fail', actor: 'job:publication' } as const

  test('is told to the owner with the reason, and to the leads where nobody owns the item', () => {
    const after = { messageKey: 'workflow.refusal.approval', details: { stepEn: 'Live', deep: { no: 1 } } }
    const [news] = newsOf([entry({ ...failed, after })], world)
    expect(news).toMatchObject({
      userId: 'owner',
      kind: 'publishFailed',
      details: { problem: { messageKey: 'workflow.refusal.approval', details: { stepEn: 'Live' } } },
    })
    expect(news?.details.problem?.details).not.toHaveProperty('deep')
    expect(told({ ...failed, subjectId: 'nobodys', after })).toEqual(['publishFailed → lead'])
  })
})

test('whoever is no member any more is told nothing', () => {
  expect(told({ before: { userId: 'gone' }, subjectId: 'nobodys' })).toEqual([])
})

test('news lead to what they are about', () => {
  const of = (kind: 'assigned' | 'mentioned' | 'due', subject: string, details: object = {}) =>
    placeOf({ kind, subject, subjectId: 'a/b', details: { count: 1, ...details } })
  expect(of('assigned', 'item')).toBe('/content/a%2Fb')
  expect(of('assigned', 'finding')).toBe('/gaps?gap=a%2Fb')
  expect(of('assigned', 'item', { count: 42 })).toBe('/content?owner=me')
  expect(of('assigned', 'task', { place: { subject: 'campaign', id: 'spring' } })).toBe('/campaigns/spring')
  expect(of('mentioned', 'comment', { place: { subject: 'item', id: 'i' } })).toBe('/content/i?tab=comments#comment-a%2Fb')
  expect(of('due', 'day')).toBe('/my-work')
})
