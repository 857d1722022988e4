import { setTimeout } from 'node:timers/promises'
import { leaseImportJob } from '@/db/stores/imports'
import { finishJob, type LeasedJob, releaseJob, renewLease } from '@/db/stores/jobs'
import { isProblem } from '@/server/domain/errors'
import { cancelImport } from '@/server/domain/exchange/import.commands'
import { getImport } from '@/server/domain/exchange/import.queries'
import type { ImportContext } from '@/server/domain/exchange/import-file.queries'
import { isWorking, jobKeyOf } from '@/server/domain/exchange/import-record.rules'
import { runImport } from '@/server/domain/exchange/import-run.commands'
import type { ImportState } from '@/server/domain/exchange/import-run.schema'
import type { Call } from './command'

const leaseMs = 15_000
const pollMs = 150

/**
 * Waits until the import has come to an end. Its job is taken by whoever is first: this process, or the program when it runs
 * beside it; should that one end, this one goes on. Ctrl-C stops it after the rows in hand, whoever works on it.
 */
export async function finishImport(call: Call, context: ImportContext, id: string): Promise<ImportState> {
  const { db, now } = context
  const scope = 'global'
  const stop = onInterrupt(call, context, id)
  try {
    for (;;) {
      const leased = await db.write(scope, (tx) => leaseImportJob(tx, jobKeyOf(id), now(), leaseMs))
      if (leased) await work(context, leased, id, call)
      const { state, progress } = await getImport(context, id)
      if (!isWorking(state)) return state
      if (progress) call.out.progress(call.say('cli.import.progress', { done: progress.done, total: progress.total }))
      if (!leased) await setTimeout(pollMs)
    }
  } finally {
    call.out.progress('')
    stop()
  }
}

async function work(context: ImportContext, leased: LeasedJob, id: string, call: Call): Promise<void> {
  const { db, now } = context
  const lost = new AbortController()
  const renewal = setInterval(() => {
    db.write('global', (tx) => renewLease(tx, leased, new Date(now().getTime() + leaseMs)))
      .then((isMine) => isMine || lost.abort())
      .catch(() => undefined)
  }, leaseMs / 3)
  const watch = setInterval(() => {
    getImport(context, id)
      .then(({ progress }) => {
        if (progress) call.out.progress(call.say('cli.import.progress', { done: progress.done, total: progress.total }))
      })
      .catch(() => undefined)
  }, 200)
  try {
    const isDone = await runImport(context, id, () => lost.signal.aborted)
    if (isDone) await db.write('global', (tx) => finishJob(tx, leased))
  } catch (error) {
    // Whoever asks next tries again, until the import itself says that it has failed.
    await db.write('global', (tx) => releaseJob(tx, leased))
    const { state } = await getImport(context, id)
    if (isWorking(state)) return
    throw error
  } finally {
    clearInterval(renewal)
    clearInterval(watch)
  }
}

/** The first Ctrl-C asks the import to stop, the second ends this process at once. */
function onInterrupt(call: Call, context: ImportContext, id: string): () => void {
  let isAsked = false
  const ask = () => {
    if (isAsked) process.exit(130)
    isAsked = true
    call.out.tell(`\n${call.say('cli.import.stopping')}`)
    cancelImport(context, id).catch((error: unknown) => {
      // It was over already.
      if (!isProblem(error)) call.out.tell(String(error))
    })
  }
  process.on('SIGINT', ask)
  process.on('SIGTERM', ask)
  return () => {
    process.off('SIGINT', ask)
    process.off('SIGTERM', ask)
  }
}
