'use client'
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useTheme } from 'next-themes'
import { type ReactNode, useEffect, useState } from 'react'
import { useProblemText, useText } from '@/components/i18n/use-text'
import { useTRPC } from '@/components/trpc/client'
import { Button } from '@/components/ui/button'
import { FieldGroup } from '@/components/ui/field'
import { Segmented } from '@/components/ui/segmented'
import { Switch } from '@/components/ui/switch'
import { TextInput } from '@/components/ui/text-input'
import { showError, showSuccess } from '@/components/ui/toast'
import { knownPreferences } from '@/server/domain/members/account.schema'
import type { Locale } from '@/server/domain/wire.schema'

interface Props {
  /** For the pages before signing in. */
  rememberLanguage: (locale: Locale) => Promise<void>
  children: ReactNode
}

/** What people set for themselves; saved at once, because nobody else sees it. */
export function Profile({ rememberLanguage, children }: Props) {
  const text = useText('profile')
  return (
    <div className="flex max-w-160 flex-col gap-8">
      <h1>{text('title')}</h1>
      <Name />
      <section aria-labelledby="appearance" className="flex flex-col gap-5 border-t pt-6">
        <h2 id="appearance">{text('appearance')}</h2>
        <Language remember={rememberLanguage} />
        <Look />
      </section>
      {children}
    </div>
  )
}

function Name() {
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
      onSettled: () => queryClient.invalidateQueries(trpc.account.me.queryFilter()),
    }),
  )
  const isEmpty = name.trim() === ''
  return (
    <form
      noValidate
      className="flex max-w-100 flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        if (!isEmpty && !edit.isPending) edit.mutate({ name })
      }}
    >
      <TextInput label={text('email')} name="email" value={me.email} readOnly help={text('emailHelp')} />
      <TextInput
        label={text('name')}
        name="name"
        autoComplete="name"
        required
        value={name}
        onValueChange={setName}
        error={isEmpty ? text('nameMissing') : undefined}
      />
      <Button type="submit" loading={edit.isPending} disabled={isEmpty || name === me.name} className="self-start">
        {text('saveName')}
      </Button>
    </form>
  )
}

function Language({ remember }: { remember: Props['rememberLanguage'] }) {
  const text = useText('profile')
  const problemText = useProblemText()
  const router = useRouter()
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const { data: me } = useSuspenseQuery(trpc.account.me.queryOptions())
  const edit = useMutation(
    trpc.account.edit.mutationOptions({
      onError: (error) => showError(problemText(error)),
      async onSuccess(_result, { locale }) {
        if (locale) await remember(locale)
        await queryClient.invalidateQueries()
        router.refresh()
      },
    }),
  )
  return (
    <FieldGroup label={text('language')} help={text('languageHelp')}>
      <Segmented
        label={text('language')}
        value={edit.variables?.locale ?? me.locale}
        onValueChange={(locale) => edit.mutate({ locale })}
        items={[
          { value: 'de', label: 'Deutsch' },
          { value: 'en', label: 'English' },
        ]}
        className="self-start"
      />
    </FieldGroup>
  )
}

/** Theme, density and keys. */
function Look() {
  const text = useText('profile')
  const { theme, setTheme } = useTheme()
  const { preferences, set } = usePreferences()
  const isMounted = useIsMounted()
  const density = knownPreferences.density.safeParse(preferences.density).data ?? 'comfortable'
  return (
    <>
      <FieldGroup label={text('theme.label')} help={text('theme.help')}>
        <Segmented
          label={text('theme.label')}
          value={isMounted ? (theme ?? 'system') : 'system'}
          onValueChange={(next) => {
            setTheme(next)
            set('theme', next)
          }}
          items={(['system', 'light', 'dark'] as const).map((value) => ({ value, label: text(`theme.${value}`) }))}
          className="self-start"
        />
      </FieldGroup>
      <FieldGroup label={text('density.label')} help={text('density.help')}>
        <Segmented
          label={text('density.label')}
          value={density}
          onValueChange={(next) => {
            document.documentElement.dataset.density = next
            set('density', next)
          }}
          items={(['comfortable', 'compact'] as const).map((value) => ({ value, label: text(`density.${value}`) }))}
          className="self-start"
        />
      </FieldGroup>
      <Switch
        label={text('singleKeys')}
        help={text('singleKeysHelp')}
        value={preferences.singleKeys !== false}
        onValueChange={(next) => set('singleKeys', next)}
      />
    </>
  )
}

function usePreferences() {
  const problemText = useProblemText()
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const query = trpc.account.preferences.queryOptions()
  const { data: preferences } = useSuspenseQuery(query)
  const save = useMutation(
    trpc.account.setPreference.mutationOptions({
      onMutate: ({ key, value }) => {
        const before = queryClient.getQueryData(query.queryKey)
        queryClient.setQueryData(query.queryKey, { ...before, [key]: value })
        return { before }
      },
      onError: (error, _change, context) => {
        queryClient.setQueryData(query.queryKey, context?.before)
        showError(problemText(error))
      },
      onSuccess: (saved) => queryClient.setQueryData(query.queryKey, saved),
    }),
  )
  return { preferences, set: (key: string, value: string | boolean) => save.mutate({ key, value }) }
}

/** Only the browser knows the theme; until then both sides draw the same. */
function useIsMounted(): boolean {
  const [isMounted, setMounted] = useState(false)
  useEffect(() => setMounted(true), [])
  return isMounted
}
