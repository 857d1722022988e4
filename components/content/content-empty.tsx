'use client'

import { useText } from '@/components/i18n/use-text'
import { useWorkspace } from '@/components/shell/workspace'
import { Button } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'

interface Props {
  /** Only the trash is looked at. */
  isTrash: boolean
  conditions: number
  onClear: () => void
}

/** Nothing to show, with the one thing to do about it: clear the filter, bring content in, or ask somebody who may. */
export function ContentEmpty({ isTrash, conditions, onClear }: Props) {
  const text = useText('table.empty')
  const { base, can } = useWorkspace()
  if (isTrash)
    return (
      <EmptyState title={text('trash')} actions={<Button onClick={onClear}>{text('leaveTrash')}</Button>}>
        {text('trashHint')}
      </EmptyState>
    )
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
