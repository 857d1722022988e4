'use client'

import { Menu as MenuIcon, Search } from 'lucide-react'
import Link from 'next/link'
import { type ReactNode, useState } from 'react'
import { useText } from '@/components/i18n/use-text'
import { NavLinks } from '@/components/shell/nav'
import { useShell } from '@/components/shell/shell-actions'
import { UserMenu } from '@/components/shell/user-menu'
import { useWorkspace } from '@/components/shell/workspace'
import { WorkspaceSwitcher } from '@/components/shell/workspace-switcher'
import { Button, IconButton } from '@/components/ui/button'
import { cn } from '@/components/ui/class-names'
import { Dialog } from '@/components/ui/dialog'

/** The top of a phone: name, search, and a drawer with everything else. */
export function PhoneBar({ mark, bell, className }: { mark: ReactNode; bell: ReactNode; className?: string }) {
  const text = useText('shell')
  const { base, name } = useWorkspace()
  const { openPalette, openShortcuts, signOut } = useShell()
  const [isOpen, setOpen] = useState(false)
  return (
    <header data-print="hide" className={cn('flex items-center gap-2 border-b bg-sunk px-4 py-2', className)}>
      <Link href={`${base}/coverage`} className="me-auto rounded-sm">
        {mark}
      </Link>
      {bell}
      <IconButton icon={<Search aria-hidden />} label={text('palette.open')} tooltipSide="bottom" onClick={openPalette} />
      <Dialog
        open={isOpen}
        onOpenChange={setOpen}
        title={name}
        trigger={<IconButton icon={<MenuIcon aria-hidden />} label={text('nav.open')} tooltipSide="bottom" />}
      >
        <nav aria-label={text('nav.label')}>
          <NavLinks onGo={() => setOpen(false)} />
        </nav>
        <div className="flex flex-wrap gap-2 border-t pt-4">
          <WorkspaceSwitcher trigger={<Button>{text('switcher.change')}</Button>} />
          <UserMenu trigger={<Button>{text('user.label')}</Button>} onSignOut={signOut} onShortcuts={openShortcuts} />
        </div>
      </Dialog>
    </header>
  )
}
