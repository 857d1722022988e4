'use client'

import type { ReactNode } from 'react'
import { ActivityLine } from '@/components/activity/activity-line'
import { type ActivityQuestion, useActivity } from '@/components/activity/use-activity'
import { useFormatter, useProblemText, useText } from '@/components/i18n/use-text'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { SkeletonRows } from '@/components/ui/skeleton'
import type { ActivityEntry } from '@/server/domain/activity/activity.schema'

interface Props {
  question: ActivityQuestion
  /** Shown when there is nothing at all. */
  empty: ReactNode
  level?: 2 | 3
}

/** What happened, newest first, by day. */
export function ActivityStream({ question, empty, level = 2 }: Props) {
  const text = useText('activity')
  const format = useFormatter()
  const problemText = useProblemText()
  const found = useActivity(question)
  if (found.error && !found.data)
    return (
      <Notice tone="error" actions={<Button onClick={() => void found.refetch()}>{text('again')}</Button>}>
        {problemText(found.error)}
      </Notice>
    )
  if (!found.data) return <SkeletonRows rows={6} label={text('loading')} />
  const entries = found.data.pages.flatMap((page) => page.entries)
  const days = [...Map.groupBy(entries, ({ at }) => format.dateTime(at, { dateStyle: 'full' }))]
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <>
      {entries.length === 0 ? found.hasNextPage ? <p className="text-ink-3">{text('searching')}</p> : empty : null}
      {days.map(([day, list]) => (
        <section key={day} className="mb-5">
          <Heading className="mb-1 font-sans text-sm font-[550] tracking-normal text-ink-2">{day}</Heading>
          <ol className="border-t">
            {list.map((entry) => (
              <EntryRow key={`${entry.changeSet} ${entry.seq}`} entry={entry} />
            ))}
          </ol>
        </section>
      ))}
      {found.hasNextPage ? (
        <Button className="mt-2" loading={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
          {text('more')}
        </Button>
      ) : null}
    </>
  )
}

function EntryRow({ entry }: { entry: ActivityEntry }) {
  const text = useText('activity')
  const format = useFormatter()
  const { actor, lines, at } = entry
  const reviewer = lines.find((line) => line.reviewer !== null)?.reviewer
  const who =
    actor.kind === 'job' ? (reviewer ? text('reviewer', { name: reviewer }) : text('program')) : (actor.name ?? text('gone'))
  return (
    <li className="flex items-baseline gap-x-3 border-b py-2">
      <time dateTime={at.toISOString()} className="w-12 shrink-0 text-sm text-ink-3 tabular-nums">
        {format.dateTime(at, { hour: '2-digit', minute: '2-digit' })}
      </time>
      <ul className="min-w-0 flex-1">
        {lines.map((line) => (
          <li key={`${line.kind} ${line.operation}`} className="wrap-anywhere">
            <span className="text-ink-2">{who}</span> <ActivityLine line={line} />
          </li>
        ))}
      </ul>
    </li>
  )
}
