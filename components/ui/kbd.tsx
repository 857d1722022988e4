import { cn } from '@/components/ui/class-names'

/** `shortcut`: keys of one chord joined by `+`, chords pressed after each other parted by a space ("g t", "Ctrl+K"). */
export function Kbd({ shortcut, className }: { shortcut: string; className?: string }) {
  const chords = shortcut.split(' ').map((chord, index, all) => ({ chord, key: all.slice(0, index + 1).join(' ') }))
  return (
    <span className={cn('inline-flex shrink-0 items-center gap-1 font-sans text-2xs font-medium text-ink-3', className)}>
      {chords.map(({ chord, key }) => (
        <kbd key={key} className="rounded-sm border border-current/35 px-1 font-sans leading-4">
          {chord}
        </kbd>
      ))}
    </span>
  )
}

/** What the keys do, for the shortcut dialog and the feet of lists. */
export function KeyboardHints({
  hints,
  className,
}: {
  hints: readonly { shortcut: string; label: string }[]
  className?: string
}) {
  return (
    <dl className={cn('flex flex-wrap gap-x-4 gap-y-1 text-xs text-ink-3', className)}>
      {hints.map(({ shortcut, label }) => (
        <div key={shortcut} className="flex flex-row-reverse items-center gap-1.5">
          <dt>{label}</dt>
          <dd>
            <Kbd shortcut={shortcut} />
          </dd>
        </div>
      ))}
    </dl>
  )
}
