'use client'

import { type ReactNode, useMemo, useRef, useState } from 'react'
import { AddFilter } from '@/components/filter/add-filter'
import { isComplete, startOf, unknownValues, withoutUnknown } from '@/components/filter/clause'
import { ClauseEditor } from '@/components/filter/clause-editor'
import { useClauseWords } from '@/components/filter/use-clause-words'
import { type FieldView, useFilterFields } from '@/components/filter/use-filter-fields'
import { useText } from '@/components/i18n/use-text'
import { Button } from '@/components/ui/button'
import { Chip } from '@/components/ui/chip'
import { cn } from '@/components/ui/class-names'
import { firstControl } from '@/components/ui/first-control'
import { Notice } from '@/components/ui/notice'
import { Popover } from '@/components/ui/popover'
import type { Clause, Filter } from '@/server/domain/filter/filter.schema'

interface Props {
  filter: Filter
  onChange: (filter: Filter, how?: 'deliberate' | 'typing') => void
  /** Fields that this screen does not offer, for instance because they are its own controls. */
  without?: readonly string[]
  /** Stands before the chips, in the same row. */
  before?: ReactNode
  /** Stands at the end of the row: how many match. */
  after?: ReactNode
  className?: string
}

/** While a condition is edited the chips keep their places, whatever order the address gives them. */
interface Draft {
  readonly chips: Filter
  readonly at: number
  /** The first change of an edit makes an entry in the history, the others go into it. */
  readonly hasPushed: boolean
}

/** They come from elsewhere in the program and can only be taken away. */
const fixed: ReadonlySet<string> = new Set(['id', 'import', 'lens', 'lensPhase', 'q'])

/** Chips for the conditions of a filter, joined by AND; pressing one edits it, and every change holds at once. */
export function FilterBar({ filter, onChange, without = [], before, after, className }: Props) {
  const text = useText('filter')
  const fields = useFilterFields()
  const wordsOf = useClauseWords(fields)
  const [draft, setDraft] = useState<Draft | null>(null)
  const value = useRef<HTMLDivElement>(null)
  const hidden = useMemo(() => new Set(without), [without])
  const chips = draft?.chips ?? filter
  const lost = chips.flatMap((clause) =>
    unknownValues(clause, fields).map((value) => text('unknownValue', { field: fields.get(clause.field)?.label ?? '', value })),
  )

  const begin = (list: Filter, at: number) => setDraft({ chips: list, at, hasPushed: false })
  const change = (list: Filter, at: number, clause: Clause) => {
    const next = list.with(at, clause)
    setDraft({ chips: next, at, hasPushed: true })
    onChange(next.filter(isComplete), draft?.hasPushed ? 'typing' : 'deliberate')
  }
  const pick = (field: FieldView) => {
    const clause = startOf(field)
    const list = [...filter, clause]
    begin(list, filter.length)
    if (isComplete(clause)) change(list, filter.length, clause)
  }
  const remove = (at: number) => {
    setDraft(null)
    onChange(chips.filter((clause, other) => other !== at && isComplete(clause)))
  }

  return (
    <div className={cn('flex flex-wrap items-center gap-2', className)}>
      {before}
      {chips.map((clause, at) => {
        const field = fields.get(clause.field)
        const name = wordsOf(clause)
        const key = `${at} ${clause.field}`
        const chip = (
          <Chip name={name} onRemove={() => remove(at)}>
            {name}
          </Chip>
        )
        if (!field || fixed.has(clause.field)) return <span key={key}>{chip}</span>
        return (
          <Popover
            key={key}
            open={draft?.at === at}
            onOpenChange={(open) => (open ? begin(filter, at) : setDraft(null))}
            title={field.label}
            className="w-80"
            initialFocus={() => firstControl(value.current)}
            trigger={chip}
          >
            <ClauseEditor
              field={field}
              clause={clause}
              value={value}
              onChange={(next) => change(chips, at, next)}
              onDone={() => setDraft(null)}
            />
          </Popover>
        )
      })}
      <AddFilter fields={fields} without={hidden} onPick={pick} label={chips.length === 0 ? text('addFirst') : undefined} />
      {filter.length > 1 ? (
        <Button variant="quiet" onClick={() => onChange([])}>
          {text('clear')}
        </Button>
      ) : null}
      {lost.length > 0 ? (
        <Notice
          tone="warning"
          className="order-last w-full"
          actions={
            <Button
              onClick={() => {
                setDraft(null)
                onChange(withoutUnknown(chips, fields))
              }}
            >
              {text('leaveOut')}
            </Button>
          }
        >
          {text('unknown', { values: lost.join(', ') })}
        </Notice>
      ) : null}
      {after ? <div className="ms-auto text-sm text-ink-3 tabular-nums">{after}</div> : null}
    </div>
  )
}
