import type { Reader } from '@/db/database'
import { newId } from '@/db/kit'
import { deleteBriefs, findBrief, insertBriefs, updateBrief } from '@/db/stores/briefs'
import { findItem, type StoredItem } from '@/db/stores/items'
import { findMember } from '@/db/stores/members'
import { type Actor, mayEditItem } from '@/server/domain/access/access.rules'
import { authorize } from '@/server/domain/access/authorize'
import { briefConflict, briefOf } from '@/server/domain/briefs/brief.queries'
import { briefFromTemplate, emptyBrief, templateByKey, usualBeginning } from '@/server/domain/briefs/brief.rules'
import {
  type BriefContent,
  type BriefEdit,
  type BriefItemCreate,
  type BriefSaved,
  usualKey,
} from '@/server/domain/briefs/brief.schema'
import { faultProblem } from '@/server/domain/content/item.commands'
import { loadWritingWorld, type WritingWorld } from '@/server/domain/content/item-world.queries'
import { addItems, prepareItem } from '@/server/domain/content/writing.commands'
import { type Context, stampOf } from '@/server/domain/context'
import { Problem } from '@/server/domain/errors'
import { plannedFields } from '@/server/domain/gaps/planned-content.rules'
import { liveTerms } from '@/server/domain/vocabulary/vocabulary.rules'
import { writtenLocale } from '@/server/domain/workspaces/workspace.rules'
import type { BriefBeginning, BriefTemplate } from '@/server/presets/briefs/template'

/** Gives an item a brief: from a template, or blank. It is written in the language of the item. */
export async function createBrief(
  context: Context,
  { itemId, template }: { itemId: string; template: string | null },
): Promise<BriefSaved> {
  const { actor, db } = context
  authorize(actor, 'item.editOwn')
  const chosen = templateOf(template)
  const world = await loadWritingWorld(context, actor.workspaceId)
  const stamp = stampOf(context)
  return db.write(actor.workspaceId, async (tx) => {
    const item = await briefableItem(tx, actor, itemId)
    if (await findBrief(tx, actor.workspaceId, itemId)) throw new Problem('conflict', 'briefs.problem.hasOne')
    const from = template === usualKey ? usualBeginning(item.type, item.purpose) : chosen
    const content = beginning(from, writtenLocale(item.locale ?? world.held.workspace.locale), item.tags, world)
    await insertBriefs(tx, stamp, [{ itemId, content: { ...content } }])
    return savedBrief(tx, actor, itemId, stamp.changeSet)
  })
}

/** A planned item and its brief in one write, so that one undo takes both back. */
export async function createBriefWithItem(context: Context, wish: BriefItemCreate): Promise<BriefSaved> {
  const { actor, db } = context
  authorize(actor, 'item.create')
  const { template, ...rest } = wish
  const world = await loadWritingWorld(context, actor.workspaceId)
  const { vocabulary, workspace } = world.held
  const given = templateOf(template)
  const types = liveTerms(vocabulary, 'type')
  const type = rest.type ?? types.find(({ key }) => key === given?.type)?.key ?? types[0]?.key
  if (type === undefined) throw new Problem('invalid', 'briefs.problem.noTypes')
  const purposeOfTemplate = liveTerms(vocabulary, 'purpose').find(({ key }) => key === given?.purpose)?.key ?? null
  const purpose = rest.purpose === undefined ? purposeOfTemplate : rest.purpose
  const step = liveTerms(vocabulary, 'step').find(({ details }) => details.kind === 'planned')
  const userId = actor.kind === 'member' ? actor.userId : null
  const id = newId()
  const locale = rest.locale ?? workspace.locale
  const prepared = prepareItem(
    {
      ...rest,
      type,
      purpose,
      locale,
      fields: plannedFields({ type, purpose }, vocabulary, writtenLocale(locale)),
      ownerId: rest.ownerId === undefined ? userId : rest.ownerId,
      ...(step ? { step: step.key } : {}),
    },
    { id, createdBy: userId },
    world,
  )
  if (prepared.faults) throw faultProblem(prepared.faults)
  const from = template === usualKey ? usualBeginning(type, purpose) : given
  const content = beginning(from, writtenLocale(locale), rest.tags ?? {}, world)
  const stamp = stampOf(context)
  return db.write(actor.workspaceId, async (tx) => {
    if (rest.ownerId && !(await findMember(tx, actor.workspaceId, rest.ownerId))) {
      throw faultProblem([{ field: 'ownerId', messageKey: 'content.problem.noSuchMember', details: {} }])
    }
    await addItems(tx, db.search, stamp, [prepared.value], world)
    await insertBriefs(tx, stamp, [{ itemId: id, content: { ...content } }])
    return savedBrief(tx, actor, id, stamp.changeSet)
  })
}

