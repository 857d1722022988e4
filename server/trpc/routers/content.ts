import { z } from 'zod'
import { moveToTrash, purgeItems } from '@/server/domain/content/bulk.commands'
import { bulkResult } from '@/server/domain/content/bulk.schema'
import { discardDraft, saveDraft } from '@/server/domain/content/draft.commands'
import { getDraft, listDrafts } from '@/server/domain/content/draft.queries'
import { draft, draftId, draftSave } from '@/server/domain/content/draft.schema'
import { createItem, duplicateItem, saveItem } from '@/server/domain/content/item.commands'
import { countByFilter, getItem, listItems, listSameAddress, suggestItems } from '@/server/domain/content/item.queries'
import { itemCreate, itemSaved, itemUpdate, itemWithBody, title } from '@/server/domain/content/item.schema'
import { filterText, itemHint, itemList, itemListInput } from '@/server/domain/content/item-list.schema'
import { whole } from '@/server/domain/wire.schema'
import { procedure, router } from '../init'

const id = z.string().min(1).max(80)
const ids = z.object({ ids: z.array(id).min(1).max(5_000) })

export const contentRouter = router({
  list: procedure
    .input(itemListInput)
    .output(itemList)
    .query(({ ctx, input }) => listItems(ctx.domain, input)),
  count: procedure
    .input(z.object({ filter: filterText }))
    .output(z.object({ count: z.number().int(), ignored: z.array(z.string()) }))
    .query(({ ctx, input }) => countByFilter(ctx.domain, input.filter)),
  get: procedure
    .input(z.object({ id }))
    .output(itemWithBody)
    .query(({ ctx, input }) => getItem(ctx.domain, input.id)),
  suggest: procedure
    .input(z.object({ text: z.string().max(200), limit: whole(1, 50).default(10) }))
    .output(z.array(itemHint))
    .query(({ ctx, input }) => suggestItems(ctx.domain, input.text, input.limit)),
  sameAddress: procedure
    .input(z.object({ url: z.string().max(2_000), except: id.nullable().default(null) }))
    .output(z.array(itemHint))
    .query(({ ctx, input }) => listSameAddress(ctx.domain, input.url, input.except)),
  create: procedure
    .input(z.object({ item: itemCreate, draft: draftId.optional() }))
    .output(itemSaved)
    .mutation(({ ctx, input }) => createItem(ctx.domain, input.item, { draft: input.draft })),
  save: procedure
    .input(z.object(itemUpdate.shape))
    .output(itemSaved)
    .mutation(({ ctx, input }) => saveItem(ctx.domain, input)),
  duplicate: procedure
    .input(z.object({ id, title: title.optional() }))
    .output(itemSaved)
    .mutation(({ ctx, input }) => duplicateItem(ctx.domain, input.id, input.title)),
  trash: procedure
    .input(ids)
    .output(bulkResult)
    .mutation(({ ctx, input }) => moveToTrash(ctx.domain, input.ids, 'trash')),
  restore: procedure
    .input(ids)
    .output(bulkResult)
    .mutation(({ ctx, input }) => moveToTrash(ctx.domain, input.ids, 'restore')),
  purge: procedure
    .input(ids)
    .output(bulkResult)
    .mutation(({ ctx, input }) => purgeItems(ctx.domain, input.ids)),
  drafts: procedure.output(z.array(draft)).query(({ ctx }) => listDrafts(ctx.domain)),
  draft: procedure
    .input(z.object({ itemId: draftId }))
    .output(draft.nullable())
    .query(({ ctx, input }) => getDraft(ctx.domain, input.itemId)),
  saveDraft: procedure
    .input(draftSave)
    .output(draft.pick({ savedAt: true }))
    .mutation(({ ctx, input }) => saveDraft(ctx.domain, input)),
  discardDraft: procedure
    .input(z.object({ itemId: draftId }))
    .output(z.void())
    .mutation(({ ctx, input }) => discardDraft(ctx.domain, input.itemId)),
})
