import { describe, expect, test } from 'vitest'
import { asCampaign, isNewsworthy } from '@/db/stores/newsworthy'
import {
  type LoggedChange,
  type News,
  type NewsWorld,
  newsOf,
  restoredApprovals,
  type TalkedComment,
} from '@/server/domain/notifications/news.rules'
import { keptChoices } from '@/server/domain/notifications/notification.schema'
import { placeOf, sentenceOf } from '@/server/domain/notifications/sentence.rules'
import { translatorOf } from '@/server/i18n/translate'

const reader = (userId: string, role: 'author' | 'editor' | 'lead') => ({ userId, role, choices: keptChoices.parse({}) })
const comment = (id: string, subject: string, subjectId: string, more: Partial<TalkedComment> = {}): TalkedComment => ({
  ...{ id, subject, subjectId, body: 'Please look', mentions: ['approver'], authorName: null, others: [] },
  ...more,
})
const comments = [
  comment('on item', 'item', 'item', { others: ['lead'] }),
  comment('on campaign', 'campaign', 'spring'),
  comment('on gap', 'gap', 'g'),
  comment('by reviewer', 'item', 'item', { mentions: [], authorName: 'Rita' }),
]
const world: NewsWorld = {
  readers: [reader('owner', 'author'), reader('maker', 'author'), reader('approver', 'editor'), reader('lead', 'lead')],
  item: (id) => ({
    title: 'Returns',
    ownerId: id === 'item' ? 'owner' : id === 'left' ? 'gone' : null,
    createdBy: id === 'made' || id === 'left' ? 'maker' : null,
  }),
  task: () => undefined,
  comment: (id) => comments.find((comment) => comment.id === id),
  gap: () => ({ rule: 'retention.thanks', phase: 'retention', severity: 'must', ownerId: null }),
  campaign: () => ({ name: { en: 'Spring', de: 'Frühling' }, ownerId: 'owner' }),
  schedulerOf: (id) => (id === 'item' ? 'approver' : null),
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
const told = (change: Partial<LoggedChange>) =>
  newsOf([asCampaign(entry(change))], world).map(({ userId, kind }) => `${kind} → ${userId}`)

describe('an approval', () => {
  test('that is void is told to who gave it and to the owner, unless they voided it themselves', () => {
    const before = { userId: 'approver', step: 'approved' }
    expect(told({ before })).toEqual(['approvalVoided → approver', 'approvalVoided → owner'])
    expect(told({ before, actor: 'user:owner' })).toEqual(['approvalVoided → approver'])
    expect(told({ before, operation: 'withdraw' })).toEqual([])
  })

  test('that an undo has brought back is not told as void; one that is void again after it is', () => {
    const before = { userId: 'approver', step: 'approved' }
    const of = (operation: string, changeSet: string) => {
      const isLost = operation === 'void'
      return entry({ operation, changeSet, before: isLost ? before : null, after: isLost ? null : before })
    }
    const kinds = (list: LoggedChange[]) => newsOf(list, world).map(({ dedupeKey }) => dedupeKey)
    expect(kinds([of('void', 'a'), of('undo', 'b')])).toEqual([])
    expect(kinds([of('void', 'a'), of('undo', 'b'), of('void', 'c')])).toEqual(
      Array.from({ length: 2 }, () => 'approvalVoided/approval/c/item').map((key) => key.replace('/approval/', '/item/')),
    )
    expect(restoredApprovals([of('void', 'a'), of('undo', 'b'), entry({ operation: 'undo', before })])).toEqual(['item'])
  })

  test('of an item without an owner here is told to whoever made it', () => {
    const before = { userId: 'approver', step: 'approved' }
    for (const subjectId of ['made', 'left']) {
      expect(told({ before, subjectId })).toEqual(['approvalVoided → approver', 'approvalVoided → maker'])
      expect(told({ operation: 'approve', subjectId })).toEqual(['approved → maker'])
    }
  })

  test('that is given is told to the owner', () => {
    expect(told({ operation: 'approve', after: { userId: 'approver' }, actor: 'user:approver' })).toEqual(['approved → owner'])
  })
})

describe('a publication that failed', () => {
  const failed = { subject: 'publication', operation: 'fail', actor: 'job:publication' } as const

  test('is told with the reason to the owner and whoever scheduled it, and to the leads where none of them may publish', () => {
    const after = { messageKey: 'workflow.refusal.approval', details: { stepEn: 'Live', deep: { no: 1 } } }
    const [news] = newsOf([entry({ ...failed, after })], world)
    expect(news).toMatchObject({
      userId: 'owner',
      kind: 'publishFailed',
      details: { problem: { messageKey: 'workflow.refusal.approval', details: { stepEn: 'Live' } } },
    })
    expect(news?.details.problem?.details).not.toHaveProperty('deep')
    expect(told({ ...failed, after })).toEqual(['publishFailed → owner', 'publishFailed → approver'])
    expect(told({ ...failed, subjectId: 'left', after })).toEqual(['publishFailed → maker', 'publishFailed → lead'])
    expect(told({ ...failed, subjectId: 'nobodys', after })).toEqual(['publishFailed → lead'])
  })
})

describe('a comment', () => {
  const said = { subject: 'comment', subjectId: 'on item', operation: 'create', after: { body: 'x' } } as const
  const words = (subjectId: string, userId: string, language: 'en' | 'de') => {
    const news = newsOf([entry({ ...said, subjectId })], world).find((one) => one.userId === userId)
    const sentence = news && sentenceOf(news, { who: 'Ada', language, phaseName: (key) => key })
    return sentence && translatorOf(language)(`notifications.says.${sentence.key}`, sentence.values)
  }

  test('names people once: not again when its thread is settled or opened, only those added by an edit', () => {
    expect(told(said)).toEqual(['mentioned → approver', 'answered → lead', 'answered → owner'])
    const settled = { ...said, before: { resolvedAt: null }, after: { resolvedAt: 'now' } }
    expect(told({ ...settled, operation: 'resolve' })).toEqual([])
    expect(told({ ...said, operation: 'edit', before: { body: 'y' }, after: { body: 'x' } })).toEqual([])
    const added = { operation: 'edit', before: { mentions: [] }, after: { mentions: ['approver'] } }
    expect(told({ ...said, ...added })).toEqual(['mentioned → approver'])
    const back = { operation: 'undo', before: { mentions: [], deletedAt: 'then' }, after: { mentions: ['approver'] } }
    expect(told({ ...said, ...back })).toEqual([])
  })

  test('says where it stands, and whether that is one’s own or a thread where one wrote', () => {
    expect(words('on item', 'approver', 'en')).toBe('Ada mentioned you in a comment on “Returns”')
    expect(words('on item', 'approver', 'de')).toBe('Ada hat dich in einem Kommentar zu „Returns“ erwähnt')
    expect(words('on item', 'owner', 'en')).toBe('Ada commented on your item “Returns”')
    expect(words('on item', 'owner', 'de')).toBe('Ada hat deinen Inhalt „Returns“ kommentiert')
    expect(words('on item', 'lead', 'en')).toBe('Ada wrote a comment in a thread of yours on “Returns”')
    expect(words('on item', 'lead', 'de')).toBe('Ada hat in einem Faden von dir zu „Returns“ kommentiert')
    expect(words('on campaign', 'approver', 'de')).toBe('Ada hat dich in einem Kommentar zu „Frühling“ erwähnt')
    expect(words('on campaign', 'owner', 'en')).toBe('Ada commented on your campaign “Spring”')
    expect(words('on gap', 'approver', 'en')).toMatch(/^Ada mentioned you in a comment on “.+”$/)
    expect(words('by reviewer', 'owner', 'en')).toBe('Rita commented on your item “Returns”')
  })
})

test('whoever is made owner of a campaign hears of it, in its words, unless they did it themselves', () => {
  const owned = (ownerId: string | null) => ({ details: { state: 'draft', ownerId } })
  const given: Partial<LoggedChange> = { subject: 'term', subjectId: 'campaign/spring', operation: 'edit' }
  const change = { ...given, before: owned(null), after: owned('owner') }
  const [news] = newsOf([asCampaign(entry(change))], world)
  expect(news).toMatchObject({ kind: 'assigned', userId: 'owner', subject: 'campaign', subjectId: 'spring' })
  const says = (language: 'en' | 'de') => {
    const { key, values } = sentenceOf(news as News, { who: 'Ada', language, phaseName: (one) => one })
    return translatorOf(language)(`notifications.says.${key}`, values)
  }
  expect(says('en')).toBe('Ada assigned the campaign “Spring” to you')
  expect(says('de')).toBe('Ada hat dir die Kampagne „Frühling“ zugewiesen')
  expect(news && placeOf(news)).toBe('/campaigns/spring')
  expect(isNewsworthy(entry(change))).toBe(true)
  expect(told({ ...change, before: null, operation: 'create' })).toEqual(['assigned → owner'])
  expect(told({ ...change, actor: 'user:owner' })).toEqual([])
  for (const quiet of [
    { ...change, before: owned('owner') },
    { ...change, after: owned(null) },
    { ...given, before: { nameEn: 'a' }, after: { nameEn: 'b' } },
    { ...change, subjectId: 'phase/use' },
  ])
    expect(isNewsworthy(entry(quiet))).toBe(false)
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
