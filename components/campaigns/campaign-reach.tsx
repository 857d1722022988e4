'use client'

import { HueField } from '@/components/campaigns/hue-field'
import type { CampaignEdit } from '@/components/campaigns/use-campaign-edit'
import { useText } from '@/components/i18n/use-text'
import { useWorkspace } from '@/components/shell/workspace'
import { MultiCombobox } from '@/components/ui/multi-combobox'

/** Whom it is for, where it runs, and what colour it has. */
export function CampaignReach({ edit }: { edit: CampaignEdit }) {
  const text = useText('campaigns')
  const { choices, nameOf, vocabulary } = useWorkspace()
  const { details } = edit.shown
  return (
    <div className="flex flex-col gap-4">
      {(['persona', 'channel'] as const).map((dimension) => {
        const option = ({ key }: { key: string }) => ({ value: key, label: nameOf(dimension, key) })
        return (
          <MultiCombobox
            key={dimension}
            label={text(`field.${dimension}s`)}
            value={details[`${dimension}s`]}
            onValueChange={(next) => void edit.save({ details: { [`${dimension}s`]: next } })}
            knownItems={vocabulary[dimension].map(option)}
            items={choices(dimension).map(option)}
          />
        )
      })}
      <HueField hue={details.hue} onChange={(hue) => void edit.save({ details: { hue } })} />
    </div>
  )
}
