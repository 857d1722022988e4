'use client'

import { Download, FileSpreadsheet, ImageDown, Table2 } from 'lucide-react'
import { useSearchParams } from 'next/navigation'
import { useText } from '@/components/i18n/use-text'
import { PdfItems, pdfAddress } from '@/components/shell/pdf-items'
import { useTakeAlong } from '@/components/shell/use-take-along'
import { useWorkspace } from '@/components/shell/workspace'
import { Button } from '@/components/ui/button'
import { Menu } from '@/components/ui/menu'
import { MenuItem, MenuSeparator } from '@/components/ui/menu-items'

interface Props {
  screen: 'calendar' | 'board' | 'campaign'
  /** The campaign that the page is about. */
  campaign?: string
  /** The items that the screen shows, as the filter writes it; without it, what stands in the address. */
  filter?: string
}

/** What calendar, board and campaign show, as a file. The picture is that of the element marked with `data-figure`. */
export function PlanMenu({ screen, campaign, filter }: Props) {
  const text = useText('outlets.menu')
  const { slug, can } = useWorkspace()
  const search = useSearchParams()
  const { busy, draw, fetch } = useTakeAlong()
  if (!can('item.export')) return null
  const figure = () => document.querySelector<HTMLElement>('[data-figure]') ?? document.querySelector<HTMLElement>('main')
  const name = [slug, text(`file.${screen}`), ...(campaign === undefined ? [] : [campaign])].join('-')
  const plan = (format: 'csv' | 'xlsx') => {
    const wanted = new URLSearchParams(filter ?? search)
    wanted.set('format', format)
    wanted.set('preset', 'plan')
    return fetch(`/api/export/${slug}?${wanted}`)
  }
  return (
    <Menu
      align="end"
      trigger={
        <Button loading={busy !== null} className="max-sm:px-2" icon={<Download aria-hidden className="sm:hidden" />}>
          <span className="max-sm:sr-only">{text(busy ?? 'export')}</span>
        </Button>
      }
    >
      <PdfItems
        onPick={(locale) =>
          void fetch(pdfAddress(slug, campaign === undefined ? kindOf(screen) : `campaign-${campaign}`, search, locale))
        }
      />
      <MenuSeparator />
      {(['light', 'dark'] as const).map((theme) => (
        <MenuItem key={theme} icon={<ImageDown aria-hidden />} onSelect={() => void draw(figure(), `${name}.png`, theme)}>
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
  )
}

const kindOf = (screen: Props['screen']): 'calendar' | 'board' => (screen === 'board' ? 'board' : 'calendar')
