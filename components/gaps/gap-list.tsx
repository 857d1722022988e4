'use client'

import { useId } from 'react'
import { type GapLineProps, GapRowLine } from '@/components/gaps/gap-row-line'
import { useLocalized, useText } from '@/components/i18n/use-text'
import { useWorkspace } from '@/components/shell/workspace'
import { Count } from '@/components/ui/badge'
import { PhaseLetter } from '@/components/ui/tag'
import type { FindingState } from '@/server/domain/gaps/gap.schema'
import type { GapGroup, GapRow, GapList as List } from '@/server/domain/gaps/gap-list.schema'
import { ruleDefinition } from '@/server/presets/rules'

interface Props extends Pick<GapLineProps, 'words' | 'actions' | 'onOpen' | 'onFocus' | 'onPlan' | 'onLink'> {
  list: List
  group: GapGroup
  state: FindingState
  openId: string | null
  selected: ReadonlySet<string>
  onSelect: (id: string, selected: boolean) => void
}

interface Group {
  readonly key: string
  readonly rows: GapRow[]
}

/** The rows under their heads, like the letters of an inbox. */
export function GapList({ list, group, state, openId, selected, onSelect, ...line }: Props) {
  const text = useText('gaps')
  // What is resolved comes by date unless somebody wants it otherwise.
  const groups = state === 'resolved' && group === 'severity' ? [{ key: '', rows: list.rows }] : groupsOf(list.rows, group)
  return (
    <div data-gaps className="@container">
      {groups.map(({ key, rows }) => (
        <Section key={key} head={key === '' ? null : <Head group={group} value={key} list={list} />} label={text('list')}>
          {rows.map((gap) => (
            <GapRowLine
              key={gap.id}
              gap={gap}
              isOpen={gap.id === openId}
              isSelected={selected.has(gap.id)}
              onSelect={(on) => onSelect(gap.id, on)}
              {...line}
            />
          ))}
        </Section>
      ))}
    </div>
  )
}

function Section({ head, label, children }: { head: React.ReactNode; label: string; children: React.ReactNode }) {
  const id = useId()
  return (
    <section aria-labelledby={head ? id : undefined} aria-label={head ? undefined : label} className="mb-7">
      {head ? (
        <h2 id={id} className="flex items-center gap-2 border-b border-line-2 pb-1.5 text-lg">
          {head}
        </h2>
      ) : null}
      <ul>{children}</ul>
    </section>
  )
}

function Head({ group, value, list }: { group: GapGroup; value: string; list: List }) {
  const text = useText('gaps')
  const localized = useLocalized()
  const { term, nameOf } = useWorkspace()
  const count = group === 'phase' ? undefined : list.counts[group][value]
  const letter = group === 'phase' ? term('phase', value)?.details.letter : undefined
  return (
    <>
      {letter ? <PhaseLetter letter={letter} /> : null}
      <span>{nameOfGroup()}</span>
      {count === undefined ? null : <Count className="font-sans text-sm">{count}</Count>}
    </>
  )

  function nameOfGroup(): string {
    switch (group) {
      case 'severity':
        return text(`severityHead.${value}`)
      case 'phase':
        return value === '-' ? text('journey') : nameOf('phase', value)
      case 'rule': {
        const row = list.rows.find(({ rule }) => rule === value)
        return row ? localized(ruleDefinition(row.rule).name) : value
      }
      case 'owner':
        return value === '-' ? text('nobody') : (list.owners.find(({ id }) => id === value)?.name ?? text('unknownPerson'))
    }
  }
}

function groupsOf(rows: readonly GapRow[], group: GapGroup): Group[] {
  const groups = new Map<string, GapRow[]>()
  for (const row of rows) {
    const key = group === 'owner' ? (row.owner?.id ?? '-') : (row[group] ?? '-')
    groups.set(key, [...(groups.get(key) ?? []), row])
  }
  return [...groups].map(([key, list]) => ({ key, rows: list }))
}
