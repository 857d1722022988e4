'use client'

import { useQuery } from '@tanstack/react-query'
import { useFormatter, useProblemText, useText } from '@/components/i18n/use-text'
import { useWorkspace } from '@/components/shell/workspace'
import { useTRPC } from '@/components/trpc/client'
import { CommentText } from '@/components/ui/comment-text'
import { Notice } from '@/components/ui/notice'
import { SkeletonRows } from '@/components/ui/skeleton'

/** What a comment said before it was edited, newest first. */
export function CommentVersions({ id, names }: { id: string; names: Readonly<Record<string, string>> }) {
  const text = useText('comments')
  const format = useFormatter()
  const problemText = useProblemText()
  const trpc = useTRPC()
  const { slug } = useWorkspace()
  const { data, error } = useQuery(trpc.comments.versions.queryOptions({ workspace: slug, id }))
  if (error) return <Notice tone="error">{problemText(error)}</Notice>
  if (!data) return <SkeletonRows rows={1} label={text('history')} />
  return (
    <section aria-label={text('history')} className="mt-2 border-s-2 ps-3 text-sm text-ink-2">
      <ol className="flex flex-col gap-2">
        {data.map((version) => (
          <li key={version.until.toISOString()}>
            <CommentText body={version.body} names={names} nobody={text('gone')} />
            <p className="text-xs text-ink-3">
              {text('until', { at: format.dateTime(version.until, { dateStyle: 'medium', timeStyle: 'short' }) })}
            </p>
          </li>
        ))}
      </ol>
    </section>
  )
}
