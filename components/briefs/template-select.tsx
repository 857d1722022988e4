'use client'

import { useLocalized, useText } from '@/components/i18n/use-text'
import { useWorkspace } from '@/components/shell/workspace'
import { Select } from '@/components/ui/select'
import { usualKey } from '@/server/domain/briefs/brief.schema'
import { briefTemplates } from '@/server/presets/briefs'

interface Props {
  value: string
  /** Empty: blank. */
  onValueChange: (value: string) => void
  /** Templates of this type come first. */
  type: string | null
  /** Without the usual one there must be a choice. */
  hasUsual?: boolean
}

const blank = 'blank'

export function TemplateSelect({ value, onValueChange, type, hasUsual = true }: Props) {
  const text = useText('briefs')
  const localized = useLocalized()
  const { nameOf } = useWorkspace()
  const sorted = [...briefTemplates].sort((a, b) => Number(b.type === type) - Number(a.type === type))
  return (
    <Select<string>
      label={text('template.label')}
      className="min-w-64"
      value={value === '' ? blank : value}
      onValueChange={(next) => onValueChange(next === blank ? '' : next)}
      items={[
        ...(hasUsual ? [{ value: usualKey, label: text('template.usual') }] : []),
        { value: blank, label: text('template.blank') },
        ...sorted.map((template) => ({
          value: template.key,
          label: localized(template.name),
          group: nameOf('type', template.type),
        })),
      ]}
    />
  )
}
