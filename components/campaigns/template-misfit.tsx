'use client'

import { useLanguage, useLocalized, useText } from '@/components/i18n/use-text'
import { useWorkspace } from '@/components/shell/workspace'
import { TextLink } from '@/components/ui/link-button'
import { Notice } from '@/components/ui/notice'
import { misfitOf } from '@/server/domain/campaigns/template-fit.rules'
import type { CampaignTemplate } from '@/server/presets/campaigns'
import { stagePresets } from '@/server/presets/stages'

/** Says before anything is made what of a template has no place in this journey. */
export function TemplateMisfit({ preset }: { preset: CampaignTemplate }) {
  const text = useText('campaigns.new')
  const language = useLanguage()
  const localized = useLocalized()
  const { base, can, choices } = useWorkspace()
  const misfit = misfitOf(preset, choices('phase'))
  if (!misfit) return null
  const names = stagePresets.filter(({ key }) => misfit.stages.includes(key)).map(({ name }) => localized(name))
  const stages = new Intl.ListFormat(language).format(names)
  return (
    <Notice tone="warning" live title={text('misfitTitle', { kind: misfit.lacksAfterSales ? 'afterSales' : 'other', stages })}>
      {text('misfit', { count: misfit.items, of: preset.items.length, stages })}{' '}
      {can('journey.edit') ? <TextLink href={`${base}/settings/phases`}>{text('toPhases')}</TextLink> : null}
    </Notice>
  )
}
