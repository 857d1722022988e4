'use client'

import { useState } from 'react'
import { useText } from '@/components/i18n/use-text'
import { useWorkspace } from '@/components/shell/workspace'
import { Button } from '@/components/ui/button'
import { foldText } from '@/components/ui/option'
import { Popover } from '@/components/ui/popover'
import { Switch } from '@/components/ui/switch'
import { TextInput } from '@/components/ui/text-input'
import { familyOf, inFamilies } from '@/server/domain/campaigns/family.rules'
import type { Filter } from '@/server/domain/filter/filter.schema'

interface Props {
  filter: Filter
  onChange: (filter: Filter) => void
}

/** With more than these a name is quicker typed than looked for. */
const few = 10

/** Which campaigns the forecast reckons with. What is live already stays, whatever campaign it belongs to. */
export function ForecastSwitches({ filter, onChange }: Props) {
  const text = useText('coverage.forecast')
  const { choices, nameOf } = useWorkspace()
  const [query, setQuery] = useState('')
  const campaigns = choices('campaign')
  if (campaigns.length === 0) return null
  const off = filter.filter(({ field }) => field === 'campaignsOff').flatMap(({ values }) => values)
  const leaveOut = (values: string[]) => {
    const others = filter.filter(({ field }) => field !== 'campaignsOff')
    onChange(values.length === 0 ? others : [...others, { field: 'campaignsOff', op: 'anyOf', values }])
  }
  const turn = (key: string, isOn: boolean) => {
    // What stands under it goes with it, and can then be turned by itself.
    const family = familyOf(key, campaigns)
    const rest = off.filter((other) => !family.includes(other))
    leaveOut(isOn ? rest : [...rest, ...family])
  }
  const on = campaigns.filter(({ key }) => !off.includes(key)).length
  const sought = foldText(query.trim())
  const shown = inFamilies(campaigns.filter(({ key }) => foldText(nameOf('campaign', key)).includes(sought)))
  return (
    <Popover
      title={text('title')}
      trigger={<Button>{off.length === 0 ? text('all') : text('some', { on, of: campaigns.length })}</Button>}
      className="w-80"
    >
      <p className="mb-3 text-sm text-ink-2">{text('help')}</p>
      <div className="mb-3 flex flex-wrap gap-2">
        <Button size="sm" disabled={off.length === 0} onClick={() => leaveOut([])}>
          {text('turnOn')}
        </Button>
        <Button size="sm" disabled={on === 0} onClick={() => leaveOut(campaigns.map(({ key }) => key))}>
          {text('turnOff')}
        </Button>
      </div>
      {campaigns.length > few ? (
        <TextInput label={text('find')} type="search" value={query} onValueChange={setQuery} className="mb-3" />
      ) : null}
      <ul className="flex flex-col gap-2">
        {shown.map(({ row: { key }, depth }) => (
          <li key={key} className="min-w-0 wrap-anywhere" style={{ paddingInlineStart: `${Math.min(depth, 3) * 1.25}rem` }}>
            <Switch label={nameOf('campaign', key)} value={!off.includes(key)} onValueChange={(isOn) => turn(key, isOn)} />
          </li>
        ))}
      </ul>
      {shown.length === 0 ? <p className="text-sm text-ink-2">{text('notFound')}</p> : null}
    </Popover>
  )
}