/** Saves what an edit names. `revision` is the one the edit was made for: somebody else's save since is a `conflict`. */
export async function saveBrief(
  context: Context,
  { itemId, revision, edit }: { itemId: string; revision: number; edit: BriefEdit },
): Promise<BriefSaved> {
  const { actor, db } = context
  authorize(actor, 'item.editOwn')
  const world = await loadWritingWorld(context, actor.workspaceId)
  const stamp = stampOf(context)
  return db.write(actor.workspaceId, async (tx) => {
    await briefableItem(tx, actor, itemId)
    const current = await findBrief(tx, actor.workspaceId, itemId)
    if (!current) throw new Problem('not_found', 'briefs.problem.none')
    const brief = briefOf(current)
    if (brief.revision !== revision) throw await briefConflict(tx, actor.workspaceId, brief, revision)
    await refuseUnknown(tx, actor.workspaceId, brief.content, edit, world)
    const saved = await updateBrief(tx, stamp, current, { ...edit })
    if (!saved) throw new Error('a brief changed within the write that read it')
    return { brief: briefOf(saved), changeSet: saved.revision === revision ? null : stamp.changeSet }
  })
}

/** Takes the brief away and leaves the item. */
export async function deleteBrief(context: Context, itemId: string): Promise<{ changeSet: string | null }> {
  const { actor, db } = context
  authorize(actor, 'item.editOwn')
  const stamp = stampOf(context)
  return db.write(actor.workspaceId, async (tx) => {
    await briefableItem(tx, actor, itemId)
    const gone = await deleteBriefs(tx, stamp, [itemId])
    return { changeSet: gone > 0 ? stamp.changeSet : null }
  })
}

/** Undefined for none, and for the usual one, which only the item tells. */
function templateOf(key: string | null): BriefTemplate | undefined {
  if (key === null || key === usualKey) return undefined
  const found = templateByKey(key)
  if (!found) throw new Problem('invalid', 'briefs.problem.noSuchTemplate')
  return found
}

/** A template in the language of the content; of the questions that the item answers the first is the one. */
function beginning(
  template: BriefBeginning | undefined,
  language: BriefContent['language'],
  { question = [], phase = [] }: { readonly question?: readonly string[]; readonly phase?: readonly string[] },
  { held }: WritingWorld,
): BriefContent {
  const content = template ? briefFromTemplate(template, language, held.vocabulary, phase) : emptyBrief(language)
  return { ...content, question: question[0] ?? null }
}

async function briefableItem(tx: Reader, actor: Actor, id: string): Promise<StoredItem> {
  const item = await findItem(tx, actor.workspaceId, id)
  if (!item) throw new Problem('not_found', 'content.problem.noSuchItem')
  if (!mayEditItem(actor, item)) throw new Problem('forbidden', 'content.problem.notYours')
  if (item.deletedAt !== null) throw new Problem('conflict', 'content.problem.inTrash')
  return item
}

/** What a brief points at must be there; what it points at already is left standing. */
async function refuseUnknown(
  tx: Reader,
  workspaceId: string,
  before: BriefContent,
  { question, nextStep }: BriefEdit,
  { held }: WritingWorld,
): Promise<void> {
  const knows = (dimension: 'question' | 'phase', key: string) => held.vocabulary[dimension].some((term) => term.key === key)
  if (question && question !== before.question && !knows('question', question)) {
    throw new Problem('invalid', 'briefs.problem.noSuchQuestion')
  }
  if (!nextStep) return
  const { phase, itemId } = nextStep
  if (phase && phase !== before.nextStep.phase && !knows('phase', phase))
    throw new Problem('invalid', 'briefs.problem.noSuchPhase')
  if (itemId && itemId !== before.nextStep.itemId && !(await findItem(tx, workspaceId, itemId))) {
    throw new Problem('not_found', 'content.problem.noSuchItem')
  }
}

async function savedBrief(tx: Reader, actor: Actor, itemId: string, changeSet: string): Promise<BriefSaved> {
  const row = await findBrief(tx, actor.workspaceId, itemId)
  if (!row) throw new Error('the brief was not inserted')
  return { brief: briefOf(row), changeSet }
}
