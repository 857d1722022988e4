'use client'

import { useQueryState } from 'nuqs'
import { useEffect } from 'react'
import { contentNames, effectiveSort, sortOfText } from '@/components/content/content-address'
import { ContentScreen } from '@/components/content/content-screen'
import { ItemCells } from '@/components/coverage/item-cells'
import { useFilter } from '@/components/filter/use-filter'
import { ItemPeek } from '@/components/item/item-peek'
import { rememberList } from '@/components/item/list-context'
import { useWorkspace } from '@/components/shell/workspace'

/** Features do not know each other; here they meet. */
export function ContentView() {
  useRememberedList()
  return (
    <ContentScreen
      peek={(id, close) => <ItemPeek key={id} id={id} onClose={close} whereItCounts={<ItemCells itemId={id} />} />}
    />
  )
}

/** The page of an item walks on through the list it was opened from. */
function useRememberedList(): void {
  const { slug } = useWorkspace()
  const { filter, text } = useFilter(contentNames)
  const [sort] = useQueryState('sort')
  const isSearching = filter.some(({ field }) => field === 'q')
  useEffect(() => {
    rememberList(slug, { filter: text, sort: effectiveSort(sortOfText(sort), isSearching) })
  }, [slug, text, sort, isSearching])
}
