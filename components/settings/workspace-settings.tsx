'use client'
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { problemOf, useLocalized, useProblemText, useText } from '@/components/i18n/use-text'
import { SaveBar } from '@/components/settings/save-bar'
import { SettingsSection } from '@/components/settings/settings-frame'
import { useTRPC } from '@/components/trpc/client'
import { Button } from '@/components/ui/button'
import { Combobox } from '@/components/ui/combobox'
import { Notice } from '@/components/ui/notice'
import { RadioGroup } from '@/components/ui/radio-group'
import { TextInput } from '@/components/ui/text-input'
import { showSuccess } from '@/components/ui/toast'
import type { Place } from '@/server/domain/workspaces/places.rules'
import type { Workspace } from '@/server/domain/workspaces/workspace.schema'
import { modelPreset } from '@/server/presets/models'

interface Props {
  workspace: string
  places: { countries: readonly Place[]; timeZones: readonly Place[]; languages: readonly Place[] }
  mayManage: boolean
}

export function WorkspaceSettings({ workspace, places, mayManage }: Props) {
  const text = useText('workspace')
  const localized = useLocalized()
  const trpc = useTRPC()
  const { data: saved } = useSuspenseQuery(trpc.workspaces.get.queryOptions({ workspace }))
  return (
    <SettingsSection
      title={text('settings.title')}
      lead={text('settings.lead', { model: localized(modelPreset(saved.model).name), address: `/${saved.slug}` })}
    >
      {mayManage ? null : <Notice className="mb-6">{text('settings.readOnly')}</Notice>}
      <Form key={saved.revision} workspace={workspace} saved={saved} places={places} disabled={!mayManage} />
    </SettingsSection>
  )
}

interface FormProps {
  workspace: string
  saved: Workspace
  places: Props['places']
  disabled: boolean
}

/** Begins anew from what was saved: `key` is the revision. */
function Form({ workspace, saved, places, disabled }: FormProps) {
  const text = useText('workspace')
  const problemText = useProblemText()
  const queryClient = useQueryClient()
  const trpc = useTRPC()
  const [draft, setDraft] = useState(saved)
  const set = (change: Partial<Workspace>) => setDraft((before) => ({ ...before, ...change }))
  const edit = useMutation(
    trpc.workspaces.edit.mutationOptions({
      onSuccess: (next) => {
        queryClient.setQueryData(trpc.workspaces.get.queryKey({ workspace }), next)
        showSuccess(text('settings.saved'))
        return queryClient.invalidateQueries()
      },
    }),
  )
  const isConflict = problemOf(edit.error)?.code === 'conflict'
  const isNameless = draft.name.trim() === ''
  const { name, locale, timeZone, country, segment, sellsGoods } = draft
  const changes = changesOf(saved, draft)
  const count = Object.keys(changes).length
  const newer = problemOf(edit.error)?.data as { current?: Workspace } | undefined
  function save(revision = saved.revision): void {
    if (!disabled && !isNameless && !edit.isPending) edit.mutate({ workspace, change: { ...changes, revision } })
  }
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (count > 0) save()
      }}
    >
      <fieldset disabled={disabled} className="flex flex-col gap-6">
        <TextInput
          label={text('name')}
          name="name"
          required
          className="max-w-100"
          disabled={disabled}
          value={name}
          onValueChange={(next) => set({ name: next })}
          error={isNameless ? text('problem.nameMissing') : undefined}
        />
        <div className="grid gap-5 sm:grid-cols-3">
          <Combobox
            label={text('locale')}
            help={text('localeHelp')}
            disabled={disabled}
            clearable={false}
            items={withValue(places.languages, locale)}
            value={locale}
            onValueChange={(next) => next && set({ locale: next })}
          />
          <Combobox
            label={text('timeZone')}
            help={text('timeZoneHelp')}
            disabled={disabled}
            clearable={false}
            items={withValue(places.timeZones, timeZone)}
            value={timeZone}
            onValueChange={(next) => next && set({ timeZone: next })}
          />
          <Combobox
            label={text('country')}
            disabled={disabled}
            items={places.countries}
            value={country}
            onValueChange={(next) => set({ country: next })}
          />
        </div>
        <div className="grid gap-5 sm:grid-cols-2">
          <RadioGroup
            label={text('segment.label')}
            disabled={disabled}
            value={segment}
            onValueChange={(next) => set({ segment: next })}
            options={(['b2c', 'b2b', 'both'] as const).map((value) => ({
              value,
              label: text(`segment.${value}`),
              help: text(`segment.${value}Help`),
            }))}
          />
          <RadioGroup
            label={text('goods.label')}
            disabled={disabled}
            value={sellsGoods ? 'goods' : 'services'}
            onValueChange={(next) => set({ sellsGoods: next === 'goods' })}
            options={(['goods', 'services'] as const).map((value) => ({
              value,
              label: text(`goods.${value}`),
              help: text(`goods.${value}Help`),
            }))}
          />
        </div>
      </fieldset>
      <SaveBar
        count={isNameless ? 0 : count}
        isSaving={edit.isPending}
        onSave={() => save()}
        onDiscard={() => setDraft(saved)}
        error={edit.isError ? problemText(edit.error) : undefined}
        choice={
          isConflict ? (
            <div className="flex flex-wrap gap-2">
              <Button variant="bar" onClick={() => save(newer?.current?.revision)}>
                {text('settings.keepMine')}
              </Button>
              <Button
                variant="bar"
                onClick={() => void queryClient.invalidateQueries(trpc.workspaces.get.queryFilter({ workspace }))}
              >
                {text('settings.takeTheirs')}
              </Button>
            </div>
          ) : undefined
        }
      />
    </form>
  )
}

/** Only what differs is sent, so that what somebody else changed meanwhile stays even when mine is kept. */
function changesOf(saved: Workspace, draft: Workspace): Partial<Workspace> {
  const names = (Object.keys(saved) as (keyof Workspace)[]).filter(
    (name) => JSON.stringify(saved[name]) !== JSON.stringify(draft[name]),
  )
  return Object.fromEntries(names.map((name) => [name, draft[name]]))
}

const withValue = (places: readonly Place[], value: string): Place[] =>
  places.some((place) => place.value === value) ? [...places] : [...places, { value, label: value }]
