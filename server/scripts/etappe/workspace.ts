import { createWorkspace } from '@/server/domain/workspaces/workspace.commands'
import { sampleFits } from '@/server/domain/workspaces/workspace.rules'
import { workspaceCreate } from '@/server/domain/workspaces/workspace.schema'
import { type Call, Ending, type ExitCode, exitCodes } from './command'
import { table } from './output'

export async function makeWorkspace({ text, has, out, program }: Call): Promise<ExitCode> {
  const wish = workspaceCreate.safeParse({
    name: text('name'),
    locale: text('locale') ?? 'en',
    timeZone: text('time-zone') ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
    country: text('country')?.toUpperCase() ?? null,
    segment: text('segment') ?? 'both',
    sellsGoods: !has('services'),
    model: text('model') ?? 'mckinsey5',
    sample: text('sample') ?? null,
  })
  if (!wish.success) throw wrongOption(wish.error.issues[0]?.path.join('.') ?? '', text)
  if (wish.data.sample !== null && !sampleFits(wish.data.model)) throw new Ending(exitCodes.wrongUsage, 'cli.usage.sampleModel')
  const { db } = await program()
  const { id, slug } = await createWorkspace({ db, now: () => new Date(), actor: 'job:command-line' }, wish.data)
  out.answer({ id, slug }, () => table(['id', 'slug'], [[id, slug]]))
  return exitCodes.done
}

function wrongOption(field: string, text: (option: string) => string | undefined): Ending {
  const option = field.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
  return new Ending(exitCodes.wrongUsage, 'cli.usage.wrongValue', { option: `--${option}`, value: text(option) ?? '' })
}
