'use client'

import { useId } from 'react'
import { Comments, CommentsLabel } from '@/components/comments/comments'
import type { CommentAbout } from '@/server/domain/comments/comment.schema'

/** The comments under a heading of their own, on a page without tabs. */
export function CommentSection({ about, level = 2 }: { about: CommentAbout; level?: 2 | 3 }) {
  const id = useId()
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <section aria-labelledby={id}>
      <Heading id={id} className={level === 2 ? 'mb-2' : 'mb-2 border-b pb-1 font-sans text-sm font-[550] tracking-normal'}>
        <CommentsLabel about={about} />
      </Heading>
      <Comments about={about} />
    </section>
  )
}
