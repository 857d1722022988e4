'use client'

import { useQuery } from '@tanstack/react-query'
import { itemsQuestion } from '@/components/campaigns/items-question'
import { useWorkspace } from '@/components/shell/workspace'
import { useTRPC } from '@/components/trpc/client'
import type { ItemRow } from '@/server/domain/content/item.schema'
import { localDayOf } from '@/server/domain/facts/moment.rules'

export interface DatedItem {
  readonly item: ItemRow
  /** When it went live, is set or planned to, or is due. */
  readonly day: string | null
}

/** The items of a campaign and of those under it, in the order of their days, those without one last. */
export function useCampaignItems(campaign: string): { items: readonly DatedItem[]; total: number } | undefined {
  const trpc = useTRPC()
  const { slug, timeZone } = useWorkspace()
  const { data } = useQuery(trpc.content.list.queryOptions({ workspace: slug, ...itemsQuestion(campaign) }))
  if (!data) return undefined
  const dayOf = ({ publishedAt, publishAt, plannedFor, dueOn }: ItemRow) => {
    const instant = publishedAt ?? publishAt
    return instant ? localDayOf(instant.getTime(), timeZone) : (plannedFor?.slice(0, 10) ?? dueOn)
  }
  const items = data.rows.map((item) => ({ item, day: dayOf(item) }))
  items.sort((one, other) => ((one.day ?? '9') < (other.day ?? '9') ? -1 : 1))
  return { items, total: data.total }
}
