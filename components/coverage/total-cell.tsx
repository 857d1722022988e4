'use client'

import { type Place, placeText } from '@/components/coverage/coverage-address'
import type { GridSpotProps } from '@/components/coverage/grid-keys'
import type { CoverageWords } from '@/components/coverage/use-coverage-words'
import { useFormatter } from '@/components/i18n/use-text'
import { cn } from '@/components/ui/class-names'

interface Props {
  place: Place
  count: number
  /** The number of everything in the picture. */
  isWhole?: boolean
  words: CoverageWords
  open: Place | null
  onOpen: (place: Place) => void
  spot: GridSpotProps
}

/** How many different items a row, a column or the whole holds. */
export function TotalCell({ place, count, isWhole = false, words, open, onOpen, spot }: Props) {
  const format = useFormatter()
  const isOpen = open !== null && placeText(open) === placeText(place)
  return (
    <td className="p-0">
      <button
        type="button"
        {...spot}
        aria-pressed={isOpen}
        data-cell={placeText(place)}
        onClick={() => onOpen(place)}
        className={cn(
          'h-7 w-full scroll-ms-42 rounded text-center text-sm text-ink-2 hover:outline-1 hover:outline-ink-3 focus-visible:outline-2 focus-visible:outline-focus',
          isWhole && 'font-semibold text-ink',
          isOpen && 'outline-2 outline-focus hover:outline-2 hover:outline-focus',
        )}
      >
        <span className="sr-only">{words.totalText(place.row, place.column, count)}</span>
        <span aria-hidden>{format.number(count)}</span>
      </button>
    </td>
  )
}
