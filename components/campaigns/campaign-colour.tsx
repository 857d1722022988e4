import type { CSSProperties } from 'react'
import { cn } from '@/components/ui/class-names'

/** Lightness and chroma are the theme's; a campaign has only a hue. */
export const colourOf = (hue: number): string => `oklch(0.62 0.11 ${hue})`

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

/** A bar in the colour of a campaign: its edge strong, its ground so light that text can stand on it. */
export const barColour = (hue: number): CSSProperties => ({
  background: `color-mix(in oklch, ${colourOf(hue)} 20%, var(--sheet))`,
  borderColor: `color-mix(in oklch, ${colourOf(hue)} 60%, var(--sheet))`,
  borderInlineStartColor: colourOf(hue),
})
