'use client'

import { useText } from '@/components/i18n/use-text'
import { useWorkspace } from '@/components/shell/workspace'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'

/** A workspace without a single item: three ways to begin. */
export function CoverageEmpty() {
  const text = useText('coverage.nothing')
  const { base, can } = useWorkspace()
  return (
    <EmptyState
      title={text('title')}
      actions={
        can('item.create') ? (
          <>
            {can('import.run') ? (
              <LinkButton variant="primary" href={`${base}/import`}>
                {text('import')}
              </LinkButton>
            ) : null}
            <LinkButton href={`${base}/content/new`}>{text('create')}</LinkButton>
            <LinkButton variant="quiet" href="/workspaces/new">
              {text('sample')}
            </LinkButton>
          </>
        ) : null
      }
    >
      {text(can('item.create') ? 'help' : 'noRights')}
    </EmptyState>
  )
}
