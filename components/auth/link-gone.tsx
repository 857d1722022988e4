'use client'
import { useText } from '@/components/i18n/use-text'
import { LinkButton } from '@/components/ui/link-button'

/** A link that was used, taken back or has expired. */
export function LinkGone({ kind }: { kind: 'invite' | 'password' }) {
  const text = useText('auth')
  return (
    <div className="max-w-[56ch]">
      <h1>{text('gone.title')}</h1>
      <p className="mt-3 mb-6 text-ink-2">{text(`gone.${kind}`)}</p>
      <LinkButton href="/">{text('gone.action')}</LinkButton>
    </div>
  )
}
