'use client'
import { Controller, useFormContext } from 'react-hook-form'
import { ModelChoice } from '@/components/auth/model-choice'
import { useFieldError } from '@/components/auth/use-field-error'
import { useText } from '@/components/i18n/use-text'
import { Combobox } from '@/components/ui/combobox'
import { RadioGroup } from '@/components/ui/radio-group'
import { TextInput } from '@/components/ui/text-input'
import type { Place } from '@/server/domain/workspaces/places.rules'
import type { Workspace } from '@/server/domain/workspaces/workspace.schema'

export type WorkspaceValues = Pick<Workspace, 'name' | 'locale' | 'timeZone' | 'country' | 'segment' | 'sellsGoods' | 'model'>

/** What can be chosen; listed by the server, so that both sides name the same. */
export interface Places {
  countries: readonly Place[]
  timeZones: readonly Place[]
  languages: readonly Place[]
}

/** Name, language, place and kind of business, in a form whose values are under `workspace`. */
export function WorkspaceFields({ places, withModel }: { places: Places; withModel: boolean }) {
  const text = useText('workspace')
  const { register, control, formState } = useFormContext<{ workspace: WorkspaceValues }>()
  const errorOf = useFieldError()
  const errors = formState.errors.workspace
  return (
    <div className="flex flex-col gap-5">
      <TextInput
        label={text('name')}
        help={text('nameHelp')}
        required
        error={errorOf(errors?.name)}
        {...register('workspace.name')}
      />
      <div className="grid gap-5 sm:grid-cols-3">
        <Controller
          control={control}
          name="workspace.locale"
          render={({ field: { value, onChange, onBlur, ref, name } }) => (
            <Combobox
              label={text('locale')}
              help={text('localeHelp')}
              name={name}
              items={withValue(places.languages, value)}
              value={value}
              onValueChange={(next) => next && onChange(next)}
              clearable={false}
              onBlur={onBlur}
              ref={ref}
            />
          )}
        />
        <Controller
          control={control}
          name="workspace.timeZone"
          render={({ field: { value, onChange, onBlur, ref, name } }) => (
            <Combobox
              label={text('timeZone')}
              help={text('timeZoneHelp')}
              name={name}
              items={withValue(places.timeZones, value)}
              value={value}
              onValueChange={(next) => next && onChange(next)}
              clearable={false}
              onBlur={onBlur}
              ref={ref}
            />
          )}
        />
        <Controller
          control={control}
          name="workspace.country"
          render={({ field: { value, onChange, onBlur, ref, name } }) => (
            <Combobox
              label={text('country')}
              name={name}
              items={places.countries}
              value={value}
              onValueChange={onChange}
              onBlur={onBlur}
              ref={ref}
            />
          )}
        />
      </div>
      <div className="grid gap-5 sm:grid-cols-2">
        <Controller
          control={control}
          name="workspace.segment"
          render={({ field: { value, onChange } }) => (
            <RadioGroup
              label={text('segment.label')}
              value={value}
              onValueChange={onChange}
              options={(['b2c', 'b2b', 'both'] as const).map((segment) => ({
                value: segment,
                label: text(`segment.${segment}`),
                help: text(`segment.${segment}Help`),
              }))}
            />
          )}
        />
        <Controller
          control={control}
          name="workspace.sellsGoods"
          render={({ field: { value, onChange } }) => (
            <RadioGroup
              label={text('goods.label')}
              value={value ? 'goods' : 'services'}
              onValueChange={(next) => onChange(next === 'goods')}
              options={(['goods', 'services'] as const).map((kind) => ({
                value: kind,
                label: text(`goods.${kind}`),
                help: text(`goods.${kind}Help`),
              }))}
            />
          )}
        />
      </div>
      {withModel ? (
        <Controller
          control={control}
          name="workspace.model"
          render={({ field: { value, onChange } }) => <ModelChoice value={value} onValueChange={onChange} />}
        />
      ) : null}
    </div>
  )
}

/** A browser may know a zone, a workspace a language, that our list does not. */
const withValue = (places: readonly Place[], value: string): Place[] =>
  places.some((place) => place.value === value) ? [...places] : [...places, { value, label: value }]
