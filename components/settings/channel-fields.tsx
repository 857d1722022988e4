'use client'

import { useSuspenseQuery } from '@tanstack/react-query'
import { useText } from '@/components/i18n/use-text'
import type { DetailFieldsProps } from '@/components/settings/detail-fields-props'
import { useWorkspace } from '@/components/shell/workspace'
import { useTRPC } from '@/components/trpc/client'
import { Checkbox } from '@/components/ui/checkbox'
import { Combobox } from '@/components/ui/combobox'
import { NumberInput } from '@/components/ui/number-input'
import { Select } from '@/components/ui/select'

export function ChannelFields({ details, onChange, disabled }: DetailFieldsProps<'channel'>) {
  const text = useText('settings.channel')
  const trpc = useTRPC()
  const { slug } = useWorkspace()
  const { data: members } = useSuspenseQuery(trpc.members.list.queryOptions({ workspace: slug }))
  const { responsible } = details
  const people = members.map(({ name }) => name)
  const options = [...new Set(responsible ? [responsible, ...people] : people)].map((name) => ({ value: name, label: name }))
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-3">
        <Select
          label={text('medium')}
          value={details.medium}
          disabled={disabled}
          onValueChange={(medium) => onChange({ medium })}
          items={(['online', 'offline'] as const).map((value) => ({ value, label: text(value) }))}
        />
        <Select
          label={text('ownership')}
          value={details.ownership}
          disabled={disabled}
          onValueChange={(ownership) => onChange({ ownership })}
          items={(['owned', 'paid', 'earned'] as const).map((value) => ({ value, label: text(value) }))}
        />
        <Select
          label={text('inUse')}
          value={details.inUse}
          disabled={disabled}
          onValueChange={(inUse) => onChange({ inUse })}
          items={(['automatic', 'yes', 'no'] as const).map((value) => ({ value, label: text(`use.${value}`) }))}
        />
      </div>
      <Checkbox
        label={text('isContact')}
        help={text('isContactHelp')}
        value={details.isContact}
        disabled={disabled}
        onValueChange={(isContact) => onChange({ isContact })}
      />
      {details.isContact ? (
        <div className="grid gap-4 sm:grid-cols-2">
          <Combobox
            label={text('responsible')}
            help={text('responsibleHelp')}
            value={responsible}
            items={options}
            disabled={disabled}
            onCreate={(name) => onChange({ responsible: name })}
            onValueChange={(name) => onChange({ responsible: name })}
          />
          <NumberInput
            label={text('responseHours')}
            help={text('responseHoursHelp')}
            value={details.responseHours}
            min={1}
            max={8760}
            suffix={text('hours')}
            disabled={disabled}
            onValueChange={(responseHours) => onChange({ responseHours })}
          />
        </div>
      ) : null}
    </>
  )
}
