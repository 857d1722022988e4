import type { CampaignRow } from '@/server/domain/campaigns/campaign.schema'

type Row = Pick<CampaignRow, 'key' | 'details'>

/** Each campaign behind the one it stands under, as far as that is shown too; otherwise the order stays. A circle begins with its first. */
export function inFamilies<T extends Row>(rows: readonly T[]): { row: T; depth: number }[] {
  const shown = new Set(rows.map(({ key }) => key))
  const placed = new Set<string>()
  const found: { row: T; depth: number }[] = []
  const place = (row: T, depth: number) => {
    if (placed.has(row.key)) return
    placed.add(row.key)
    found.push({ row, depth })
    for (const child of rows) if (child.details.parent === row.key) place(child, depth + 1)
  }
  for (const row of rows) if (row.details.parent === null || !shown.has(row.details.parent)) place(row, 0)
  for (const row of rows) place(row, 0)
  return found
}
