import { beforeAll, expect, test } from 'vitest'
import { listRecentChanges } from '@/db/stores/changes'
import { findComment } from '@/db/stores/comments'
import { createCampaign } from '@/server/domain/campaigns/campaign.commands'
import { campaignCreate } from '@/server/domain/campaigns/campaign.schema'
import { addComment, deleteComment, editComment, resolveThread } from '@/server/domain/comments/comment.commands'
import { listCommentVersions, listThreads } from '@/server/domain/comments/comment.queries'
import { type CommentAbout, commentBody } from '@/server/domain/comments/comment.schema'
import { createItem } from '@/server/domain/content/item.commands'
import type { Context } from '@/server/domain/context'
import { loadGaps } from '@/server/domain/gaps/gap-state.queries'
import { undoChangeSet } from '@/server/domain/history/undo.commands'
import { mergeTerms } from '@/server/domain/vocabulary/merge.commands'
import { emptyWorkspace, memberOf } from '@/tests/integration/content/world'
import { testDatabase } from '@/tests/support/database'

const db = testDatabase()
type Member = Awaited<ReturnType<typeof memberOf>>
let system: Context
let editor: Member
let viewer: Member
let admin: Member
let about: CommentAbout

beforeAll(async () => {
  system = await emptyWorkspace(db())
  editor = await memberOf(system, 'editor', 'Ada')
  viewer = await memberOf(system, 'viewer', 'Vera')
  admin = await memberOf(system, 'admin')
  const { item } = await createItem(editor, { title: 'An article', type: 'blog_post', locale: 'de' })
  about = { subject: 'item', subjectId: item.id }
})

const say = async (as: Context, body: string, parentId: string | null = null, where = about) =>
  (await addComment(as, { about: where, parentId, body })).id
const threadOf = async (id: string, as: Context = editor) =>
  (await listThreads(as, about)).threads.find(({ head }) => head.id === id)

test('whoever reads may comment, an answer to an answer stands in the same thread, and members are named by id', async () => {
  const stranger = await memberOf(await emptyWorkspace(db()), 'admin', 'Mallory')
  const head = await say(viewer, `@[${editor.userId}] is this right? @[${stranger.userId}] @[nobody]`)
  const answer = await say(editor, 'Yes', head)
  await say(viewer, 'Thanks', answer)
  const thread = await threadOf(head, viewer)
  expect(thread?.head.author).toEqual({ kind: 'member', id: viewer.userId, name: 'Vera' })
  expect(thread?.replies.map(({ body, mayEdit }) => [body, mayEdit])).toEqual([
    ['Yes', false],
    ['Thanks', true],
  ])
  expect((await findComment(db().read, system.actor.workspaceId, head))?.mentions).toEqual([editor.userId])
})

test('names of people of other workspaces are not told to whoever writes their id', async () => {
  const stranger = await memberOf(await emptyWorkspace(db()), 'admin', 'Mallory')
  await say(viewer, `@[${stranger.userId}]`)
  expect(JSON.stringify((await listThreads(viewer, about)).names)).not.toContain('Mallory')
})

test('an edited comment says so and keeps what it said; only its writer edits it', async () => {
  const id = await say(viewer, 'Frist')
  await expect(editComment(admin, { id, revision: 1, body: 'x' })).rejects.toMatchObject({ code: 'forbidden' })
  await editComment(viewer, { id, revision: 1, body: 'First' })
  await expect(editComment(viewer, { id, revision: 1, body: 'Third' })).rejects.toMatchObject({ code: 'conflict' })
  expect((await threadOf(id))?.head).toMatchObject({ body: 'First', editedAt: expect.any(Date) })
  expect(await listCommentVersions(editor, id)).toMatchObject([{ body: 'Frist' }])
})

test('a deleted comment leaves its place in the thread; its words are in the log only, and come back by undo', async () => {
  const id = await say(viewer, 'My secret')
  await say(editor, 'What?', id)
  await expect(deleteComment(editor, id)).rejects.toMatchObject({ code: 'forbidden' })
  const { changeSet } = await deleteComment(admin, id)
  expect((await threadOf(id))?.head).toMatchObject({ isDeleted: true, body: '', mayEdit: false })
  await expect(listCommentVersions(editor, id)).rejects.toMatchObject({ code: 'not_found' })
  const log = await listRecentChanges(db().read, system.actor.workspaceId, { limit: 1 })
  expect(log[0]).toMatchObject({ subject: 'comment', operation: 'delete', before: { body: 'My secret' } })
  await undoChangeSet(admin, changeSet)
  expect((await threadOf(id))?.head).toMatchObject({ isDeleted: false, body: 'My secret' })
})

test('a thread of which nothing is left is none', async () => {
  const id = await say(viewer, 'Never mind')
  await deleteComment(viewer, id)
  expect(await threadOf(id)).toBe(undefined)
})

test('whoever began a thread may settle it; other viewers may not; it opens again', async () => {
  const other = await memberOf(system, 'viewer')
  const id = await say(viewer, 'Typo in line 3')
  const open = (await listThreads(viewer, about)).open
  await expect(resolveThread(other, { id, resolved: true })).rejects.toMatchObject({ code: 'forbidden' })
  const { changeSet } = await resolveThread(viewer, { id, resolved: true })
  expect(await threadOf(id)).toMatchObject({ resolvedBy: 'Vera' })
  expect((await listThreads(viewer, about)).open).toBe(open - 1)
  expect(await resolveThread(editor, { id, resolved: true })).toEqual({ changeSet: null })
  await undoChangeSet(editor, changeSet ?? '')
  expect(await threadOf(id)).toMatchObject({ resolvedAt: null })
})

test('gaps, briefs and campaigns are talked about too; what is not there or elsewhere is not found', async () => {
  const gap = (await loadGaps(editor)).gaps[0]?.id ?? ''
  const campaign = await createCampaign(editor, campaignCreate.parse({ name: 'Spring' }))
  const places: CommentAbout[] = [
    { subject: 'gap', subjectId: gap },
    { subject: 'brief', subjectId: about.subjectId },
    { subject: 'campaign', subjectId: campaign.key },
  ]
  const stranger = await memberOf(await emptyWorkspace(db()), 'admin')
  for (const place of places) {
    const id = await say(viewer, 'Here', null, place)
    expect((await listThreads(viewer, place)).threads.map(({ head }) => head.id)).toEqual([id])
    const gone = { ...place, subjectId: 'nowhere' }
    await expect(say(viewer, 'x', null, gone)).rejects.toMatchObject({ code: 'not_found' })
    // An answer must stand where its thread does.
    await expect(say(viewer, 'x', id)).rejects.toMatchObject({ code: 'not_found' })
    if (place.subject !== 'gap') await expect(listThreads(stranger, place)).rejects.toMatchObject({ code: 'not_found' })
  }
  const summer = await createCampaign(editor, campaignCreate.parse({ name: 'Summer' }))
  await mergeTerms(admin, { dimension: 'campaign', from: campaign.key, into: summer.key }, 0)
  expect((await listThreads(viewer, { subject: 'campaign', subjectId: summer.key })).threads).toHaveLength(1)
})

test.each([
  ['nothing', '', false],
  ['blanks', '   ', false],
  ['5,000 characters', 'x'.repeat(5_000), true],
  ['5,001 characters', 'x'.repeat(5_001), false],
  ['a number', 7, false],
  ['null', null, false],
])('a text of %s is taken or not', (_name, body, isTaken) => {
  expect(commentBody.safeParse(body).success).toBe(isTaken)
})
