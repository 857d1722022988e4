import { z } from 'zod'
import { forgetOldFiles } from '@/server/domain/exchange/import-cleanup.commands'
import { importJob } from '@/server/domain/exchange/import-record.rules'
import { runImport as run } from '@/server/domain/exchange/import-run.commands'
import { readTable } from '@/server/exchange/read-table'
import { JobInterrupted, job } from '@/server/jobs/job'

/** An import that was committed: goes on where it stood, whenever the program ends and starts. */
export const runImport = job({
  name: importJob,
  payload: z.object({ importId: z.string() }),
  async run(context, { importId }) {
    const isDone = await run({ ...context, readTable }, importId, () => context.stopping.aborted)
    if (!isDone) throw new JobInterrupted()
  },
})

/** Once a day, when something was uploaded a week before: files are forgotten. */
export const forgetImportFiles = job({
  name: 'import.forget',
  payload: z.object({}),
  run: (context) => forgetOldFiles(context),
})
