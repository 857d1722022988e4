'use client'

import { useSearchParams } from 'next/navigation'
import { contentNames } from '@/components/content/content-address'
import { useText } from '@/components/i18n/use-text'
import { useWorkspace } from '@/components/shell/workspace'
import { Button } from '@/components/ui/button'
import { Menu } from '@/components/ui/menu'
import { MenuItem } from '@/components/ui/menu-items'

const formats = ['csv', 'xlsx', 'json'] as const

/** Downloads what the filter means, in the order of the screen; every export can be imported again unchanged. */
export function ExportMenu() {
  const text = useText('table')
  const search = useSearchParams()
  const { slug } = useWorkspace()
  const download = (format: (typeof formats)[number]) => {
    const kept = [...search].filter(([name]) => name === 'sort' || !contentNames.includes(name))
    const address = new URLSearchParams([['format', format], ...kept])
    window.location.assign(`/api/export/${slug}?${address}`)
  }
  return (
    <Menu trigger={<Button>{text('export')}</Button>}>
      {formats.map((format) => (
        <MenuItem key={format} onSelect={() => download(format)}>
          {text(`format.${format}`)}
        </MenuItem>
      ))}
    </Menu>
  )
}
