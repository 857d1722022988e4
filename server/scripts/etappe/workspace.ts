import { models } from '@/server/domain/coverage/coverage.schema'
import { createWorkspace } from '@/server/domain/workspaces/workspace.commands'
import { sampleFits } from '@/server/domain/workspaces/workspace.rules'
import { samples, segment, workspaceCreate } from '@/server/domain/workspaces/workspace.schema'
import { type Command, Ending, exitCodes } from './command'
import { table } from './output'

export const createWorkspaceCommand: Command = {
  name: 'workspace create',
  positionals: [],
  options: {
    name: { value: 'NAME', isRequired: true },
    model: { value: 'MODEL', choices: models },
    segment: { value: 'SEGMENT', choices: segment.options },
    locale: { value: 'LOCALE' },
    'time-zone': { value: 'ZONE' },
    country: { value: 'COUNTRY' },
    services: { value: null },
    sample: { value: 'SAMPLE', choices: samples },
  },
  async run({ text, has, out, program }) {
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
  },
}

function wrongOption(field: string, text: (option: string) => string | undefined): Ending {
  const option = field.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
  return new Ending(exitCodes.wrongUsage, 'cli.usage.wrongValue', { option: `--${option}`, value: text(option) ?? '' })
}
