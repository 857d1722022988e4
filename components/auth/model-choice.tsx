'use client'
import { ModelFigure } from '@/components/auth/model-figure'
import { useLocalized, useText } from '@/components/i18n/use-text'
import { RadioGroup } from '@/components/ui/radio-group'
import type { Model } from '@/server/domain/coverage/coverage.schema'
import { type ModelPreset, modelPresets } from '@/server/presets/models'

interface Props {
  value: Model
  onValueChange: (model: Model) => void
}

/** The six journeys to start from, each drawn with its phases. */
export function ModelChoice({ value, onValueChange }: Props) {
  const text = useText('workspace.model')
  const localized = useLocalized()
  return (
    <RadioGroup
      label={text('label')}
      help={text('help')}
      name="model"
      look="cards"
      value={value}
      onValueChange={onValueChange}
      options={modelPresets.map((model) => ({ value: model.key, label: localized(model.name), help: <Phases model={model} /> }))}
    />
  )
}

function Phases({ model: { description, phases, loop, warning } }: { model: ModelPreset }) {
  const localized = useLocalized()
  return (
    <span className="mt-1 flex flex-col gap-2">
      <ModelFigure letters={phases} loop={loop} />
      <span className="text-ink">{phases.map(({ name }) => localized(name)).join(' · ')}</span>
      <span>{localized(description)}</span>
      {warning ? <span className="text-warning">{localized(warning)}</span> : null}
    </span>
  )
}
