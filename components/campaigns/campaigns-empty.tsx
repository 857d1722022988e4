import type { ReactNode } from 'react'
import { useText } from '@/components/i18n/use-text'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'

/** What campaigns are for, where there is none yet. */
export function CampaignsEmpty({ hasArchived, onCreate }: { hasArchived: boolean; onCreate: (() => void) | null }) {
  const text = useText('campaigns.empty')
  return (
    <EmptyState
      title={text(hasArchived ? 'onlyArchived' : 'title')}
      actions={
        onCreate ? (
          <Button variant="primary" onClick={onCreate}>
            {text('create')}
          </Button>
        ) : null
      }
    >
      {text('explanation')}
      {onCreate ? null : ` ${text('ask')}`}
    </EmptyState>
  )
}

/** None that the filter lets through. */
export function CampaignsNoMatch({ onClear }: { onClear: () => void }): ReactNode {
  const text = useText('campaigns.noMatch')
  return <EmptyState title={text('title')} actions={<Button onClick={onClear}>{text('clear')}</Button>} />
}
