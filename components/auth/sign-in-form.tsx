'use client'
import { type SubmitEvent, useRef, useState } from 'react'
import { type SignInOutcome, signIn } from '@/components/auth/session-client'
import { useText } from '@/components/i18n/use-text'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { TextInput } from '@/components/ui/text-input'

interface Props {
  /** Where to go then. */
  target: string
  wasSignedIn: boolean
}

export function SignInForm({ target, wasSignedIn }: Props) {
  const text = useText('auth')
  const { submit, outcome, isPending } = useSignIn(() => location.assign(target))
  return (
    <div className="mx-auto max-w-92">
      <h1>{text('signIn.title')}</h1>
      <form onSubmit={submit} className="mt-6 flex flex-col gap-4">
        {wasSignedIn && !outcome ? <Notice live>{text('signIn.ended')}</Notice> : null}
        <SignInProblem outcome={outcome} />
        <TextInput
          label={text('email')}
          name="email"
          type="email"
          autoComplete="username"
          spellCheck={false}
          required
          autoFocus
        />
        <TextInput label={text('password.label')} name="password" type="password" autoComplete="current-password" required />
        <Button type="submit" variant="primary" size="lg" loading={isPending} className="mt-1">
          {text('signIn.action')}
        </Button>
      </form>
      <p className="mt-6 text-sm text-ink-2">{text('signIn.forgotten')}</p>
    </div>
  )
}

/** Sends the form's e-mail and password; what was typed stays when it fails. */
export function useSignIn(onSignedIn: () => void) {
  const [outcome, setOutcome] = useState<SignInOutcome | 'offline' | null>(null)
  const [isPending, setPending] = useState(false)
  const passwordOf = useRef<HTMLInputElement | null>(null)
  async function send(form: HTMLFormElement): Promise<void> {
    const values = new FormData(form)
    const field = form.elements.namedItem('password')
    passwordOf.current = field instanceof HTMLInputElement ? field : null
    setPending(true)
    setOutcome(null)
    const result = await signIn(String(values.get('email') ?? ''), String(values.get('password') ?? '')).catch(
      () => 'offline' as const,
    )
    setOutcome(result)
    if (result !== 'offline' && result.ok) return onSignedIn()
    setPending(false)
    passwordOf.current?.select()
  }
  return {
    outcome,
    isPending,
    submit(event: SubmitEvent<HTMLFormElement>) {
      event.preventDefault()
      if (!isPending) void send(event.currentTarget)
    },
  }
}

export function SignInProblem({ outcome }: { outcome: SignInOutcome | 'offline' | null }) {
  const text = useText()
  if (outcome === null || (outcome !== 'offline' && outcome.ok)) return null
  if (outcome === 'offline') return <Notice tone="error">{text('errors.offline')}</Notice>
  if (outcome.reason === 'wait') {
    return <Notice tone="error">{text('auth.problem.tooManyTries', { minutes: outcome.minutes })}</Notice>
  }
  return <Notice tone="error">{text(outcome.reason === 'wrong' ? 'auth.signIn.wrong' : 'errors.internal')}</Notice>
}
