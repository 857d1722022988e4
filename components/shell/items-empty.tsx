'use client'

import { useText } from '@/components/i18n/use-text'
import { useWorkspace } from '@/components/shell/workspace'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'

interface Props {
  /** How many narrow what is shown. */
  conditions: number
  onClear: () => void
}

/** No item to show, in the table as on the board: clear the filter, bring content in, or ask somebody who may. */
export function ItemsEmpty({ conditions, onClear }: Props) {
  const text = useText('table.empty')
  const { base, can } = useWorkspace()
  if (conditions > 0)
    return (
      <EmptyState title={text('noMatch', { count: conditions })} actions={<Button onClick={onClear}>{text('clear')}</Button>}>
        {text('noMatchHint')}
      </EmptyState>
    )
  if (!can('item.create')) return <EmptyState title={text('nothing')}>{text('askAdmin')}</EmptyState>
  return (
    <EmptyState
      title={text('nothing')}
      actions={
        <>
          {can('import.run') ? (
            <LinkButton variant="primary" href={`${base}/import`}>
              {text('import')}
            </LinkButton>
          ) : null}
          <LinkButton href={`${base}/content/new`}>{text('new')}</LinkButton>
        </>
      }
    >
      {text('nothingHint')}
    </EmptyState>
  )
}
