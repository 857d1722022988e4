'use client'
import { CalmPage } from '@/components/auth/calm-page'
import { useText } from '@/components/i18n/use-text'
import { Button } from '@/components/ui/button'
import { LinkButton } from '@/components/ui/link-button'

interface Props {
  error: Error & { digest?: string }
  reset: () => void
}

export default function ErrorPage({ error, reset }: Props) {
  const text = useText('auth')
  return (
    <CalmPage title={text('broken.title')} lead={text('broken.lead')}>
      <Button variant="primary" onClick={reset}>
        {text('broken.retry')}
      </Button>
      <LinkButton href="/">{text('notFound.action')}</LinkButton>
      {error.digest ? <p className="w-full text-xs text-ink-3">{text('broken.reference', { digest: error.digest })}</p> : null}
    </CalmPage>
  )
}
