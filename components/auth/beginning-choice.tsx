'use client'
import { useText } from '@/components/i18n/use-text'
import { RadioGroup } from '@/components/ui/radio-group'
import { type Sample, samples } from '@/server/domain/workspaces/workspace.schema'

export type Beginning = Sample | 'import' | 'empty'

interface Props {
  value: Beginning
  onValueChange: (value: Beginning) => void
  /** The samples are written for one journey model. */
  offersSample: boolean
}

/** Explore a sample, bring an inventory, or start empty. */
export function BeginningChoice({ value, onValueChange, offersSample }: Props) {
  const text = useText('start.begin')
  const isSample = value !== 'import' && value !== 'empty'
  return (
    <div className="flex flex-col gap-6">
      <RadioGroup
        label={text('label')}
        labelHidden
        look="cards"
        value={isSample ? 'sample' : value}
        onValueChange={(next) => onValueChange(next === 'sample' ? 'good' : next)}
        options={[
          {
            value: 'sample',
            label: text('sample'),
            help: text(offersSample ? 'sampleHelp' : 'sampleNeedsModel'),
            disabled: !offersSample,
          },
          { value: 'import', label: text('import'), help: text('importHelp') },
          { value: 'empty', label: text('empty'), help: text('emptyHelp') },
        ]}
      />
      {isSample ? (
        <RadioGroup
          label={text('which')}
          className="max-w-160"
          value={value}
          onValueChange={onValueChange}
          options={samples.map((sample) => ({
            value: sample,
            label: text(`samples.${sample}`),
            help: text(`samples.${sample}Help`),
          }))}
        />
      ) : null}
    </div>
  )
}
