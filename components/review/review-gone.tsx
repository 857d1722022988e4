'use client'
import { useText } from '@/components/i18n/use-text'

/** A link that is unknown, has ended or was revoked: the words are the same. */
export function ReviewGone() {
  const text = useText('review.gone')
  return (
    <div className="max-w-[56ch]">
      <h1>{text('title')}</h1>
      <p className="mt-3 text-ink-2">{text('text')}</p>
    </div>
  )
}
