'use client'

import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useVirtualizer } from '@tanstack/react-virtual'
import { Search } from 'lucide-react'
import { type ReactNode, useDeferredValue, useEffect, useRef, useState } from 'react'
import { CellItemRow } from '@/components/coverage/cell-item-row'
import type { PanelSelection } from '@/components/coverage/cell-panel'
import type { Place } from '@/components/coverage/coverage-address'
import { useProblemText, useText } from '@/components/i18n/use-text'
import { useWorkspace } from '@/components/shell/workspace'
import { useTRPC } from '@/components/trpc/client'
import { Checkbox } from '@/components/ui/checkbox'
import { Notice } from '@/components/ui/notice'
import { SkeletonRows } from '@/components/ui/skeleton'
import { TextInput } from '@/components/ui/text-input'
import type { CoverageQuestion } from '@/server/domain/coverage/coverage.schema'

interface Props {
  question: CoverageQuestion
  place: Place
  filter: string
  count: number
  tableLink: ReactNode
  bulkBar?: (selection: PanelSelection) => ReactNode
}

const pageSize = 100
/** A list longer than this scrolls in a frame of its own and draws only what is seen. */
const longFrom = 40
const rowHeight = 57

/** The items behind a number, narrowed by typing, ticked for editing many at once. */
export function CellItems({ question, place, filter, count, tableLink, bulkBar }: Props) {
  const text = useText('coverage.panel')
  const problemText = useProblemText()
  const trpc = useTRPC()
  const { slug, can } = useWorkspace()
  const [typed, setTyped] = useState('')
  const within = useDeferredValue(typed.trim())
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set())
  const [hasAll, setHasAll] = useState(false)
  const list = useInfiniteQuery(
    trpc.coverage.cellItems.infiniteQueryOptions(
      { workspace: slug, ...question, ...place, text: within, limit: pageSize },
      { getNextPageParam: ({ next }) => next ?? undefined, placeholderData: keepPreviousData },
    ),
  )
  const { error, hasNextPage, isFetchingNextPage, fetchNextPage } = list
  const pages = list.isSuccess ? list.data.pages : []
  const items = pages.flatMap((page) => page.items)
  const total = pages[0]?.total ?? count
  const maySelect = bulkBar !== undefined && can('item.bulk')
  const isLong = items.length > longFrom
  const frame = useRef<HTMLDivElement>(null)
  const rows = useVirtualizer({
    count: items.length,
    getScrollElement: () => frame.current,
    estimateSize: () => rowHeight,
    overscan: 8,
    enabled: isLong,
  })
  const lastSeen = rows.getVirtualItems().at(-1)?.index ?? 0
  useEffect(() => {
    if (isLong && hasNextPage && !isFetchingNextPage && lastSeen > items.length - 20) void fetchNextPage()
  }, [isLong, hasNextPage, isFetchingNextPage, lastSeen, items.length, fetchNextPage])

  const clear = () => {
    setTicked(new Set())
    setHasAll(false)
  }
  const tick = (id: string, isOn: boolean) => {
    const next = new Set(hasAll ? items.map((item) => item.id) : ticked)
    if (isOn) next.add(id)
    else next.delete(id)
    setHasAll(false)
    setTicked(next)
  }
  const selected = hasAll ? total : ticked.size
  const narrowed = within === '' ? filter : `${filter}&title=${encodeURIComponent(`~${within}`)}`
  const rowOf = (item: (typeof items)[number]) => (
    <CellItemRow
      item={item}
      isTicked={hasAll || ticked.has(item.id)}
      onTick={maySelect ? (isOn) => tick(item.id, isOn) : undefined}
    />
  )

  return (
    <section>
      <div className="mb-2 flex items-baseline gap-3">
        <h3 className="flex-1">{text('items', { count: total })}</h3>
        {count > 0 ? tableLink : null}
      </div>
      {count > 8 ? (
        <TextInput
          label={text('findItem')}
          labelHidden
          icon={<Search />}
          placeholder={text('findItem')}
          value={typed}
          onValueChange={(value) => {
            setTyped(value)
            clear()
          }}
          autoComplete="off"
          className="mb-2"
        />
      ) : null}
      {maySelect && items.length > 1 ? (
        <Checkbox
          className="mb-1 text-sm text-ink-2"
          label={text('tickAll', { count: total })}
          value={hasAll || (total > 0 && ticked.size === total)}
          indeterminate={!hasAll && ticked.size > 0 && ticked.size < total}
          onValueChange={(isOn) => {
            setTicked(new Set())
            setHasAll(isOn)
          }}
        />
      ) : null}
      {error ? <Notice tone="error">{problemText(error)}</Notice> : null}
      {list.isSuccess || error ? null : <SkeletonRows rows={Math.min(6, Math.max(1, count))} label={text('loading')} />}
      {list.isSuccess && items.length === 0 ? (
        <p className="border-t pt-2 text-sm text-ink-2">{text(within === '' ? 'empty' : 'noneFound')}</p>
      ) : null}
      {isLong ? (
        <div ref={frame} className="max-h-112 overflow-y-auto border-y">
          <ul className="relative" style={{ height: rows.getTotalSize() }}>
            {rows.getVirtualItems().map(({ index, start, size }) => {
              const item = items[index]
              return item ? (
                <li
                  key={item.id}
                  aria-setsize={total}
                  aria-posinset={index + 1}
                  className="absolute inset-x-0 top-0 border-b"
                  style={{ height: size, transform: `translateY(${start}px)` }}
                >
                  {rowOf(item)}
                </li>
              ) : null
            })}
          </ul>
        </div>
      ) : (
        <ul className={items.length > 0 ? 'border-t' : undefined}>
          {items.map((item) => (
            <li key={item.id} className="border-b">
              {rowOf(item)}
            </li>
          ))}
        </ul>
      )}
      {bulkBar?.({ ids: hasAll ? null : [...ticked], filter: narrowed, count: selected, clear })}
    </section>
  )
}
