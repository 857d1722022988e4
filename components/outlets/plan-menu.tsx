'use client'

import { Download, FileSpreadsheet, ImageDown, Table2 } from 'lucide-react'
import { useSearchParams } from 'next/navigation'
import { useRef, useState } from 'react'
import { createPortal, flushSync } from 'react-dom'
import { useLanguage, useText } from '@/components/i18n/use-text'
import { SheetPicture } from '@/components/outlets/sheet-picture'
import { PdfItems, pdfAddress } from '@/components/shell/pdf-items'
import { useTakeAlong } from '@/components/shell/use-take-along'
import { useWorkspace } from '@/components/shell/workspace'
import { Button } from '@/components/ui/button'
import { Menu } from '@/components/ui/menu'
import { MenuItem, MenuSeparator } from '@/components/ui/menu-items'
import type { PictureSheet } from '@/server/domain/plan-export/sheet.schema'

interface Props {
  screen: 'calendar' | 'board' | 'campaign'
  /** The campaign that the page is about. */
  campaign?: string
  /** The items that the screen shows, as the filter writes it; without it, what stands in the address. */
  filter?: string
}

/** What calendar, board and campaign show, as a file. A picture is drawn from the same sheet as the PDF, without controls. */
export function PlanMenu({ screen, campaign, filter }: Props) {
  const text = useText('outlets.menu')
  const { slug, can } = useWorkspace()
  const search = useSearchParams()
  const language = useLanguage()
  const { busy, draw, fetch } = useTakeAlong()
  const [sheet, setSheet] = useState<PictureSheet | null>(null)
  const figure = useRef<HTMLDivElement>(null)
  if (!can('item.export')) return null
  const what = campaign === undefined ? kindOf(screen) : (`campaign-${campaign}` as const)
  const show = (given: PictureSheet | null) => {
    flushSync(() => setSheet(given))
    return figure.current
  }
  const plan = (format: 'csv' | 'xlsx') => {
    const wanted = new URLSearchParams(filter ?? search)
    wanted.set('format', format)
    wanted.set('preset', 'plan')
    return fetch(`/api/export/${slug}?${wanted}`)
  }
  return (
    <>
      <Menu
        align="end"
        trigger={
          <Button loading={busy !== null} className="max-sm:px-2" icon={<Download aria-hidden className="sm:hidden" />}>
            <span className="max-sm:sr-only">{text(busy ?? 'export')}</span>
          </Button>
        }
      >
        <PdfItems onPick={(locale) => void fetch(pdfAddress(slug, what, search, locale))} />
        <MenuSeparator />
        {(['light', 'dark'] as const).map((theme) => (
          <MenuItem
            key={theme}
            icon={<ImageDown aria-hidden />}
            onSelect={() => void draw(pdfAddress(slug, what, search, language, 'json'), show, theme)}
          >
            {text(theme === 'light' ? 'pngLight' : 'pngDark')}
          </MenuItem>
        ))}
        <MenuSeparator />
        <MenuItem icon={<Table2 aria-hidden />} onSelect={() => void plan('csv')}>
          {text('csv')}
        </MenuItem>
        <MenuItem icon={<FileSpreadsheet aria-hidden />} onSelect={() => void plan('xlsx')}>
          {text('xlsx')}
        </MenuItem>
      </Menu>
      {/* Beside the window, only while it is drawn. */}
      {sheet
        ? createPortal(
            <div aria-hidden className="fixed top-0 -left-[9999px]">
              <div ref={figure} className="w-max">
                <SheetPicture sheet={sheet} />
              </div>
            </div>,
            document.body,
          )
        : null}
    </>
  )
}

const kindOf = (screen: Props['screen']): 'calendar' | 'board' => (screen === 'board' ? 'board' : 'calendar')
