'use client'

import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { rememberedList } from '@/components/item/list-context'
import { useWorkspace } from '@/components/shell/workspace'
import { useTRPCClient } from '@/components/trpc/client'
import type { Item } from '@/server/domain/content/item.schema'
import type { Sort } from '@/server/domain/filter/filter.schema'

/** Where the item stood in the order of the list, in the form in which the list continues behind a row. */
function cursorOf(item: Item, sort: Sort): string {
  const values = sort.flatMap(({ field }): [string, unknown][] => {
    if (field === 'relevance' || field === 'rank') return []
    if (field === 'owner') return [['ownerId', item.ownerId]]
    if (field === 'phase' || field === 'channel' || field === 'persona' || field === 'topic') return [[field, item.tags[field]]]
    const value = item[field]
    return [[field, value instanceof Date ? value.getTime() : value]]
  })
  return JSON.stringify({ ...Object.fromEntries(values), id: item.id })
}

/** The items before and after this one in the list the person came from; nothing when they came from elsewhere. */
export function useNeighbours(item: Item): { previous: string | null; next: string | null } {
  const client = useTRPCClient()
  const { slug } = useWorkspace()
  // As it was opened: saving may move the item to another place of the list, but not the person.
  const [opened] = useState(item)
  const { data } = useQuery({
    queryKey: ['item', 'neighbours', slug, opened.id],
    staleTime: 60_000,
    queryFn: async () => {
      const list = rememberedList(slug)
      if (!list) return { previous: null, next: null }
      const asked = { workspace: slug, filter: list.filter, sort: list.sort }
      // Neither stands in the item itself.
      const isByRelevance = list.sort.some(({ field }) => field === 'relevance' || field === 'rank')
      if (isByRelevance) {
        const { rows } = await client.content.list.query({ ...asked, limit: 200 })
        const at = rows.findIndex(({ id }) => id === opened.id)
        return { previous: rows[at - 1]?.id ?? null, next: at < 0 ? null : (rows[at + 1]?.id ?? null) }
      }
      const behind = await client.content.list.query({ ...asked, cursor: cursorOf(opened, list.sort), limit: 1 })
      const offset = Math.max(0, behind.offset - 2)
      const { rows } = await client.content.list.query({ ...asked, offset, limit: 4 })
      const others = (from: number, to: number) => rows.slice(from, to).filter(({ id }) => id !== opened.id)
      return {
        previous: others(0, behind.offset - offset).at(-1)?.id ?? null,
        next: others(behind.offset - offset, rows.length)[0]?.id ?? null,
      }
    },
  })
  return data ?? { previous: null, next: null }
}
