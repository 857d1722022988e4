'use client'

import { useSuspenseQuery } from '@tanstack/react-query'
import { ChevronsLeft, ChevronsRight, CircleUser, Search } from 'lucide-react'
import Link from 'next/link'
import type { ComponentProps, ReactNode } from 'react'
import { useLanguage, useText } from '@/components/i18n/use-text'
import { NavLinks, NavRail } from '@/components/shell/nav'
import { useWritten } from '@/components/shell/platform'
import { useShell } from '@/components/shell/shell-actions'
import { useThemeChoice } from '@/components/shell/use-personal'
import { usePreference } from '@/components/shell/use-preference'
import { UserMenu } from '@/components/shell/user-menu'
import { useWorkspace } from '@/components/shell/workspace'
import { WorkspaceSwitcher } from '@/components/shell/workspace-switcher'
import { useTRPC } from '@/components/trpc/client'
import { IconButton } from '@/components/ui/button'
import { cn } from '@/components/ui/class-names'
import { Kbd } from '@/components/ui/kbd'

/** Without a choice of its own it is wide where there is room; a choice holds on every width but a phone's. */
const looks = {
  auto: { wide: 'hidden xl:flex', rail: 'hidden md:flex xl:hidden' },
  wide: { wide: 'hidden md:flex', rail: 'hidden' },
  rail: { wide: 'hidden', rail: 'hidden md:flex' },
} as const
type Look = keyof typeof looks
const isLook = (text: string): text is Look => text in looks

const frame = 'sticky top-0 z-10 h-dvh shrink-0 flex-col border-e bg-sunk'

export function Sidebar({ mark, bell }: { mark: ReactNode; bell: ReactNode }) {
  const text = useText('shell')
  const { base, name } = useWorkspace()
  const { openPalette, openShortcuts, signOut } = useShell()
  const written = useWritten()
  const [stored, setLook] = usePreference<string>('nav', 'auto')
  const look = looks[isLook(stored) ? stored : 'auto']
  return (
    <>
      <header data-print="hide" className={cn(frame, look.wide, 'w-54 px-3 py-5')}>
        <div className="mb-4 flex items-center justify-between">
          <Link href={`${base}/coverage`} className="rounded-sm px-1.5">
            {mark}
          </Link>
          <IconButton
            icon={<ChevronsLeft aria-hidden />}
            label={text('nav.collapse')}
            size="sm"
            tooltipSide="right"
            onClick={() => setLook('rail')}
          />
        </div>
        <WorkspaceSwitcher />
        <SearchButton className="mt-2 mb-4" />
        <nav aria-label={text('nav.label')} className="-mx-1 min-h-0 flex-1 overflow-y-auto px-1">
          <NavLinks />
        </nav>
        <div className="mt-2 flex items-center gap-1">
          <UserMenu trigger={<UserButton />} onSignOut={signOut} onShortcuts={openShortcuts} />
          {bell}
        </div>
      </header>
      <header data-print="hide" className={cn(frame, look.rail, 'w-14 items-center gap-3 py-4')}>
        <WorkspaceSwitcher
          trigger={
            <button
              type="button"
              aria-label={text('switcher.label', { name })}
              className="grid size-9 place-items-center rounded-md border border-line-2 bg-sheet font-serif text-lg font-semibold hover:border-control"
            >
              {name.slice(0, 1).toUpperCase()}
            </button>
          }
        />
        <IconButton
          icon={<Search aria-hidden />}
          label={text('palette.open')}
          shortcut={written('palette')}
          tooltipSide="right"
          onClick={openPalette}
        />
        <nav aria-label={text('nav.label')} className="min-h-0 flex-1 overflow-y-auto px-1 py-0.5">
          <NavRail />
        </nav>
        <IconButton
          icon={<ChevronsRight aria-hidden />}
          label={text('nav.expand')}
          tooltipSide="right"
          onClick={() => setLook('wide')}
        />
        {bell}
        <UserMenu
          side="right"
          trigger={
            <button
              type="button"
              aria-label={text('user.label')}
              className="grid size-9 place-items-center rounded-md text-ink-2 hover:bg-ink/6 hover:text-ink"
            >
              <CircleUser aria-hidden className="size-4.5" />
            </button>
          }
          onSignOut={signOut}
          onShortcuts={openShortcuts}
        />
      </header>
    </>
  )
}

export function SearchButton({ className }: { className?: string }) {
  const text = useText('shell.palette')
  const written = useWritten()
  const { openPalette } = useShell()
  return (
    <button
      type="button"
      onClick={openPalette}
      className={cn(
        'flex min-h-8 w-full items-center gap-2 rounded-md px-2.5 text-start text-ink-2 hover:bg-ink/6 hover:text-ink',
        className,
      )}
    >
      <Search aria-hidden className="size-4 shrink-0" />
      <span className="min-w-0 flex-1 truncate">{text('open')}</span>
      <Kbd shortcut={written('palette')} />
    </button>
  )
}

/** Name, below it language and theme, as the way to the menu. Takes the props of a menu's trigger. */
function UserButton(props: ComponentProps<'button'>) {
  const text = useText('shell.user')
  const trpc = useTRPC()
  const language = useLanguage()
  const [theme] = useThemeChoice()
  const { data: account } = useSuspenseQuery(trpc.account.me.queryOptions())
  return (
    <button
      type="button"
      {...props}
      className="flex min-h-9 min-w-0 flex-1 flex-col justify-center rounded-md px-1.5 py-0.5 text-start text-sm text-ink-2 hover:bg-ink/6 hover:text-ink"
    >
      <span className="truncate">{account.name}</span>
      <span className="truncate text-xs text-ink-3">
        <span aria-hidden>
          {language.toUpperCase()} · {text(`themesShort.${theme}`)}
        </span>
        <span className="sr-only">{text('label')}</span>
      </span>
    </button>
  )
}
