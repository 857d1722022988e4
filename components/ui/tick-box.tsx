import { Check } from 'lucide-react'
import { cn } from '@/components/ui/class-names'

interface TickBoxProps {
  checked: boolean
  'aria-label': string
  tabIndex?: number
  /** Nothing can be ticked yet; the focus stays where it is. */
  isWaiting?: boolean
  /** Whether Shift was held: then a range is meant. */
  onTick: (isRange: boolean) => void
}

/** A checkbox for long tables, where hundreds come and go: looks like `CheckboxBox`, costs a tenth of it. */
export function TickBox({ checked, isWaiting = false, onTick, ...props }: TickBoxProps) {
  return (
    <span
      className={cn(
        'relative grid size-4 shrink-0 place-items-center rounded-sm border-[1.5px] border-control bg-sheet',
        checked && 'border-accent bg-accent',
        isWaiting && 'opacity-55',
      )}
    >
      {checked ? <Check className="size-3 stroke-3 text-accent-ink" /> : null}
      <input
        type="checkbox"
        checked={checked}
        aria-disabled={isWaiting || undefined}
        onChange={({ nativeEvent }) => {
          if (!isWaiting) onTick(nativeEvent instanceof MouseEvent && nativeEvent.shiftKey)
        }}
        className="absolute -inset-1.5 appearance-none rounded-md"
        {...props}
      />
    </span>
  )
}
