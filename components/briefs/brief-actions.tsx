'use client'

import { useQueryClient } from '@tanstack/react-query'
import { Ellipsis } from 'lucide-react'
import { useLanguage, useProblemText, useText } from '@/components/i18n/use-text'
import { useUndoToast } from '@/components/shell/undo'
import { useWorkspace } from '@/components/shell/workspace'
import { useTRPC, useTRPCClient } from '@/components/trpc/client'
import { Button, IconButton } from '@/components/ui/button'
import { Menu } from '@/components/ui/menu'
import { MenuGroup, MenuItem } from '@/components/ui/menu-items'
import { showError, showSuccess } from '@/components/ui/toast'
import type { Locale } from '@/server/domain/wire.schema'

interface Props {
  itemId: string
  title: string
  disabled: boolean
  /** What is typed is saved first. */
  flush: () => Promise<void>
}

const languages = [
  ['en', 'english'],
  ['de', 'german'],
] as const

/** Taking the brief along: as text, as a file, on paper; labels in either language. */
export function BriefActions({ itemId, title, disabled, flush }: Props) {
  const text = useText('briefs')
  const language = useLanguage()
  const problemText = useProblemText()
  const trpc = useTRPC()
  const client = useTRPCClient()
  const queries = useQueryClient()
  const tell = useUndoToast()
  const { slug } = useWorkspace()
  const address = (format: 'md' | 'pdf', of: Locale) => `/api/briefs/${slug}/${itemId}?format=${format}&language=${of}`
  async function copy() {
    try {
      await flush()
      const answer = await fetch(address('md', language))
      if (!answer.ok) throw new Error('fetch failed')
      await navigator.clipboard.writeText(await answer.text())
      showSuccess(text('actions.copied'))
    } catch {
      showError(text('actions.copyFailed'))
    }
  }
  async function download(format: 'md' | 'pdf', of: Locale) {
    await flush()
    window.location.assign(address(format, of))
  }
  async function remove() {
    try {
      await flush()
      const { changeSet } = await client.briefs.delete.mutate({ workspace: slug, itemId })
      if (changeSet) tell(text('told.deleted', { title }), changeSet)
      await queries.invalidateQueries(trpc.briefs.pathFilter())
    } catch (error) {
      showError(problemText(error))
    }
  }
  return (
    <div data-print="hide" className="flex flex-wrap items-center gap-2">
      <Button onClick={() => void copy()}>{text('actions.copy')}</Button>
      <Menu trigger={<Button>{text('actions.export')}</Button>} align="end">
        {languages.map(([of, name]) => (
          <MenuGroup key={of} label={text(`actions.${name}`)}>
            <MenuItem onSelect={() => void download('pdf', of)}>{text('actions.pdf')}</MenuItem>
            <MenuItem onSelect={() => void download('md', of)}>{text('actions.markdown')}</MenuItem>
          </MenuGroup>
        ))}
      </Menu>
      {disabled ? null : (
        <Menu align="end" trigger={<IconButton label={text('actions.label')} icon={<Ellipsis aria-hidden />} />}>
          <MenuItem danger onSelect={() => void remove()}>
            {text('actions.delete')}
          </MenuItem>
        </Menu>
      )}
    </div>
  )
}
