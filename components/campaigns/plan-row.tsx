'use client'

import { X } from 'lucide-react'
import { useFormatter, useText } from '@/components/i18n/use-text'
import { useWorkspace } from '@/components/shell/workspace'
import { IconButton } from '@/components/ui/button'
import { NumberInput } from '@/components/ui/number-input'
import { Select } from '@/components/ui/select'
import { Td, Tr } from '@/components/ui/table'
import { PhaseLetter } from '@/components/ui/tag'
import type { PlanLine } from '@/server/domain/campaigns/campaign.schema'
import type { CampaignPlan } from '@/server/domain/vocabulary/vocabulary.schema'

interface Props {
  line: CampaignPlan
  /** Undefined until it is counted. */
  counted: PlanLine | undefined
  disabled: boolean
  isTaken: (phase: string, channel: string | null) => boolean
  onChange: (line: CampaignPlan) => void
  onRemove: () => void
}

const any = '*'

/** One line of the plan; what is already planned elsewhere cannot be chosen again. */
export function PlanRow({ line, counted, disabled, isTaken, onChange, onRemove }: Props) {
  const text = useText('campaigns.plan')
  const format = useFormatter()
  const { nameOf, term } = useWorkspace()
  const { phase, channel, count } = line
  const channelName = channel === null ? text('anyChannel') : nameOf('channel', channel)
  const name = text('place', { phase: nameOf('phase', phase), channel: channelName })
  const figure = (number: number | undefined) => (number === undefined ? '' : format.number(number))
  return (
    <Tr>
      {disabled ? (
        <>
          <Td>
            <span className="flex items-center gap-2.25">
              <PhaseLetter letter={term('phase', phase)?.details.letter ?? ''} />
              <span>
                {nameOf('phase', phase)}
                <span className="block text-xs text-ink-3 sm:hidden">{channelName}</span>
              </span>
            </span>
          </Td>
          <Td className="max-sm:hidden">{channelName}</Td>
          <Td isNumber>{format.number(count)}</Td>
        </>
      ) : (
        <PlanInputs {...{ line, name, isTaken, onChange }} />
      )}
      <Td isNumber className="max-sm:px-1">
        {figure(counted?.made)}
      </Td>
      <Td isNumber className="max-sm:px-1">
        {figure(counted?.published)}
      </Td>
      {disabled ? null : (
        <Td className="w-10 ps-0 pe-1 text-end max-sm:w-8">
          <IconButton size="sm" icon={<X aria-hidden />} label={text('remove', { place: name })} onClick={onRemove} />
        </Td>
      )}
    </Tr>
  )
}

function PlanInputs({ line, name, isTaken, onChange }: Pick<Props, 'line' | 'isTaken' | 'onChange'> & { name: string }) {
  const text = useText('campaigns.plan')
  const { choices, nameOf, term } = useWorkspace()
  const { phase, channel, count } = line
  const withChosen = <T extends { value: string }>(items: T[], value: string, missing: T): T[] =>
    items.some((item) => item.value === value) ? items : [...items, missing]
  const phaseOption = (key: string) => ({
    value: key,
    label: nameOf('phase', key),
    letter: term('phase', key)?.details.letter ?? '',
    disabled: key !== phase && isTaken(key, channel),
  })
  const channelOption = (key: string | null) => ({
    value: key ?? any,
    label: key === null ? text('anyChannel') : nameOf('channel', key),
    disabled: key !== channel && isTaken(phase, key),
  })
  const channelSelect = (
    <Select
      label={text('channelOf', { place: name })}
      labelHidden
      look="bare"
      value={channel ?? any}
      onValueChange={(next) => onChange({ ...line, channel: next === any ? null : next })}
      items={withChosen(
        [null, ...choices('channel').map(({ key }) => key)].map(channelOption),
        channel ?? any,
        channelOption(channel),
      )}
    />
  )
  return (
    <>
      <Td className="px-0">
        <Select
          label={text('phaseOf', { place: name })}
          labelHidden
          look="bare"
          value={phase}
          onValueChange={(next) => onChange({ ...line, phase: next })}
          items={withChosen(
            choices('phase').map(({ key }) => phaseOption(key)),
            phase,
            phaseOption(phase),
          )}
        />
        <div className="sm:hidden">{channelSelect}</div>
      </Td>
      <Td className="px-0 max-sm:hidden">{channelSelect}</Td>
      <Td className="w-28 max-sm:w-auto max-sm:px-1">
        <NumberInput
          label={text('wantedOf', { place: name })}
          labelHidden
          className="items-end max-sm:[&_input]:w-14"
          value={count}
          min={1}
          max={999}
          isToldLate
          onValueChange={(next) => next !== null && onChange({ ...line, count: next })}
        />
      </Td>
    </>
  )
}
