import { partsOf } from '@/server/domain/comments/comment.rules'

interface Props {
  body: string
  /** Of those who are named, by id. */
  names: Readonly<Record<string, string>>
  /** Stands for somebody without a name. */
  nobody: string
}

/** A comment as plain text, with members by name and addresses of the web as links. */
export function CommentText({ body, names, nobody }: Props) {
  let at = 0
  return (
    <p className="whitespace-pre-wrap wrap-anywhere">
      {partsOf(body).map((part) => {
        at += 1
        if (part.kind === 'text') return part.text
        if (part.kind === 'mention')
          return (
            <span key={at} className="rounded-sm bg-accent-wash px-0.5 font-medium">
              @{names[part.id] ?? nobody}
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
