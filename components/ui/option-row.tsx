import { Check } from 'lucide-react'
import type { ReactElement } from 'react'
import { cn } from '@/components/ui/class-names'
import type { Option } from '@/components/ui/option'

/** What stands in the row of a choice, the same in selects and comboboxes. `indicator` marks it as chosen. */
export function OptionRow({ option, indicator }: { option: Option; indicator: ReactElement | null }) {
  return (
    <>
      {option.letter === undefined ? null : (
        <span aria-hidden className="w-3 shrink-0 text-xs font-semibold text-ink-2">
          {option.letter}
        </span>
      )}
      <span className="flex min-w-0 flex-1 flex-col">
        <span className={cn('truncate', option.disabled && 'text-ink-3')}>{option.label}</span>
        {option.description ? <span className="text-xs text-ink-2">{option.description}</span> : null}
      </span>
      {option.hint ? <span className="shrink-0 text-xs text-ink-3 tabular-nums">{option.hint}</span> : null}
      {indicator ? <span className="grid size-4 shrink-0 place-items-center text-accent">{indicator}</span> : null}
    </>
  )
}

export const chosenMark = <Check aria-hidden className="size-4" />
