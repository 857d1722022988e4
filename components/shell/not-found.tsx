'use client'

import { useText } from '@/components/i18n/use-text'
import { Page } from '@/components/shell/page'
import { useShell } from '@/components/shell/shell-actions'
import { useWorkspace } from '@/components/shell/workspace'
import { Button } from '@/components/ui/button'
import { LinkButton } from '@/components/ui/link-button'

/** An address inside the workspace that leads nowhere; the navigation stays, and so do the ways on. */
export function NotFound() {
  const text = useText('shell.notFound')
  const { base } = useWorkspace()
  const { openPalette } = useShell()
  return (
    <Page title={text('title')} lead={text('lead')}>
      <div className="flex flex-wrap gap-2">
        <LinkButton href={`${base}/content`} variant="primary">
          {text('toContent')}
        </LinkButton>
        <Button onClick={openPalette}>{text('search')}</Button>
      </div>
    </Page>
  )
}
