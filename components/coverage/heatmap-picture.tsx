'use client'

import { type ReactNode, type Ref, useMemo } from 'react'
import { createPortal } from 'react-dom'
import { Heatmap } from '@/components/coverage/heatmap'
import { HeatmapLegend } from '@/components/coverage/heatmap-legend'
import type { CoverageWords } from '@/components/coverage/use-coverage-words'
import { PictureHead } from '@/components/shell/picture-head'
import type { CoveragePicture } from '@/server/domain/coverage/coverage-picture.schema'
import { heatmapOf } from '@/server/domain/coverage/heatmap-view.rules'
import type { PictureSheet } from '@/server/domain/plan-export/sheet.schema'

const width = 1360
const nothing = () => undefined

interface Props {
  sheet: PictureSheet
  picture: CoveragePicture
  earlier: CoveragePicture | undefined
  showsAll: boolean
  words: CoverageWords
  caption: ReactNode
  ref: Ref<HTMLDivElement>
}

/** The heatmap as it is drawn into a picture: beside the window, of one width however wide the window is. */
export function HeatmapPicture({ sheet, picture, earlier, showsAll, words, caption, ref }: Props) {
  const view = useMemo(() => heatmapOf(picture, showsAll, earlier), [picture, showsAll, earlier])
  return createPortal(
    <div aria-hidden inert className="fixed top-0 -left-[9999px]">
      <div ref={ref} style={{ width }} className="bg-paper text-base text-ink">
        <PictureHead sheet={sheet} />
        <p className="mb-3 font-serif text-xl">{caption}</p>
        <Heatmap {...{ picture, view, words }} open={null} onOpen={nothing} />
        <HeatmapLegend view={view} className="mt-3" />
      </div>
    </div>,
    document.body,
  )
}
