import { email as emailSchema } from '@/server/domain/members/account.schema'
import { createAdminLink, resetPasswordLink } from '@/server/domain/members/link.commands'
import type { MadeLink } from '@/server/domain/members/member.schema'
import type { Env } from '@/server/env'
import { type Call, Ending, type ExitCode, exitCodes } from './command'
import { table } from './output'
import { workspaceOf } from './program'

export async function createAdmin(call: Call): Promise<ExitCode> {
  const email = emailOf(call)
  const { db, settings } = await call.program()
  const workspace = call.text('workspace')
  if (workspace !== undefined) await workspaceOf(db, workspace)
  const wish = { email, workspace, locale: call.locale }
  return tellLink(call, settings, await createAdminLink({ db, now: () => new Date() }, wish))
}

export async function resetPassword(call: Call): Promise<ExitCode> {
  const email = emailOf(call)
  const { db, settings } = await call.program()
  return tellLink(call, settings, await resetPasswordLink({ db, now: () => new Date() }, email))
}

function emailOf({ text }: Call): string {
  const given = text('email') ?? ''
  const read = emailSchema.safeParse(given)
  if (!read.success) throw new Ending(exitCodes.wrongUsage, 'cli.usage.wrongValue', { option: '--email', value: given })
  return read.data
}

function tellLink({ out, say }: Call, settings: Env, { token, expiresAt }: MadeLink) {
  const link = `${addressOf(settings)}/reset/${token}`
  out.answer({ link, expiresAt }, () =>
    table([say('cli.table.link'), say('cli.table.expires')], [[link, expiresAt.toISOString()]]),
  )
  return exitCodes.done
}

const addressOf = ({ PUBLIC_URL, HOST, PORT }: Env): string =>
  PUBLIC_URL?.replace(/\/+$/, '') ?? `http://${HOST.includes(':') ? `[${HOST}]` : HOST}:${PORT}`
