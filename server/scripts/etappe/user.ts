import { email as emailSchema } from '@/server/domain/members/account.schema'
import { createAdminLink, resetPasswordLink } from '@/server/domain/members/link.commands'
import type { MadeLink } from '@/server/domain/members/member.schema'
import type { Env } from '@/server/env'
import { addressOf, addressOfRunning } from '../running-note'
import { type Call, Ending, type ExitCode, exitCodes } from './command'
import { table } from './output'
import { databaseFile, workspaceOf } from './program'

export async function createAdmin(call: Call): Promise<ExitCode> {
  const email = emailOf(call)
  const { db, settings } = await call.program()
  const workspace = call.text('workspace')
  if (workspace !== undefined) await workspaceOf(db, workspace)
  const wish = { email, workspace, locale: call.locale }
  return await tellLink(call, settings, await createAdminLink({ db, now: () => new Date() }, wish))
}

export async function resetPassword(call: Call): Promise<ExitCode> {
  const email = emailOf(call)
  const { db, settings } = await call.program()
  return await tellLink(call, settings, await resetPasswordLink({ db, now: () => new Date() }, email))
}

function emailOf({ text }: Call): string {
  const given = text('email') ?? ''
  const read = emailSchema.safeParse(given)
  if (!read.success) throw new Ending(exitCodes.wrongUsage, 'cli.usage.wrongValue', { option: '--email', value: given })
  return read.data
}

async function tellLink({ out, say }: Call, settings: Env, { token, expiresAt }: MadeLink): Promise<ExitCode> {
  const link = `${await addressOfProgram(settings)}/reset/${token}`
  out.answer({ link, expiresAt }, () =>
    table([say('cli.table.link'), say('cli.table.expires')], [[link, expiresAt.toISOString()]]),
  )
  return exitCodes.done
}

/** Of the program that runs on the same database, whose settings may be others than those of this command; else of the settings. */
async function addressOfProgram(settings: Env): Promise<string> {
  const { PUBLIC_URL, HOST, PORT } = settings
  const file = databaseFile(settings)
  const running = file === null ? undefined : await addressOfRunning(file)
  return (running ?? PUBLIC_URL ?? addressOf(HOST, PORT)).replace(/\/+$/, '')
}
