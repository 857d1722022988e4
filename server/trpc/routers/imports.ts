import { z } from 'zod'
import type { Context } from '@/server/domain/context'
import {
  cancelImport,
  commitImport,
  configureImport,
  createImport,
  discardImport,
  resumeImport,
  undoImport,
} from '@/server/domain/exchange/import.commands'
import {
  dryRunImport,
  getImport,
  inspectImport,
  listImportRows,
  listImports,
  surveyImport,
} from '@/server/domain/exchange/import.queries'
import type { ImportContext } from '@/server/domain/exchange/import-file.queries'
import {
  dryRun,
  importDetail,
  importId,
  importList,
  importSettings,
  importSurvey,
  importUndone,
  inspection,
  maxPasted,
  rowPage,
  rowsInput,
} from '@/server/domain/exchange/import-run.schema'
import { whole } from '@/server/domain/wire.schema'
import { readTable } from '@/server/exchange/read-table'
import { procedure, router } from '../init'

const reading = (domain: Context): ImportContext => ({ ...domain, readTable })
const revision = z.number().int().positive()

export const importsRouter = router({
  list: procedure
    .input(z.object({ limit: whole(1, 100).default(20), before: z.string().max(80).optional() }))
    .output(importList)
    .query(({ ctx, input }) => listImports(ctx.domain, input)),
  get: procedure
    .input(importId)
    .output(importDetail)
    .query(({ ctx, input }) => getImport(ctx.domain, input.id)),
  create: procedure
    .input(z.object({ fileName: z.string().max(500), text: z.string().min(1).max(maxPasted) }))
    .output(importId)
    .mutation(({ ctx, input }) =>
      createImport(reading(ctx.domain), { fileName: input.fileName, bytes: Buffer.from(input.text) }),
    ),
  inspect: procedure
    .input(importId)
    .output(inspection)
    .query(({ ctx, input }) => inspectImport(reading(ctx.domain), input.id)),
  configure: procedure
    .input(importId.extend({ revision, settings: importSettings }))
    .output(importDetail)
    .mutation(({ ctx, input }) => configureImport(ctx.domain, input)),
  survey: procedure
    .input(importId)
    .output(importSurvey)
    .query(({ ctx, input }) => surveyImport(reading(ctx.domain), input.id)),
  dryRun: procedure
    .input(importId)
    .output(dryRun)
    .query(({ ctx, input }) => dryRunImport(reading(ctx.domain), input.id)),
  rows: procedure
    .input(rowsInput)
    .output(rowPage)
    .query(({ ctx, input }) => listImportRows(reading(ctx.domain), input)),
  commit: procedure
    .input(importId.extend({ revision }))
    .output(importDetail)
    .mutation(({ ctx, input }) => commitImport(reading(ctx.domain), input)),
  cancel: procedure
    .input(importId)
    .output(importDetail)
    .mutation(({ ctx, input }) => cancelImport(ctx.domain, input.id)),
  resume: procedure
    .input(importId)
    .output(importDetail)
    .mutation(({ ctx, input }) => resumeImport(ctx.domain, input.id)),
  undo: procedure
    .input(importId)
    .output(importUndone)
    .mutation(({ ctx, input }) => undoImport(ctx.domain, input.id)),
  discard: procedure
    .input(importId)
    .output(z.void())
    .mutation(({ ctx, input }) => discardImport(ctx.domain, input.id)),
})
