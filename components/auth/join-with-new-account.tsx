'use client'
import { zodResolver } from '@hookform/resolvers/zod'
import { useMutation } from '@tanstack/react-query'
import { FormProvider, useForm } from 'react-hook-form'
import { z } from 'zod'
import { AccountFields } from '@/components/auth/account-fields'
import { InvitationText, type ShownInvitation } from '@/components/auth/invitation-text'
import { signIn } from '@/components/auth/session-client'
import { useLanguage, useProblemText, useText } from '@/components/i18n/use-text'
import { useTRPC } from '@/components/trpc/client'
import { Button } from '@/components/ui/button'
import { TextLink } from '@/components/ui/link-button'
import { Notice } from '@/components/ui/notice'
import { newAccount } from '@/server/domain/members/account.schema'

const form = z.object({ account: newAccount })
type Values = z.input<typeof form>

/** A stranger with an invitation makes an account; who has one signs in first. */
export function JoinWithNewAccount({ token, invitation }: { token: string; invitation: ShownInvitation }) {
  const text = useText('auth')
  const problemText = useProblemText()
  const language = useLanguage()
  const methods = useForm<Values, unknown, z.output<typeof form>>({
    resolver: zodResolver(form),
    mode: 'onTouched',
    defaultValues: { account: { name: '', email: invitation.email ?? '', password: '' } },
  })
  const trpc = useTRPC()
  const join = useMutation(trpc.start.join.mutationOptions())

  async function send({ account }: Values): Promise<void> {
    const joined = await join.mutateAsync({ token, account, language }).catch(() => undefined)
    if (!joined) return
    const signedIn = await signIn(account.email, account.password).catch(() => undefined)
    location.assign(signedIn?.ok ? `/${joined.slug}/coverage` : '/sign-in')
  }

  return (
    <FormProvider {...methods}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          if (!join.isPending) void methods.handleSubmit(send)()
        }}
      >
        <InvitationText invitation={invitation} />
        <p className="mt-2 mb-8 text-ink-2">
          {text.rich('invite.haveAccount', {
            link: (words) => <TextLink href={`/sign-in?to=${encodeURIComponent(`/invite/${token}`)}`}>{words}</TextLink>,
          })}
        </p>
        <AccountFields fixedEmail={invitation.email !== null} />
        {join.isError ? (
          <Notice tone="error" className="mt-6 max-w-160">
            {problemText(join.error)}
          </Notice>
        ) : null}
        <Button type="submit" variant="primary" size="lg" loading={join.isPending || join.isSuccess} className="mt-8">
          {text('invite.accept')}
        </Button>
      </form>
    </FormProvider>
  )
}
