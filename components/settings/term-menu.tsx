'use client'

import { ArrowDown, ArrowUp, Ellipsis } from 'lucide-react'
import { useText } from '@/components/i18n/use-text'
import { IconButton } from '@/components/ui/button'
import { Menu } from '@/components/ui/menu'
import { MenuItem, MenuSeparator } from '@/components/ui/menu-items'

export type TermAction = 'merge' | 'archive' | 'delete' | 'split' | 'remove'

interface Props {
  name: string
  place: number
  last: number
  onMove: (place: number) => void
  /** What may be done to this one, in this order. */
  actions: readonly TermAction[]
  onAction: (action: TermAction) => void
}

export function TermMenu({ name, place, last, onMove, actions, onAction }: Props) {
  const text = useText('settings.term')
  return (
    <Menu align="end" trigger={<IconButton icon={<Ellipsis aria-hidden />} label={text('more', { name })} size="sm" />}>
      <MenuItem icon={<ArrowUp aria-hidden />} disabled={place === 0} onSelect={() => onMove(place - 1)}>
        {text('moveUp')}
      </MenuItem>
      <MenuItem icon={<ArrowDown aria-hidden />} disabled={place === last} onSelect={() => onMove(place + 1)}>
        {text('moveDown')}
      </MenuItem>
      {actions.length > 0 ? <MenuSeparator /> : null}
      {actions.map((action) => (
        <MenuItem key={action} danger={action === 'remove' || action === 'delete'} onSelect={() => onAction(action)}>
          {text(`action.${action}`)}
        </MenuItem>
      ))}
    </Menu>
  )
}
