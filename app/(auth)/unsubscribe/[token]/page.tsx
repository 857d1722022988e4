import type { Metadata } from 'next'
import { Button } from '@/components/ui/button'
import { LinkButton } from '@/components/ui/link-button'
import { findUnsubscription } from '@/server/domain/notifications/notification.queries'
import { translatorOf } from '@/server/i18n/translate'
import { signingSecret } from '@/server/mail/post-office'
import { requestContext } from '@/server/trpc/request-context'

interface Props {
  params: Promise<{ token: string }>
}

export async function generateMetadata(): Promise<Metadata> {
  const { locale } = await requestContext()
  return {
    title: translatorOf(locale)('notifications.unsubscribe.title'),
    // Without any referrer the form would be sent as if from nowhere, which is refused.
    referrer: 'same-origin',
    robots: { index: false, follow: false },
  }
}

/** Behind the link in a mail: asks first, as programs that look at mails open links too. Works without signing in and without scripts. */
export default async function UnsubscribePage({ params }: Props) {
  const [context, { token }] = await Promise.all([requestContext(), params])
  const text = translatorOf(context.locale)
  const found = await findUnsubscription(context, token, signingSecret())
  const says = (key: string, values = {}) => text(`notifications.unsubscribe.${key}`, values)
  const [title, lead] = !found ? ['gone', 'goneLead'] : found.isOff ? ['done', 'doneLead'] : ['title', 'lead']
  return (
    <div className="max-w-[56ch]">
      <h1>{says(title)}</h1>
      <p className="mt-3 mb-6 text-ink-2">{says(lead, { workspace: found?.workspace ?? '' })}</p>
      {found && !found.isOff ? (
        <form method="post" action={`/api/unsubscribe/${token}`}>
          <Button type="submit" variant="primary">
            {says('action')}
          </Button>
        </form>
      ) : (
        <LinkButton href="/">{says('toProgram')}</LinkButton>
      )}
    </div>
  )
}
