import { createServer, type Server } from 'node:http'
import next from 'next'
import { closeDatabase, database } from '@/db/instance'
import { databaseFileOf } from '@/db/stores/database-file'
import { queueCatchUp } from '@/server/domain/publication/due.commands'
import { type Env, parseEnv, WrongSettings } from '@/server/env'
import { front } from '@/server/http/front'
import { healthOf, programVersion } from '@/server/http/health'
import { sessionSecretIn, UnusableSecret } from '@/server/http/session-secret'
import { type Runner, startRunner } from '@/server/jobs/runner'
import { log } from '@/server/log'
import { addressOf, noteRunning } from './running-note'

/** How long running requests may take to finish once the program is told to stop. */
const patienceMs = 10_000
/** A terminal sends Ctrl-C to everybody and whoever started us passes it on: that is one wish, not two. */
const echoMs = 1000

/** An outcome of the start that a sentence explains; no stack helps. */
class CannotStart extends Error {}

async function start(isDevelopment: boolean): Promise<void> {
  const settings = readSettings()
  const address = settings.PUBLIC_URL ?? addressOf(settings.HOST, settings.PORT)
  process.env.NEXTAUTH_URL = address

  const app = next({ dev: isDevelopment, hostname: settings.HOST, port: settings.PORT })
  const ready = Promise.withResolvers<void>()
  ready.promise.catch(() => undefined)
  const server = createServer(
    front({
      async handle(request, response) {
        await ready.promise
        await app.getRequestHandler()(request, response)
      },
      health: () => healthOf(database()),
      publicUrl: settings.PUBLIC_URL,
      trustedProxies: settings.TRUST_PROXY,
      log: log(),
    }),
  )
  server.keepAliveTimeout = 75_000
  // First of all: when the port is taken, another copy may be running on the same database.
  await listen(server, settings)
  process.env.NEXTAUTH_SECRET = settings.SESSION_SECRET ?? secretIn(settings.DATA_DIR)
  let runner: Runner | undefined
  let takeNoteBack: (() => void) | undefined
  stopOnSignal(server, async () => {
    takeNoteBack?.()
    await runner?.stop()
    await app.close()
    await closeDatabase()
  })
  await Promise.all([openDatabase(settings), app.prepare()])
  ready.resolve()
  await queueCatchUp({ db: database(), now: () => new Date() })
  runner = startRunner(database())
  const file = databaseFileOf({ url: settings.DATABASE_URL, dataDir: settings.DATA_DIR })
  if (file !== null) takeNoteBack = noteRunning(file, { address, host: settings.HOST, port: settings.PORT })
  process.stdout.write(`Etappe ${programVersion()} is ready: ${address}\n`)
}

function secretIn(dataDir: string): string {
  try {
    return sessionSecretIn(dataDir)
  } catch (error) {
    if (error instanceof UnusableSecret || !(error instanceof Error && 'code' in error)) throw error
    throw new CannotStart(
      `The setting DATA_DIR is wrong: the folder ${dataDir} cannot be made or written (${String(error.code)}).`,
    )
  }
}

function readSettings(): Env {
  try {
    return parseEnv(process.env)
  } catch (error) {
    if (error instanceof WrongSettings) throw new CannotStart(error.message)
    throw error
  }
}

async function openDatabase(settings: Env): Promise<void> {
  try {
    const db = database()
    if (await db.isCurrent()) return
    process.stdout.write('Bringing the database up to date …\n')
    await db.migrate()
  } catch (error) {
    const where = settings.DATABASE_URL ? 'The database of DATABASE_URL' : `The database in the folder ${settings.DATA_DIR}`
    throw new CannotStart(`${where} cannot be used: ${reasonOf(error)}`)
  }
}

/** The innermost message: the layers above only say which statement failed. */
function reasonOf(error: unknown): string {
  let at = error
  while (at instanceof Error && at.cause instanceof Error) at = at.cause
  if (at instanceof AggregateError) at = at.errors[0]
  return at instanceof Error ? at.message : String(at)
}

async function listen(server: Server, { HOST, PORT }: Env): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  server.once('error', (error: NodeJS.ErrnoException) => {
    const reasons: Record<string, string> = {
      EADDRINUSE: `The port ${PORT} is in use by another program. Stop that one, or choose another with the setting PORT, such as PORT=${PORT < 65535 ? PORT + 1 : 3000} npm start.`,
      EACCES: `This user may not open the port ${PORT}. Choose one above 1023 with the setting PORT, such as PORT=3000 npm start.`,
      EADDRNOTAVAIL: `The setting HOST is wrong: this machine has no address ${HOST}.`,
      ENOTFOUND: `The setting HOST is wrong: no machine is called ${HOST}.`,
    }
    reject(new CannotStart(reasons[error.code ?? ''] ?? error.message))
  })
  server.listen({ port: PORT, host: HOST }, resolve)
  await promise
}

/** Ends in order: no new requests, the running ones and the running job finish, then the database closes and its log is folded in. */
function stopOnSignal(server: Server, finish: () => Promise<void>): void {
  let toldAt: number | undefined
  async function stop(): Promise<void> {
    const now = performance.now()
    if (toldAt !== undefined) {
      if (now - toldAt > echoMs) process.exit(130)
      return
    }
    toldAt = now
    process.stdout.write('Stopping …\n')
    const closed = new Promise<void>((resolve) => server.close(() => resolve()))
    // Connections kept open for a next request would hold the end up; each goes when its answer is sent.
    const sweep = setInterval(() => server.closeIdleConnections(), 50)
    const cut = setTimeout(() => server.closeAllConnections(), patienceMs)
    try {
      await closed
      await finish()
      process.exit(0)
    } catch (error) {
      log().fatal({ err: error }, 'the program did not stop cleanly')
      process.exit(1)
    } finally {
      clearInterval(sweep)
      clearTimeout(cut)
    }
  }
  const onSignal = () => void stop()
  process.on('SIGINT', onSignal)
  process.on('SIGTERM', onSignal)
  // Started by an older Node that is gone without a word.
  process.on('disconnect', onSignal)
}

start(process.argv.includes('--dev')).catch((error: unknown) => {
  if (error instanceof CannotStart || error instanceof UnusableSecret) process.stderr.write(`${error.message}\n`)
  else process.stderr.write(`The program could not start.\n${error instanceof Error ? error.stack : String(error)}\n`)
  process.exit(1)
})
