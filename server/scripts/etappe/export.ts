import { extname } from 'node:path'
import { fileFormats } from '@/server/domain/exchange/exchange.schema'
import { exportContent } from '@/server/domain/exchange/export.queries'
import { exportItems } from '@/server/exchange/export-items'
import { type Call, Ending, type ExitCode, exitCodes } from './command'
import { writeGiven } from './files'
import { table } from './output'

export async function exportFile({ text, out, say, context }: Call): Promise<ExitCode> {
  const to = text('to') ?? ''
  const format = fileFormats.find((known) => `.${known}` === extname(to).toLowerCase())
  if (!format) throw new Ending(exitCodes.wrongUsage, 'cli.usage.noSuchFormat', { file: to })
  const filter = text('filter') ?? ''
  const sort = new URLSearchParams(filter).get('sort') ?? undefined
  const { items, count, vocabulary, owners, exportedAt, ignored } = await exportContent(await context(), { filter, sort })
  // In the address a wrong part is shown and taken out; here it would quietly export everything.
  if (ignored.length > 0) throw new Ending(exitCodes.wrongUsage, 'cli.usage.badFilter', { parts: ignored.join('  ') })
  await writeGiven(to, exportItems(format, items, { vocabulary, owners, exportedAt }))
  out.answer({ file: to, items: count }, () => table([say('cli.table.file'), say('cli.table.items')], [[to, count]]))
  return exitCodes.done
}
