'use client'

import { useQuery } from '@tanstack/react-query'
import { ChevronDown } from 'lucide-react'
import type { ReactNode } from 'react'
import { isNarrowed } from '@/components/gaps/gaps-address'
import type { GapsAddressState } from '@/components/gaps/use-gaps-address'
import { useFormatter, useLocalized, useText } from '@/components/i18n/use-text'
import { useWorkspace } from '@/components/shell/workspace'
import { useTRPC } from '@/components/trpc/client'
import { Button } from '@/components/ui/button'
import { Menu } from '@/components/ui/menu'
import { MenuCheckboxItem } from '@/components/ui/menu-items'
import { Select } from '@/components/ui/select'
import { severities } from '@/server/domain/gaps/gap.schema'
import { type GapList, gapGroups } from '@/server/domain/gaps/gap-list.schema'
import { ruleDefinitions } from '@/server/presets/rules'

interface Props {
  address: GapsAddressState
  counts: GapList['counts'] | undefined
  total: number | undefined
  /** At the end of the line. */
  children?: ReactNode
}

/** What narrows the list, with how many there are behind each choice, and how it is grouped. */
export function GapFilters({ address, counts, total, children }: Props) {
  const text = useText('gaps')
  const localized = useLocalized()
  const trpc = useTRPC()
  const { slug, choices, nameOf, term, actor } = useWorkspace()
  const { data: members = [] } = useQuery(trpc.members.list.queryOptions({ workspace: slug }))
  const { filter, set } = address
  const viewer = actor.kind === 'member' ? actor.userId : ''
  const people = members.filter(({ userId }) => userId !== viewer && counts?.owner[userId] !== undefined)
  return (
    <div data-print="hide" className="flex flex-wrap items-center gap-2">
      <FacetMenu
        name={text('filter.severity')}
        chosen={filter.severity}
        onChange={(values) => set({ severity: values.join(',') || null })}
        options={severities.map((value) => ({ value, label: text(`severity.${value}`), count: counts?.severity[value] }))}
      />
      <FacetMenu
        name={text('filter.phase')}
        chosen={filter.phase}
        onChange={(values) => set({ phase: values.join(',') || null })}
        options={[
          ...choices('phase').map(({ key }) => ({
            value: key,
            label: `${term('phase', key)?.details.letter ?? ''} ${nameOf('phase', key)}`,
            count: counts?.phase[key],
          })),
          { value: '-', label: text('filter.noPhase'), count: counts?.phase['-'] },
        ]}
      />
      <FacetMenu
        name={text('filter.owner')}
        chosen={filter.owner}
        onChange={(values) => set({ owner: values.join(',') || null })}
        options={[
          { value: 'me', label: text('filter.me'), count: counts?.owner[viewer] },
          { value: '-', label: text('filter.nobody'), count: counts?.owner['-'] },
          ...people.map(({ userId, name }) => ({ value: userId, label: name, count: counts?.owner[userId] })),
        ]}
      />
      <FacetMenu
        name={text('filter.rule')}
        chosen={filter.rule}
        onChange={(values) => set({ rule: values.join(',') || null })}
        options={ruleDefinitions
          .filter(({ key }) => counts?.rule[key] !== undefined || filter.rule.includes(key))
          .map(({ key, name }) => ({ value: key, label: localized(name), count: counts?.rule[key] }))}
      />
      {isNarrowed(filter) ? (
        <Button variant="quiet" onClick={() => set({ severity: null, phase: null, owner: null, rule: null })}>
          {text('filter.clear')}
        </Button>
      ) : null}
      <span className="ms-auto flex flex-wrap items-center gap-x-3 gap-y-2">
        {total === undefined ? null : <span className="text-sm text-ink-2">{text('filter.count', { count: total })}</span>}
        <Select
          label={text('group.label')}
          labelHidden
          look="button"
          prefix={text('group.label')}
          value={filter.group}
          onValueChange={(group) => set({ group: group === 'severity' ? null : group })}
          items={gapGroups.map((value) => ({ value, label: text(`group.${value}`) }))}
        />
        {children}
      </span>
    </div>
  )
}

interface FacetProps {
  name: string
  chosen: readonly string[]
  onChange: (values: string[]) => void
  options: readonly { value: string; label: string; count: number | undefined }[]
}

function FacetMenu({ name, chosen, onChange, options }: FacetProps) {
  const text = useText('gaps.filter')
  const format = useFormatter()
  const [only] = chosen
  const value = options.find((option) => option.value === only)?.label ?? only ?? ''
  const label =
    chosen.length === 0
      ? text('any', { name })
      : chosen.length === 1
        ? text('one', { name, value })
        : text('many', { name, count: chosen.length })
  return (
    <Menu
      trigger={
        <Button className={chosen.length > 0 ? 'max-w-72 border-control font-medium' : 'max-w-72'}>
          <span className="truncate">{label}</span>
          <ChevronDown aria-hidden className="text-ink-3" />
        </Button>
      }
    >
      {options.map((option) => (
        <MenuCheckboxItem
          key={option.value}
          value={chosen.includes(option.value)}
          onValueChange={(on) => onChange(on ? [...chosen, option.value] : chosen.filter((one) => one !== option.value))}
        >
          <span className="flex items-baseline gap-3">
            <span className="min-w-0 flex-1 truncate">{option.label}</span>
            <span className="text-xs text-ink-3 tabular-nums">{format.number(option.count ?? 0)}</span>
          </span>
        </MenuCheckboxItem>
      ))}
    </Menu>
  )
}
