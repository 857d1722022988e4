'use client'

import { FileSpreadsheet, ImageDown, Link2, Maximize, Printer, Table2 } from 'lucide-react'
import { type RefObject, useState } from 'react'
import { type CsvHeads, csvCells, csvTable } from '@/components/coverage/csv-of-picture'
import { pictureOf, saveFile } from '@/components/coverage/save-file'
import type { CoverageScreenState } from '@/components/coverage/use-coverage-address'
import type { CoverageWords } from '@/components/coverage/use-coverage-words'
import { useLanguage, useText } from '@/components/i18n/use-text'
import { useWorkspace } from '@/components/shell/workspace'
import { Button } from '@/components/ui/button'
import { useAnnounce } from '@/components/ui/live-region'
import { Menu } from '@/components/ui/menu'
import { MenuItem, MenuSeparator } from '@/components/ui/menu-items'
import { showError, showSuccess } from '@/components/ui/toast'
import type { CoveragePicture } from '@/server/domain/coverage/coverage-picture.schema'

interface Props {
  picture: CoveragePicture
  words: CoverageWords
  state: CoverageScreenState
  /** What goes into the picture. */
  figure: RefObject<HTMLElement | null>
}

/** The address of what is seen, and the ways to take it along. */
export function ShareMenus({ picture, words, state, figure }: Props) {
  const text = useText('coverage.share')
  const language = useLanguage()
  const { slug } = useWorkspace()
  const announce = useAnnounce()
  const [isDrawing, setDrawing] = useState(false)
  const name = (ending: string) => `${slug}-${text('fileName')}-${picture.asOf ?? picture.today}.${ending}`

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
  const savePng = async (theme: 'light' | 'dark') => {
    if (!figure.current) return
    setDrawing(true)
    announce(text('drawing'))
    try {
      saveFile(name('png'), await pictureOf(figure.current, theme))
      announce(text('drawn'))
    } catch {
      showError(text('notDrawn'))
    }
    setDrawing(false)
  }

  return (
    <>
      <Button icon={<Link2 aria-hidden />} onClick={() => void copyLink()}>
        {text('link')}
      </Button>
      <Menu align="end" trigger={<Button loading={isDrawing}>{text(isDrawing ? 'drawing' : 'export')}</Button>}>
        <MenuItem icon={<Table2 aria-hidden />} onSelect={() => saveCsv(csvTable(picture, words, heads), 'csv')}>
          {text('csvTable')}
        </MenuItem>
        <MenuItem icon={<FileSpreadsheet aria-hidden />} onSelect={() => saveCsv(csvCells(picture, words, heads), 'cells.csv')}>
          {text('csvCells')}
        </MenuItem>
        <MenuSeparator />
        <MenuItem icon={<ImageDown aria-hidden />} onSelect={() => void savePng('light')}>
          {text('pngLight')}
        </MenuItem>
        <MenuItem icon={<ImageDown aria-hidden />} onSelect={() => void savePng('dark')}>
          {text('pngDark')}
        </MenuItem>
        <MenuSeparator />
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
