'use client'

import { useInfiniteQuery, useSuspenseQuery } from '@tanstack/react-query'
import { CheckCheck } from 'lucide-react'
import { parseAsStringLiteral, useQueryStates } from 'nuqs'
import { useFormatter, useProblemText, useText } from '@/components/i18n/use-text'
import { NewsRow } from '@/components/notifications/news-row'
import { useMarks } from '@/components/notifications/use-marks'
import { useNewsWords } from '@/components/notifications/use-news-words'
import { Page } from '@/components/shell/page'
import { deliberate } from '@/components/shell/url-state'
import { useWorkspace } from '@/components/shell/workspace'
import { useTRPC, useTRPCClient } from '@/components/trpc/client'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { TextLink } from '@/components/ui/link-button'
import { Notice } from '@/components/ui/notice'
import { Segmented } from '@/components/ui/segmented'
import { Select } from '@/components/ui/select'
import { Skeleton } from '@/components/ui/skeleton'
import { newsKinds } from '@/server/domain/notifications/notification.schema'

const shows = ['all', 'unread'] as const
const every = 'all'

/** What somebody was told, by day. */
export function Notifications() {
  const text = useText('notifications')
  const format = useFormatter()
  const problemText = useProblemText()
  const trpc = useTRPC()
  const client = useTRPCClient()
  const wordsOf = useNewsWords()
  const { base, slug } = useWorkspace()
  const [{ show, kind }, setFilter] = useQueryStates(
    { show: parseAsStringLiteral(shows).withDefault('all'), kind: parseAsStringLiteral(newsKinds) },
    deliberate,
  )
  const input = { workspace: slug, kind, onlyUnread: show === 'unread' }
  const { data: first } = useSuspenseQuery(trpc.notifications.list.queryOptions({ workspace: slug }))
  const pages = useInfiniteQuery({
    queryKey: [...trpc.notifications.list.queryKey(input), 'pages'],
    queryFn: ({ pageParam }) => client.notifications.list.query({ ...input, before: pageParam }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next ?? undefined,
  })
  const { mark, markAll } = useMarks()
  const isPlain = show === 'all' && kind === null
  // The page brings its first rows along.
  const loaded = pages.data?.pages ?? (isPlain ? [first] : [])
  const rows = loaded.flatMap((page) => page.rows)
  const unread = loaded[0]?.unread ?? first.unread
  const dayOf = (at: Date) => format.dateTime(at, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })
  const days = [...Map.groupBy(rows, ({ at }) => dayOf(at))]
  const isNarrowed = !isPlain
  return (
    <Page
      title={text('title')}
      width="text"
      leadNote={text('unread', { count: unread })}
      actions={
        <Button
          icon={<CheckCheck aria-hidden />}
          disabled={unread === 0}
          loading={markAll.isPending}
          onClick={() => markAll.run()}
        >
          {text('markAll')}
        </Button>
      }
    >
      <div className="mb-5 flex flex-wrap items-center gap-3">
        <Segmented
          label={text('filter.show')}
          value={show}
          onValueChange={(value) => void setFilter({ show: value })}
          items={[
            { value: 'all', label: text('filter.every') },
            { value: 'unread', label: text('filter.onlyUnread') },
          ]}
        />
        <Select
          label={text('filter.kind')}
          labelHidden
          look="button"
          value={kind ?? every}
          onValueChange={(value) => void setFilter({ kind: value === every ? null : value })}
          items={[
            { value: every, label: text('filter.all') },
            ...newsKinds.map((value) => ({ value, label: text(`kind.${value}`) })),
          ]}
        />
        <TextLink href={`${base}/settings/notifications`} className="ms-auto">
          {text('settings')}
        </TextLink>
      </div>
      {pages.error ? <Notice tone="error">{problemText(pages.error)}</Notice> : null}
      {loaded.length === 0 && pages.isPending ? <Skeleton className="h-64" /> : null}
      {loaded.length > 0 && rows.length === 0 ? (
        <EmptyState
          title={text(isNarrowed ? 'emptyFiltered' : 'empty')}
          actions={
            isNarrowed ? <Button onClick={() => void setFilter({ show: null, kind: null })}>{text('showAll')}</Button> : null
          }
        >
          {text(isNarrowed ? 'emptyFilteredText' : 'emptyText')}
        </EmptyState>
      ) : null}
      {days.map(([day, list]) => (
        <section key={day} className="mb-6">
          <h2 className="mb-1 font-sans text-sm font-medium tracking-normal text-ink-2">{day}</h2>
          <ul className="border-t">
            {list.map((news) => (
              <NewsRow key={news.id} news={news} words={wordsOf(news)} onMark={(isRead) => mark(news.id, isRead)} />
            ))}
          </ul>
        </section>
      ))}
      {pages.hasNextPage ? (
        <Button className="self-start" loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
          {text('more')}
        </Button>
      ) : null}
    </Page>
  )
}
