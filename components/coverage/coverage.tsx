'use client'

import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { type ReactNode, useEffect, useMemo, useRef } from 'react'
import { CellPanel, type PanelSelection } from '@/components/coverage/cell-panel'
import { type Place, placeText } from '@/components/coverage/coverage-address'
import { CoverageControls } from '@/components/coverage/coverage-controls'
import { CoverageEmpty } from '@/components/coverage/coverage-empty'
import { CoverageFigure } from '@/components/coverage/coverage-figure'
import { CoverageNote, CoverageSentence } from '@/components/coverage/coverage-sentence'
import { CoverageSkeleton } from '@/components/coverage/coverage-skeleton'
import { Presentation } from '@/components/coverage/presentation'
import { ShareMenus } from '@/components/coverage/share-menus'
import { useCoverageAddress } from '@/components/coverage/use-coverage-address'
import { useCoverageWords } from '@/components/coverage/use-coverage-words'
import { useProblemText, useText } from '@/components/i18n/use-text'
import { NewContent } from '@/components/shell/new-content'
import { Page } from '@/components/shell/page'
import { useWorkspace } from '@/components/shell/workspace'
import { useTRPC } from '@/components/trpc/client'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { ViewsMenu } from '@/components/views/views-menu'
import type { CoveragePicture } from '@/server/domain/coverage/coverage-picture.schema'

export interface CoverageSlots {
  /** How many gaps are open, as a sentence. */
  gapCounts?: ReactNode
  /** What a phase lacks most, as a sentence. */
  topGap?: (phase: string) => ReactNode
  /** The list under the heatmap. */
  nextGaps?: ReactNode
  bulkBar?: (selection: PanelSelection) => ReactNode
  /** The open gaps of a phase, or of a channel in it. */
  cellGaps?: (phase: string, channel: string | null) => ReactNode
}

/** The home screen: which phase is weak, why, and what stands behind every number. */
export function Coverage(slots: CoverageSlots) {
  const text = useText('coverage')
  const problemText = useProblemText()
  const trpc = useTRPC()
  const { slug } = useWorkspace()
  const state = useCoverageAddress()
  const { question, compare } = state
  const { data, error, isPlaceholderData, refetch } = useQuery(
    trpc.coverage.grid.queryOptions({ workspace: slug, ...question }, { placeholderData: keepPreviousData }),
  )
  const { data: earlier } = useQuery(
    trpc.coverage.grid.queryOptions(
      { workspace: slug, ...question, asOf: compare },
      { enabled: compare !== null, placeholderData: keepPreviousData },
    ),
  )
  if (data)
    return (
      <CoverageScreen
        {...slots}
        picture={data}
        earlier={compare === null ? undefined : earlier}
        isOld={isPlaceholderData}
        state={state}
      />
    )
  if (!error) return <CoverageSkeleton />
  return (
    <Page title={text('title')}>
      <Notice tone="error" actions={<Button onClick={() => void refetch()}>{text('again')}</Button>}>
        {problemText(error)}
      </Notice>
    </Page>
  )
}

interface ScreenProps extends CoverageSlots {
  picture: CoveragePicture
  earlier?: CoveragePicture
  isOld: boolean
  state: ReturnType<typeof useCoverageAddress>
}

function CoverageScreen({ picture, earlier, isOld, state, gapCounts, topGap, nextGaps, bulkBar, cellGaps }: ScreenProps) {
  const text = useText('coverage')
  const filterText = useText('filter')
  const { nameOf } = useWorkspace()
  const words = useCoverageWords(picture)
  const opener = useRef<HTMLElement>(null)
  const { cell, ignored, filter, set, setFilter } = state
  const phaseName = (key: string) => nameOf('phase', key)
  const place = cell === null ? null : placeText(cell)
  // Escape gives the focus back to the cell, also when the panel stood open from the start.
  useEffect(() => {
    if (place === null) return
    opener.current =
      [...document.querySelectorAll<HTMLElement>(`[data-cell="${CSS.escape(place)}"]`)].find((one) => one.offsetParent) ?? null
  }, [place])
  const open = useMemo(() => (next: Place) => set({ cell: placeText(next) }), [set])

  const sentence = picture.stock > 0 && (
    <CoverageSentence
      picture={picture}
      phaseName={phaseName}
      finding={picture.weakest ? topGap?.(picture.weakest.phase) : null}
    />
  )
  const note = picture.stock > 0 && <CoverageNote {...{ picture, phaseName, words, state }} gaps={gapCounts} />
  const drawn = <CoverageFigure {...{ picture, earlier, state, words }} isDimmed={isOld} onOpen={open} />
  if (state.isPresenting)
    return (
      <Presentation onClose={() => set({ presentation: null })}>
        <h1 className="mb-3">{text('title')}</h1>
        <p className="mb-5 max-w-160 font-serif text-xl text-pretty">{sentence}</p>
        {drawn}
      </Presentation>
    )
  return (
    <Page
      title={text('title')}
      actions={
        <>
          <ViewsMenu screen="coverage" />
          {picture.stock > 0 ? <ShareMenus {...{ picture, earlier, words, state }} caption={sentence} /> : null}
          <NewContent>{text('newItem')}</NewContent>
        </>
      }
      lead={sentence}
      leadNote={note}
      panel={
        cell ? (
          <CellPanel
            key={place}
            question={state.question}
            place={cell}
            today={picture.today}
            words={words}
            onClose={() => set({ cell: null })}
            finalFocus={opener}
            bulkBar={bulkBar}
            gaps={cellGaps}
          />
        ) : null
      }
    >
      {picture.stock === 0 ? (
        <CoverageEmpty />
      ) : (
        <>
          <CoverageControls state={state} picture={picture} />
          {ignored.length > 0 ? <Notice className="mt-3">{filterText('unread', { parts: ignored.join(', ') })}</Notice> : null}
          {picture.total === 0 && filter.length > 0 ? (
            <Notice className="mt-3" actions={<Button onClick={() => setFilter([])}>{text('noMatch.clear')}</Button>}>
              {text('noMatch.title', { count: filter.length })}
            </Notice>
          ) : null}
          {drawn}
          {nextGaps ? <div className="mt-9">{nextGaps}</div> : null}
        </>
      )}
    </Page>
  )
}
