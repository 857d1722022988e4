import { cn } from '@/components/ui/class-names'
import { colourOf } from '@/components/ui/hue'

/** The colour of a campaign beside its name; never the only thing that tells it from others. */
export function CampaignDot({ hue, className }: { hue: number; className?: string }) {
  return (
    <span
      aria-hidden
      data-swatch
      className={cn('inline-block size-2.5 shrink-0 rounded-full', className)}
      style={{ background: colourOf(hue) }}
    />
  )
}
