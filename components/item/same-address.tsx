'use client'

import { skipToken, useQuery } from '@tanstack/react-query'
import { useDeferredValue } from 'react'
import { useText } from '@/components/i18n/use-text'
import { useWorkspace } from '@/components/shell/workspace'
import { useTRPC } from '@/components/trpc/client'
import { TextLink } from '@/components/ui/link-button'
import { address } from '@/server/domain/content/item.schema'

/** Says when other items have the same address: seldom meant, and easily seen to. */
export function SameAddress({ url, except }: { url: string; except: string | null }) {
  const text = useText('item')
  const trpc = useTRPC()
  const { slug, base } = useWorkspace()
  const asked = useDeferredValue(url.trim())
  const { data: others = [] } = useQuery(
    trpc.content.sameAddress.queryOptions(address.safeParse(asked).success ? { workspace: slug, url: asked, except } : skipToken),
  )
  if (others.length === 0) return null
  return (
    <p role="status" className="mt-1 text-xs text-warning">
      {text('sameAddress', { count: others.length })}{' '}
      {others.map(({ id, title, isInTrash }, at) => (
        <span key={id}>
          {at > 0 ? ', ' : null}
          <TextLink href={`${base}/content/${id}`}>{title}</TextLink>
          {isInTrash ? ` (${text('inTrash')})` : null}
        </span>
      ))}
    </p>
  )
}
