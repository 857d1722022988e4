'use client'

import { useQuery } from '@tanstack/react-query'
import { isNarrowed } from '@/components/gaps/gaps-address'
import type { GapsAddressState } from '@/components/gaps/use-gaps-address'
import { useText } from '@/components/i18n/use-text'
import { useWorkspace } from '@/components/shell/workspace'
import { useTRPC } from '@/components/trpc/client'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'

/** Why there is no gap to be seen, and what to do about it. */
export function GapsEmpty({ address }: { address: GapsAddressState }) {
  const text = useText('gaps')
  const trpc = useTRPC()
  const { slug, base } = useWorkspace()
  const { filter, set, page } = address
  const { data: content } = useQuery(trpc.content.count.queryOptions({ workspace: slug, filter: '' }))
  const rules = <LinkButton href={`${base}/settings/rules`}>{text('empty.rules')}</LinkButton>
  if (isNarrowed(filter) || page > 1)
    return (
      <EmptyState
        title={text('empty.match')}
        actions={
          <>
            <Button onClick={() => set({ severity: null, phase: null, owner: null, rule: null })}>{text('filter.clear')}</Button>
            {rules}
          </>
        }
      />
    )
  if (content?.count === 0 && filter.state === 'open')
    return (
      <EmptyState
        title={text('empty.noContent')}
        actions={
          <LinkButton variant="primary" href={`${base}/import`}>
            {text('empty.import')}
          </LinkButton>
        }
      >
        {text('empty.noContentText')}
      </EmptyState>
    )
  return (
    <EmptyState
      title={text(`empty.${filter.state}`)}
      actions={filter.state === 'open' ? rules : <Button onClick={() => set({ state: null })}>{text('empty.showOpen')}</Button>}
    >
      {text(`empty.${filter.state}Text`)}
    </EmptyState>
  )
}
