'use client'

import { useRouter } from 'next/navigation'
import { parseAsString, useQueryState } from 'nuqs'
import { type ReactNode, useCallback, useMemo, useState } from 'react'
import { BulkBar } from '@/components/content/bulk-bar'
import type { Column } from '@/components/content/columns'
import { ConflictDialog } from '@/components/content/conflict-dialog'
import { ContentActions } from '@/components/content/content-actions'
import { contentNames, effectiveSort, nextSort, sortOfText, sortText } from '@/components/content/content-address'
import { ContentEmpty } from '@/components/content/content-empty'
import { highest, ItemGrid } from '@/components/content/item-grid'
import { SearchField } from '@/components/content/search-field'
import { SearchMeanings } from '@/components/content/search-meanings'
import { asCards, useColumns } from '@/components/content/use-columns'
import { useCreateTerm } from '@/components/content/use-create-term'
import { useItemEdit } from '@/components/content/use-item-edit'
import { needsSamePages, useItemPages } from '@/components/content/use-item-pages'
import { useRowSelection } from '@/components/content/use-row-selection'
import { FilterBar } from '@/components/filter/filter-bar'
import { useFilter } from '@/components/filter/use-filter'
import { useFilterFields } from '@/components/filter/use-filter-fields'
import { useProblemText, useText } from '@/components/i18n/use-text'
import { Page } from '@/components/shell/page'
import { deliberate } from '@/components/shell/url-state'
import { usePreference } from '@/components/shell/use-preference'
import { useWorkspace } from '@/components/shell/workspace'
import { Button } from '@/components/ui/button'
import { useAnnounce } from '@/components/ui/live-region'
import { Notice } from '@/components/ui/notice'
import { useEscape } from '@/components/ui/use-escape'
import { phone, useMedia } from '@/components/ui/use-media'

const rowHeights = { comfortable: 48, compact: 36, card: 64 } as const

interface Props {
  /** An item in a panel beside the table; another feature's, given by the page. */
  peek?: (id: string, close: () => void) => ReactNode
}

/** The table of everything: search, filter, order, edit in place, select many. All of it stands in the address. */
export function ContentScreen({ peek }: Props) {
  const text = useText('table')
  const problemText = useProblemText()
  const router = useRouter()
  const announce = useAnnounce()
  const { base } = useWorkspace()
  const { filter, text: filterText, ignored, setFilter } = useFilter(contentNames)
  const fields = useFilterFields()
  const [sortParameter, setSortParameter] = useQueryState('sort', parseAsString.withOptions(deliberate))
  const [peeked, setPeek] = useQueryState('peek', parseAsString.withOptions(deliberate))
  const [density] = usePreference<string>('density', 'comfortable')
  const isPhone = useMedia(phone)
  const rowHeight = rowHeights[isPhone ? 'card' : density === 'compact' ? 'compact' : 'comfortable']
  const chosen = useMemo(() => sortOfText(sortParameter), [sortParameter])
  const isSearching = filter.some(({ field }) => field === 'q')
  const sort = useMemo(() => effectiveSort(chosen, isSearching), [chosen, isSearching])

  const [range, setRange] = useState({ first: 0, last: 0 })
  const onRange = useCallback(
    (first: number, last: number) => setRange((now) => (needsSamePages(now, { first, last }) ? now : { first, last })),
    [],
  )
  const pages = useItemPages({ filter: filterText, sort, ...range })
  const layout = useColumns()
  const shownLayout = useMemo(() => (isPhone ? asCards(layout) : layout), [isPhone, layout])
  const edits = useItemEdit()
  const createTerm = useCreateTerm()
  const selection = useRowSelection(filterText, (count) => announce(text('selectionDropped', { count })))
  useEscape(selection.clear, selection.count > 0)

  const total = pages.total
  const isTrash = filter.some(({ field, values }) => field === 'trash' && values[0] === 'yes')
  const closePeek = useCallback(() => void setPeek(null), [setPeek])
  const table: ReactNode =
    total === 0 ? (
      <ContentEmpty isTrash={isTrash && filter.length === 1} conditions={filter.length} onClear={() => setFilter([])} />
    ) : (
      <ItemGrid
        // Heights are measured once.
        key={rowHeight}
        pages={pages}
        layout={shownLayout}
        sort={sort}
        onSort={(field, joins) => void setSortParameter(sortText(nextSort(chosen, field, joins)) || null)}
        selection={selection}
        edits={edits}
        fields={fields}
        rowHeight={rowHeight}
        onOpen={(item) => router.push(`${base}/content/${item.id}`)}
        onPeek={(item) => void setPeek(item.id)}
        onRange={onRange}
        onCreateTerm={(column: Column) => createTerm(column.choices)}
      />
    )

  return (
    <Page
      title={text('title')}
      fills
      panel={peeked && peek ? peek(peeked, closePeek) : null}
      actions={<ContentActions layout={layout} />}
    >
      <FilterBar
        className="mb-3"
        filter={filter}
        onChange={setFilter}
        before={<SearchField filter={filter} onChange={setFilter} />}
        after={total === undefined ? null : <span aria-live="polite">{text('total', { count: total })}</span>}
      />
      <SearchMeanings filter={filter} onChange={setFilter} />
      {ignored.length > 0 ? <Notice tone="warning">{text('ignored', { parts: ignored.join(', ') })}</Notice> : null}
      {pages.error ? (
        <Notice tone="error" live title={text('failed')} actions={<Button onClick={pages.retry}>{text('again')}</Button>}>
          {problemText(pages.error)}
        </Notice>
      ) : null}
      {isTrash && total !== 0 ? (
        <Notice tone="info" className="mb-3" actions={<Button onClick={() => setFilter([])}>{text('leaveTrash')}</Button>}>
          {text('trashExplain')}
        </Notice>
      ) : null}
      {total !== undefined && total * rowHeight > highest ? (
        <Notice tone="info">{text('cut', { count: Math.floor(highest / rowHeight) })}</Notice>
      ) : null}
      {table}
      <BulkBar
        selection={selection}
        filter={filter}
        filterText={filterText}
        total={total ?? 0}
        allIds={() => pages.idsOf(0, (total ?? 0) - 1)}
      />
      <ConflictDialog
        conflict={edits.conflict}
        columns={layout.all}
        fields={fields}
        onKeepMine={edits.keepMine}
        onTakeTheirs={() => void edits.takeTheirs()}
      />
    </Page>
  )
}
