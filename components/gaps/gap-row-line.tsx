'use client'

import type { ReactNode } from 'react'
import { GapPhases } from '@/components/gaps/gap-phases'
import { GapSeverity } from '@/components/gaps/gap-severity'
import { onTheWayOf } from '@/components/gaps/on-the-way'
import { PlanButton } from '@/components/gaps/plan-button'
import type { GapActions } from '@/components/gaps/use-gap-actions'
import type { GapWords } from '@/components/gaps/use-gap-words'
import { useAgo, useText } from '@/components/i18n/use-text'
import { useWorkspace } from '@/components/shell/workspace'
import { Button } from '@/components/ui/button'
import { CheckboxBox } from '@/components/ui/checkbox'
import { cn } from '@/components/ui/class-names'
import { LinkButton } from '@/components/ui/link-button'
import { VisuallyHidden } from '@/components/ui/visually-hidden'
import type { GapPart, GapRow } from '@/server/domain/gaps/gap-list.schema'

export interface GapLineProps {
  gap: GapRow
  words: GapWords
  actions: GapActions
  isOpen: boolean
  isSelected: boolean
  onSelect: (selected: boolean) => void
  onOpen: (id: string) => void
  onFocus: (id: string) => void
  onPlan: (gap: GapPart) => void
  onLink: (gap: GapPart) => void
}

/** One gap of the list: how much it weighs, what is missing, the proof in a line, where, whose, and the way to close it. */
export function GapRowLine({ gap, words, isOpen, isSelected, onSelect, onOpen, onFocus, onPlan, onLink }: GapLineProps) {
  const text = useText('gaps')
  const ago = useAgo()
  const { base, can } = useWorkspace()
  const { id, state, severity, phases, owner, firstSeenAt, under, canPlan, subject } = gap
  const title = words.titleOf(gap)
  const mayPlan = state === 'open' && canPlan && can('gap.plan')
  return (
    <li
      data-gap={id}
      className={cn('border-b', isOpen && 'bg-accent-wash', isSelected && !isOpen && 'bg-accent-wash/60')}
      onFocus={() => onFocus(id)}
    >
      <div className="grid grid-cols-[auto_minmax(0,1fr)_auto] items-start gap-x-3 gap-y-1 py-2.5 @2xl:grid-cols-[auto_3.25rem_minmax(0,1fr)_9rem_8rem_6.5rem] @2xl:gap-x-4">
        <span className="flex h-6 items-center">
          <CheckboxBox
            checked={isSelected}
            onCheckedChange={(checked) => onSelect(checked)}
            aria-label={text('select', { title })}
          />
        </span>
        <span className="hidden pt-0.5 @2xl:block">
          <GapSeverity severity={severity} />
        </span>
        <div className="min-w-0">
          <span className="block @2xl:hidden">
            <GapSeverity severity={severity} />
          </span>
          <button
            type="button"
            data-gap-title
            aria-expanded={isOpen}
            onClick={() => onOpen(id)}
            className="min-h-6 rounded-sm text-start font-[550] text-pretty hover:text-accent"
          >
            {title}
          </button>
          <p className="text-sm text-ink-2 text-pretty">{words.findingOf(gap)}</p>
          <StateNote gap={gap} words={words} />
          {under.length > 0 ? (
            <div className="mt-1.5 text-sm">
              <p className="text-ink-3">{text('under')}</p>
              <ul className="mt-0.5 flex flex-col gap-0.5">
                {under.map((specific) => (
                  <li key={specific.id}>
                    <button
                      type="button"
                      onClick={() => onOpen(specific.id)}
                      className="min-h-6 rounded-sm text-start text-ink-2 hover:text-accent"
                    >
                      {words.titleOf(specific)}
                    </button>
                  </li>
                ))}
              </ul>
            </div>
          ) : null}
          <div className="mt-1.5 flex flex-wrap items-center gap-x-3 gap-y-1 @2xl:hidden">
            <GapPhases phases={phases} />
            {owner ? <span className="text-xs text-ink-3">{words.personOf(owner)}</span> : null}
          </div>
        </div>
        <div className="hidden pt-0.5 @2xl:block">
          <GapPhases phases={phases} />
        </div>
        <div className="hidden min-w-0 pt-0.5 text-xs text-ink-3 @2xl:block">
          {owner ? <p className="truncate text-ink-2">{words.personOf(owner)}</p> : null}
          <p>
            <VisuallyHidden>{text('found')} </VisuallyHidden>
            {ago(firstSeenAt)}
          </p>
        </div>
        <div className="flex flex-col items-end gap-1">
          {mayPlan && onTheWayOf(gap).length > 0 ? (
            <Button size="sm" aria-label={text('action.linkOneOf', { title })} onClick={() => onLink(gap)}>
              {text('action.linkOne')}
            </Button>
          ) : null}
          {mayPlan ? (
            <PlanButton gap={gap} title={title} onPlan={() => onPlan(gap)} />
          ) : subject && !subject.isInTrash && state !== 'resolved' ? (
            <LinkButton
              size="sm"
              href={`${base}/content/${subject.id}`}
              aria-label={text('action.open', { title: subject.title })}
            >
              {text('action.go')}
            </LinkButton>
          ) : null}
        </div>
      </div>
    </li>
  )
}

function StateNote({ gap, words }: { gap: GapRow; words: GapWords }) {
  const text = useText('gaps')
  const { state, waiver, plannedItem, resolvedAt, cameBack } = gap
  const note = (children: ReactNode) => <p className="text-sm text-ink-3 text-pretty">{children}</p>
  if (state === 'waived' && waiver) {
    const until = waiver.until === null ? text('forGood') : text('until', { day: words.dayOf(waiver.until) })
    return note(`${until} · ${waiver.reason}`)
  }
  if (state === 'planned' && plannedItem) {
    const { title, plannedFor } = plannedItem
    return note(plannedFor ? text('plannedFor', { title, day: words.dayOf(plannedFor) }) : text('plannedItem', { title }))
  }
  if (state === 'resolved' && resolvedAt) return note(text('resolvedOn', { day: words.dayOf(resolvedAt) }))
  if (cameBack) return note(text(`cameBack.${cameBack.why}`, { day: words.dayOf(cameBack.at) }))
  return null
}
