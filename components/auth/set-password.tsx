'use client'
import { useMutation } from '@tanstack/react-query'
import { useForm } from 'react-hook-form'
import { NewPassword } from '@/components/auth/new-password'
import { signIn } from '@/components/auth/session-client'
import { useLanguage, useProblemText, useText } from '@/components/i18n/use-text'
import { useTRPC } from '@/components/trpc/client'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { TextInput } from '@/components/ui/text-input'
import { complaintAbout } from '@/server/domain/members/password.rules'

interface Props {
  token: string
  email: string
  name: string
  /** There has been no password yet, and the name is a stand-in. */
  isNew: boolean
}

/** Behind a single-use link: a new password, and for a new account the name. */
export function SetPassword({ token, email, name, isNew }: Props) {
  const text = useText('auth')
  const problemText = useProblemText()
  const language = useLanguage()
  const { register, handleSubmit, watch, formState } = useForm({
    mode: 'onTouched',
    defaultValues: { name: isNew ? '' : name, password: '' },
  })
  const values = watch()
  const trpc = useTRPC()
  const set = useMutation(trpc.start.setPassword.mutationOptions())

  async function send({ name: typed, password }: { name: string; password: string }): Promise<void> {
    const done = await set.mutateAsync({ token, password, ...(isNew ? { name: typed, language } : {}) }).catch(() => undefined)
    if (!done) return
    const signedIn = await signIn(done.email, password).catch(() => undefined)
    location.assign(signedIn?.ok ? '/' : '/sign-in')
  }

  return (
    <form
      noValidate
      className="max-w-100"
      onSubmit={(event) => {
        event.preventDefault()
        if (!set.isPending) void handleSubmit(send)()
      }}
    >
      <h1>{text(isNew ? 'reset.newHeading' : 'reset.heading')}</h1>
      <p className="mt-3 mb-8 text-ink-2">{text(isNew ? 'reset.newLead' : 'reset.lead')}</p>
      <div className="flex flex-col gap-5">
        <TextInput label={text('email')} name="email" value={email} readOnly autoComplete="username" />
        {isNew ? (
          <TextInput
            label={text('name')}
            autoComplete="name"
            required
            error={formState.errors.name && text('problem.nameMissing')}
            {...register('name', { validate: (typed) => typed.trim() !== '' })}
          />
        ) : null}
        <NewPassword
          label={text('password.new')}
          value={values.password}
          person={{ email, name: values.name }}
          error={formState.errors.password && text('password.complaint.tooShort')}
          {...register('password', {
            validate: (typed, { name: typedName }) => !complaintAbout(typed, { email, name: typedName }),
          })}
        />
        {set.isError ? <Notice tone="error">{problemText(set.error)}</Notice> : null}
        <Button type="submit" variant="primary" size="lg" loading={set.isPending || set.isSuccess} className="self-start">
          {text('reset.action')}
        </Button>
      </div>
    </form>
  )
}
