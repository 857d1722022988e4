'use client'

import { useState } from 'react'
import { useText } from '@/components/i18n/use-text'
import { type PaletteRow, usePaletteGroups } from '@/components/shell/palette-groups'
import { ranked } from '@/components/shell/palette-match'
import { CommandDialog, CommandGroup, CommandItem } from '@/components/ui/command-dialog'
import { KeyboardHints } from '@/components/ui/kbd'

interface Props {
  open: boolean
  onOpenChange: (open: boolean) => void
}

/** Everything one can go to or do, found by typing. */
export function Palette({ open, onOpenChange }: Props) {
  const text = useText('shell.palette')
  const [query, setQuery] = useState('')
  const close = () => {
    onOpenChange(false)
    setQuery('')
  }
  return (
    <CommandDialog
      open={open}
      onOpenChange={(next) => (next ? onOpenChange(true) : close())}
      label={text('label')}
      placeholder={text('placeholder')}
      query={query}
      onQueryChange={setQuery}
      filter={false}
      empty={text('empty')}
      foot={
        <KeyboardHints
          hints={[
            { shortcut: '↑ ↓', label: text('hint.choose') },
            { shortcut: '↵', label: text('hint.open') },
            { shortcut: 'Esc', label: text('hint.close') },
          ]}
        />
      }
    >
      <PaletteList query={query} onDone={close} />
    </CommandDialog>
  )
}

/** Mounted with the dialog, so what it reads is read when it opens. */
function PaletteList({ query, onDone }: { query: string; onDone: () => void }) {
  const groups = ranked(usePaletteGroups(query), query)
  const choose = (row: PaletteRow) => () => {
    onDone()
    row.run()
  }
  return groups.map(({ key, heading, entries }) => (
    <CommandGroup key={key} heading={heading}>
      {entries.map((row) => (
        <CommandItem key={row.id} value={row.id} icon={row.icon} hint={row.hint} shortcut={row.shortcut} onSelect={choose(row)}>
          {row.label}
        </CommandItem>
      ))}
    </CommandGroup>
  ))
}
