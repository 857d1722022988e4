'use client'

import { useState } from 'react'
import { CommentForm } from '@/components/comments/comment-form'
import { typedOf } from '@/components/comments/mention-rules'
import type { CommentActions } from '@/components/comments/use-comments'
import { useText } from '@/components/i18n/use-text'
import { CommentText } from '@/components/ui/comment-text'
import { keepText, keptText } from '@/components/ui/kept-text'
import { Notice } from '@/components/ui/notice'
import type { Comment } from '@/server/domain/comments/comment.schema'

interface Props {
  place: string
  comment: Comment
  names: Readonly<Record<string, string>>
  actions: CommentActions
  autoFocus: boolean
  onClose: () => void
}

/** A comment being changed. Was it changed elsewhere since it was opened, both texts are shown and its writer says which holds. */
export function CommentEdit({ place, comment, names, actions, autoFocus, onClose }: Props) {
  const text = useText('comments')
  const basePlace = `${place} base`
  const [isSaving, setSaving] = useState(false)
  // What was typed belongs to what stood there when it was begun, also after the page was loaded anew.
  const base = Number(keptText(basePlace)) || comment.revision
  const isContested = !isSaving && comment.revision !== base
  const close = () => {
    keepText(place, '')
    keepText(basePlace, '')
    onClose()
  }
  async function save(body: string) {
    setSaving(true)
    try {
      await actions.edit({ ...comment, revision: isContested ? comment.revision : base }, body)
      close()
    } finally {
      setSaving(false)
    }
  }
  return (
    <div className="flex flex-col gap-2">
      {isContested ? (
        <Notice tone="warning" live title={text('conflict.title')}>
          <CommentText body={comment.body} names={names} nobody={text('gone')} />
        </Notice>
      ) : null}
      <CommentForm
        place={place}
        label={text('body')}
        labelHidden
        action={isContested ? text('conflict.mine') : text('save')}
        cancel={isContested ? text('conflict.theirs') : undefined}
        start={typedOf(comment.body, (id) => names[id] ?? null)}
        isAsked={isContested}
        autoFocus={autoFocus}
        onType={() => {
          if (keptText(basePlace) === '') keepText(basePlace, String(comment.revision))
        }}
        onSend={save}
        onCancel={close}
      />
    </div>
  )
}
