import { type ClassValue, clsx } from 'clsx'
import { extendTailwindMerge } from 'tailwind-merge'

// Without these tailwind-merge takes our own sizes for colours (`text-2xs`) and drops them.
const merge = extendTailwindMerge({
  extend: {
    theme: {
      text: ['2xs', 'xs', 'sm', 'base', 'lg', 'xl', '2xl', '3xl'],
      spacing: ['control', 'row', 'cell-x', 'cell-y'],
      shadow: ['float'],
    },
  },
})

/** Joins class names; of two Tailwind classes for one property the later wins. */
export const cn = (...classes: ClassValue[]): string => merge(clsx(classes))
