import type { AnyProcedure, AnyRouter } from '@trpc/server'
import { beforeAll, describe, expect, test } from 'vitest'
import type { z } from 'zod'
import { currentSeq } from '@/db/stores/changes'
import type { UserRecord } from '@/db/stores/users'
import type { Workspace } from '@/server/domain/workspaces/workspace.schema'
import { appRouter } from '@/server/trpc/root'
import { callerFor } from '@/tests/support/callers'
import { testDatabase } from '@/tests/support/database'
import { makeMember, makeUser, makeWorkspace } from '@/tests/support/factories'
import { sampleFor } from '@/tests/support/input-sample'

const db = testDatabase()
const router: AnyRouter = appRouter
const procedures = Object.entries<AnyProcedure>(router._def.procedures)

/** What a stranger may call: the first visit, what a single-use link allows, and what a review link does. A new one is added here on purpose or not at all. */
const open = ['start.setUp', 'start.join', 'start.setPassword', 'reviewLinks.comment']
/** What anybody signed in may call outside any workspace: about themselves, and making a workspace. */
const personal = /^(account\.|workspaces\.(mine|create)$)/
/** What a viewer may change: only what is theirs alone. */
const viewersOwn = [
  'notifications.mark',
  'notifications.markAll',
  'notifications.choose',
  'views.create',
  'views.edit',
  'views.delete',
  'feeds.make',
  'feeds.renew',
  'feeds.revoke',
  // Who may undo is decided by what the change set touched, so it must be found first.
  'history.undo',
  // Tasks that are assigned to them; and what they say.
  'tasks.tick',
  'comments.add',
  'comments.edit',
  'comments.delete',
  'comments.resolve',
]
/** Inputs that cannot be worked out from their schema. */
const examples: Record<string, object> = {}

const closed = procedures.filter(([name]) => !open.includes(name))
const inWorkspace = closed.filter(([name]) => !personal.test(name))
const viewerMayNot = inWorkspace.filter(([name, { _def }]) => _def.type === 'mutation' && !viewersOwn.includes(name))

/** An input that the procedure takes, so that only the role can be the reason for a refusal. */
function inputFor(name: string, procedure: AnyProcedure): object {
  const inputs = (procedure._def as unknown as { inputs: z.ZodType[] }).inputs
  const parts = inputs.map((schema) => examples[name] ?? sampleFor(schema))
  if (parts.includes(undefined)) throw new Error(`give an example of the input of ${name} in this file`)
  return Object.assign({}, ...parts, { workspace: workspace.slug })
}

async function answerTo(user: UserRecord | null, name: string, input: unknown): Promise<string> {
  let at: unknown = callerFor(db(), user)
  for (const part of name.split('.')) at = (at as Record<string, unknown>)[part]
  try {
    await (at as (input: unknown) => Promise<unknown>)(input)
    return 'done'
  } catch (error) {
    return error instanceof Error && 'code' in error
      ? String(error.code)
      : `bug: ${error instanceof Error ? error.message : error}`
  }
}

let workspace: Workspace
let stranger: UserRecord
let viewer: UserRecord

beforeAll(async () => {
  workspace = await makeWorkspace(db())
  stranger = await makeUser(db())
  viewer = await makeMember(db(), workspace, 'viewer')
})

describe('nobody gets in by default', () => {
  test('there are procedures to look at', () => {
    expect(inWorkspace.length).toBeGreaterThan(10)
  })

  test.each(closed)('%s refuses whoever is not signed in', async (name) => {
    expect(await answerTo(null, name, { workspace: workspace.slug })).toBe('UNAUTHORIZED')
  })

  test.each(inWorkspace)('%s does not show a workspace to somebody who is no member', async (name) => {
    expect(await answerTo(stranger, name, { workspace: workspace.slug })).toBe('NOT_FOUND')
  })

  test.each(viewerMayNot)('%s changes nothing for a viewer', async (name, procedure) => {
    const before = await currentSeq(db().read, workspace.id)
    expect(await answerTo(viewer, name, inputFor(name, procedure))).toBe('FORBIDDEN')
    expect(await currentSeq(db().read, workspace.id)).toBe(before)
  })
})
