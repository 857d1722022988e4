'use client'

import { useMemo } from 'react'
import type { Place } from '@/components/coverage/coverage-address'
import { Heatmap } from '@/components/coverage/heatmap'
import { HeatmapLegend } from '@/components/coverage/heatmap-legend'
import { LensNotes } from '@/components/coverage/lens-notes'
import { PhaseList } from '@/components/coverage/phase-list'
import type { CoverageScreenState } from '@/components/coverage/use-coverage-address'
import type { CoverageWords } from '@/components/coverage/use-coverage-words'
import { useText } from '@/components/i18n/use-text'
import { cn } from '@/components/ui/class-names'
import type { CoveragePicture } from '@/server/domain/coverage/coverage-picture.schema'
import { heatmapOf } from '@/server/domain/coverage/heatmap-view.rules'

interface Props {
  picture: CoveragePicture
  earlier?: CoveragePicture
  state: CoverageScreenState
  words: CoverageWords
  /** Newer data are on their way. */
  isDimmed: boolean
  onOpen: (place: Place) => void
}

/** The heatmap with its legend: what is printed and presented. */
export function CoverageFigure({ picture, earlier, state, words, isDimmed, onOpen }: Props) {
  const text = useText('coverage')
  const { showsAll, cell, set } = state
  const view = useMemo(() => heatmapOf(picture, showsAll, earlier), [picture, showsAll, earlier])
  const isMany = view.hiddenColumns > 0 || showsAll
  return (
    <>
      <LensNotes picture={picture} state={state} />
      {picture.isPart && picture.total > 0 ? (
        <p aria-live="polite" className="mt-3 max-w-180 text-sm text-ink-2">
          {text('part', { count: picture.total })}
        </p>
      ) : null}
      <figure aria-busy={isDimmed} className={cn('mt-4 min-w-0 transition-opacity', isDimmed && 'opacity-60 delay-150')}>
        <Heatmap {...{ picture, view, words, onOpen }} open={cell} className="max-sm:hidden" />
        <PhaseList {...{ view, words, onOpen }} open={cell} className="sm:hidden" />
        <div className="mt-3 flex flex-wrap items-baseline justify-between gap-x-6 gap-y-2">
          <HeatmapLegend view={view} />
          {isMany ? (
            <button
              type="button"
              data-print="hide"
              onClick={() => set({ columns: showsAll ? null : 'all' })}
              className="rounded-sm text-xs text-accent underline decoration-1 underline-offset-2 hover:decoration-2"
            >
              {showsAll ? text('columns.fewer') : text('columns.all', { count: view.hiddenColumns, by: picture.by })}
            </button>
          ) : null}
        </div>
      </figure>
    </>
  )
}
