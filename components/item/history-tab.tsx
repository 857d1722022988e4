'use client'

import { useInfiniteQuery } from '@tanstack/react-query'
import { useFormatter, useProblemText, useText } from '@/components/i18n/use-text'
import { VersionEntry } from '@/components/item/version-entry'
import { useWorkspace } from '@/components/shell/workspace'
import { useTRPC, useTRPCClient } from '@/components/trpc/client'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { SkeletonRows } from '@/components/ui/skeleton'
import type { Item } from '@/server/domain/content/item.schema'

interface Props {
  item: Item
  editable: boolean
  /** Something typed is not saved: an old version would pull the ground from under it. */
  isDirty: boolean
}

/** What happened to the item, newest first, by day. */
export function HistoryTab({ item, editable, isDirty }: Props) {
  const text = useText('item.history')
  const format = useFormatter()
  const problemText = useProblemText()
  const trpc = useTRPC()
  const client = useTRPCClient()
  const { slug } = useWorkspace()
  const asked = { workspace: slug, id: item.id }
  const history = useInfiniteQuery({
    queryKey: [...trpc.history.ofItem.queryKey(asked), 'pages'],
    initialPageParam: null,
    queryFn: ({ pageParam }: { pageParam: number | null }) =>
      client.history.ofItem.query({ ...asked, limit: 30, ...(pageParam === null ? {} : { beforeSeq: pageParam }) }),
    getNextPageParam: ({ nextBeforeSeq }) => nextBeforeSeq,
  })
  if (history.error) {
    return (
      <Notice tone="error" actions={<Button onClick={() => void history.refetch()}>{text('again')}</Button>}>
        {problemText(history.error)}
      </Notice>
    )
  }
  if (!history.data) return <SkeletonRows rows={6} label={text('loading')} />
  const versions = history.data.pages.flatMap((page) => page.versions)
  const dayOf = (at: Date) => format.dateTime(at, { dateStyle: 'full' })
  return (
    // Toasts stand over the end of the page: room to scroll the last buttons out from under them.
    <div className="max-w-192 pb-24">
      <ol>
        {versions.map((version, at) => {
          const day = dayOf(version.at)
          const before = versions[at - 1]
          return (
            <li key={version.changeSet}>
              {before && dayOf(before.at) === day ? null : (
                <h2 className="mt-6 border-b pb-1.5 first:mt-0 [li:first-child>&]:mt-0">{day}</h2>
              )}
              <VersionEntry
                item={item}
                version={version}
                olderSeq={versions[at + 1]?.seq ?? null}
                isNewest={at === 0}
                editable={editable}
                isDirty={isDirty}
              />
            </li>
          )
        })}
      </ol>
      {history.hasNextPage ? (
        <Button className="mt-4" loading={history.isFetchingNextPage} onClick={() => void history.fetchNextPage()}>
          {text('older')}
        </Button>
      ) : null}
    </div>
  )
}
