import type { Metadata } from 'next'
import { ReviewGone } from '@/components/review/review-gone'
import { translatorOf } from '@/server/i18n/translate'
import { requestContext } from '@/server/trpc/request-context'

export async function generateMetadata(): Promise<Metadata> {
  const { locale } = await requestContext()
  return { title: translatorOf(locale)('review.gone.title'), referrer: 'no-referrer' }
}

export default function ReviewNotFound() {
  return <ReviewGone />
}
