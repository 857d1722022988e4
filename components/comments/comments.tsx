'use client'

import { useMemo, useState } from 'react'
import { CommentForm } from '@/components/comments/comment-form'
import { ThreadEntry } from '@/components/comments/thread-entry'
import { useCommentActions, useThreads } from '@/components/comments/use-comments'
import { useMembers } from '@/components/comments/use-members'
import { useWantedComment } from '@/components/comments/use-wanted-comment'
import { useProblemText, useText } from '@/components/i18n/use-text'
import { useWorkspace } from '@/components/shell/workspace'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { SkeletonRows } from '@/components/ui/skeleton'
import type { CommentAbout, Thread } from '@/server/domain/comments/comment.schema'

/** What is said about an item, a brief, a gap or a campaign. Settled threads step aside. */
export function Comments({ about }: { about: CommentAbout }) {
  const text = useText('comments')
  const problemText = useProblemText()
  const { can } = useWorkspace()
  const { data, error, refetch } = useThreads(about)
  const members = useMembers()
  const people = useMemo(() => new Map(members.map(({ id, name }) => [id, name])), [members])
  const actions = useCommentActions(about, people)
  const [showsResolved, setShowsResolved] = useState(false)
  const mayWrite = can('comment.write')
  const wanted = useWantedComment()
  if (!data && error)
    return (
      <Notice tone="error" actions={<Button onClick={() => void refetch()}>{text('again')}</Button>}>
        {problemText(error)}
      </Notice>
    )
  if (!data) return <SkeletonRows rows={3} label={text('list')} />
  const resolved = data.threads.length - data.open
  const isWanted = ({ head, replies }: Thread) => [head, ...replies].some(({ id }) => id === wanted)
  const shown = data.threads.filter((thread) => showsResolved || thread.resolvedAt === null || isWanted(thread))
  return (
    <div className="flex flex-col gap-4">
      {data.threads.length === 0 ? <p className="text-ink-3">{text('none')}</p> : null}
      {resolved > 0 ? (
        <div>
          <Button size="sm" variant="quiet" aria-expanded={showsResolved} onClick={() => setShowsResolved(!showsResolved)}>
            {showsResolved ? text('hideResolved') : text('showResolved', { n: resolved })}
          </Button>
        </div>
      ) : null}
      <ol aria-label={text('list')} className="flex flex-col gap-3 empty:hidden">
        {shown.map((thread) => (
          <li key={thread.head.id}>
            <ThreadEntry thread={thread} names={data.names} actions={actions} mayWrite={mayWrite} />
          </li>
        ))}
      </ol>
      {mayWrite ? (
        <CommentForm
          place={`${about.subject} ${about.subjectId}`}
          label={text('write')}
          help={text('writeHint')}
          action={text('send')}
          onSend={(body) => actions.add(body, null)}
        />
      ) : null}
    </div>
  )
}

/** The name of what is talked about, with the threads that are not settled. */
export function OpenComments({ name, about }: { name: string; about: CommentAbout }) {
  const text = useText('comments')
  const { data } = useThreads(about)
  return data && data.open > 0 ? text('withOpen', { name, open: data.open }) : name
}

/** The name of the tab, with the threads that are not settled. */
export function CommentsLabel({ about }: { about: CommentAbout }) {
  const text = useText('comments')
  const { data } = useThreads(about)
  return data && data.open > 0 ? text('tab', { open: data.open }) : text('tabNone')
}
