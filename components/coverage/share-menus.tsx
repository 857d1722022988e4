'use client'

import { FileSpreadsheet, ImageDown, Link2, Maximize, Printer, Table2 } from 'lucide-react'
import { useSearchParams } from 'next/navigation'
import { type ReactNode, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { type CsvHeads, csvCells, csvTable } from '@/components/coverage/csv-of-picture'
import { HeatmapPicture } from '@/components/coverage/heatmap-picture'
import type { CoverageScreenState } from '@/components/coverage/use-coverage-address'
import type { CoverageWords } from '@/components/coverage/use-coverage-words'
import { useLanguage, useText } from '@/components/i18n/use-text'
import { PdfItems, pdfAddress } from '@/components/shell/pdf-items'
import { useTakeAlong } from '@/components/shell/use-take-along'
import { useWorkspace } from '@/components/shell/workspace'
import { Button } from '@/components/ui/button'
import { Menu } from '@/components/ui/menu'
import { MenuItem, MenuSeparator } from '@/components/ui/menu-items'
import { saveFile } from '@/components/ui/save-file'
import { showError, showSuccess } from '@/components/ui/toast'
import type { CoveragePicture } from '@/server/domain/coverage/coverage-picture.schema'
import type { PictureSheet } from '@/server/domain/plan-export/sheet.schema'

interface Props {
  picture: CoveragePicture
  earlier: CoveragePicture | undefined
  words: CoverageWords
  state: CoverageScreenState
  /** Said above the heatmap in its picture. */
  caption: ReactNode
}

/** The address of what is seen, and the ways to take it along. */
export function ShareMenus({ picture, earlier, words, state, caption }: Props) {
  const text = useText('coverage.share')
  const language = useLanguage()
  const { slug } = useWorkspace()
  const take = useTakeAlong()
  const search = useSearchParams()
  const name = (ending: string) => `${slug}-${text('fileName')}-${picture.asOf ?? picture.today}.${ending}`

  const [sheet, setSheet] = useState<PictureSheet | null>(null)
  const figure = useRef<HTMLDivElement>(null)
  const draw = (theme: 'light' | 'dark') =>
    take.draw(
      pdfAddress(slug, 'heatmap', search, language, 'json'),
      (given) => {
        flushSync(() => setSheet(given))
        return figure.current
      },
      theme,
    )

  const copyLink = async () => {
    try {
      await navigator.clipboard.writeText(window.location.href)
      showSuccess(text('copied'))
    } catch {
      showError(text('notCopied'))
    }
  }
  const heads: CsvHeads = {
    phase: text('csv.phase'),
    column: text('csv.column', { by: picture.by }),
    fresh: text('csv.fresh'),
    stale: text('csv.stale'),
    min: text('csv.min'),
    ideal: text('csv.ideal'),
    max: text('csv.max'),
    state: text('csv.state'),
    reason: text('csv.reason'),
    distinct: text('csv.distinct'),
    score: text('csv.score'),
    separator: language === 'de' ? ';' : ',',
  }
  const saveCsv = (content: string, ending: string) =>
    saveFile(name(ending), new Blob([content], { type: 'text/csv;charset=utf-8' }))
  return (
    <>
      {sheet ? <HeatmapPicture ref={figure} showsAll={state.showsAll} {...{ sheet, picture, earlier, words, caption }} /> : null}
      <Button icon={<Link2 aria-hidden />} onClick={() => void copyLink()}>
        {text('link')}
      </Button>
      <Menu
        align="end"
        trigger={<Button loading={take.busy !== null}>{text(take.busy === 'drawing' ? 'drawing' : 'export')}</Button>}
      >
        <MenuItem icon={<Table2 aria-hidden />} onSelect={() => saveCsv(csvTable(picture, words, heads), 'csv')}>
          {text('csvTable')}
        </MenuItem>
        <MenuItem icon={<FileSpreadsheet aria-hidden />} onSelect={() => saveCsv(csvCells(picture, words, heads), 'cells.csv')}>
          {text('csvCells')}
        </MenuItem>
        <MenuSeparator />
        <MenuItem icon={<ImageDown aria-hidden />} onSelect={() => void draw('light')}>
          {text('pngLight')}
        </MenuItem>
        <MenuItem icon={<ImageDown aria-hidden />} onSelect={() => void draw('dark')}>
          {text('pngDark')}
        </MenuItem>
        <MenuSeparator />
        <PdfItems onPick={(locale) => void take.fetch(pdfAddress(slug, 'heatmap', search, locale))} />
        <MenuItem icon={<Printer aria-hidden />} onSelect={() => window.print()}>
          {text('print')}
        </MenuItem>
        <MenuItem icon={<Maximize aria-hidden />} onSelect={() => state.set({ presentation: 'on', cell: null })}>
          {text('present')}
        </MenuItem>
      </Menu>
    </>
  )
}
