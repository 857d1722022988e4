'use client'

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link2 } from 'lucide-react'
import { useId, useState } from 'react'
import { useFormatter, useProblemText, useText } from '@/components/i18n/use-text'
import { NewReviewLink } from '@/components/review/new-review-link'
import { useWorkspace } from '@/components/shell/workspace'
import { useTRPC } from '@/components/trpc/client'
import { Button } from '@/components/ui/button'
import { showError, showSuccess } from '@/components/ui/toast'
import type { ReviewLink } from '@/server/domain/review-links/review-link.schema'

/** The links by which people without an account read an item or its brief. For those who may make them. */
export function ReviewLinks({ itemId }: { itemId: string }) {
  const text = useText('review')
  const id = useId()
  const trpc = useTRPC()
  const { slug, can } = useWorkspace()
  const mayMake = can('reviewLink.make')
  const { data } = useQuery(trpc.reviewLinks.list.queryOptions({ workspace: slug, itemId }, { enabled: mayMake }))
  const [isMaking, setMaking] = useState(false)
  if (!mayMake) return null
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="text-base">
        {text('share')}
      </h2>
      <p className="mt-1 text-sm text-ink-2 text-pretty">{text('shareLead')}</p>
      <Button size="sm" className="my-2" icon={<Link2 aria-hidden />} onClick={() => setMaking(true)}>
        {text('make')}
      </Button>
      {data && data.length > 0 ? (
        <ul aria-label={text('list')} className="border-t">
          {data.map((link) => (
            <li key={link.id} className="border-b py-2">
              <LinkRow link={link} />
            </li>
          ))}
        </ul>
      ) : null}
      {isMaking ? <NewReviewLink itemId={itemId} onClose={() => setMaking(false)} /> : null}
    </section>
  )
}

function LinkRow({ link }: { link: ReviewLink }) {
  const text = useText('review')
  const format = useFormatter()
  const problemText = useProblemText()
  const trpc = useTRPC()
  const queries = useQueryClient()
  const { slug } = useWorkspace()
  const revoke = useMutation(
    trpc.reviewLinks.revoke.mutationOptions({
      onSuccess: () => showSuccess(text('said.revoked')),
      onError: (error) => showError(problemText(error)),
      onSettled: () => queries.invalidateQueries(trpc.reviewLinks.pathFilter()),
    }),
  )
  const day = format.dateTime(link.expiresAt, { dateStyle: 'medium' })
  const state = { open: text('until', { day }), expired: text('expired', { day }), revoked: text('revoked') }[link.state]
  const used = link.lastUsedAt
    ? text('used', { at: format.dateTime(link.lastUsedAt, { dateStyle: 'medium', timeStyle: 'short' }) })
    : text('unused')
  const parts = [text(link.subject), state, used, link.mayComment ? null : text('readsOnly')].filter((part) => part !== null)
  return (
    <div className="flex items-start gap-2">
      <div className="min-w-0 flex-1">
        <p className={link.state === 'open' ? 'wrap-anywhere' : 'text-ink-3 wrap-anywhere'}>{link.label}</p>
        <p className="text-xs text-ink-3">{parts.join(' · ')}</p>
      </div>
      {link.state === 'open' ? (
        <Button
          size="sm"
          aria-label={text('revokeOf', { label: link.label })}
          loading={revoke.isPending}
          onClick={() => revoke.mutate({ workspace: slug, id: link.id })}
        >
          {text('revoke')}
        </Button>
      ) : null}
    </div>
  )
}
