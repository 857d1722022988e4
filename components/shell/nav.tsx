'use client'

import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { useFormatter, useText } from '@/components/i18n/use-text'
import { type PlaceKey, places, useOpenPlaces } from '@/components/shell/places'
import { useWritten } from '@/components/shell/platform'
import { useNavCounts } from '@/components/shell/use-nav-counts'
import { useWorkspace } from '@/components/shell/workspace'
import { cn } from '@/components/ui/class-names'
import { Tooltip } from '@/components/ui/tooltip'

/** The key of the screen that the address is in. */
export function useCurrentPlace(): PlaceKey | undefined {
  const part = usePathname().split('/')[2]
  return places.find(({ key }) => key === part)?.key
}

/** The links of the navigation, with the numbers that tell whether there is something to do. */
export function NavLinks({ onGo }: { onGo?: () => void }) {
  const text = useText('shell.nav')
  const format = useFormatter()
  const { base } = useWorkspace()
  const current = useCurrentPlace()
  const counts = useNavCounts()
  const open = useOpenPlaces()
  return (['look', 'plan', 'data'] as const).map((group) => (
    <div key={group} className="mb-4">
      {group === 'look' ? null : (
        <h2 className="mb-1 px-2.5 font-sans text-xs font-normal tracking-normal text-ink-3">{text(`group.${group}`)}</h2>
      )}
      <ul className="flex flex-col gap-0.5">
        {open
          .filter((place) => place.group === group)
          .map(({ key }) => {
            const count = counts[key]
            return (
              <li key={key}>
                <Link
                  href={`${base}/${key}`}
                  aria-current={current === key ? 'page' : undefined}
                  onClick={onGo}
                  className="flex min-h-8 items-center gap-2 rounded-md border border-transparent px-2.5 text-ink-2 hover:text-ink aria-[current=page]:border-line aria-[current=page]:bg-sheet aria-[current=page]:font-medium aria-[current=page]:text-ink"
                >
                  <span className="min-w-0 flex-1 truncate py-1">{text(key)}</span>
                  {count === undefined ? null : (
                    <span className="text-ink-3 tabular-nums">
                      {format.number(count)}
                      <span className="sr-only"> {text(`count.${key}`, { count })}</span>
                    </span>
                  )}
                </Link>
              </li>
            )
          })}
      </ul>
    </div>
  ))
}

/** The same as small signs, where there is little room. */
export function NavRail() {
  const text = useText('shell.nav')
  const written = useWritten()
  const { base } = useWorkspace()
  const current = useCurrentPlace()
  const open = useOpenPlaces()
  return (
    <ul className="flex flex-col items-center gap-1">
      {open.map(({ key, icon: Icon, shortcut }) => (
        <li key={key}>
          <Tooltip text={text(key)} shortcut={written(shortcut)} side="right">
            <Link
              href={`${base}/${key}`}
              aria-label={text(key)}
              aria-current={current === key ? 'page' : undefined}
              className="grid size-9 place-items-center rounded-md border border-transparent text-ink-2 hover:text-ink aria-[current=page]:border-line aria-[current=page]:bg-sheet aria-[current=page]:text-ink"
            >
              <Icon aria-hidden className="size-4.5" />
            </Link>
          </Tooltip>
        </li>
      ))}
    </ul>
  )
}

/** The four screens of every day at the lower edge of a phone; the rest is in the drawer. */
export function NavBottom({ className }: { className?: string }) {
  const text = useText('shell.nav')
  const { base } = useWorkspace()
  const current = useCurrentPlace()
  return (
    <nav
      aria-label={text('label')}
      className={cn('fixed inset-x-0 bottom-0 z-20 border-t bg-sunk pb-[env(safe-area-inset-bottom)]', className)}
    >
      <ul className="grid grid-cols-4">
        {places
          .filter(({ isDaily }) => isDaily)
          .map(({ key, icon: Icon }) => (
            <li key={key}>
              <Link
                href={`${base}/${key}`}
                aria-current={current === key ? 'page' : undefined}
                className="flex min-h-14 flex-col items-center justify-center gap-0.5 text-xs text-ink-2 aria-[current=page]:font-medium aria-[current=page]:text-ink"
              >
                <Icon aria-hidden className="size-4.5" />
                {text(key)}
              </Link>
            </li>
          ))}
      </ul>
    </nav>
  )
}
