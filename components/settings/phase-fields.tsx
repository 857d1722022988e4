'use client'

import { useId } from 'react'
import { useLocalized, useText } from '@/components/i18n/use-text'
import type { DetailFieldsProps } from '@/components/settings/detail-fields-props'
import { Checkbox } from '@/components/ui/checkbox'
import { FieldGroup } from '@/components/ui/field'
import { NumberInput } from '@/components/ui/number-input'
import { TextArea } from '@/components/ui/text-area'
import { TextInput } from '@/components/ui/text-input'
import { stages } from '@/server/domain/vocabulary/vocabulary.schema'
import { stagePresets } from '@/server/presets/stages'

export const phaseColour = (hue: number) => `oklch(0.62 0.11 ${hue})`

export function PhaseFields({ details, onChange, disabled }: DetailFieldsProps<'phase'>) {
  const text = useText('settings.phase')
  const localized = useLocalized()
  const hueId = useId()
  return (
    <>
      <div className="flex flex-wrap gap-x-5 gap-y-4">
        <TextInput
          label={text('letter')}
          value={details.letter}
          maxLength={3}
          disabled={disabled}
          onValueChange={(letter) => onChange({ letter })}
          className="w-20"
        />
        <div className="flex flex-col gap-1">
          <label htmlFor={hueId} className="text-sm font-medium">
            {text('hue')}
          </label>
          <span className="flex h-control items-center gap-2.5">
            <span aria-hidden data-swatch className="size-5 rounded-full" style={{ background: phaseColour(details.hue) }} />
            <input
              id={hueId}
              type="range"
              min={0}
              max={359}
              step={1}
              value={details.hue}
              disabled={disabled}
              aria-valuetext={text('hueValue', { degrees: details.hue })}
              onChange={(event) => onChange({ hue: Number(event.target.value) })}
              className="w-40 accent-accent"
            />
          </span>
        </div>
        <NumberInput
          label={text('weight')}
          help={text('weightHelp')}
          value={details.weight}
          min={0}
          max={100}
          step={0.5}
          hasFractions
          disabled={disabled}
          onValueChange={(weight) => onChange({ weight: weight ?? 1 })}
        />
      </div>
      <FieldGroup label={text('stages')} help={text('stagesHelp')}>
        <div className="grid gap-x-5 sm:grid-cols-2">
          {stages.map((stage) => {
            const preset = stagePresets.find(({ key }) => key === stage)
            return (
              <Checkbox
                key={stage}
                label={preset ? localized(preset.name) : stage}
                value={details.stages.includes(stage)}
                disabled={disabled}
                onValueChange={(on) =>
                  onChange({ stages: stages.filter((one) => (one === stage ? on : details.stages.includes(one))) })
                }
              />
            )
          })}
        </div>
      </FieldGroup>
      <div className="grid gap-4 sm:grid-cols-2">
        <TextArea
          label={text('goalDe')}
          value={details.goal.de}
          rows={2}
          maxLength={500}
          disabled={disabled}
          onValueChange={(de) => onChange({ goal: { ...details.goal, de } })}
        />
        <TextArea
          label={text('goalEn')}
          value={details.goal.en}
          rows={2}
          maxLength={500}
          disabled={disabled}
          onValueChange={(en) => onChange({ goal: { ...details.goal, en } })}
        />
      </div>
    </>
  )
}
