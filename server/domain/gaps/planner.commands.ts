import type { Stamp, Writer } from '@/db/database'
import { newId } from '@/db/kit'
import { insertBriefs } from '@/db/stores/briefs'
import { faultProblem } from '@/server/domain/content/item.commands'
import type { ItemCreate } from '@/server/domain/content/item.schema'
import { loadWritingWorld } from '@/server/domain/content/item-world.queries'
import { addItems, prepareItem } from '@/server/domain/content/writing.commands'
import type { Context } from '@/server/domain/context'
import { momentOf } from '@/server/domain/facts/moment.rules'
import { phasesOf } from '@/server/domain/gaps/about-rule.rules'
import { briefOfGap, usualPersonas } from '@/server/domain/gaps/brief.rules'
import type { Gap } from '@/server/domain/gaps/gap.schema'
import { plannedItemsOf } from '@/server/domain/gaps/plan.rules'
import { answersOf } from '@/server/domain/gaps/planned-content.rules'
import { writtenLocale } from '@/server/domain/workspaces/workspace.rules'

/** Turns gaps into planned items with their briefs. For commands that have authorized already; read before their write. */
export async function loadPlanner(context: Context) {
  const { actor, db } = context
  const world = await loadWritingWorld(context, actor.workspaceId)
  const { workspace, vocabulary, byId, facts } = world.held
  const userId = actor.kind === 'member' ? actor.userId : null
  const moment = momentOf(context.now().getTime(), workspace.timeZone)
  const { today } = moment
  const language = writtenLocale(workspace.locale)
  const journey = vocabulary.phase
    .filter(({ archivedAt }) => archivedAt === null)
    .map(({ key, details }) => ({ key, stages: details.stages }))
  const personaOf = usualPersonas(facts, vocabulary)
  const { answered, onTheWay } = answersOf(facts, moment)
  return {
    vocabulary,
    /** `channel`: of the cell that somebody looks at. */
    itemsOf(gap: Gap, channel?: string): ItemCreate[] {
      const phases = phasesOf(gap, journey)
      return plannedItemsOf(gap, {
        vocabulary,
        locale: workspace.locale,
        language,
        phases,
        persona: personaOf(phases),
        ownerId: gap.ownerId ?? userId,
        channel,
        isAnswered: (question) => answered.has(question),
        onTheWay,
        today,
      })
    },
    /** The items with their briefs, which keep what the gap had to show. */
    async make(tx: Writer, stamp: Stamp, gap: Gap, creates: readonly ItemCreate[]) {
      const items = creates.map((create) => ({ id: newId(), create }))
      const prepared = items.map(({ id, create }) => {
        const made = prepareItem(create, { id, createdBy: userId }, world)
        if (made.faults) throw faultProblem(made.faults)
        return made.value
      })
      await addItems(tx, db.search, stamp, prepared, world)
      const briefWorld = { vocabulary, language, factOf: (itemId: string) => byId.get(itemId), today }
      const briefs = items.map(({ id, create }) => ({ itemId: id, content: { ...briefOfGap(gap, create, briefWorld) } }))
      await insertBriefs(tx, stamp, briefs)
      return items.map(({ id, create }) => ({ id, title: create.title, plannedFor: create.plannedFor ?? null }))
    },
  }
}
