import { z } from 'zod'
import { itemWithBody } from '@/server/domain/content/item.schema'
import { getItemVersion, listItemVersions, listRecentHistory } from '@/server/domain/history/history.queries'
import { audit, auditInput, itemHistory, itemHistoryInput, undoResult } from '@/server/domain/history/history.schema'
import { undoChangeSet } from '@/server/domain/history/undo.commands'
import { restoreVersion } from '@/server/domain/history/version.commands'
import { procedure, router } from '../init'

const version = z.object({ id: z.string().max(80), seq: z.number().int().positive() })

export const historyRouter = router({
  ofItem: procedure
    .input(itemHistoryInput)
    .output(itemHistory)
    .query(({ ctx, input }) => listItemVersions(ctx.domain, input)),
  version: procedure
    .input(version)
    .output(itemWithBody)
    .query(({ ctx, input }) => getItemVersion(ctx.domain, input.id, input.seq)),
  restore: procedure
    .input(version.extend({ revision: z.number().int().positive() }))
    .output(z.object({ item: itemWithBody, changeSet: z.string().nullable(), lost: z.array(z.string()) }))
    .mutation(({ ctx, input }) => restoreVersion(ctx.domain, input)),
  recent: procedure
    .input(auditInput)
    .output(audit)
    .query(({ ctx, input }) => listRecentHistory(ctx.domain, input)),
  undo: procedure
    .input(z.object({ changeSet: z.string().min(1).max(80) }))
    .output(undoResult)
    .mutation(({ ctx, input }) => undoChangeSet(ctx.domain, input.changeSet)),
})
