'use client'

import { isNarrowed } from '@/components/gaps/gaps-address'
import type { GapsAddressState } from '@/components/gaps/use-gaps-address'
import { useText } from '@/components/i18n/use-text'
import { useWorkspace } from '@/components/shell/workspace'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'

/** Why there is no gap to be seen, and what to do about it. */
export function GapsEmpty({ address }: { address: GapsAddressState }) {
  const text = useText('gaps')
  const { base } = useWorkspace()
  const { filter, set, page } = address
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
  return (
    <EmptyState
      title={text(`empty.${filter.state}`)}
      actions={filter.state === 'open' ? rules : <Button onClick={() => set({ state: null })}>{text('empty.showOpen')}</Button>}
    >
      {text(`empty.${filter.state}Text`)}
    </EmptyState>
  )
}
