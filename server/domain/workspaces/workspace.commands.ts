import type { Database, Stamp, Writer } from '@/db/database'
import { newId } from '@/db/kit'
import { insertMember } from '@/db/stores/members'
import { insertTerms, type NewTerm } from '@/db/stores/vocabulary'
import {
  findWorkspace,
  findWorkspaceBySlug,
  insertWorkspace,
  updateWorkspace,
  type WorkspaceRecord,
  type WorkspaceSettings,
} from '@/db/stores/workspaces'
import { authorize } from '@/server/domain/access/authorize'
import { type Context, stampOf } from '@/server/domain/context'
import { Problem } from '@/server/domain/errors'
import { findAccount, mayCreateWorkspace } from '@/server/domain/members/account.queries'
import type { AccountContext } from '@/server/domain/members/account-context'
import { nthSlug, sampleFits, slugOf, writtenLocale } from '@/server/domain/workspaces/workspace.rules'
import type { Workspace, WorkspaceCreate, WorkspaceEdit } from '@/server/domain/workspaces/workspace.schema'
import { presetVocabulary } from '@/server/presets/vocabulary'
import { workspaceOf } from './workspace.queries'

interface Maker {
  readonly db: Database
  readonly now: () => Date
  /** As the change log names whoever makes it: `user:<id>` or `job:<name>`. */
  readonly actor: string
}

/** Makes a workspace with its vocabulary and, if wished, a sample. Who may ask for it is decided at the doors. */
export async function createWorkspace({ db, now, actor }: Maker, wish: WorkspaceCreate): Promise<Workspace> {
  const at = now()
  const prepared = prepareWorkspace(wish, at)
  // Globally serial, so that two workspaces of one name get two slugs; nobody else knows the new id yet.
  return db.write('global', async (tx) => workspaceOf(await writeWorkspace(tx, newWorkspaceStamp(actor, at), prepared)))
}

/** Somebody signed in makes a further workspace and is its administrator. */
export async function createOwnWorkspace({ db, now, user }: AccountContext, wish: WorkspaceCreate): Promise<Workspace> {
  const account = await findAccount(db, user.id)
  if (!account || !(await mayCreateWorkspace(db, account))) throw new Problem('forbidden', 'workspace.problem.mayNotCreate')
  const at = now()
  const prepared = prepareWorkspace(wish, at)
  const stamp = newWorkspaceStamp(`user:${user.id}`, at)
  return db.write('global', async (tx) => {
    const made = await writeWorkspace(tx, stamp, prepared)
    await insertMember(tx, stamp, user.id, 'admin')
    return workspaceOf(made)
  })
}

export const newWorkspaceStamp = (actor: string, at: Date): Stamp => ({ workspaceId: newId(), changeSet: newId(), actor, at })

/** The rows of a new workspace, worked out before anything is written. */
export interface PreparedWorkspace {
  readonly settings: WorkspaceSettings
  readonly terms: readonly NewTerm[]
}

/** Refuses a sample that does not fit the model. */
export function prepareWorkspace({ sample, ...settings }: WorkspaceCreate, _at: Date): PreparedWorkspace {
  if (sample !== null && !sampleFits(settings.model)) throw new Problem('invalid', 'workspace.problem.sampleNeedsModel')
  const vocabulary = presetVocabulary({ ...settings, locale: writtenLocale(settings.locale) })
  return {
    settings: { ...settings, vaguePhrases: null },
    terms: Object.values(vocabulary)
      .flat()
      .map(({ name, ...term }) => ({ ...term, nameEn: name.en, nameDe: name.de })),
  }
}

/** Inside a write of the scope `global`. */
export async function writeWorkspace(tx: Writer, stamp: Stamp, { settings, terms }: PreparedWorkspace): Promise<WorkspaceRecord> {
  const saved = await insertWorkspace(tx, stamp, { ...settings, slug: await freeSlug(tx, slugOf(settings.name)) })
  await insertTerms(tx, stamp, terms)
  return saved
}

async function freeSlug(tx: Writer, slug: string): Promise<string> {
  for (let n = 1; ; n += 1) {
    const candidate = nthSlug(slug, n)
    if (!(await findWorkspaceBySlug(tx, candidate))) return candidate
  }
}

/** Saves settings. Refused with `conflict` when somebody else saved first. */
export async function editWorkspace(context: Context, { revision, ...edit }: WorkspaceEdit): Promise<Workspace> {
  const { actor, db } = context
  authorize(actor, 'workspace.manage')
  return db.write(actor.workspaceId, async (tx) => {
    const current = await findWorkspace(tx, actor.workspaceId)
    if (!current) throw new Problem('not_found', 'access.problem.noSuchWorkspace')
    const saved = current.revision === revision ? await updateWorkspace(tx, stampOf(context), current, edit) : undefined
    if (!saved) throw new Problem('conflict', 'workspace.problem.changedMeanwhile', {}, { current: workspaceOf(current) })
    return workspaceOf(saved)
  })
}
