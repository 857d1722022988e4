'use client'

import { useText } from '@/components/i18n/use-text'
import { useWorkspace } from '@/components/shell/workspace'
import { Button } from '@/components/ui/button'
import { Popover } from '@/components/ui/popover'
import { Switch } from '@/components/ui/switch'
import { familyOf } from '@/server/domain/campaigns/family.rules'
import type { Filter } from '@/server/domain/filter/filter.schema'

interface Props {
  filter: Filter
  onChange: (filter: Filter) => void
}

/** Which campaigns the forecast reckons with. What is live already stays, whatever campaign it belongs to. */
export function ForecastSwitches({ filter, onChange }: Props) {
  const text = useText('coverage.forecast')
  const { choices, nameOf } = useWorkspace()
  const campaigns = choices('campaign')
  if (campaigns.length === 0) return null
  const off = filter.filter(({ field }) => field === 'campaignsOff').flatMap(({ values }) => values)
  const turn = (key: string, isOn: boolean) => {
    // What stands under it goes with it, and can then be turned by itself.
    const family = familyOf(key, campaigns)
    const rest = off.filter((other) => !family.includes(other))
    const values = isOn ? rest : [...rest, ...family]
    const others = filter.filter(({ field }) => field !== 'campaignsOff')
    onChange(values.length === 0 ? others : [...others, { field: 'campaignsOff', op: 'anyOf', values }])
  }
  const on = campaigns.filter(({ key }) => !off.includes(key)).length
  return (
    <Popover
      title={text('title')}
      trigger={<Button>{off.length === 0 ? text('all') : text('some', { on, of: campaigns.length })}</Button>}
      className="w-80"
    >
      <p className="mb-3 text-sm text-ink-2">{text('help')}</p>
      <ul className="flex flex-col gap-2">
        {campaigns.map(({ key }) => (
          <li key={key}>
            <Switch label={nameOf('campaign', key)} value={!off.includes(key)} onValueChange={(isOn) => turn(key, isOn)} />
          </li>
        ))}
      </ul>
    </Popover>
  )
}
