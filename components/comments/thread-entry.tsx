'use client'

import { useId, useState } from 'react'
import { CommentEntry, useAuthorName } from '@/components/comments/comment-entry'
import { CommentForm } from '@/components/comments/comment-form'
import type { CommentActions } from '@/components/comments/use-comments'
import { useText } from '@/components/i18n/use-text'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { useKeptText } from '@/components/ui/kept-text'
import type { Thread } from '@/server/domain/comments/comment.schema'

interface Props {
  thread: Thread
  names: Readonly<Record<string, string>>
  actions: CommentActions
  mayWrite: boolean
}

/** A comment with its answers, and whether it is settled. */
export function ThreadEntry({ thread, names, actions, mayWrite }: Props) {
  const text = useText('comments')
  const nameOf = useAuthorName()
  const id = useId()
  const { head, replies, resolvedAt, resolvedBy, mayResolve, reviewLabel } = thread
  const hasBegun = useKeptText(head.id) !== ''
  const [wantsToAnswer, setAnswering] = useState<boolean | null>(null)
  const isAnswering = wantsToAnswer ?? (mayWrite && hasBegun)
  const isSent = head.revision > 0
  return (
    <article id={id} aria-label={text('thread', { name: nameOf(head) })} className="rounded-md border bg-sheet px-3 py-2">
      <CommentEntry comment={head} names={names} actions={actions} />
      {replies.length > 0 ? (
        <ol className="mt-2 flex flex-col gap-2 border-s-2 ps-3">
          {replies.map((reply) => (
            <li key={reply.id}>
              <CommentEntry comment={reply} names={names} actions={actions} />
            </li>
          ))}
        </ol>
      ) : null}
      {resolvedAt ? (
        <p className="mt-2 text-sm text-ink-2">
          <Badge>{resolvedBy ? text('resolvedBy', { name: resolvedBy }) : text('resolved')}</Badge>
        </p>
      ) : null}
      {isAnswering ? (
        <div className="mt-3">
          <CommentForm
            place={head.id}
            label={text('answerTo', { name: nameOf(head) })}
            help={reviewLabel === null ? text('writeHint') : text('seenByReviewer', { label: reviewLabel })}
            action={text('sendAnswer')}
            rows={2}
            autoFocus={wantsToAnswer === true}
            onSend={async (body) => {
              await actions.add(body, head.id)
              setAnswering(false)
            }}
            onCancel={() => setAnswering(false)}
          />
        </div>
      ) : isSent ? (
        <div className="mt-2 flex flex-wrap gap-2">
          {mayWrite ? (
            <Button size="sm" variant="quiet" onClick={() => setAnswering(true)}>
              {text('answer')}
            </Button>
          ) : null}
          {mayResolve ? (
            <Button size="sm" variant="quiet" onClick={() => actions.resolve(head.id, resolvedAt === null)}>
              {text(resolvedAt === null ? 'resolve' : 'reopen')}
            </Button>
          ) : null}
        </div>
      ) : null}
    </article>
  )
}
