'use client'

import { useText } from '@/components/i18n/use-text'
import { partsOf } from '@/server/domain/comments/comment.rules'

/** A comment as plain text, with members by name and addresses of the web as links. */
export function CommentText({ body, names }: { body: string; names: Readonly<Record<string, string>> }) {
  const text = useText('comments')
  let at = 0
  return (
    <p className="whitespace-pre-wrap wrap-anywhere">
      {partsOf(body).map((part) => {
        at += 1
        if (part.kind === 'text') return part.text
        if (part.kind === 'mention')
          return (
            <span key={at} className="rounded-sm bg-accent-wash px-0.5 font-medium">
              @{names[part.id] ?? text('gone')}
            </span>
          )
        return (
          <a
            key={at}
            href={part.url}
            target="_blank"
            rel="noopener noreferrer nofollow"
            className="underline decoration-line-2 underline-offset-2 hover:text-accent"
          >
            {part.url}
          </a>
        )
      })}
    </p>
  )
}
