'use client'

import { useMemo } from 'react'
import { useText } from '@/components/i18n/use-text'
import { diffLines, hunksOf } from '@/components/item/line-diff'
import { cn } from '@/components/ui/class-names'

/** What was taken out of a text and what came in, line by line, with a sign beside the colour. */
export function BodyDifference({ before, after, label }: { before: string; after: string; label: string }) {
  const text = useText('item.history')
  const lines = useMemo(() => hunksOf(diffLines(before, after)), [before, after])
  if (lines.every((line) => line === null)) return <p className="text-sm text-ink-3">{text('sameText')}</p>
  return (
    <figure aria-label={label} className="mt-2 rounded-md border bg-sheet py-1 font-mono text-xs leading-5">
      {lines.map((line, at) => {
        const key = `${at} ${line?.kind ?? 'gap'}`
        if (line === null) {
          return (
            <div key={key} className="px-3 text-ink-3">
              …
            </div>
          )
        }
        const { kind, text: words } = line
        return (
          <div
            key={key}
            className={cn(
              'flex gap-2 px-3 whitespace-pre-wrap',
              kind === 'added' && 'bg-accent-wash',
              kind === 'removed' && 'bg-danger-wash',
            )}
          >
            <span className="w-3 shrink-0 select-none text-ink-2" aria-hidden>
              {kind === 'added' ? '+' : kind === 'removed' ? '−' : ''}
            </span>
            <span className="min-w-0 flex-1 [overflow-wrap:anywhere]">
              {kind === 'same' ? null : <span className="sr-only">{text(kind)}: </span>}
              {words === '' ? '\u00a0' : words}
            </span>
          </div>
        )
      })}
    </figure>
  )
}
