'use client'

import { useSuspenseQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { useId } from 'react'
import { useCampaignItems } from '@/components/campaigns/use-campaign-items'
import { useFormatter, useText } from '@/components/i18n/use-text'
import { useWorkspace } from '@/components/shell/workspace'
import { useTRPC } from '@/components/trpc/client'

/** Who has how much of it. */
export function CampaignPeople({ campaign }: { campaign: string }) {
  const text = useText('campaigns')
  const format = useFormatter()
  const id = useId()
  const trpc = useTRPC()
  const { slug, base } = useWorkspace()
  const { data: members } = useSuspenseQuery(trpc.members.list.queryOptions({ workspace: slug }))
  const found = useCampaignItems(campaign)
  if (!found || found.total === 0) return null
  const counts = new Map<string, number>()
  for (const { item } of found.items) counts.set(item.ownerId ?? '-', (counts.get(item.ownerId ?? '-') ?? 0) + 1)
  const people = [...counts].sort(([, one], [, other]) => other - one)
  const nameOf = (owner: string) =>
    owner === '-' ? text('nobody') : (members.find(({ userId }) => userId === owner)?.name ?? text('formerMember'))
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="text-base">
        {text('people')}
      </h2>
      <ul className="mt-1">
        {people.map(([owner, count]) => (
          <li key={owner}>
            <Link
              prefetch={false}
              href={`${base}/content?${new URLSearchParams({ campaign, owner })}`}
              className="-mx-1 flex min-h-7 items-center gap-2 rounded px-1 hover:bg-ink/4"
            >
              <span className={owner === '-' ? 'min-w-0 flex-1 truncate text-ink-3' : 'min-w-0 flex-1 truncate'}>
                {nameOf(owner)}
              </span>
              <span className="tabular-nums">
                {format.number(count)}
                <span className="sr-only"> {text('itemCount', { count })}</span>
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
