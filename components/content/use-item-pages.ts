'use client'

import { keepPreviousData, type QueryClient, useQueries, useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import { pageSize } from '@/components/content/content-address'
import { useWorkspace } from '@/components/shell/workspace'
import { useTRPC, useTRPCClient } from '@/components/trpc/client'
import type { ItemRow } from '@/server/domain/content/item.schema'
import type { ItemList } from '@/server/domain/content/item-list.schema'
import type { Sort } from '@/server/domain/filter/filter.schema'

export interface ItemPages {
  /** Undefined until the first page is there. */
  readonly total: number | undefined
  /** Undefined while its page is on the way. */
  rowAt(index: number): ItemRow | undefined
  /** Where a loaded item stands; -1 when it is not loaded. */
  indexOf(id: string): number
  readonly isRefreshing: boolean
  readonly error: unknown
  retry(): void
  /** The ids of a range, loading what is missing. */
  idsOf(from: number, to: number): Promise<string[]>
}

interface Asked {
  readonly filter: string
  readonly sort: Sort
  /** The rows that can be seen, both ends included. */
  readonly first: number
  readonly last: number
}

/** So many rows before they come into view, their page is asked for: only a jump meets an empty row. */
const ahead = 120

const pagesAround = (first: number, last: number): { from: number; to: number } => {
  const from = Math.max(0, Math.floor((first - ahead) / pageSize))
  return { from, to: Math.max(from, Math.floor((last + ahead) / pageSize)) }
}

interface Rows {
  readonly first: number
  readonly last: number
}

/** Whether both need the same pages: then there is nothing to draw anew. */
export function needsSamePages(one: Rows, other: Rows): boolean {
  const [a, b] = [pagesAround(one.first, one.last), pagesAround(other.first, other.last)]
  return a.from === b.from && a.to === b.to
}

/**
 * The rows of the table, page by page as they come into view. A page behind one that is loaded is asked for by its cursor,
 * so rows that come and go do not make it skip any; a jump with the scroll bar asks by offset.
 */
export function useItemPages({ filter, sort, first, last }: Asked): ItemPages {
  const trpc = useTRPC()
  const client = useTRPCClient()
  const queries = useQueryClient()
  const { slug } = useWorkspace()
  const listKey = trpc.content.list.queryKey({ workspace: slug, filter, sort, limit: pageSize })

  const optionsOf = (page: number) => ({
    queryKey: page === 0 ? listKey : ([...listKey, page] as const),
    queryFn: ({ signal }: { signal: AbortSignal }) => {
      const before = pageData(queries, listKey, page - 1)
      const from = before?.nextCursor ? { cursor: before.nextCursor } : { offset: page * pageSize }
      return client.content.list.query(
        { workspace: slug, filter, sort, limit: pageSize, ...(page === 0 ? {} : from) },
        { signal },
      )
    },
    placeholderData: keepPreviousData,
  })

  const wanted = useMemo(() => {
    const { from, to } = pagesAround(first, last)
    const pages = new Set<number>([0])
    for (let page = from; page <= to; page += 1) pages.add(page)
    return [...pages]
  }, [first, last])

  const results = useQueries({ queries: wanted.map(optionsOf) })
  const byPage = new Map(wanted.map((page, at) => [page, results[at]]))
  const current = byPage.get(0)?.data
  const failed = results.find(({ error }) => error !== null)

  const dataOf = (page: number): ItemList | undefined => {
    const result = byPage.get(page)
    if (page > 0 && result?.isPlaceholderData) return undefined
    return result?.data ?? pageData(queries, listKey, page)
  }
  return {
    total: current?.total,
    rowAt: (index) => dataOf(Math.floor(index / pageSize))?.rows[index % pageSize],
    indexOf(id) {
      for (const page of wanted) {
        const at = dataOf(page)?.rows.findIndex((row) => row.id === id) ?? -1
        if (at >= 0) return page * pageSize + at
      }
      return -1
    },
    isRefreshing: byPage.get(0)?.isPlaceholderData ?? false,
    error: failed?.error ?? null,
    retry() {
      for (const { error, refetch } of results) if (error !== null) void refetch()
    },
    async idsOf(from, to) {
      const ids: string[] = []
      for (let page = Math.floor(from / pageSize); page <= Math.floor(to / pageSize); page += 1) {
        const { rows } = await queries.fetchQuery({ ...optionsOf(page), staleTime: 30_000 })
        for (const [at, row] of rows.entries()) {
          const index = page * pageSize + at
          if (index >= from && index <= to) ids.push(row.id)
        }
      }
      return ids
    },
  }
}

function pageData(queries: QueryClient, listKey: readonly unknown[], page: number): ItemList | undefined {
  return page < 0 ? undefined : queries.getQueryData<ItemList>(page === 0 ? listKey : [...listKey, page])
}
