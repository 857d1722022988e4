'use client'

import { useText } from '@/components/i18n/use-text'
import { Page } from '@/components/shell/page'
import { useWorkspace } from '@/components/shell/workspace'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'

/** For those whose role brings nothing in: what it takes, and the way on. */
export function ImportClosed() {
  const text = useText('wizard')
  const { base } = useWorkspace()
  return (
    <Page title={text('title')}>
      <EmptyState title={text('noRights')} actions={<LinkButton href={`${base}/content`}>{text('toContent')}</LinkButton>}>
        {text('askAdmin')}
      </EmptyState>
    </Page>
  )
}
