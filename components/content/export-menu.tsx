'use client'

import { useSearchParams } from 'next/navigation'
import type { ReactElement } from 'react'
import { contentNames } from '@/components/content/content-address'
import { useProblemText, useText } from '@/components/i18n/use-text'
import { useWorkspace } from '@/components/shell/workspace'
import { useTRPCClient } from '@/components/trpc/client'
import { Button } from '@/components/ui/button'
import { Menu } from '@/components/ui/menu'
import { MenuItem } from '@/components/ui/menu-items'
import { showError } from '@/components/ui/toast'
import type { FreezeInput } from '@/server/domain/content/bulk.schema'

const formats = ['csv', 'xlsx', 'json'] as const

interface Props {
  /** Only these rows; otherwise all that the filter means. */
  selection?: FreezeInput
  trigger?: ReactElement
}

/** Downloads what the filter or the selection means, in the order of the screen; every export can be imported again unchanged. */
export function ExportMenu({ selection, trigger }: Props) {
  const text = useText('table')
  return (
    <Menu trigger={trigger ?? <Button>{text('export')}</Button>} align="end">
      <ExportItems selection={selection} />
    </Menu>
  )
}

/** The formats, for a menu. */
export function ExportItems({ selection }: { selection?: FreezeInput | undefined }) {
  const text = useText('table')
  const problemText = useProblemText()
  const search = useSearchParams()
  const client = useTRPCClient()
  const { slug } = useWorkspace()
  const download = async (format: (typeof formats)[number]) => {
    const kept = [...search].filter(([name]) => name === 'sort' || (selection === undefined && !contentNames.includes(name)))
    const address = new URLSearchParams([['format', format], ...kept])
    try {
      if (selection) {
        const { selectionId } = await client.bulk.freeze.mutate({ workspace: slug, selection })
        address.set('selection', selectionId)
      }
      window.location.assign(`/api/export/${slug}?${address}`)
    } catch (error) {
      showError(problemText(error))
    }
  }
  return formats.map((format) => (
    <MenuItem key={format} onSelect={() => void download(format)}>
      {text(`format.${format}`)}
    </MenuItem>
  ))
}
