'use client'

import { RefreshCw } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useId, useState, useSyncExternalStore, useTransition } from 'react'
import { useFormatter, useText } from '@/components/i18n/use-text'
import { ReviewForm } from '@/components/review/review-form'
import { useTRPCClient } from '@/components/trpc/client'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { CommentText } from '@/components/ui/comment-text'
import { useKeptText } from '@/components/ui/kept-text'
import type { ReviewDoor, SeenComment, SeenThread, SeenThreads } from '@/server/domain/review-links/review-link.schema'

interface Props {
  door: ReviewDoor
  seen: SeenThreads
  mayComment: boolean
  workspace: string
  isEmpty: boolean
}

const nameKey = 'etappe.reviewer'
const readName = () => localStorage.getItem(nameKey) ?? ''

/** What this reviewer and the team say to each other. */
export function ReviewComments({ door, seen, mayComment, workspace, isEmpty }: Props) {
  const text = useText('review.page')
  const id = useId()
  const router = useRouter()
  const client = useTRPCClient()
  const [said, setSaid] = useState<SeenThreads | null>(null)
  const [isRefreshing, refresh] = useTransition()
  const kept = useSyncExternalStore(
    () => () => undefined,
    readName,
    () => '',
  )
  const [typedName, setName] = useState<string | null>(null)
  const name = typedName ?? kept
  const { threads, names } = said ?? seen
  async function send(body: string, parentId: string | null) {
    const wanted = name.trim()
    setSaid(await client.reviewLinks.comment.mutate({ ...door, name: wanted, body, parentId }))
    localStorage.setItem(nameKey, wanted)
  }
  const form = { name, onName: setName }
  return (
    <section aria-labelledby={mayComment ? id : undefined} className="mt-10 border-t pt-5">
      {isEmpty ? <p className="mb-5 text-ink-3">{text('empty')}</p> : null}
      {mayComment ? (
        <div className="flex flex-wrap items-center justify-between gap-2">
          <h2 id={id}>{text('comments')}</h2>
          <Button
            size="sm"
            icon={<RefreshCw aria-hidden />}
            loading={isRefreshing}
            onClick={() =>
              refresh(() => {
                setSaid(null)
                router.refresh()
              })
            }
          >
            {text('refresh')}
          </Button>
        </div>
      ) : null}
      <p className="mt-1 mb-4 text-sm text-ink-2">{mayComment ? text('commentsLead', { workspace }) : text('readOnly')}</p>
      <ol className="flex flex-col gap-3 empty:hidden">
        {threads.map((thread) => (
          <li key={thread.id} className="rounded-md border bg-sheet px-3 py-2">
            <ThreadOf thread={thread} names={names} />
            {mayComment ? <Answer {...form} id={thread.id} onSend={(body) => send(body, thread.id)} /> : null}
          </li>
        ))}
      </ol>
      {mayComment ? (
        <div className="mt-5 max-w-160">
          <ReviewForm
            {...form}
            place={`review ${door.slug} ${door.token.slice(0, 8)}`}
            label={text('body')}
            action={text('send')}
            rows={4}
            onSend={(body) => send(body, null)}
          />
        </div>
      ) : null}
    </section>
  )
}

interface AnswerProps {
  id: string
  name: string
  onName: (name: string) => void
  onSend: (body: string) => Promise<void>
}

function Answer({ id, onSend, ...form }: AnswerProps) {
  const text = useText('review.page')
  const place = `review ${id}`
  const hasBegun = useKeptText(place) !== ''
  const [isWanted, setWanted] = useState<boolean | null>(null)
  if (!(isWanted ?? hasBegun)) {
    return (
      <Button size="sm" variant="quiet" className="mt-1" onClick={() => setWanted(true)}>
        {text('answer')}
      </Button>
    )
  }
  return (
    <div className="mt-3">
      <ReviewForm
        {...form}
        place={place}
        label={text('answer')}
        action={text('sendAnswer')}
        rows={2}
        onSend={async (body) => {
          await onSend(body)
          setWanted(false)
        }}
        onCancel={() => setWanted(false)}
      />
    </div>
  )
}

function ThreadOf({ thread, names }: { thread: SeenThread; names: SeenThreads['names'] }) {
  const text = useText('review.page')
  const [head, ...replies] = thread.comments
  return (
    <>
      {head ? <CommentOf comment={head} names={names} /> : null}
      {replies.length > 0 ? (
        <ol className="mt-2 flex flex-col gap-2 border-s-2 ps-3">
          {replies.map((reply) => (
            <li key={reply.id}>
              <CommentOf comment={reply} names={names} />
            </li>
          ))}
        </ol>
      ) : null}
      {thread.isResolved ? (
        <p className="mt-2">
          <Badge>{text('resolved')}</Badge>
        </p>
      ) : null}
    </>
  )
}

function CommentOf({ comment, names }: { comment: SeenComment; names: SeenThreads['names'] }) {
  const text = useText('review.page')
  const format = useFormatter()
  if (comment.isDeleted) return <p className="text-ink-3 italic">{text('deleted')}</p>
  const author = comment.author ?? text('gone')
  return (
    <div>
      <p className="flex flex-wrap gap-x-2 text-sm">
        <span className="font-medium">{comment.isReviewer ? text('reviewer', { name: author }) : author}</span>
        <time dateTime={comment.at.toISOString()} className="text-ink-3">
          {format.dateTime(comment.at, { dateStyle: 'medium', timeStyle: 'short' })}
        </time>
        {comment.isEdited ? <span className="text-ink-3">{text('edited')}</span> : null}
      </p>
      <CommentText body={comment.body} names={names} nobody={text('gone')} />
    </div>
  )
}
