'use client'
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { problemOf, useLocalized, useProblemText, useText } from '@/components/i18n/use-text'
import { WorkspaceSettingsPhrases } from '@/components/settings/workspace-settings-phrases'
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
    <div className="max-w-200 pb-20">
      <h1>{text('settings.title')}</h1>
      <p className="mt-2 mb-6 max-w-[64ch] text-ink-2">
        {text('settings.lead', { model: localized(modelPreset(saved.model).name), address: `/${saved.slug}` })}
      </p>
      {mayManage ? null : <Notice className="mb-6">{text('settings.readOnly')}</Notice>}
      <Form key={saved.revision} workspace={workspace} saved={saved} places={places} disabled={!mayManage} />
    </div>
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
  const isChanged = JSON.stringify(draft) !== JSON.stringify(saved)
  const isNameless = draft.name.trim() === ''
  const { name, locale, timeZone, country, segment, sellsGoods, vaguePhrases, revision } = draft
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (disabled || isNameless || edit.isPending) return
        edit.mutate({ workspace, change: { name, locale, timeZone, country, segment, sellsGoods, vaguePhrases, revision } })
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
        <WorkspaceSettingsPhrases
          value={vaguePhrases}
          onValueChange={(next) => set({ vaguePhrases: next })}
          disabled={disabled}
        />
      </fieldset>
      {edit.isError ? (
        <Notice
          tone="error"
          className="mt-6"
          actions={
            isConflict ? (
              <Button
                size="sm"
                onClick={() => void queryClient.invalidateQueries(trpc.workspaces.get.queryFilter({ workspace }))}
              >
                {text('settings.takeTheirs')}
              </Button>
            ) : undefined
          }
        >
          {problemText(edit.error)}
        </Notice>
      ) : null}
      {isChanged ? (
        <div className="sticky bottom-0 z-10 mt-8 flex flex-wrap items-center justify-end gap-2 border-t bg-paper py-3">
          <Button disabled={edit.isPending} onClick={() => setDraft(saved)}>
            {text('settings.discard')}
          </Button>
          <Button type="submit" variant="primary" disabled={isNameless} loading={edit.isPending}>
            {text('settings.save')}
          </Button>
        </div>
      ) : null}
    </form>
  )
}

const withValue = (places: readonly Place[], value: string): Place[] =>
  places.some((place) => place.value === value) ? [...places] : [...places, { value, label: value }]
