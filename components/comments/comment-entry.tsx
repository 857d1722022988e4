'use client'

import { Ellipsis } from 'lucide-react'
import { useState } from 'react'
import { CommentEdit } from '@/components/comments/comment-edit'
import { CommentVersions } from '@/components/comments/comment-versions'
import type { CommentActions } from '@/components/comments/use-comments'
import { commentAnchor, useShown, useWantedComment } from '@/components/comments/use-wanted-comment'
import { useFormatter, useText } from '@/components/i18n/use-text'
import { IconButton } from '@/components/ui/button'
import { CommentText } from '@/components/ui/comment-text'
import { useKeptText } from '@/components/ui/kept-text'
import { Menu } from '@/components/ui/menu'
import { MenuItem } from '@/components/ui/menu-items'
import type { Comment } from '@/server/domain/comments/comment.schema'

interface Props {
  comment: Comment
  names: Readonly<Record<string, string>>
  actions: CommentActions
}

/** One comment: who, when, what; its writer may change it, and its earlier words are there for who asks. */
export function CommentEntry({ comment, names, actions }: Props) {
  const text = useText('comments')
  const format = useFormatter()
  const isWanted = useWantedComment() === comment.id
  const place = useShown(isWanted)
  const editPlace = `edit ${comment.id}`
  const hasBegun = useKeptText(editPlace) !== ''
  const [wantsToEdit, setEditing] = useState<boolean | null>(null)
  const isEditing = wantsToEdit ?? (comment.mayEdit && hasBegun)
  const [showsVersions, setShowsVersions] = useState(false)
  const name = useAuthorName()(comment)
  if (comment.isDeleted) return <p className="text-ink-3 italic">{text('deleted')}</p>
  return (
    <div
      ref={place}
      id={commentAnchor(comment.id)}
      tabIndex={-1}
      data-wanted={isWanted}
      className="-mx-1.5 min-w-0 rounded-sm px-1.5 outline-none data-[wanted=true]:bg-accent-wash"
    >
      <div className="flex min-h-7 flex-wrap items-center gap-x-2 text-sm">
        <span className="font-medium">{name}</span>
        {comment.author.kind === 'reviewer' && comment.author.label ? (
          <span className="text-ink-3">{comment.author.label}</span>
        ) : null}
        <time dateTime={comment.createdAt.toISOString()} className="text-ink-3">
          {format.dateTime(comment.createdAt, { dateStyle: 'medium', timeStyle: 'short' })}
        </time>
        {comment.editedAt ? (
          <button
            type="button"
            aria-expanded={showsVersions}
            onClick={() => setShowsVersions(!showsVersions)}
            className="min-h-6 rounded-sm text-ink-3 underline decoration-line-2 underline-offset-2 hover:text-ink"
          >
            {text('edited')}
          </button>
        ) : null}
        {(comment.mayEdit || comment.mayDelete) && !isEditing ? (
          <span className="ms-auto">
            <Menu
              align="end"
              trigger={<IconButton size="sm" variant="quiet" icon={<Ellipsis aria-hidden />} label={text('menu', { name })} />}
            >
              {comment.mayEdit ? <MenuItem onSelect={() => setEditing(true)}>{text('edit')}</MenuItem> : null}
              <MenuItem danger onSelect={() => actions.delete(comment)}>
                {text('delete')}
              </MenuItem>
            </Menu>
          </span>
        ) : null}
      </div>
      {isEditing ? (
        <CommentEdit
          place={editPlace}
          comment={comment}
          names={names}
          actions={actions}
          autoFocus={wantsToEdit === true}
          onClose={() => setEditing(false)}
        />
      ) : (
        <CommentText body={comment.body} names={names} nobody={text('gone')} />
      )}
      {showsVersions ? <CommentVersions id={comment.id} names={names} /> : null}
    </div>
  )
}

/** Reviewers are told from members. */
export function useAuthorName(): (comment: Pick<Comment, 'author'>) => string {
  const text = useText('comments')
  return ({ author }) => (author.kind === 'reviewer' ? text('reviewer', { name: author.name }) : (author.name ?? text('gone')))
}
