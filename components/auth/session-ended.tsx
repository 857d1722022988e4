'use client'
import { useQueryClient } from '@tanstack/react-query'
import { type RefObject, useEffect, useRef, useState } from 'react'
import { SignInProblem, useSignIn } from '@/components/auth/sign-in-form'
import { problemOf, useText } from '@/components/i18n/use-text'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import { TextInput } from '@/components/ui/text-input'

/** When the session ends under somebody's hands: sign in again right here, and nothing typed is lost. */
export function SessionEnded({ email }: { email: string }) {
  const text = useText('auth')
  const queryClient = useQueryClient()
  const [isOpen, setOpen] = useState(false)
  const password = useRef<HTMLInputElement>(null)

  useEffect(() => {
    const look = (error: unknown) => {
      if (problemOf(error)?.code === 'unauthenticated') setOpen(true)
    }
    const queries = queryClient.getQueryCache().subscribe((event) => {
      if (event.type === 'updated' && event.action.type === 'error') look(event.action.error)
    })
    const mutations = queryClient.getMutationCache().subscribe((event) => {
      if (event.type === 'updated' && event.action.type === 'error') look(event.action.error)
    })
    return () => {
      queries()
      mutations()
    }
  }, [queryClient])

  return (
    <Dialog
      open={isOpen}
      onOpenChange={setOpen}
      dismissible={false}
      initialFocus={password}
      size="sm"
      title={text('ended.title')}
      description={text('ended.explanation')}
    >
      <SignInAgain
        email={email}
        password={password}
        onSignedIn={() => {
          setOpen(false)
          void queryClient.invalidateQueries()
        }}
      />
    </Dialog>
  )
}

interface SignInAgainProps {
  email: string
  password: RefObject<HTMLInputElement | null>
  onSignedIn: () => void
}

function SignInAgain({ email, password, onSignedIn }: SignInAgainProps) {
  const text = useText('auth')
  const { submit, outcome, isPending } = useSignIn(onSignedIn)
  return (
    <form onSubmit={submit} className="flex flex-col gap-4">
      <SignInProblem outcome={outcome} />
      {/* Somebody else signing in here would go on in the wrong person's place. */}
      <TextInput label={text('email')} name="email" type="email" value={email} readOnly autoComplete="username" />
      <TextInput
        ref={password}
        label={text('password.label')}
        name="password"
        type="password"
        autoComplete="current-password"
        required
      />
      <Button type="submit" variant="primary" loading={isPending} className="self-end">
        {text('signIn.action')}
      </Button>
    </form>
  )
}
