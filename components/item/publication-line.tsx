'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useEffect } from 'react'
import { useFormatter, useLanguage, useText } from '@/components/i18n/use-text'
import type { ItemForm } from '@/components/item/use-item-form'
import { usePublication } from '@/components/item/use-publication'
import { useWorkspace } from '@/components/shell/workspace'
import { useTRPC } from '@/components/trpc/client'
import { Button } from '@/components/ui/button'
import { formatDay } from '@/components/ui/day-text'
import { Notice } from '@/components/ui/notice'
import type { Item } from '@/server/domain/content/item.schema'
import { addDays, localDayOf } from '@/server/domain/facts/moment.rules'
import { offsetText } from '@/server/domain/facts/wall-time.rules'

interface Props {
  item: Item
  form: ItemForm
  editable: boolean
}

const soonDays = 30
const lookAgainMs = 2_000
const longestTimerMs = 2 ** 31 - 1

/** What happens to the item by itself and when, what went wrong with it, and when it is to be looked at again. */
export function PublicationLine({ item, form, editable }: Props) {
  const text = useText('publication.line')
  const all = useText()
  const trpc = useTRPC()
  const { slug, can } = useWorkspace()
  const publication = usePublication(item, form)
  const { data: failures } = useQuery(
    trpc.publication.failures.queryOptions(
      { workspace: slug, itemId: item.id },
      { enabled: item.publishAt !== null || item.unpublishAt !== null },
    ),
  )
  const momentWords = useMomentWords()
  const failure = failures?.[0]
  if (item.deletedAt !== null) return null
  const mayPublish = editable && can('item.publish')
  const cancel = mayPublish ? (
    <Button size="sm" disabled={publication.isBusy} onClick={() => void publication.clear()}>
      {text('cancel')}
    </Button>
  ) : null
  return (
    <>
      <Followed key={item.revision} item={item} isHeldUp={failure !== undefined} />
      {failure ? (
        <Notice
          tone="error"
          title={text(failure.act === 'publish' ? 'failed' : 'failedEnd', momentWords(failure.dueAt))}
          actions={
            mayPublish ? (
              <>
                {cancel}
                <Button size="sm" onClick={() => void publication.retry()}>
                  {text('again')}
                </Button>
              </>
            ) : null
          }
        >
          {all(failure.messageKey as never, failure.details as never)}
        </Notice>
      ) : (
        <Scheduled item={item} actions={cancel} />
      )}
      <Freshness item={item} editable={editable} onValid={() => void publication.confirmValid()} isBusy={publication.isBusy} />
    </>
  )
}

function Scheduled({ item, actions }: { item: Item; actions: ReactNode }) {
  const text = useText('publication.line')
  const momentWords = useMomentWords()
  const { publishAt, unpublishAt, status } = item
  if (publishAt !== null) {
    const isDue = publishAt.getTime() <= Date.now()
    const name = isDue ? 'due' : unpublishAt === null ? 'scheduled' : 'scheduledUntil'
    const end = unpublishAt === null ? '' : momentWords(unpublishAt).at
    return <Notice actions={actions}>{text(name, { ...momentWords(publishAt), end })}</Notice>
  }
  if (status !== 'published' || unpublishAt === null) return null
  return <Notice actions={actions}>{text('ends', momentWords(unpublishAt))}</Notice>
}

function Freshness({
  item,
  editable,
  onValid,
  isBusy,
}: Pick<Props, 'item' | 'editable'> & { onValid: () => void; isBusy: boolean }) {
  const text = useText('publication.line')
  const language = useLanguage()
  const { timeZone } = useWorkspace()
  const today = localDayOf(Date.now(), timeZone)
  const { reviewBy, status } = item
  if (reviewBy === null || status !== 'published' || reviewBy > addDays(today, soonDays)) return null
  const isStale = reviewBy < today
  return (
    <Notice
      tone={isStale ? 'warning' : 'info'}
      actions={
        editable ? (
          <Button size="sm" disabled={isBusy} onClick={onValid}>
            {text('valid')}
          </Button>
        ) : null
      }
    >
      {text(isStale ? 'stale' : 'soon', { day: formatDay(isStale ? addDays(reviewBy, 1) : reviewBy, language) })}
    </Notice>
  )
}

/** A moment in the workspace's zone, with the zone and how its clocks stand then. */
function useMomentWords() {
  const format = useFormatter()
  const { timeZone } = useWorkspace()
  return (moment: Date) => ({
    at: format.dateTime(moment, {
      timeZone,
      weekday: 'short',
      day: 'numeric',
      month: 'short',
      year: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
    }),
    zone: timeZone,
    offset: offsetText(moment, timeZone),
  })
}

/**
 * What happens by itself is seen without a reload: the page looks again when the time has come. What was held up is tried again
 * whenever the item changes, so each change is followed for a while, ever more rarely.
 */
function Followed({ item: { publishAt, unpublishAt, status }, isHeldUp }: { item: Item; isHeldUp: boolean }): null {
  const queries = useQueryClient()
  const next = publishAt ?? (status === 'published' ? unpublishAt : null)
  const at = next?.getTime()
  useEffect(() => {
    if (at === undefined) return
    let looks = 0
    let timer: ReturnType<typeof setTimeout> | undefined
    let isOver = false
    const wait = () => {
      const pause = Math.max(at - Date.now(), 0) + lookAgainMs * (isHeldUp ? 2 ** looks : 1)
      looks += 1
      if (isOver || pause > longestTimerMs) return
      timer = setTimeout(() => void queries.invalidateQueries().then(wait), pause)
    }
    wait()
    return () => {
      isOver = true
      clearTimeout(timer)
    }
  }, [queries, at, isHeldUp])
  return null
}
