import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { MarkdownView } from '@/components/item/markdown-view'
import { ReviewBrief } from '@/components/review/review-brief'
import { ReviewComments } from '@/components/review/review-comments'
import { ReviewHead } from '@/components/review/review-head'
import { ReviewText } from '@/components/review/review-text'
import { ReviewTooMany } from '@/components/review/review-too-many'
import { ReviewZone } from '@/components/review/review-zone'
import { networkOf } from '@/server/auth/attempts.rules'
import { findReview, readReview } from '@/server/domain/review-links/review-page.queries'
import { admit } from '@/server/http/reading-limit'
import { translatorOf } from '@/server/i18n/translate'
import { requestContext } from '@/server/trpc/request-context'

interface Props {
  params: Promise<{ workspace: string; secret: string }>
}

/** The same for every link, so that nothing of the content stands in a browser's history. */
export async function generateMetadata(): Promise<Metadata> {
  const { locale } = await requestContext()
  const title = translatorOf(locale)('review.page.title')
  return { title, referrer: 'no-referrer', robots: { index: false, follow: false, nocache: true } }
}

export default async function ReviewRoute({ params }: Props) {
  const [context, { workspace: slug, secret: token }] = await Promise.all([requestContext(), params])
  if (admit(networkOf(context.address), context.now().getTime()) > 0) return <ReviewTooMany />
  const review = await findReview(context, { slug, token })
  const page = review && (await readReview(context, review, context.locale))
  if (!page) notFound()
  const { title, language, workspace, label, phases, channels, expiresAt, body, brief, mayComment, comments } = page
  return (
    <ReviewZone zone={page.timeZone}>
      <article>
        <ReviewHead {...{ title, language, workspace, label, phases, channels, expiresAt, isBrief: brief !== null }} />
        <ReviewText isBrief={brief !== null}>
          {brief ? <ReviewBrief fields={brief} language={language} /> : null}
          {body === null ? null : <MarkdownView markdown={body} lang={language ?? undefined} />}
        </ReviewText>
        <ReviewComments
          door={{ slug, token }}
          seen={comments}
          mayComment={mayComment}
          workspace={workspace}
          isEmpty={body === ''}
        />
      </article>
    </ReviewZone>
  )
}
