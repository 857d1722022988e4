'use client'

import { useText } from '@/components/i18n/use-text'
import type { DetailFieldsProps } from '@/components/settings/detail-fields-props'
import { useWorkspace } from '@/components/shell/workspace'
import { Checkbox } from '@/components/ui/checkbox'
import { Combobox } from '@/components/ui/combobox'
import { NumberInput } from '@/components/ui/number-input'
import { RadioGroup } from '@/components/ui/radio-group'
import { TextArea } from '@/components/ui/text-area'

export function PersonaFields({ details, onChange, disabled }: DetailFieldsProps<'persona'>) {
  const text = useText('settings.persona')
  return (
    <TextArea
      label={text('note')}
      help={text('noteHelp')}
      value={details.note}
      maxLength={2000}
      disabled={disabled}
      onValueChange={(note) => onChange({ note })}
    />
  )
}

export function TopicFields({ details, onChange, disabled }: DetailFieldsProps<'topic'>) {
  const text = useText('settings.topic')
  return (
    <RadioGroup
      label={text('kind')}
      look="row"
      value={details.kind}
      disabled={disabled}
      onValueChange={(kind) => onChange({ kind })}
      options={(['product', 'theme'] as const).map((value) => ({ value, label: text(value), help: text(`${value}Help`) }))}
    />
  )
}

export function QuestionFields({ details, onChange, disabled }: DetailFieldsProps<'question'>) {
  const text = useText('settings.question')
  const { optionsOf } = useWorkspace()
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <Combobox
        label={text('phase')}
        value={details.phase}
        disabled={disabled}
        onValueChange={(phase) => onChange({ phase })}
        items={optionsOf('phase')}
      />
      <Combobox
        label={text('topic')}
        value={details.topic}
        disabled={disabled}
        onValueChange={(topic) => onChange({ topic })}
        items={optionsOf('topic')}
      />
    </div>
  )
}

export function PurposeFields({ details, onChange, disabled }: DetailFieldsProps<'purpose'>) {
  const text = useText('settings.purpose')
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <NumberInput
        label={text('review')}
        help={text('reviewHelp')}
        value={details.reviewAfterDays}
        min={1}
        max={3650}
        suffix={text('days')}
        disabled={disabled}
        onValueChange={(reviewAfterDays) => onChange({ reviewAfterDays })}
      />
      <Checkbox
        label={text('isService')}
        help={text('isServiceHelp')}
        value={details.isService}
        disabled={disabled}
        onValueChange={(isService) => onChange({ isService })}
        className="self-center"
      />
    </div>
  )
}
