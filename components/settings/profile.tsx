'use client'
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useProblemText, useText } from '@/components/i18n/use-text'
import { SettingsSection } from '@/components/settings/settings-frame'
import { useTRPC } from '@/components/trpc/client'
import { Button } from '@/components/ui/button'
import { TextInput } from '@/components/ui/text-input'
import { showError, showSuccess } from '@/components/ui/toast'

/** The name others see. Language and look are under appearance, the password under security. */
export function Profile() {
  const text = useText('profile')
  const problemText = useProblemText()
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const { data: me } = useSuspenseQuery(trpc.account.me.queryOptions())
  const [name, setName] = useState(me.name)
  const edit = useMutation(
    trpc.account.edit.mutationOptions({
      onSuccess: () => showSuccess(text('saved')),
      onError: (error) => showError(problemText(error)),
      onSettled: () => queryClient.invalidateQueries(),
    }),
  )
  const isEmpty = name.trim() === ''
  return (
    <SettingsSection title={text('title')} lead={text('lead')}>
      <form
        noValidate
        className="flex max-w-100 flex-col gap-4"
        onSubmit={(event) => {
          event.preventDefault()
          if (!isEmpty && !edit.isPending) edit.mutate({ name })
        }}
      >
        <TextInput
          label={text('name')}
          name="name"
          autoComplete="name"
          required
          value={name}
          onValueChange={setName}
          error={isEmpty ? text('nameMissing') : undefined}
        />
        <TextInput label={text('email')} name="email" value={me.email} readOnly help={text('emailHelp')} />
        <Button type="submit" loading={edit.isPending} disabled={isEmpty || name === me.name} className="self-start">
          {text('saveName')}
        </Button>
      </form>
    </SettingsSection>
  )
}
