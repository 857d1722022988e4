import type { Database } from '@/db/database'
import type { Context } from '@/server/domain/context'
import { getGap, listGaps } from '@/server/domain/gaps/gap.queries'
import { type GapDetail, type GapFilter, type GapRow, gapListInput } from '@/server/domain/gaps/gap-list.schema'
import { createWorkspace } from '@/server/domain/workspaces/workspace.commands'
import type { Sample } from '@/server/domain/workspaces/workspace.schema'
import { memberOf, start } from '@/tests/integration/content/world'

/** A workspace with the contents of a sample, seen by its lead. */
export async function sampleWorkspace(
  db: Database,
  sample: Sample,
  { locale = 'de', now = () => start }: { locale?: string; now?: () => Date } = {},
): Promise<Context & { userId: string }> {
  const { id } = await createWorkspace(
    { db, now, actor: 'job:test' },
    {
      name: `Sample ${sample}`,
      model: 'mckinsey5',
      locale,
      timeZone: 'Europe/Berlin',
      country: 'DE',
      segment: 'b2c',
      sellsGoods: true,
      sample,
    },
  )
  return memberOf({ actor: { kind: 'system', workspaceId: id, job: 'test' }, db, now, locale: 'en' }, 'lead')
}

export async function rowsOf(context: Context, filter: Partial<GapFilter> = {}): Promise<GapRow[]> {
  return (await listGaps(context, gapListInput.parse({ limit: 500, ...filter }))).rows
}

export const rulesOf = (rows: readonly GapRow[]): string[] => [...new Set(rows.map(({ rule }) => rule))].sort()

/** The one open gap of a rule. */
export async function openGap(context: Context, rule: string): Promise<GapDetail> {
  const found = (await rowsOf(context)).find((row) => row.rule === rule)
  if (!found) throw new Error(`no open gap of ${rule}`)
  return getGap(context, found.id)
}
