'use client'

import { ChevronDown, GripVertical } from 'lucide-react'
import { type ReactNode, useId } from 'react'
import { useLanguage, useText } from '@/components/i18n/use-text'
import type { TermChange } from '@/components/settings/term-draft'
import { TermForm } from '@/components/settings/term-form'
import type { useDragOrder } from '@/components/settings/use-drag-order'
import { buttonStyle } from '@/components/ui/button-style'
import { cn } from '@/components/ui/class-names'
import type { ListedDimension } from '@/server/domain/vocabulary/term.schema'
import { termName } from '@/server/domain/vocabulary/vocabulary.rules'
import type { Term } from '@/server/domain/vocabulary/vocabulary.schema'

interface Props<D extends ListedDimension> {
  term: Term<D>
  isChanged: boolean
  isOpen: boolean
  onToggle: () => void
  onChange: (change: Omit<TermChange<D>, 'revision'>) => void
  /** Left out: nobody may put the list in order. */
  drag?: ReturnType<typeof useDragOrder>
  place: number
  /** Before the name: a phase's letter. */
  mark?: ReactNode
  /** Behind it, in few words. */
  summary?: ReactNode
  /** How many items carry it. */
  use?: ReactNode
  menu?: ReactNode
  disabled: boolean
}

/** One term: its line, and below it, when open, everything about it. */
export function TermRow<D extends ListedDimension>({
  term,
  isChanged,
  isOpen,
  onToggle,
  onChange,
  drag,
  place,
  mark,
  summary,
  use,
  menu,
  disabled,
}: Props<D>) {
  const text = useText('settings.term')
  const language = useLanguage()
  const bodyId = useId()
  const name = termName(term, language)
  return (
    <li data-row={term.key} className={cn('border-b bg-paper', drag?.dragged === term.key && 'relative z-10 shadow-float')}>
      <div className="flex min-h-row items-center gap-1">
        {drag ? (
          <button
            type="button"
            aria-label={text('handle', { name, place: place + 1 })}
            aria-describedby="handle-help"
            className={cn(
              buttonStyle({ variant: 'quiet', size: 'sm', square: true }),
              'cursor-grab touch-none text-ink-3 active:cursor-grabbing',
            )}
            {...drag.handle(term.key)}
          >
            <GripVertical aria-hidden />
          </button>
        ) : null}
        <button
          type="button"
          aria-expanded={isOpen}
          aria-controls={bodyId}
          onClick={onToggle}
          className="flex min-h-row min-w-0 flex-1 items-center gap-2.5 rounded-md px-1 text-start hover:bg-ink/4"
        >
          {mark}
          <span className="min-w-0 flex-1">
            <span className="flex items-center gap-2 font-medium">
              <span className="min-w-0 sm:truncate">{name}</span>
              {isChanged ? <span className="shrink-0 text-xs font-normal text-accent">{text('changed')}</span> : null}
            </span>
            {summary ? <span className="block text-xs sm:truncate first-letter:uppercase text-ink-3">{summary}</span> : null}
          </span>
          {use ? <span className="shrink-0 text-xs text-ink-3 tabular-nums">{use}</span> : null}
          <ChevronDown aria-hidden className={cn('size-4 shrink-0 text-ink-3 transition-transform', isOpen && 'rotate-180')} />
        </button>
        {menu}
      </div>
      {isOpen ? (
        <div id={bodyId} className="px-2 pt-2 pb-6 sm:ps-9">
          <TermForm dimension={term.dimension} value={term} disabled={disabled} onChange={onChange} />
        </div>
      ) : null}
    </li>
  )
}
