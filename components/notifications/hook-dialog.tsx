'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { problemOf, useLanguage, useProblemText, useText } from '@/components/i18n/use-text'
import { useWorkspace } from '@/components/shell/workspace'
import { useTRPC } from '@/components/trpc/client'
import { Checkbox } from '@/components/ui/checkbox'
import { FormDialog } from '@/components/ui/form-dialog'
import { Select } from '@/components/ui/select'
import { Switch } from '@/components/ui/switch'
import { TextInput } from '@/components/ui/text-input'
import { showError, showSuccess } from '@/components/ui/toast'
import { type Hook, type HookEvent, hookEvents } from '@/server/domain/hooks/hook.schema'
import { locale as locales } from '@/server/domain/wire.schema'

/** A chat: its name, where its messages go, and what it is told of. */
export function HookDialog({ hook, onClose }: { hook: Hook | null; onClose: () => void }) {
  const text = useText('hooks')
  const language = useLanguage()
  const { slug: workspace } = useWorkspace()
  const [name, setName] = useState(hook?.name ?? '')
  const [url, setUrl] = useState('')
  const [locale, setLocale] = useState(hook?.locale ?? language)
  const [events, setEvents] = useState<readonly HookEvent[]>(hook?.events ?? hookEvents)
  const [isEnabled, setEnabled] = useState(hook?.isEnabled ?? true)
  const [isTried, setTried] = useState(false)
  const { create, edit, addressError } = useSaveHook(onClose)
  const isNameMissing = name.trim() === ''
  const isUrlMissing = hook === null && url.trim() === ''
  function save(): void {
    setTried(true)
    if (isNameMissing || isUrlMissing || events.length === 0) return
    const common = { name: name.trim(), locale, events: [...events] }
    if (hook === null) {
      create.mutate({ workspace, hook: { ...common, url: url.trim() } })
      return
    }
    const change = { ...common, isEnabled, ...(url.trim() === '' ? {} : { url: url.trim() }) }
    edit.mutate({ workspace, id: hook.id, revision: hook.revision, change })
  }
  return (
    <FormDialog
      dismissible={false}
      title={hook ? text('editOf', { name: hook.name }) : text('add')}
      action={text(hook ? 'save' : 'create')}
      pending={create.isPending || edit.isPending}
      onSubmit={save}
      onClose={onClose}
    >
      <TextInput
        label={text('name')}
        help={text('nameHelp')}
        required
        maxLength={80}
        value={name}
        onValueChange={setName}
        error={isTried && isNameMissing ? text('problem.nameMissing') : undefined}
      />
      <TextInput
        label={text('url')}
        help={hook ? text('urlKept', { address: hook.address }) : text('urlHelp')}
        required={hook === null}
        type="url"
        autoComplete="off"
        value={url}
        onValueChange={setUrl}
        error={isTried && isUrlMissing ? text('problem.notAnAddress') : addressError}
      />
      <Select
        label={text('language')}
        value={locale}
        onValueChange={setLocale}
        items={locales.options.map((value) => ({ value, label: text(`languages.${value}`) }))}
      />
      <fieldset className="flex flex-col gap-1.5">
        <legend className="mb-1 text-sm font-medium">{text('events')}</legend>
        {hookEvents.map((event) => (
          <Checkbox
            key={event}
            label={text(`event.${event}`)}
            value={events.includes(event)}
            onValueChange={(isOn) => setEvents(isOn ? [...events, event] : events.filter((other) => other !== event))}
          />
        ))}
        {isTried && events.length === 0 ? <p className="text-sm text-danger">{text('problem.noEvent')}</p> : null}
      </fieldset>
      {hook ? <Switch label={text('enabled')} value={isEnabled} onValueChange={setEnabled} /> : null}
    </FormDialog>
  )
}

const ofAddress = /^hooks\.problem\.(notAnAddress|notHttps|withCredentials|privateAddress)$/

function useSaveHook(onDone: () => void) {
  const text = useText('hooks')
  const problemText = useProblemText()
  const trpc = useTRPC()
  const queries = useQueryClient()
  const [addressError, setAddressError] = useState<string>()
  const onError = (error: unknown) => {
    if (ofAddress.test(problemOf(error)?.messageKey ?? '')) setAddressError(problemText(error))
    else showError(problemText(error))
  }
  const onSuccess = ({ name }: Hook) => {
    showSuccess(text('saved', { name }))
    onDone()
  }
  const onMutate = () => setAddressError(undefined)
  const onSettled = () => queries.invalidateQueries(trpc.hooks.list.pathFilter())
  return {
    addressError,
    create: useMutation(trpc.hooks.create.mutationOptions({ onMutate, onError, onSuccess, onSettled })),
    edit: useMutation(trpc.hooks.edit.mutationOptions({ onMutate, onError, onSuccess, onSettled })),
  }
}
