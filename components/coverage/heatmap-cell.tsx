'use client'

import type { CSSProperties } from 'react'
import type { GridSpotProps } from '@/components/coverage/grid-keys'
import { useFormatter, useText } from '@/components/i18n/use-text'
import { cn } from '@/components/ui/class-names'
import { StateMark, stateStyle } from '@/components/ui/state-mark'
import type { HeatCell } from '@/server/domain/coverage/heatmap-view.rules'

interface Props {
  cell: HeatCell
  /** The whole cell in words. */
  words: string
  /** Where nothing has a target the count alone tints. */
  isTinted: boolean
  /** Many columns: smaller figures. */
  isDense: boolean
  isOpen: boolean
  place: string
  onOpen: () => void
  spot: GridSpotProps
}

/** How much stands in a cell, what it has to reach, and how far it is: as number, sign, colour and words. */
export function HeatmapCell({ cell, words, isTinted, isDense, isOpen, place, onOpen, spot }: Props) {
  const isBare = cell.state === 'open' && !isTinted
  const tint = cell.state === 'open' && isTinted ? { '--share': `${Math.round(cell.share * 26)}%` } : undefined
  return (
    <td className="relative h-11 p-0 print:h-8">
      <button
        type="button"
        {...spot}
        aria-pressed={isOpen}
        data-cell={place}
        data-state={cell.state}
        data-swatch={isBare ? undefined : true}
        onClick={onOpen}
        style={tint as CSSProperties | undefined}
        className={cn(
          '@container absolute inset-0 size-full scroll-ms-42 scroll-me-28 rounded text-center text-[0.9375rem] font-medium hover:outline-1 hover:outline-ink-3 focus-visible:z-1 focus-visible:outline-2 focus-visible:outline-focus',
          isDense && 'text-xs tracking-tight',
          stateStyle[cell.state],
          tint && 'bg-[color-mix(in_oklch,var(--ink)_var(--share),transparent)] text-ink',
          isOpen && 'z-1 outline-2 outline-offset-1 outline-focus hover:outline-2 hover:outline-focus',
        )}
      >
        <span className="sr-only">{words}</span>
        <CellFace cell={cell} isDense={isDense} />
      </button>
    </td>
  )
}

/** Where a column has no room for `26/15`, the ideal stands below. */
const stacked = '@max-[2.2rem]:flex @max-[2.2rem]:flex-col @max-[2.2rem]:pt-3 @max-[2.2rem]:leading-none'

function CellFace({ cell, isDense }: Pick<Props, 'cell' | 'isDense'>) {
  const text = useText('coverage')
  const format = useFormatter()
  const { fresh, stale, target, state, delta } = cell
  const isLong = target !== null && `${fresh}${target.ideal}`.length > 2
  if (state === 'not_applicable' && fresh + stale === 0)
    return (
      <span aria-hidden className="text-2xs font-normal">
        {text(isDense ? 'short.dense' : 'short.not_applicable')}
      </span>
    )
  return (
    <span aria-hidden className={cn('tabular-nums', fresh + stale === 0 && !target && 'text-ink-3', isLong && stacked)}>
      <StateMark state={state} className="absolute start-1 top-1 size-2.5 @max-[2.2rem]:start-0.5 @max-[2.2rem]:size-2" />
      {fresh + stale === 0 && !target ? '·' : format.number(fresh)}
      {target ? (
        <span className={cn('ms-px font-normal', isDense ? 'text-[0.65625rem]' : 'text-2xs', isLong && '@max-[2.2rem]:ms-0')}>
          /{format.number(target.ideal)}
        </span>
      ) : null}
      {stale > 0 ? (
        <span className="absolute end-1 top-0.5 text-[0.65625rem] font-normal @max-[2.2rem]:end-0.5">
          +{format.number(stale)}
        </span>
      ) : null}
      {delta === null || delta === 0 ? null : (
        <span className="absolute end-1 bottom-0 text-[0.65625rem] font-normal">{(delta > 0 ? '▲' : '▼') + Math.abs(delta)}</span>
      )}
    </span>
  )
}
