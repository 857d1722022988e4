'use client'

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useFormatter, useProblemText, useText } from '@/components/i18n/use-text'
import { useWorkspace } from '@/components/shell/workspace'
import { useTRPC } from '@/components/trpc/client'
import { AlertDialog } from '@/components/ui/alert-dialog'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { showError, showSuccess } from '@/components/ui/toast'
import { type Feed, feedScreens, type MadeFeed } from '@/server/domain/feeds/feed.schema'

interface Asked {
  feed: Feed
  what: 'end' | 'renew'
}

/** The calendars that are on, with when they were last read, and how to end them. */
export function FeedList({ onRenewed }: { onRenewed: (made: MadeFeed) => void }) {
  const text = useText('outlets.dialog')
  const problemText = useProblemText()
  const trpc = useTRPC()
  const queries = useQueryClient()
  const { slug } = useWorkspace()
  const feeds = useQuery(trpc.feeds.list.queryOptions({ workspace: slug }))
  const revoke = useMutation(trpc.feeds.revoke.mutationOptions())
  const renew = useMutation(trpc.feeds.renew.mutationOptions())
  const [asked, setAsked] = useState<Asked | null>(null)

  async function act({ feed: { id }, what }: Asked): Promise<void> {
    try {
      if (what === 'renew') onRenewed(await renew.mutateAsync({ workspace: slug, id }))
      else {
        await revoke.mutateAsync({ workspace: slug, id })
        showSuccess(text('ended'))
      }
    } catch (error) {
      showError(problemText(error))
    }
    setAsked(null)
    await queries.invalidateQueries(trpc.feeds.pathFilter())
  }

  return (
    <section aria-label={text('list')} className="flex flex-col gap-1">
      <h3 className="text-sm font-medium text-ink-2">{text('list')}</h3>
      {feeds.error ? (
        <Notice tone="error" actions={<Button onClick={() => void feeds.refetch()}>{text('again')}</Button>}>
          {text('failed')}
        </Notice>
      ) : null}
      {feeds.data?.length === 0 ? <p className="text-ink-2">{text('none')}</p> : null}
      <ul className="flex flex-col">
        {feeds.data?.map((feed) => (
          <FeedLine key={feed.id} feed={feed} onAsk={(what) => setAsked({ feed, what })} />
        ))}
      </ul>
      {asked ? (
        <AlertDialog
          open
          onOpenChange={(isOpen) => {
            if (!isOpen) setAsked(null)
          }}
          title={text(`${asked.what}Title`)}
          description={text(`${asked.what}Text`)}
          action={text(asked.what)}
          danger={asked.what === 'end'}
          pending={revoke.isPending || renew.isPending}
          onAction={() => void act(asked)}
        />
      ) : null}
    </section>
  )
}

function FeedLine({ feed, onAsk }: { feed: Feed; onAsk: (what: Asked['what']) => void }) {
  const text = useText('outlets.dialog')
  const format = useFormatter()
  const since = format.dateTime(feed.createdAt, { dateStyle: 'medium' })
  const screen = feedScreens.find((known) => known === feed.view?.screen)
  const owner = feed.owner ?? text('former')
  const name = feed.view?.name ?? (feed.isPrivate ? text('private', { name: owner }) : text('gone'))
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 border-t py-2 first:border-t-0">
      <div className="min-w-48 flex-1">
        <p className="wrap-anywhere">{screen ? text('of', { name, screen: text(`screen.${screen}`) }) : name}</p>
        <p className="text-sm text-ink-3">
          {feed.lastReadAt === null
            ? text('neverRead', { since })
            : text('lastRead', { since, at: format.dateTime(feed.lastReadAt, { dateStyle: 'medium', timeStyle: 'short' }) })}
          {feed.isMine || feed.hasLeft ? null : `. ${text('by', { name: owner })}`}
        </p>
        {feed.hasLeft ? <p className="text-sm text-danger">{text('left', { name: owner })}</p> : null}
        {feed.isUnreadable ? <p className="text-sm text-danger">{text('unreadable')}</p> : null}
      </div>
      {feed.isMine ? (
        <Button size="sm" aria-label={text('renewNamed', { name })} onClick={() => onAsk('renew')}>
          {text('renew')}
        </Button>
      ) : null}
      <Button size="sm" aria-label={text('endNamed', { name })} onClick={() => onAsk('end')}>
        {text('end')}
      </Button>
    </li>
  )
}
