'use client'
import { useMutation } from '@tanstack/react-query'
import { InvitationText, type ShownInvitation } from '@/components/auth/invitation-text'
import { signOut } from '@/components/auth/session-client'
import { useProblemText, useText } from '@/components/i18n/use-text'
import { useTRPC } from '@/components/trpc/client'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'

interface Props {
  token: string
  invitation: ShownInvitation
  user: { name: string; email: string }
}

/** Somebody signed in takes an invitation, or leaves to take it as somebody else. */
export function JoinSignedIn({ token, invitation, user }: Props) {
  const text = useText('auth')
  const problemText = useProblemText()
  const trpc = useTRPC()
  const join = useMutation(trpc.account.join.mutationOptions({ onSuccess: ({ slug }) => location.assign(`/${slug}/coverage`) }))
  const isForMe = invitation.email === null || invitation.email === user.email
  return (
    <div>
      <InvitationText invitation={invitation} />
      <p className="mt-6">{text('invite.signedInAs', { name: user.name, email: user.email })}</p>
      {isForMe ? null : (
        <Notice tone="warning" className="mt-4 max-w-160">
          {text('invite.forSomebodyElse', { email: invitation.email ?? '' })}
        </Notice>
      )}
      {join.isError ? (
        <Notice tone="error" className="mt-4 max-w-160">
          {problemText(join.error)}
        </Notice>
      ) : null}
      <div className="mt-8 flex flex-wrap gap-2">
        {isForMe ? (
          <Button variant="primary" size="lg" loading={join.isPending || join.isSuccess} onClick={() => join.mutate({ token })}>
            {text('invite.accept')}
          </Button>
        ) : null}
        <Button size="lg" onClick={() => void signOut(`/invite/${token}`)}>
          {text('invite.otherAccount')}
        </Button>
      </div>
    </div>
  )
}
