'use client'

import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { useFormatter, useProblemText, useText } from '@/components/i18n/use-text'
import { useReasonWords } from '@/components/notifications/use-reason-words'
import { useWorkspace } from '@/components/shell/workspace'
import { useTRPC } from '@/components/trpc/client'
import { Button } from '@/components/ui/button'
import { showError, showSuccess } from '@/components/ui/toast'

/** Whether mail goes out, and to whom it could not be brought. */
export function MailState() {
  const text = useText('hooks.mail')
  const format = useFormatter()
  const problemText = useProblemText()
  const reasonOf = useReasonWords()
  const trpc = useTRPC()
  const { slug: workspace } = useWorkspace()
  const { data: mail } = useSuspenseQuery(trpc.hooks.mail.queryOptions({ workspace }))
  const { data: me } = useSuspenseQuery(trpc.account.me.queryOptions())
  const test = useMutation(
    trpc.hooks.testMail.mutationOptions({
      onError: (error) => showError(problemText(error)),
      onSuccess: ({ error }) =>
        error === null
          ? showSuccess(text('tested', { email: me.email }))
          : showError(text('failed', { reason: reasonOf(error) })),
    }),
  )
  return (
    <section aria-labelledby="mail">
      <h3 id="mail">{text('title')}</h3>
      <p className="mt-1 max-w-140 text-ink-2 text-pretty">{text(mail.canMail ? 'on' : 'off')}</p>
      {mail.canMail ? (
        <Button className="mt-3" loading={test.isPending} onClick={() => test.mutate({ workspace })}>
          {text('test')}
        </Button>
      ) : null}
      {mail.refused.length > 0 ? (
        <>
          <h4 className="mt-6 text-sm font-[550]">{text('refused')}</h4>
          <ul className="mt-1 list-disc ps-5 text-ink-2">
            {mail.refused.map(({ name, email, at, reason }) => (
              <li key={email} className="wrap-anywhere">
                {text('refusedLine', { name, email, reason, day: format.dateTime(at, { dateStyle: 'medium' }) })}
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </section>
  )
}
