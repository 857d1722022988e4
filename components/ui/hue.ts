import type { CSSProperties } from 'react'

/** Lightness and chroma are the theme's; a thing of a colour of its own has only a hue. */
export const colourOf = (hue: number): string => `oklch(0.62 0.11 ${hue})`

/** A bar in a colour of its own: its edge strong, its ground so light that text can stand on it. */
export const barColour = (hue: number): CSSProperties => ({
  background: `color-mix(in oklch, ${colourOf(hue)} 20%, var(--sheet))`,
  borderColor: `color-mix(in oklch, ${colourOf(hue)} 60%, var(--sheet))`,
  borderInlineStartColor: colourOf(hue),
})
