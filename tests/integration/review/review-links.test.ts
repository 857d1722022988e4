import { beforeAll, expect, test } from 'vitest'
import { listRecentChanges } from '@/db/stores/changes'
import { findWorkspace } from '@/db/stores/workspaces'
import { createBrief, saveBrief } from '@/server/domain/briefs/brief.commands'
import { addComment } from '@/server/domain/comments/comment.commands'
import { listThreads } from '@/server/domain/comments/comment.queries'
import { moveToTrash } from '@/server/domain/content/bulk.commands'
import { createItem } from '@/server/domain/content/item.commands'
import type { Context } from '@/server/domain/context'
import { addReviewComment } from '@/server/domain/review-links/review-comment.commands'
import { makeReviewLink, revokeReviewLink } from '@/server/domain/review-links/review-link.commands'
import { listReviewLinks } from '@/server/domain/review-links/review-link.queries'
import { type ReviewLinkMake, reviewComment, reviewLinkMake } from '@/server/domain/review-links/review-link.schema'
import { findReview, readReview } from '@/server/domain/review-links/review-page.queries'
import { at, emptyWorkspace, memberOf } from '@/tests/integration/content/world'
import { testDatabase } from '@/tests/support/database'

const db = testDatabase()
let editor: Awaited<ReturnType<typeof memberOf>>
let slug: string

beforeAll(async () => {
  const system = await emptyWorkspace(db())
  slug = (await findWorkspace(db().read, system.actor.workspaceId))?.slug ?? ''
  editor = await memberOf(system, 'editor', 'Ada')
})

async function newItem(): Promise<string> {
  const tags = { phase: ['awareness'], channel: ['blog'] }
  const { item } = await createItem(editor, {
    title: 'Rope care',
    type: 'blog_post',
    locale: 'en',
    body: '# Wash\n\nNever hot.',
    tags,
  })
  return item.id
}
const wish = (given: Partial<ReviewLinkMake> & { subjectId: string }) =>
  reviewLinkMake.parse({ subject: 'item', label: 'Legal', ...given })
const made = async (given: Partial<ReviewLinkMake> & { subjectId: string }) => makeReviewLink(editor, wish(given))
const opened = (token: string, as: Context = editor) => findReview(as, { slug, token })
const pageOf = async (token: string) => {
  const review = await opened(token)
  return review && readReview(editor, review, 'en')
}
const comment = (token: string, body: string, parentId: string | null = null, network = '192.0.2.1') =>
  addReviewComment(editor, reviewComment.parse({ slug, token, name: 'Kim', body, parentId }), network)

test('a link shows the content and names, and nothing that is the team’s own', async () => {
  const id = await newItem()
  await addComment(editor, { about: { subject: 'item', subjectId: id }, parentId: null, body: 'Internal: too short' })
  const { token, link } = await made({ subjectId: id })
  const page = await pageOf(token)
  expect(page).toMatchObject({ title: 'Rope care', body: '# Wash\n\nNever hot.', brief: null, label: 'Legal' })
  expect([page?.phases.length, page?.channels.length]).toEqual([1, 1])
  expect(JSON.stringify(page)).not.toMatch(/Internal|example\.org/)
  expect(page?.comments.threads).toEqual([])
  expect(await listReviewLinks(editor, id)).toMatchObject([{ id: link.id, state: 'open', lastUsedAt: expect.any(Date) }])
})

test('the secret is stored and logged nowhere', async () => {
  const { token } = await made({ subjectId: await newItem() })
  const log = await listRecentChanges(db().read, editor.actor.workspaceId, { limit: 5 })
  expect(log[0]?.subject).toBe('reviewLink')
  expect(JSON.stringify(log)).not.toContain(token)
  expect(JSON.stringify(log)).not.toContain('secretHash')
})

