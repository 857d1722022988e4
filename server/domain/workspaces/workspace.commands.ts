import type { Database, Stamp, Writer } from '@/db/database'
import { newId } from '@/db/kit'
import { insertTerms } from '@/db/stores/vocabulary'
import {
  findWorkspace,
  findWorkspaceBySlug,
  insertWorkspace,
  updateWorkspace,
  type WorkspaceRecord,
} from '@/db/stores/workspaces'
import { authorize } from '@/server/domain/access/authorize'
import { type Context, stampOf } from '@/server/domain/context'
import { Problem } from '@/server/domain/errors'
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
  refuseMisfit(wish)
  const stamp = newWorkspaceStamp(actor, now())
  // Globally serial, so that two workspaces of one name get two slugs; nobody else knows the new id yet.
  return db.write('global', async (tx) => workspaceOf(await writeWorkspace(tx, stamp, wish)))
}

export const newWorkspaceStamp = (actor: string, at: Date): Stamp => ({ workspaceId: newId(), changeSet: newId(), actor, at })

export function refuseMisfit({ model, sample }: Pick<WorkspaceCreate, 'model' | 'sample'>): void {
  if (sample !== null && !sampleFits(model)) throw new Problem('invalid', 'workspace.problem.sampleNeedsModel')
}

/** The rows of a new workspace, inside a write of the scope `global`. */
export async function writeWorkspace(tx: Writer, stamp: Stamp, wish: WorkspaceCreate): Promise<WorkspaceRecord> {
  const { sample: _sample, ...settings } = wish
  const saved = await insertWorkspace(tx, stamp, { ...settings, vaguePhrases: null, slug: await freeSlug(tx, slugOf(wish.name)) })
  const terms = Object.values(presetVocabulary({ ...settings, locale: writtenLocale(wish.locale) })).flat()
  await insertTerms(
    tx,
    stamp,
    terms.map(({ name, ...term }) => ({ ...term, nameEn: name.en, nameDe: name.de })),
  )
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
