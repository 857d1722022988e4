'use client'
import { useText } from '@/components/i18n/use-text'

/** Somebody, or something, asks for pages like this one without a pause. */
export function ReviewTooMany() {
  const text = useText('review.page')
  return (
    <div className="max-w-[56ch]">
      <h1>{text('title')}</h1>
      <p className="mt-3 text-ink-2">{text('tooMany')}</p>
    </div>
  )
}
