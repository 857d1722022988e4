'use client'
import { useMutation } from '@tanstack/react-query'
import { useForm } from 'react-hook-form'
import { NewPassword } from '@/components/auth/new-password'
import { signIn, signOut } from '@/components/auth/session-client'
import { problemOf, useProblemText, useText } from '@/components/i18n/use-text'
import { useTRPC } from '@/components/trpc/client'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { TextInput } from '@/components/ui/text-input'
import { showSuccess } from '@/components/ui/toast'
import { complaintAbout } from '@/server/domain/members/password.rules'

/** The password and the sessions of whoever is signed in. */
export function Security({ email, name }: { email: string; name: string }) {
  const text = useText('profile.security')
  const trpc = useTRPC()
  const everywhere = useMutation(trpc.account.signOutEverywhere.mutationOptions({ onSuccess: () => signOut() }))
  return (
    <>
      <ChangePassword email={email} name={name} />
      <h3 className="mt-10 border-t pt-6">{text('sessions')}</h3>
      <p className="mt-1 max-w-[64ch] text-ink-2">{text('sessionsHelp')}</p>
      <div className="mt-3 flex flex-wrap gap-2">
        <Button onClick={() => void signOut()}>{text('signOut')}</Button>
        <Button loading={everywhere.isPending || everywhere.isSuccess} onClick={() => everywhere.mutate()}>
          {text('signOutEverywhere')}
        </Button>
      </div>
    </>
  )
}

function ChangePassword({ email, name }: { email: string; name: string }) {
  const text = useText()
  const problemText = useProblemText()
  const { register, handleSubmit, watch, reset, formState } = useForm({
    mode: 'onTouched',
    defaultValues: { current: '', next: '' },
  })
  const trpc = useTRPC()
  const change = useMutation(trpc.account.changePassword.mutationOptions())
  const problem = problemOf(change.error)

  async function send({ current, next }: { current: string; next: string }): Promise<void> {
    const isDone = await change.mutateAsync({ current, next }).then(
      () => true,
      () => false,
    )
    if (!isDone) return
    // The change ended this session too; going on means signing in with the new password.
    const signedIn = await signIn(email, next).catch(() => undefined)
    if (!signedIn?.ok) return location.assign('/sign-in')
    reset()
    showSuccess(text('profile.security.changed'))
  }

  return (
    <form
      noValidate
      className="flex max-w-100 flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        if (!change.isPending) void handleSubmit(send)()
      }}
    >
      <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
      <TextInput
        label={text('auth.password.current')}
        type="password"
        autoComplete="current-password"
        required
        error={
          problem?.messageKey === 'auth.problem.wrongPassword'
            ? text('auth.problem.wrongPassword')
            : formState.errors.current && text('auth.problem.passwordMissing')
        }
        {...register('current', { required: true })}
      />
      <NewPassword
        label={text('auth.password.new')}
        value={watch('next')}
        person={{ email, name }}
        error={formState.errors.next && text('auth.password.complaint.tooShort')}
        {...register('next', { validate: (typed) => !complaintAbout(typed, { email, name }) })}
      />
      {change.isError && problem?.messageKey !== 'auth.problem.wrongPassword' ? (
        <Notice tone="error">{problemText(change.error)}</Notice>
      ) : null}
      <Button type="submit" loading={change.isPending} className="self-start">
        {text('profile.security.change')}
      </Button>
    </form>
  )
}