test('a reviewer speaks in threads of his own link only, and sees the team’s answers there', async () => {
  const id = await newItem()
  const [legal, press] = [await made({ subjectId: id }), await made({ subjectId: id, label: 'Press' })]
  const about = { subject: 'item', subjectId: id } as const
  const own = await addComment(editor, { about, parentId: null, body: 'Internal' })
  const first = await comment(legal.token, `Hot is 60 degrees? @[${editor.userId}]`)
  const threadId = first.threads[0]?.id ?? ''
  // To comment is to use the link.
  const uses = (await listReviewLinks(editor, id)).map((link) => [link.label, link.lastUsedAt !== null])
  expect(new Map(uses as [string, boolean][])).toEqual(
    new Map([
      ['Legal', true],
      ['Press', false],
    ]),
  )
  await expect(comment(legal.token, 'x', own.id)).rejects.toMatchObject({ code: 'not_found' })
  await expect(comment(press.token, 'x', threadId)).rejects.toMatchObject({ code: 'not_found' })
  await addComment(editor, { about, parentId: threadId, body: 'Yes, from 60' })
  const seen = (await pageOf(legal.token))?.comments
  expect(seen?.threads[0]?.comments.map(({ author, isReviewer }) => [author, isReviewer])).toEqual([
    ['Kim', true],
    ['Ada', false],
  ])
  // A reviewer who writes somebody's id learns no name.
  expect(seen?.names).toEqual({})
  expect((await pageOf(press.token))?.comments.threads).toEqual([])
  const team = (await listThreads(editor, about)).threads.find(({ head }) => head.id === threadId)
  expect(team).toMatchObject({ reviewLabel: 'Legal', head: { author: { kind: 'reviewer', name: 'Kim', label: 'Legal' } } })
})

test('a link that ended, was revoked, is unknown, or shows what is gone, leads nowhere', async () => {
  const id = await newItem()
  const { token, link } = await made({ subjectId: id, days: 14 })
  expect(await opened(token, at(editor, '2026-03-15T09:59:59Z'))).toBeDefined()
  const nowhere = [
    await opened(token, at(editor, '2026-03-15T10:00:00Z')),
    await opened(`${token.slice(0, -2)}xx`),
    await opened(''),
    await findReview(editor, { slug: 'nobody', token }),
  ]
  await moveToTrash(editor, [id], 'trash')
  nowhere.push(await opened(token))
  await moveToTrash(editor, [id], 'restore')
  await revokeReviewLink(editor, link.id)
  nowhere.push(await opened(token))
  expect(nowhere.filter((review) => review !== undefined)).toEqual([])
  await expect(comment(token, 'x')).rejects.toMatchObject({ messageKey: 'review.problem.gone' })
})

test('a link of one workspace opens nothing in another', async () => {
  const { token } = await made({ subjectId: await newItem() })
  const other = await emptyWorkspace(db())
  const otherSlug = (await findWorkspace(db().read, other.actor.workspaceId))?.slug ?? ''
  expect(await findReview(editor, { slug: otherSlug, token })).toBe(undefined)
  const stranger = await memberOf(other, 'admin')
  await expect(makeReviewLink(stranger, wish({ subjectId: await newItem() }))).rejects.toMatchObject({ code: 'not_found' })
})

test('a brief is shown without its checklist and evidence, and only where there is one', async () => {
  const id = await newItem()
  await expect(made({ subjectId: id, subject: 'brief' })).rejects.toMatchObject({ messageKey: 'review.problem.noBrief' })
  const { brief } = await createBrief(editor, { itemId: id, template: null })
  const checklist = [{ key: 'a', text: 'Asked the lawyer', isDone: false }]
  await saveBrief(editor, {
    itemId: id,
    revision: brief.revision,
    edit: { aim: 'Fewer returns', keywords: ['rope', 'wash'], checklist },
  })
  const { token } = await made({ subjectId: id, subject: 'brief' })
  const page = await pageOf(token)
  expect(page?.body).toBe(null)
  expect(page?.brief).toEqual([
    { field: 'aim', texts: ['Fewer returns'] },
    { field: 'keywords', texts: ['rope, wash'] },
  ])
  expect(JSON.stringify(page)).not.toContain('lawyer')
})

test('who may only read cannot comment, and nobody floods a team', async () => {
  const id = await newItem()
  const reading = await made({ subjectId: id, mayComment: false })
  await expect(comment(reading.token, 'x')).rejects.toMatchObject({ code: 'forbidden' })
  const { token } = await made({ subjectId: id })
  for (let n = 0; n < 30; n += 1) await comment(token, `Nr. ${n}`, null, '198.51.100.7')
  await expect(comment(token, 'One more', null, '198.51.100.7')).rejects.toMatchObject({ code: 'limit_reached' })
  await comment(token, 'From elsewhere', null, '198.51.100.8')
})

test.each([{ label: '' }, { label: 'x'.repeat(121) }, { days: 0 }, { days: 91 }, { days: 1.5 }, { subject: 'gap' }, { more: 1 }])(
  'a wish like %o is refused',
  (part) => {
    expect(reviewLinkMake.safeParse({ subject: 'item', subjectId: 'a', label: 'Legal', ...part }).success).toBe(false)
  },
)
